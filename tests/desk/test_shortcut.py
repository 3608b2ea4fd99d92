"""The file that opens the desk: it starts the same Python with the same project, whatever their paths are."""

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from generator.desk.serving import Refusal, write_shortcut
from generator.desk.shortcut import command_file, desktop_entry

HARD = [
    "คู่มือ ของ กลุ่ม",
    "a 'b' c",
    'a "b" c',
    "a $HOME `id` b",
    "100% %USERNAME% %%",
    "a\\b",
    "a & b | c ^ d ! e",
    "(a); b > c",
]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("name", HARD)
def test_an_entry_starts_the_desk_of_its_project(tmp_path: Path, name: str) -> None:
    root = tmp_path / name
    parsed = configparser.RawConfigParser(strict=True)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]  # keys have capitals
    parsed.read_string(desktop_entry(root, "แก้ไขคู่มือ", python="/bin/echo"))
    entry = {key: value.replace("\\\\", "\\") for key, value in parsed["Desktop Entry"].items()}
    assert (entry["Path"], entry["Type"]) == (str(root), "Application")
    command = entry["Exec"].replace("%%", "%")
    said = subprocess.run(["sh", "-c", command], capture_output=True, check=True, text=True, encoding="utf-8")
    assert said.stdout.removesuffix("\n") == f"-m generator edit {root}".replace("\\", _echoed("\\"))


def _echoed(text: str) -> str:
    """What ``echo`` says of a text."""
    done = subprocess.run(["/bin/echo", text], capture_output=True, check=True, text=True, encoding="utf-8")
    return done.stdout.removesuffix("\n")


def test_a_command_file_is_utf_8_and_says_so_first() -> None:
    root = Path("C:/Users/ผู้ใช้ หนึ่ง/คู่มือ 100% & ^!(ใหม่)")
    lines = command_file(root, "C:\\Program Files\\Python\\python.exe").split("\r\n")
    assert lines[0] == "@rem khumue edit"
    assert lines.index("chcp 65001 >nul") < next(at for at, line in enumerate(lines) if "ผู้ใช้" in line)
    (command,) = [line for line in lines if "generator" in line]
    assert command == (
        '"C:\\Program Files\\Python\\python.exe" -m generator edit "C:/Users/ผู้ใช้ หนึ่ง/คู่มือ 100%% & ^!(ใหม่)"'
    )
    assert all(line.isascii() for line in lines if line != command)


@pytest.mark.parametrize("path", ["C:/a\nb", 'C:/a"b'])
def test_what_no_command_file_can_hold_is_refused(path: str) -> None:
    with pytest.raises(Refusal):
        command_file(Path(path))


def test_a_shortcut_is_written_and_written_again(tmp_path: Path) -> None:
    root = tmp_path / "คู่มือ ก"
    root.mkdir()
    desktop = tmp_path / "Desktop"
    desktop.mkdir()
    file = write_shortcut(root, desktop)
    assert file.parent == desktop
    assert file.stat().st_mode & 0o100
    assert write_shortcut(root, desktop) == file
    file.write_text("ของคนอื่น", encoding="utf-8")
    with pytest.raises(Refusal):
        write_shortcut(root, desktop)
    assert file.read_text(encoding="utf-8") == "ของคนอื่น"
