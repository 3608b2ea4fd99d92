"""An author's edition: one line more, in the author's own style, and every other byte as it was."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.scaffold.new_procedure import start_procedure

LayOut = Callable[[Mapping[str, str | None]], Path]
EDITION = "procedures/editions/khonkaen5-2566.yml"
HEAD = "office: สำนักงาน   # ความเห็น\nareas:\n"


def edition_after(project: LayOut, before: str) -> tuple[str, str]:
    """The edition's file after a procedure was added to the area `budget`, and what the editor was told."""
    root = project({EDITION: None})
    (root / EDITION).parent.mkdir(parents=True, exist_ok=True)
    (root / EDITION).write_bytes(before.encode("utf-8"))
    report = start_procedure(root, "budget/audit").report
    return (root / EDITION).read_bytes().decode("utf-8"), report


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        # at the end, in the middle, without a last line end, with the line ends of Windows
        (HEAD + "  - id: budget\n    procedures:\n      - one\n", "      - audit\n", ""),
        (
            HEAD + "- id: budget\n  procedures:\n  - one\n",
            "  - audit\n",
            "- id: two\n  procedures:\n  - three\n",
        ),
        (HEAD + "  - id: budget\n    procedures:\n      - one", "\n      - audit\n", ""),
        (
            (HEAD + "  - id: budget\n    procedures:\n      - one\n").replace("\n", "\r\n"),
            "      - audit\r\n",
            "\r\n",
        ),
        # remarks and blank lines stay where they are
        (HEAD + "  - id: budget\n    procedures:\n      -   one  # ก่อน\n", "      -   audit\n", "\n# ท้าย\n"),
        (HEAD + "  - procedures:\n      - 'one'\n", "      - audit\n", "    id: budget\n    title: ชื่อ\n"),
        # a byte order mark stays
        ("\ufeff" + HEAD + "  - id: budget\n    procedures:\n      - one\n", "      - audit\n", ""),
        # an area that is not there yet comes last
        (
            HEAD + "  -  id: other\n     procedures:\n       - one\n",
            "  -  id: budget\n     procedures:\n       - audit\n",
            "",
        ),
    ],
)
def test_adds_a_line_and_changes_no_other_byte(project: LayOut, before: str, line: str, after: str) -> None:
    assert edition_after(project, before + after)[0] == before + line + after


@pytest.mark.parametrize(
    "before",
    [
        HEAD + "  - {id: budget, procedures: [one, two]}\n",
        HEAD + "  - id: budget\n    procedures: [one]\n",
        HEAD + "  - id: budget\n    procedures: []\n",
        HEAD + "  - id: budget\n    procedures:\n      - >-\n        one\n",
        HEAD + "  - id: budget\n    procedures:\n      - one\n        two\n",
        HEAD + "  - id: other\n    procedures:\n      - one\n    title: ชื่อ\n",
        "office: สำนักงาน\nareas: []\n",
        "office: สำนักงาน\n",
        "office: [\n",
        "",
    ],
)
def test_where_the_place_is_not_plain_the_editor_is_told(project: LayOut, before: str) -> None:
    after, report = edition_after(project, before)
    assert after == before
    assert "      - audit" in report.split("\n")


def test_a_file_in_another_encoding_is_left_alone(project: LayOut) -> None:
    root = project({})
    content = (root / EDITION).read_text(encoding="utf-8").encode("cp874")
    (root / EDITION).write_bytes(content)
    report = start_procedure(root, "budget/audit").report
    assert (root / EDITION).read_bytes() == content
    assert "      - audit" in report.split("\n")


def test_a_procedure_that_is_listed_already_is_not_listed_twice(project: LayOut) -> None:
    before = HEAD + "  - id: budget\n    procedures:\n      - audit\n      - one\n"
    after, report = edition_after(project, before)
    assert after == before
    assert f"งานนี้อยู่ใน {EDITION} แล้ว" in report


def test_without_a_default_edition_the_editor_is_told(project: LayOut) -> None:
    root = project({"procedures/manual.yml": "title: คู่มือ\ngroup: กลุ่ม\n"})
    report = start_procedure(root, "budget/audit").report
    assert "\n  - id: budget\n    procedures:\n      - audit\n" in report
