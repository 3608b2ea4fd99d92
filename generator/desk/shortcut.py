"""A file on the desktop that opens the desk of one project: for people who never see a terminal.

On Windows it is a command file, elsewhere an entry of the desktop (freedesktop.org). Both name the Python that runs
now and the project by their whole paths, so that they work from wherever they lie.
"""

import re
import sys
from pathlib import Path

from generator.desk.refusals import refused
from generator.storage import NotOursError, NotWrittenError, reason_of_failure, write_program_over_own
from generator.words import words_of

_MARK = "khumue edit"
"""What stands in the first line of every shortcut: one that has it may be written over."""
_SPECIAL = re.compile(r"[\"$`\\]")
"""What means something in a quoted argument of a desktop entry."""


def write_shortcut(root: Path, folder: Path | None = None) -> Path:
    """Write a shortcut to the desk of a project.

    Args:
        root: the project's root.
        folder: where it goes; by default the desktop, else the project itself.

    Returns:
        The file.

    Raises:
        generator.desk.refusals.Refusal: when a path cannot stand in one, or it cannot be written.
    """
    is_windows = sys.platform == "win32"
    place, root = folder or _desktop() or root, root.resolve()
    name = words_of("desk")["shortcut"]["name"]
    file = place / f"{name} {root.name}{'.cmd' if is_windows else '.desktop'}"
    text = command_file(root) if is_windows else desktop_entry(root, name)
    try:
        write_program_over_own(file, text, head=text.splitlines()[0])
    except NotOursError as failure:
        raise refused("shortcut-taken", 422, file=file) from failure
    except (OSError, NotWrittenError) as failure:
        reason = reason_of_failure(failure) if isinstance(failure, OSError) else failure.reason
        raise refused("not-written", 500, file=file, reason=reason) from failure
    return file


def command_file(root: Path, python: str = sys.executable) -> str:
    r"""What a command file of Windows says: in UTF-8, which it first asks for, as paths may be Thai.

    Args:
        root: the project's root, a whole path.
        python: that which runs khumue.

    Raises:
        generator.desk.refusals.Refusal: when a path has a sign that no command file can quote.
    """
    for path in (str(root), python):
        if '"' in path or "\n" in path or "\r" in path:
            raise refused("shortcut-path", 422, path=path)
    quoted = [f'"{path.replace("%", "%%")}"' for path in (python, str(root))]
    lines = [
        f"@rem {_MARK}",
        "@echo off",
        "setlocal DisableDelayedExpansion",
        "chcp 65001 >nul",
        "set PYTHONUTF8=1",
        f"{quoted[0]} -m generator edit {quoted[1]}",
        "if errorlevel 1 pause",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def desktop_entry(root: Path, name: str, python: str = sys.executable) -> str:
    """What an entry of a desktop says, as freedesktop.org describes it.

    Args:
        root: the project's root, a whole path.
        name: what people see.
        python: that which runs khumue.

    Raises:
        generator.desk.refusals.Refusal: when a path has a sign that no entry can hold.
    """
    for path in (str(root), python):
        if not path.isprintable():
            raise refused("shortcut-path", 422, path=path)
    command = " ".join((_argument(python), "-m", "generator", "edit", _argument(str(root))))
    lines = [
        f"# {_MARK}",
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        f"Name={_value(f'{name} {root.name}')}",
        f"Comment={_value(str(root))}",
        f"Exec={_value(command)}",
        f"Path={_value(str(root))}",
        "Terminal=true",
        "Categories=Office;",
    ]
    return "".join(f"{line}\n" for line in lines)


def _argument(text: str) -> str:
    """An argument of a command line in an entry, quoted."""
    return '"' + _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text).replace("%", "%%") + '"'


def _value(text: str) -> str:
    """A value of an entry: a backslash in it is written twice."""
    return text.replace("\\", "\\\\")


def _desktop() -> Path | None:
    """The folder of the desktop, where it has its usual name."""
    home = Path.home()
    places = (home / "OneDrive" / "Desktop", home / "Desktop", home / "เดสก์ท็อป")
    return next((each for each in places if each.is_dir()), None)
