"""What is answered where a schedule is not understood: the exact place and words, and a hint that leads on."""

from pathlib import Path

import pytest
import yaml

from generator.assembly import load_manual
from generator.model import schedule_forms
from generator.problems import Problem
from tests.support.projects import minimal_with, write_project

FILE = "procedures/budget/expenditure-analysis.yml"
FORMS = ", ".join(form for forms in schedule_forms() for form in forms)


def problems_of(schedule: str, root: Path) -> list[Problem]:
    """What is told of a project whose procedure has a schedule, as its line and those after it are written."""
    text = (
        f"title: งานวิเคราะห์งบประมาณรายจ่าย\nowner: planning-group\nschedule: {schedule}\nsteps:\n  - text: ก\n"
    )
    write_project(root, minimal_with({FILE: text}))
    return [each for each in load_manual(root)[1] if each.location.file == FILE]


@pytest.mark.parametrize(
    ("schedule", "message", "hint"),
    [
        (
            "เร็ว ๆ นี้",
            "“เร็ว ๆ นี้” ไม่ใช่กำหนดเวลาในรอบปีที่อ่านได้",
            f"เขียนแบบใดแบบหนึ่งต่อไปนี้ (เปลี่ยนวัน เดือน และจำนวนได้) {FORMS} คำอธิบายอื่นให้เขียนในช่อง detail ของขั้นตอน",
        ),
        (
            "ภายใน 15 มกราคม 2569",
            "“ภายใน 15 มกราคม 2569” ใส่ปีไว้ แต่กำหนดเวลาใช้กับทุกปี",
            "เขียนเป็น ภายใน 15 มกราคม",
        ),
        (
            "ภายใน ๑๕ มกราคม พ.ศ. ๒๕๖๙",
            "“ภายใน ๑๕ มกราคม พ.ศ. ๒๕๖๙” ใส่ปีไว้ แต่กำหนดเวลาใช้กับทุกปี",
            "เขียนเป็น ภายใน ๑๕ มกราคม",
        ),
        (
            "ภายใน 15 มกราคม และสิ้นเดือนมิถุนายน",
            "“ภายใน 15 มกราคม และสิ้นเดือนมิถุนายน” มีหลายกำหนดในข้อความเดียว",
            "เขียนเป็นรายการ คือ [ภายใน 15 มกราคม, สิ้นเดือนมิถุนายน]",
        ),
        (
            "สัปดาห์ที่ ๑ และ ๓ ของเดือน",
            "“สัปดาห์ที่ ๑ และ ๓ ของเดือน” มีหลายกำหนดในข้อความเดียว",
            "เขียนเป็นรายการ คือ [สัปดาห์ที่ ๑ ของเดือน, สัปดาห์ที่ ๓ ของเดือน]",
        ),
        (
            "สัปดาห์ที่ 1, 2 และ 4 ของเดือน",
            "“สัปดาห์ที่ 1, 2 และ 4 ของเดือน” มีหลายกำหนดในข้อความเดียว",
            "เขียนเป็นรายการ คือ [สัปดาห์ที่ 1 ของเดือน, สัปดาห์ที่ 2 ของเดือน, สัปดาห์ที่ 4 ของเดือน]",
        ),
        (
            "ทุกไตรมาส ภายใน 15 วัน",
            "“ทุกไตรมาส ภายใน 15 วัน” ไม่ได้บอกว่านับจากวันใด",
            "เขียนเป็น ทุกไตรมาส ภายใน 15 วันหลังสิ้นไตรมาส",
        ),
    ],
)
def test_the_answer(schedule: str, message: str, hint: str, tmp_path: Path) -> None:
    (problem,) = problems_of(schedule, tmp_path)
    assert (problem.rule, problem.location.line, problem.location.column) == ("bad-schedule", 3, 11)
    assert problem.message == message
    assert problem.hint == hint


def test_in_a_list_only_the_item_is_told(tmp_path: Path) -> None:
    (problem,) = problems_of("\n  - ทุกเดือน\n  - ไตรมาส 1 ภายใน 15 ม.ค. ไตรมาส 2 ภายใน 15 เม.ย.", tmp_path)
    assert (problem.location.line, problem.location.column) == (5, 5)
    assert problem.hint == "เขียนบรรทัดละข้อ คือ “- ไตรมาส 1 ภายใน 15 ม.ค.” “- ไตรมาส 2 ภายใน 15 เม.ย.”"


def test_in_brackets_the_items_stay_there(tmp_path: Path) -> None:
    (problem,) = problems_of("[ทุกเดือน, 15 มกราคม และสิ้นเดือนมิถุนายน]", tmp_path)
    assert problem.hint == "แยกเป็นหลายข้อ คือ 15 มกราคม, สิ้นเดือนมิถุนายน"


@pytest.mark.parametrize(
    "schedule",
    [
        "15 มกราคม และสิ้นเดือนมิถุนายน",
        "สัปดาห์ที่ 1 และ 3 ของเดือน",
        "15 ม.ค., สิ้นไตรมาส และ 15 ก.ค.",
        "ทุกเดือน ภายใน 15 วัน",
    ],
)
def test_a_hint_is_read_where_the_schedule_stood(schedule: str, tmp_path: Path) -> None:
    (problem,) = problems_of(f'"{schedule}"', tmp_path)
    suggestion = (problem.hint or "").removeprefix("เขียนเป็นรายการ คือ ").removeprefix("เขียนเป็น ")
    assert problems_of(suggestion, tmp_path) == []
    assert yaml.safe_load(f"{{schedule: {suggestion}}}") == yaml.safe_load(f"schedule: {suggestion}")


@pytest.mark.parametrize("schedule", ["ทุกเดือน", "[ทุกเดือน]", "\n  - ทุกเดือน\n  - ภายใน 15 ม.ค."])
def test_one_or_several_may_stand_there(schedule: str, tmp_path: Path) -> None:
    assert problems_of(schedule, tmp_path) == []


def test_a_long_text_is_answered_at_once(tmp_path: Path) -> None:
    (problem,) = problems_of("ทุกเดือน และ " * 2000 + "ก", tmp_path)
    assert problem.rule == "bad-schedule"


def test_four_quarters_in_one_text_are_told_apart(tmp_path: Path) -> None:
    parts = [
        "ไตรมาส 1 ภายใน 15 ม.ค.",
        "ไตรมาส 2 ภายใน 15 เม.ย.",
        "ไตรมาส 3 ภายใน 15 ก.ค.",
        "ไตรมาส 4 ภายใน 15 ต.ค.",
    ]
    (problem,) = problems_of(" ".join(parts), tmp_path)
    assert problem.hint.endswith("[" + ", ".join(parts) + "]")
