"""Numbers and bullets pasted into the texts of lists: found at their place, with the text as it should be."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.problems import Problem
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
HEAD = "title: งานวิเคราะห์งบประมาณรายจ่าย\nowner: planning-group\n"


def problems_of(project: Project, text: str) -> list[Problem]:
    """What is told of pasted numbers in a procedure."""
    assert PROCEDURE in MINIMAL
    _, problems = load_manual(project({PROCEDURE: HEAD + text}))
    assert {each.rule for each in problems} <= {"pasted-number"}
    return problems


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("1.", "1. แต่งตั้งคณะทำงาน"),
        ("1.", "1.แต่งตั้งคณะทำงาน"),
        ("๑)", "๑) แต่งตั้งคณะทำงาน"),
        ("(2)", "(2) แต่งตั้งคณะทำงาน"),
        ("2.1.", "2.1. แต่งตั้งคณะทำงาน"),
        ("1.2.3", "1.2.3 แต่งตั้งคณะทำงาน"),
        ("(๑.๒)", "(๑.๒) แต่งตั้งคณะทำงาน"),
        ("1 )", "1 ) แต่งตั้งคณะทำงาน"),
        ("ก)", "ก) แต่งตั้งคณะทำงาน"),
        ("(ข)", "(ข)แต่งตั้งคณะทำงาน"),
        ("ค.", "ค. แต่งตั้งคณะทำงาน"),
        ("a)", "a) แต่งตั้งคณะทำงาน"),
        ("iv.", "iv. แต่งตั้งคณะทำงาน"),
        ("☐", "☐ แต่งตั้งคณะทำงาน"),
        ("①", "① แต่งตั้งคณะทำงาน"),
        ("•", "• แต่งตั้งคณะทำงาน"),
        ("•", "•แต่งตั้งคณะทำงาน"),
        ("–", "– แต่งตั้งคณะทำงาน"),
        ("o", "o แต่งตั้งคณะทำงาน"),
    ],
)
def test_each_kind_is_found_in_steps_and_lists(project: Project, mark: str, text: str) -> None:
    found = problems_of(project, f"scope:\n  - {text}\nsteps:\n  - text: {text}\n  - text: '{text}'\n")
    assert [(each.location.line, each.location.column) for each in found] == [(4, 5), (6, 11), (7, 12)]
    for each in found:
        assert each.location.length == len(mark)
        assert f"“{mark}”" in each.message
        assert "“แต่งตั้งคณะทำงาน”" in each.hint


def test_a_hyphen_in_quotation_marks_and_a_text_of_several_lines(project: Project) -> None:
    text = "steps:\n  - text: '- แต่งตั้ง'\n  - text: |\n      3. ตรวจ\n      แล้วส่ง\n"
    assert [str(each.location).partition(":")[2] for each in problems_of(project, text)] == ["4:12", "6:7"]


@pytest.mark.parametrize(
    "text",
    [
        "1.5 กม. จากสำนักงาน",
        "10.30 น. ประชุม",
        "1 ต.ค. 2566 เริ่มปีงบประมาณ",
        "2566 เป็นปีแรก",
        "ข้อ 1. ของระเบียบ",
        "พ.ศ. 2566",
        "ก.พ. ตรวจ",
        "ก. ย่อ",
        "ก.พาณิชย์ส่งหนังสือ",
        "อ. เมืองขอนแก่น",
        "ข. ก.พ. ตรวจ",
        "1.10.66 ประชุมครั้งแรก",
        "16.30.00 น. ปิดรับ",
        "1.1 กม. จากสำนักงาน",
        "ข้อ 1 ของระเบียบ",
        "1/2566 ลงวันที่ 5",
        "1) ผู้อำนวยการ 2) รองผู้อำนวยการ",
        "ก) เห็นชอบ หรือ ข) ไม่เห็นชอบ",
        "e-Office",
        "office ของกลุ่ม",
        "3 วันทำการ",
    ],
)
def test_numbers_that_belong_to_the_text_are_left_alone(project: Project, text: str) -> None:
    assert problems_of(project, f"scope:\n  - {text}\nsteps:\n  - text: {text}\n") == []


@pytest.mark.parametrize(
    "marks",
    [("1.1", "1.2"), ("๒.๙", "2.10"), ("ข้อ 1", "ข้อ 2"), ("ข้อ ๑.", "ข้อ ๒."), ("ก.", "ข."), ("1/", "2/")],
    ids=" ".join,
)
def test_what_only_the_items_beside_show_is_told_of_each(project: Project, marks: tuple[str, str]) -> None:
    texts = [f"{marks[0]} ตรวจ", f"{marks[1]} ส่ง"]
    found = problems_of(project, "steps:\n" + "".join(f"  - text: {text}\n" for text in texts))
    assert [(each.location.line, each.location.length) for each in found] == [
        (4, len(marks[0])),
        (5, len(marks[1])),
    ]
    assert ["“ตรวจ”" in found[0].hint, "“ส่ง”" in found[1].hint] == [True, True]


def test_items_that_begin_with_amounts_are_left_alone(project: Project) -> None:
    for texts in (("3 วันทำการ", "4 วันทำการ"), ("1.5 กม. จากสำนักงาน", "2.5 กม. จากถนน")):
        assert problems_of(project, "steps:\n" + "".join(f"  - text: {text}\n" for text in texts)) == []
