"""What commands make, made from the desk: as the commands do it, over drafts, all of it or nothing."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.scaffold import bare
from generator.yamltext import quick_data
from tests.desk.conftest import EDITION, PROCEDURE, TEXT
from tests.support import minimal_with, write_project
from tests.support.desks import Desk, desk_of

CHANGES = """\
office: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5
year: "2566"
areas:
  - id: budget
    procedures:
      - expenditure-analysis
changes:
  expenditure-analysis:
    - replace: steps/receive/text
      base: 00000000
      with: รับเรื่องที่กลุ่ม
      reason: กลุ่มรับเรื่องเอง
"""

COMMANDS: dict[str, tuple[str, dict[str, object], list[str]]] = {
    "procedure": (
        "new",
        {"kind": "procedure", "area": "budget", "id": "new-work"},
        ["new", "procedure", "budget/new-work"],
    ),
    "procedure in a new area": (
        "new",
        {"kind": "procedure", "area": "people", "id": "new-work"},
        ["new", "procedure", "people/new-work"],
    ),
    "own procedure": (
        "new",
        {"kind": "procedure", "area": "budget", "id": "new-work", "edition": EDITION},
        ["new", "procedure", "budget/new-work", "--edition", EDITION],
    ),
    "knowledge": (
        "new",
        {"kind": "knowledge", "title": "ยื่นก่อนกำหนด", "procedures": ["expenditure-analysis"], "tags": ["ก"]},
        ["new", "knowledge", "ยื่นก่อนกำหนด", "--procedure", "expenditure-analysis", "--tag", "ก"],
    ),
    "path": (
        "new",
        {"kind": "path", "role": "planning-group", "id": "new-officer"},
        ["new", "path", "planning-group", "--id", "new-officer"],
    ),
    "edition": (
        "new",
        {"kind": "edition", "id": "udon1-2567", "office": "สำนักงานอุดร", "year": "2567"},
        ["new", "edition", "udon1-2567", "--office", "สำนักงานอุดร", "--year", "2567"],
    ),
    "rename": (
        "rename",
        {"kind": "procedure", "old": "expenditure-analysis", "new": "spending"},
        ["rename", "procedure", "expenditure-analysis", "spending"],
    ),
    "approve": (
        "approve",
        {
            "edition": EDITION,
            "procedures": ["expenditure-analysis"],
            "roles": ["planning-group"],
            "date": "1 มกราคม 2566",
        },
        ["approve", "expenditure-analysis", "--by", "planning-group", "--date", "1 มกราคม 2566"],
    ),
}


def data_of(text: str) -> object:
    """What a file says, or the head of a page."""
    return quick_data(text.removeprefix("---\n").partition("\n---\n")[0])


def texts(root: Path) -> dict[str, str]:
    """The files of a manual."""
    return {
        each.relative_to(root).as_posix(): each.read_text(encoding="utf-8")
        for place in ("procedures", "docs")
        for each in (root / place).rglob("*.*")
        if each.is_file()
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_the_desk_makes_what_commands_make(
    desk: Desk, project: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, asked, command = COMMANDS[name]
    before, other = texts(project), tmp_path / "other"
    copytree(project, other)
    monkeypatch.chdir(other)
    by_command = CliRunner().invoke(main, command)
    assert by_command.exit_code == 0, by_command.output
    dry = desk.post(address, {**asked, "dry": True})
    assert texts(project) == before
    told = desk.post(address, asked)
    assert dry["files"] == told["files"]
    now = texts(project)
    begun = now.keys() - before.keys() if address == "new" else set()
    assert now == {path: bare(text) if path in begun else text for path, text in texts(other).items()}
    for path in begun:  # what was written, and nothing that explains how to
        assert data_of(now[path]) == data_of(texts(other)[path])
        assert not re.search(r"^\s*#", now[path], re.MULTILINE)
    assert told["files"] == {
        path: texts(project).get(path)
        for path in before.keys() | texts(project).keys()
        if before.get(path) != texts(project).get(path)
    }
    for path, text in told["files"].items():
        if text is not None:
            assert desk.get(f"file?path={path}")["version"] == told["versions"][path]
    assert told["report"].splitlines()[0] in by_command.output


def test_a_command_works_on_drafts(desk: Desk, project: Path) -> None:
    draft = TEXT.replace("เสนอ", "ร่างที่ยังไม่บันทึก")
    known = desk.get(f"file?path={PROCEDURE}")["version"]
    told = desk.post(
        "rename",
        {
            "kind": "procedure",
            "old": "expenditure-analysis",
            "new": "spending",
            "files": {PROCEDURE: draft},
            "versions": {PROCEDURE: known},
        },
    )
    assert told["files"][PROCEDURE] is None
    assert told["files"]["procedures/budget/spending.yml"] == draft
    assert not (project / PROCEDURE).exists()


def test_a_command_writes_nothing_over_the_work_of_others(desk: Desk, project: Path) -> None:
    known = desk.get(f"file?path={PROCEDURE}")["version"]
    theirs = TEXT.replace("เสนอ", "ของคนอื่น")
    (project / PROCEDURE).write_text(theirs, encoding="utf-8", newline="\n")
    before = texts(project)
    answer = desk.ask(
        "POST",
        "rename",
        {
            "kind": "procedure",
            "old": "expenditure-analysis",
            "new": "spending",
            "files": {PROCEDURE: TEXT},
            "versions": {PROCEDURE: known},
        },
    )
    assert (answer.status, answer.told["path"], answer.told["text"]) == (409, PROCEDURE, theirs)
    assert texts(project) == before


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("new", {"kind": "procedure", "area": "budget", "id": "expenditure-analysis"}),
        ("new", {"kind": "procedure", "area": "../x", "id": "a"}),
        ("new", {"kind": "procedure", "area": "budget", "id": "../../x"}),
        ("new", {"kind": "knowledge", "title": ""}),
        ("new", {"kind": "knowledge", "title": "ก", "id": "../x"}),
        ("new", {"kind": "knowledge", "title": "ก", "edition": "../x"}),
        ("new", {"kind": "path", "role": "nobody"}),
        ("new", {"kind": "path", "role": "planning-group", "edition": ".."}),
        ("new", {"kind": "edition", "id": EDITION, "office": "ก"}),
        ("new", {"kind": "edition", "id": "../x", "office": "ก"}),
        ("rename", {"kind": "procedure", "old": "nothing", "new": "x"}),
        ("accept", {"edition": "nothing"}),
        (
            "approve",
            {"edition": EDITION, "procedures": ["x"], "roles": ["planning-group"], "date": "1 มกราคม 2566"},
        ),
        (
            "approve",
            {
                "edition": EDITION,
                "procedures": ["expenditure-analysis"],
                "roles": ["x"],
                "date": "1 มกราคม 2566",
            },
        ),
    ],
)
def test_what_commands_refuse_is_told_in_their_words(
    desk: Desk, project: Path, address: str, asked: dict[str, object]
) -> None:
    before = texts(project)
    answer = desk.ask("POST", address, asked)
    assert answer.status == 422
    assert len(answer.told["error"]) > 10
    assert texts(project) == before


def test_mistakes_that_keep_a_thing_from_being_renamed_are_told(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_text(TEXT.replace("go: receive", "go: x"), encoding="utf-8")
    body = {"kind": "procedure", "old": "expenditure-analysis", "new": "spending"}
    answer = desk.ask("POST", "rename", body)
    assert answer.status == 422
    assert [each["rule"] for each in answer.told["problems"]] == ["go-to-nowhere"]


def test_the_shared_text_is_accepted_as_it_is(tmp_path: Path) -> None:
    edition = f"procedures/editions/{EDITION}.yml"
    root = write_project(tmp_path / "p", minimal_with({PROCEDURE: TEXT, edition: CHANGES}))
    with desk_of(root) as desk:
        problems = desk.post("check", {"files": {}})["problems"]
        assert problems
        told = desk.post("accept", {"edition": EDITION})
        assert list(told["files"]) == [edition]
        assert "00000000" not in told["files"][edition]
        assert len(desk.post("check", {"files": {}})["problems"]) < len(problems)
