"""Texts of several blocks as they are judged: what they cannot show, at its place; pictures, files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.lint.reference.page import rich_text_example
from generator.model import (
    RichBlock,
    RichList,
    RichNotice,
    RichParagraph,
    RichPicture,
    RichTable,
    read_rich_text,
)

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "khonkaen5-2566"
OWN = f"docs/editions/{EDITION}"
INDENT = 6
FIRST_LINE = 6
STEP = """\
title: งานวิเคราะห์
owner: planning-group
steps:
  - text: วิเคราะห์
    {key}: |
{text}
"""


def judged(project: Project, text: str, key: str = "detail", **files: str) -> list[str]:
    """What is told of a text of a step: the line and column in the text, the rule; of other files, where."""
    written = "\n".join(f"{' ' * INDENT}{line}" if line else "" for line in text.split("\n"))
    root = project({PROCEDURE: STEP.format(key=key, text=written), **files})
    return [
        f"{each.location.line - FIRST_LINE + 1}:{each.location.column - INDENT} {each.rule}"
        if each.location.file == PROCEDURE
        else f"{each.location} {each.rule}"
        for each in load_manual(root)[1]
        if each.rule != "unused-entry"
    ]


def hints(project: Project, text: str, **files: str) -> list[str]:
    written = "\n".join(f"{' ' * INDENT}{line}" for line in text.split("\n"))
    root = project({PROCEDURE: STEP.format(key="detail", text=written), **files})
    return [each.hint for each in load_manual(root)[1] if each.rule != "unused-entry"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ก\n\n- ข\n  1. ค\n- ง", []),
        ("ก\n\n## ข", ["3:1 outside-rich-text"]),
        ("ก\n\n  > ข", ["3:3 outside-rich-text"]),
        ("ก\n\n!!! note\n    ข", ["3:1 outside-rich-text"]),
        ('ก\n\n??? tip "ข"\n    ค', ["3:1 outside-rich-text"]),
        ("ก\n:::warning\nข\n:::", ["2:1 outside-rich-text"]),
        ("ก\n\n!!! ด่วน !!!", []),
        ("- ก\n    - ข\n        - ค", ["3:9 outside-rich-text"]),
        ("| ก | ข |\n| --- | --- |\n| ค |", ["3:1 outside-rich-text"]),
        ("ดู ![รูป](a.png)", ["1:4 outside-rich-text"]),
        ("ดู <a href='x'>ที่นี่", ["1:4 outside-rich-text"]),
        ("- ก\n- ดู **ข", ["2:6 markup-left-over"]),
        ("| ก |\n| --- |\n| ข \\| [ค](www.example.go.th) |", ["3:12 bad-link"]),
        ("- [ก](procedure:gone)", ["1:17 unknown-procedure"]),
        ("- ก\n- [ข](procedure:expenditure-analysis#gone)", ["2:38 unknown-step"]),
        ("- ก ${gone}\n- ${gone}", ["1:5 unknown-value", "2:3 unknown-value"]),
        ("![รูป](https://a.example/a.png)", ["1:8 bad-picture"]),
        ("![รูป](../../etc/passwd)", ["1:8 bad-picture"]),
        ("![รูป](javascript:alert.png)", ["1:8 bad-picture"]),
        ("![รูป](แบบ.pdf)", ["1:8 bad-picture"]),
        ("![](รูป.png)", ["1:1 bad-picture", "1:5 unknown-document"]),
        ("![รูป](รูป หาย.png)", ["1:8 unknown-document"]),
        ("- ก [ข](<แบบ หาย.pdf>) ค", ["1:10 unknown-document"]),
        ("[ก](../a.pdf)", ["1:5 bad-link"]),
        ("[ก](javascript:alert(1))", ["1:5 bad-link"]),
    ],
)
def test_everything_is_told_at_its_place(project: Project, text: str, told: list[str]) -> None:
    assert judged(project, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("| ก | ข |\n| --- | --- |\n| ค | ง |", ["1:3 rich-text-elsewhere"]),
        ("ก\n- ข\n- ค", ["2:3 rich-text-elsewhere"]),
        ("1. ก\n2. ข", ["1:4 rich-text-elsewhere"]),
        ("ดู\n![รูป](a.png)", ["2:8 rich-text-elsewhere"]),
        ("ดู ![รูป](a.png)", ["1:4 rich-text-elsewhere"]),
        ("ก\nข", []),
        ("หมายเหตุ: ก", []),
    ],
)
def test_what_stands_in_a_field_of_plain_text_is_told_where_it_may_stand(
    project: Project, text: str, told: list[str]
) -> None:
    assert judged(project, text, "standard") == told


@pytest.mark.parametrize("folder", ["docs", OWN])
def test_files_are_there_in_the_documents_or_in_those_of_the_edition(project: Project, folder: str) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    files = {f"{folder}/files/แบบ ฟอร์ม.pdf": "x", f"{folder}/ผัง.svg": svg}
    assert judged(project, "[แบบ](files/แบบ ฟอร์ม.pdf)\n\n![ผัง](ผัง.svg)", **files) == []


def test_a_file_that_only_another_edition_has_is_told(project: Project) -> None:
    other = {
        "procedures/editions/other.yml": """
            office: สำนักงานอื่น
            areas:
              - {id: budget, procedures: [expenditure-analysis]}
            """,
        f"{OWN}/แบบ.pdf": "x",
    }
    assert judged(project, "[แบบ](แบบ.pdf)", **other) == ["1:7 unknown-document"]


def test_the_nearest_file_is_proposed(project: Project) -> None:
    files = {"docs/files/แบบคำขอ.pdf": "x"}
    for written in ("files/แบบคำขอ .pdf", "docs/files/แบบคำขอ.pdf", "แบบคำขอ.pdf"):
        (hint,) = hints(project, f"[แบบ]({written})", **files)
        assert "“files/แบบคำขอ.pdf”" in hint


def test_files_that_texts_name_are_linked(project: Project) -> None:
    files = {"docs/แบบ ก.pdf": "x", "docs/รูป.png": "x", "docs/ลืม.pdf": "x"}
    assert judged(project, "[แบบ](<แบบ ก.pdf>)\n\n![รูป](%E0%B8%A3%E0%B8%B9%E0%B8%9B.png)", **files) == [
        "docs/ลืม.pdf:1:1 unlinked-file"
    ]


def test_the_changed_text_of_an_edition_is_judged_too(project: Project) -> None:
    edition = """
        office: สำนักงาน
        areas:
          - {id: budget, procedures: [expenditure-analysis]}
        changes:
          expenditure-analysis:
            - add: scope
              with: |
                ก

                ![รูป](หาย.png)
        """
    file = f"procedures/editions/{EDITION}.yml"
    assert judged(project, "ก", **{file: edition}) == [f"{file}:10:16 unknown-document"]


def test_the_example_of_the_reference_shows_everything_and_is_right(project: Project) -> None:
    text = rich_text_example().replace("owner: clerk", "owner: planning-group")
    files = {"docs/files/วิธีลงทะเบียน.pdf": "x", "docs/images/หน้าจอ ลงทะเบียน.png": "x"}
    manual, problems = load_manual(project({PROCEDURE: text, **files}))
    assert [each for each in problems if each.rule != "unused-entry"] == []
    assert manual is not None
    (placed,) = manual.procedures()
    detail = read_rich_text(placed.procedure.steps[0].detail or "").blocks
    kinds: set[type[RichBlock]] = {RichList, RichNotice, RichParagraph, RichPicture, RichTable}
    assert {type(block) for block in detail} == kinds
    assert any(item.below for block in detail if isinstance(block, RichList) for item in block.items)
    for texts in (
        placed.procedure.objective,
        placed.procedure.scope,
        [each.meaning for each in placed.procedure.definitions],
    ):
        assert any(not read_rich_text(each).is_paragraph for each in texts)
