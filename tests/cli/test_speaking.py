"""What click says itself is said in Thai, with the English beside: every message of it, of every command."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.speaking import MODULES
from generator.storage import writing
from generator.words import words_of
from tests.support.cases import each_case

Project = Callable[[Mapping[str, str | None]], Path]
OF_PROGRAMMERS = re.compile(
    r"twice|cannot use the same flag|declaration|No options defined|deprecated|DeprecationWarning|colour|Press any key"
    r"|version|confirm|Confirm|continue|env var"
)
"""Messages that no command of khumue can come to say: about how commands are written, or questions it never asks."""


def asked_for(module: str) -> Iterator[str]:
    """The messages for which a module of click asks."""
    source = inspect.getsource(import_module(f"click.{module}"))
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"_", "ngettext"}
        ):
            yield from (
                each.value
                for each in node.args
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


@pytest.mark.parametrize("module", MODULES)
def test_every_message_has_words(module: str) -> None:
    needed = {each for each in asked_for(module) if not OF_PROGRAMMERS.search(each)}
    assert needed
    assert needed - words_of("click").keys() == set()


def test_no_words_are_left_over_and_all_fill_in_what_the_message_does() -> None:
    known = {each for module in MODULES for each in asked_for(module)}
    for message, worded in words_of("click").items():
        assert message in known
        names = set(re.findall(r"{(\w+)", worded))
        assert names <= set(re.findall(r"{(\w+)", message)), message
        assert re.search("[ก-๙]", worded), message
        assert re.search("[A-Za-z]", re.sub("{.*?}", "", worded)), message


def commands(command: click.Command = main, names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of every command, groups too."""
    yield names
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from commands(child, (*names, name))


def command_of(names: tuple[str, ...]) -> click.Command:
    command: click.Command = main
    for name in names:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


def slips(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every way in which a command can be given that click refuses."""
    command = command_of(names)
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    given = tuple(each.type.choices[0] if isinstance(each.type, click.Choice) else "x" for each in arguments)
    yield (*names, "--no-such-option")
    if isinstance(command, click.Group):
        if command is main:
            yield (*names, "no-such-command")
        return
    if any(each.required and each.nargs == 1 for each in arguments):
        yield names
    if all(each.nargs == 1 for each in arguments):
        yield (*names, *given[:-1], ".", "one", "more")
    for parameter in command.params:
        option = max(parameter.opts, key=len)
        is_flag = isinstance(parameter, click.Option) and (parameter.is_flag or parameter.count)
        if isinstance(parameter, click.Option):
            yield (*names, f"{option}=x") if is_flag else (*names, option)
        for wrong in wrong_values(parameter.type):
            if isinstance(parameter, click.Option):
                yield (*names, f"{option}={wrong}", *(given if given[:-1] else ()))
            else:
                yield (
                    *names,
                    *(
                        wrong if each is parameter else one
                        for each, one in zip(arguments, given, strict=True)
                    ),
                )


def wrong_values(kind: click.ParamType[Any]) -> Iterator[str]:
    """Values that a type refuses."""
    if isinstance(kind, click.Choice):
        yield "no-such-choice"
    if isinstance(kind, click.types.IntParamType):
        yield "many"
    if isinstance(kind, click.IntRange):
        yield "-1"
    if isinstance(kind, click.Path):
        if kind.exists:
            yield "no-such-folder"
        if not kind.dir_okay:
            yield "."
        if not kind.file_okay:
            yield "a-file"


SLIPS = [slip for names in commands() for slip in slips(names)]


@each_case("slip", SLIPS)
def test_a_slip_is_told_in_thai_with_the_english_beside(
    slip: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a-file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, slip)
    assert result.exit_code == 2
    told = result.output.partition("Error: ")[2]
    assert re.search("[ก-๙]", told), result.output
    assert re.search("[A-Za-z]{3}", told), result.output


def test_the_slips_are_of_every_kind() -> None:
    assert {len(each) for each in SLIPS} > {1, 2, 3}
    assert {"no-such-command", "--jobs=-1", "--format=no-such-choice", "no-such-folder", "--quiet=x"} <= {
        part for slip in SLIPS for part in slip
    }


def test_help_has_thai_headings() -> None:
    told = CliRunner().invoke(main, ["--help"]).output
    assert all(
        each in told for each in ("วิธีสั่ง / Usage:", "ตัวเลือก / Options:", "คำสั่ง / Commands:", "แสดงวิธีใช้ /")
    )


def test_who_stops_a_command_is_answered_in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.checking.require_project", stopped)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.output.strip()) == (1, "หยุดแล้วตามที่สั่ง / Aborted!")


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "base", "khonkaen5-2566", "nowhere/"),
        ("compare", "base", "khonkaen5-2566", "expenditure-analysis", "../nowhere"),
        ("compare", "nowhere/", "base", "khonkaen5-2566"),
        ("accept", "/no/such/"),
        ("accept", "khonkaen5-2566", "/no/such"),
        ("accept", "khonkaen5-2566", "expenditure-analysis", "./nowhere"),
    ],
)
def test_a_folder_that_there_is_not_is_told_to_be_that(
    project: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(project({}))
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    (folder,) = (each for each in arguments if "/" in each)
    assert f"ไม่มีโฟลเดอร์ {folder} " in result.output


@pytest.mark.parametrize(
    ("arguments", "in_the_way"),
    [
        (("new", "procedure", "budget/plan"), "procedures/budget"),
        (("new", "knowledge", "บทเรียน", "--id", "lesson"), "docs/knowledge"),
        (("new", "path", "planning-group"), "procedures/onboarding"),
        (("init", "deep/new"), "deep"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_written_is_no_wrong_usage(
    project: Project, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], in_the_way: str
) -> None:
    root = project({})
    monkeypatch.chdir(root)

    write = writing._write_one  # noqa: SLF001 - what the system refuses cannot be had where tests may write anywhere

    def refused(path: Path, text: str, made: list[Path]) -> None:
        if path.resolve().is_relative_to(root / in_the_way):
            raise PermissionError(13, "Permission denied", str(path))
        write(path, text, made)

    monkeypatch.setattr(writing, "_write_one", refused)
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1, result.output
    assert "Usage:" not in result.output
    assert "Permission denied" in result.output
    assert "ตรวจว่า" in result.output


def test_a_site_that_cannot_be_written_says_where_and_what_to_check(tmp_path: Path) -> None:
    root = tmp_path / "manual"
    assert CliRunner().invoke(main, ["init", str(root), "--edition", "test"]).exit_code == 0
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(root), "--site-dir", str(tmp_path / "file" / "site")])
    assert result.exit_code == 1
    assert f"เพราะเขียนลงใน {tmp_path / 'file'} ไม่ได้" in result.output
    assert "[Errno" not in result.output
    assert ".khumue" not in result.output


@pytest.mark.parametrize(
    "target",
    [
        "procedures/manual.yml",
        "procedures/new.html",
        "docs/about.md",
        "flowcharts/x.svg",
        ".git/HEAD",
        "mkdocs.yml",
    ],
)
def test_a_comparison_never_takes_the_place_of_what_people_write(
    project: Project, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    root = project({"mkdocs.yml": "site_name: ชื่อ\n"})
    monkeypatch.chdir(root / "procedures")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = CliRunner().invoke(main, ["compare", "base", "khonkaen5-2566", "-o", str(root / target)])
    assert result.exit_code == 2
    assert f"ไม่เขียนทับ {root / target} เพราะ" in result.output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
