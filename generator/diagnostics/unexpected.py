"""What went wrong in the program itself, as a report that may be sent to whoever mends it.

Nothing private stands in it: kinds of errors, versions, places in programs. The words of an error may quote a file, and
paths may name people: neither is told, nor anything of the environment.
"""

import errno
import platform
import re
import sysconfig
import traceback
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path, PurePath

import generator
from generator.storage import write_anywhere
from generator.words import words_of

REPORT = "khumue-error.txt"
_PACKAGE = Path(generator.__file__).parent
_ROOTS = (_PACKAGE.parent, *(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib", "stdlib")))
_LINE_OF_TRACE = re.compile(
    r'^ *File "(?P<file>[^"\n]*)", line (?P<line>\d+), in (?P<name>\S+)', re.MULTILINE
)
_NAME_OF_PACKAGE = re.compile(r"[A-Za-z0-9._-]+")
_MOST_PLACES = 60
"""How many places of one error are told; of an endless recursion the last."""


def tell_unexpected(error: BaseException, command: str) -> str:
    """Write a report of an error that nobody expected.

    Args:
        error: the error.
        command: what was to be done, without what was given to it.

    Returns:
        What to say of it: one line, which names the report.
    """
    words, kind = words_of("problems")["unexpected"], type(error).__name__
    report = write_anywhere(REPORT, report_of(error, command))
    told: str = words["told"] if report else words["unreported"]
    return told.format(kind=kind, report=report)


def report_of(error: BaseException, command: str) -> str:
    """What there is to tell of an error that nobody expected.

    Args:
        error: the error.
        command: what was to be done, without what was given to it.

    Returns:
        The report: a text of several lines.
    """
    words = words_of("problems")["unexpected"]
    versions = [f"khumue {generator.__version__}", f"Python {platform.python_version()}", platform.system()]
    parts = [words["head"], f"command: khumue {command}".rstrip(), *versions, *_versions(), ""]
    return "\n".join([*parts, *_told(error), ""])


def _versions() -> Iterator[str]:
    """The packages that the program rests on, as they are installed."""
    try:
        needed = requires("khumue") or ()
    except PackageNotFoundError:
        return
    for each in needed:
        name = _NAME_OF_PACKAGE.match(each)
        if name is not None and "extra ==" not in each:
            try:
                yield f"{name[0]} {version(name[0])}"
            except PackageNotFoundError:
                yield f"{name[0]} -"


def _told(error: BaseException) -> Iterator[str]:
    """An error and what led to it, the first cause first."""
    seen: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in seen:
        seen.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    for each in reversed(seen):
        number = getattr(each, "errno", None)
        known = f" {errno.errorcode[number]}" if isinstance(number, int) and number in errno.errorcode else ""
        yield f"{type(each).__module__}.{type(each).__qualname__}{known} {getattr(each, 'kind', '')}".rstrip()
        yield from _places(each)


def _places(error: BaseException) -> list[str]:
    """Where an error came through, also in another process, of whose trace only the text came back."""
    elsewhere = getattr(error, "tb", None)
    if isinstance(elsewhere, str):
        places = [(each["file"], each["line"], each["name"]) for each in _LINE_OF_TRACE.finditer(elsewhere)]
    else:
        walked = traceback.walk_tb(error.__traceback__)
        places = [(frame.f_code.co_filename, str(line), frame.f_code.co_name) for frame, line in walked]
    return [f"  {_module(file)}:{line} {name}" for file, line, name in places[-_MOST_PLACES:]]


def _module(file: str) -> str:
    """The name of the module that a file holds; of what stands elsewhere on the machine nothing is told."""
    for root in _ROOTS:
        if Path(file).is_relative_to(root):
            inner = PurePath(file).relative_to(root)
            if root != _PACKAGE.parent or inner.parts[0] == _PACKAGE.name:
                return ".".join(inner.with_suffix("").parts) if inner.suffix == ".py" else inner.as_posix()
    return "?"
