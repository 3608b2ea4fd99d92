"""Errors of the program itself: one line, a report without anything private, an exit code of its own, no harm done."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.failing import EXIT_UNEXPECTED
from generator.diagnostics.unexpected import REPORT
from tests.support import MINIMAL, write_project

PRIVATE = "รหัสลับ-hunter2"
KHUMUE = [sys.executable, "-X", "utf8", "-m", "generator"]


class LostError(Exception):
    """An error that nobody expected."""


def commands(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that call each command that does something."""
    if not isinstance(command, click.Group):
        yield path
        return
    for name, below in command.commands.items():
        yield from commands(below, (*path, name))


COMMANDS = list(commands())


def fail(*_: object, **__: object) -> NoReturn:
    """Go wrong, with words and values that nobody else should read."""
    raise LostError(f"{Path.home()} {PRIVATE}")


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_an_unexpected_error_in_any_command_is_one_line_and_a_report(
    path: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    monkeypatch.setattr(command, "callback", fail)
    monkeypatch.setattr(command, "params", [])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KHUMUE_TOKEN", PRIVATE)
    result = CliRunner().invoke(main, [*path])
    assert result.exit_code == EXIT_UNEXPECTED
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert REPORT in result.stderr
    report = (tmp_path / REPORT).read_text(encoding="utf-8")
    assert f"command: khumue {' '.join(path)}\n" in report
    assert "LostError" in report
    assert "generator.cli.failing:" in report
    for private in (PRIVATE, "hunter2", str(Path.home()), str(tmp_path), "/work", "/root", "KHUMUE_TOKEN"):
        assert private not in report
        assert private not in result.stderr or private == "/root"


def test_what_was_typed_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.checking.require_project", fail)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ลับ").mkdir()
    result = CliRunner().invoke(main, ["check", "ลับ", "--strict"])
    assert result.exit_code == EXIT_UNEXPECTED
    assert "ลับ" not in (tmp_path / REPORT).read_text(encoding="utf-8").partition("\n\n")[2]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "pipe"])
def test_what_is_no_report_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("generator.cli.checking.require_project", fail)
    monkeypatch.chdir(tmp_path)
    place = tmp_path / REPORT
    (tmp_path / "theirs").write_text("บันทึก\n", encoding="utf-8")
    make: dict[str, Callable[[], object]] = {
        "file": lambda: place.write_text("บันทึก\n", encoding="utf-8"),
        "folder": place.mkdir,
        "link": lambda: place.symlink_to("theirs"),
        "pipe": lambda: os.mkfifo(place),
    }
    make[kind]()
    for _ in range(2):  # the second replaces the first of ours
        result = CliRunner().invoke(main, ["check", "."])
        assert result.exit_code == EXIT_UNEXPECTED
        assert "khumue-error-2.txt" in result.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["khumue-error-2.txt", REPORT, "theirs"]
    assert (tmp_path / "theirs").read_text(encoding="utf-8") == "บันทึก\n"
    if kind == "file":
        assert place.read_text(encoding="utf-8") == "บันทึก\n"


def test_where_nothing_can_be_written_the_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.checking.require_project", fail)
    monkeypatch.setattr("generator.diagnostics.unexpected.write_anywhere", lambda *_: None)
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert result.exit_code == EXIT_UNEXPECTED
    assert len(result.stderr.splitlines()) == 1
    assert "เขียนรายงานไม่ได้" in result.stderr


@pytest.mark.parametrize("arguments", [["check", "."], ["--help"], ["check", "--help"], ["--version"]])
def test_output_that_nobody_can_write_is_one_line(arguments: list[str], tmp_path: Path) -> None:
    root = write_project(tmp_path, MINIMAL)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*KHUMUE, *arguments],
            cwd=root,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        silent = subprocess.run([*KHUMUE, *arguments], cwd=root, stdout=full, stderr=full, check=False)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert silent.returncode == 1
    assert not (root / REPORT).exists()


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_command_without_output_ends_quietly(tmp_path: Path, closed: str) -> None:
    root = write_project(tmp_path, MINIMAL)
    command = shlex.join([*KHUMUE, "check", "."])
    done = subprocess.run(["sh", "-c", f"{command} {closed}"], cwd=root, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert not (root / REPORT).exists()


def test_a_reader_that_stops_reading_ends_a_command_quietly(tmp_path: Path) -> None:
    root = write_project(tmp_path, MINIMAL)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as closed:
        done = subprocess.run(
            [*KHUMUE, "check", "."],
            cwd=root,
            stdout=closed,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, "")
    assert not (root / REPORT).exists()


def test_an_interrupted_command_ends_quietly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.checking.require_project", interrupted)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert not (tmp_path / REPORT).exists()


def test_the_report_names_the_first_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def covered(*_: object) -> NoReturn:
        failure = ValueError(PRIVATE)
        raise LostError from failure

    monkeypatch.setattr("generator.cli.checking.require_project", covered)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["check", str(tmp_path)]).exit_code == EXIT_UNEXPECTED
    report = (tmp_path / REPORT).read_text(encoding="utf-8")
    assert 0 < report.index("ValueError") < report.index("LostError")
    assert PRIVATE not in report


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_where_nothing_at_all_can_be_written_it_is_one_line(tmp_path: Path) -> None:
    write_project(tmp_path, MINIMAL)
    command = f"ulimit -f 0; exec {shlex.join([*KHUMUE, 'check'])}"
    told = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert (told.returncode, len(told.stderr.splitlines())) == (EXIT_UNEXPECTED, 1), told.stderr


OUTPUTS = {
    "export json": "",
    "export docx": ".docx",
    "export markdown": "",
    "print": ".pdf",
    "init": "",
    "schemas -o": "",
}


@pytest.mark.parametrize(("command", "ending"), OUTPUTS.items())
def test_a_name_that_no_system_takes_is_told(
    command: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_project(tmp_path, MINIMAL))
    name = "a" * 300 + ending
    told = CliRunner().invoke(main, [*command.split(), name])
    assert (told.exit_code, name in told.output) == (1, True), told.output
    assert not (tmp_path / REPORT).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="for somebody to whom folders can be closed")
@pytest.mark.parametrize(("command", "ending"), OUTPUTS.items())
def test_a_folder_that_is_closed_is_told(
    command: str, ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_project(tmp_path, MINIMAL))
    (tmp_path / "closed").mkdir(mode=0)
    told = CliRunner().invoke(main, [*command.split(), f"closed/a{ending}"])
    assert (told.exit_code, "closed/a" in told.output) == (1, True), told.output
    assert not (tmp_path / REPORT).exists()
