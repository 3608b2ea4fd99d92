"""What an author is advised of a list or a mapping that is opened and never closed, and where the advice leads."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
HEAD = "title: งานวิเคราะห์งบประมาณ\nowner: planning-group\n"


def told(root: Path, text: str) -> list[tuple[str, int, int, str, str]]:
    """The errors of a procedure that says a text: rule, place, message and hint."""
    (root / PROCEDURE).write_text(HEAD + text, encoding="utf-8")
    output = CliRunner().invoke(main, ["check", str(root), "--format", "json"]).output
    return [
        (each["rule"], each["line"], each["column"], each["message"], each["hint"])
        for each in json.loads(output)["problems"]
        if each["severity"] == "error" and each["file"] == PROCEDURE
    ]


@pytest.mark.parametrize(
    ("opened", "column", "mended"),
    [
        ("steps: [\n", 8, "steps:\n  - text: ตรวจ\n"),
        ("steps: [  # ขั้นตอน\n", 8, "steps:  # ขั้นตอน\n  - text: ตรวจ\n"),
        ("steps: [,\n", 8, "steps:\n  - text: ตรวจ\n"),
        ("steps: [{\n", 8, "steps:\n  - text: ตรวจ\n"),
    ],
)
def test_nothing_behind_a_bracket_is_no_text_to_be_quoted(
    project: Project, opened: str, column: int, mended: str
) -> None:
    root = project({})
    first = told(root, opened)[0]
    assert first[:3] == ("special-start", 3, column)
    assert "ไม่มี “]” ปิด" in first[3]
    assert "ลบ “[” ออก" in first[4]
    assert '"["' not in first[4]
    assert told(root, mended) == []


@pytest.mark.parametrize(
    ("opened", "column", "closed", "quoted"),
    [
        ("scope: [ร่าง\n", 8, "scope: [ร่าง]", 'scope: "[ร่าง"'),
        ("scope: [ร่าง, ทาน,\n", 8, "scope: [ร่าง, ทาน]", 'scope: "[ร่าง, ทาน,"'),
        ("source: {manual: law\n", 9, "source: {manual: law}", 'source: "{manual: law"'),
    ],
)
def test_something_behind_a_bracket_may_be_a_list_or_a_text(
    project: Project, opened: str, column: int, closed: str, quoted: str
) -> None:
    first = told(project({}), f"steps:\n  - text: ตรวจ\n{opened}")[0]
    assert first[:3] == ("special-start", 5, column)
    assert f"เขียนเป็น {closed} ถ้าเป็นข้อความ ให้เขียนเป็น {quoted}" in first[4]


def test_a_text_in_brackets_is_quoted(project: Project) -> None:
    (first, *_) = told(project({}), "steps:\n  - text: [ร่าง] หนังสือ\n")
    assert first[:3] == ("special-start", 4, 11)
    assert first[4] == 'เขียนเป็น - text: "[ร่าง] หนังสือ"'
