"""Wrong durations and citations are told at their exact places, with what to write instead; doing so mends them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
REFERENCES = "procedures/catalogue/references.yml"
BEFORE_STEPS = MINIMAL[PROCEDURE].partition("steps:")[0]
LINE = BEFORE_STEPS.count("\n") + 1


def problems(project: Project, procedure: str) -> list[tuple[str, str]]:
    """What is wrong, as ``line:column rule`` from the line of the steps on, and the hint."""
    law = "law:\n  type: act\n  title: กฎหมาย\n"
    _, found = load_manual(project({PROCEDURE: BEFORE_STEPS + procedure, REFERENCES: law}))
    return [
        (f"{each.location.line - LINE}:{each.location.column} {each.rule}", each.hint)
        for each in found
        if each.rule not in ("unused-entry", "unknown-reference")
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("ๆๆๆ", "เขียนจำนวนตามด้วยหน่วย"),
        ("3 หมู", "เขียนจำนวนตามด้วยหน่วย"),
        ("ทุก 15 นาที", "เขียนว่าใช้เวลานานเท่าใด"),
        ("3 วันทำกาน", "เขียนเป็น 3 วันทำการ"),
        ("45-30 นาที", "เขียนเป็น 30-45 นาที"),
        ("30 นาที/วัน", "เขียนเวลาที่ใช้ในแต่ละครั้ง"),
    ],
)
def test_a_wrong_duration_is_told(written: str, hint: str, project: Project) -> None:
    ((place, told),) = problems(project, f"steps:\n  - text: ก\n    duration: {written}\n")
    assert place == "2:15 bad-duration"
    assert told.startswith(hint)
    if hint.startswith("เขียนเป็น "):
        mended = told.removeprefix("เขียนเป็น ")
        assert problems(project, f"steps:\n  - text: ก\n    duration: {mended}\n") == []


def test_an_empty_duration_is_told_at_its_key(project: Project) -> None:
    ((place, _),) = problems(project, "steps:\n  - text: ก\n    duration:\n")
    assert place == "2:5 empty-text"


def test_the_time_between_reviews_is_one_amount(project: Project) -> None:
    ((place, told),) = problems(project, "steps:\n  - text: ก\nreview_every: ทุกปี\n")
    assert (place, told) == ("2:15 bad-duration", "เขียนเป็น 1 ปี")


@pytest.mark.parametrize(
    ("written", "place", "hint"),
    [
        (
            "law มาตรา 39",
            "1:5 bad-id",
            "แยกเป็นสองช่อง คือแทนข้อนี้ด้วย “- id: law” และบรรทัดถัดไป “section: มาตรา 39”",
        ),
        ("{id: law, sectoin: มาตรา 39}", "1:15 unknown-key", "section"),
        ("{section: มาตรา 39}", "1:6 missing-key", "id"),
        ("{id: law, section: ''}", "1:15 empty-text", ""),
        ("{id: law, section: [มาตรา 39]}", "1:15 wrong-type", "มาตรา 39"),
        ("{id: Law, section: มาตรา 39}", "1:10 bad-id", "law"),
        ("[law]", "1:6 wrong-type", "- law"),
    ],
)
def test_a_wrong_citation_is_told_where_it_is_wrong(
    written: str, place: str, hint: str, project: Project
) -> None:
    ((told_at, told),) = problems(project, f"references:\n  - {written}\nsteps:\n  - text: ก\n")
    assert (told_at, hint in told) == (place, True), told


def test_a_citation_that_is_no_list_is_told_as_one(project: Project) -> None:
    ((place, told),) = problems(project, "references:\n  id: law\n  section: ข้อ 1, 2\nsteps:\n  - text: ก\n")
    assert place == "0:1 wrong-type"
    mended = told.partition("แล้วเขียนเป็น ")[2]
    assert problems(project, f"references:\n  {mended}\nsteps:\n  - text: ก\n") == []


def test_only_the_same_section_is_a_repetition(project: Project) -> None:
    cited = "  - law\n  - id: law\n    section: ข้อ 1\n  - {id: law, section: ข้อ 2}\n"
    steps = "steps:\n  - text: ก\n"
    assert problems(project, f"references:\n{cited}{steps}") == []
    ((place, _),) = problems(project, f"references:\n{cited}  - id: law\n    section: ข้อ 1\n{steps}")
    assert place == "5:9 repeated-name"


@pytest.mark.parametrize("end", ["granted", "check"])
def test_a_promise_is_measured_where_the_work_ends_in_several_ways(end: str, project: Project) -> None:
    outcomes = f"    outcomes:\n      - {{label: อนุญาต, go: {end}}}\n      - {{label: ไม่อนุญาต, go: end}}\n"
    ends = "ends:\n  - {id: granted, text: ออกใบอนุญาตแล้ว}\n" if end == "granted" else ""
    text = f"title: ขออนุญาต\nowner: planning-group\nservice:\n  total_time: 1 วัน\n{ends}steps:\n"
    text += f"  - {{id: check, text: ตรวจ, duration: 11 วันทำการ}}\n  - text: พิจารณา\n{outcomes}"
    [told] = [each for each in load_manual(project({PROCEDURE: text}))[1] if each.rule == "time-too-short"]
    assert "11 วันทำการ" in told.message
