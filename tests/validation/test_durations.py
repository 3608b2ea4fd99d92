"""The column ระยะเวลา of real manuals: each wording is understood, or told with exactly what to write instead."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.assembly import load_manual
from generator.model import parse_duration
from generator.problems import Problem
from tests.support import MINIMAL
from tests.support.cases import each_case

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
BEFORE_STEPS = MINIMAL[PROCEDURE].partition("steps:")[0]
LINE = BEFORE_STEPS.count("\n") + 1
CASES: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "durations.yml").read_text(encoding="utf-8")
)
FLAGS = ("limit", "rough", "open", "window")


def problems(project: Project, step: str, before: str = "") -> list[Problem]:
    """What is told of a project whose procedure has one step, with lines below its text."""
    _, found = load_manual(project({PROCEDURE: f"{BEFORE_STEPS}{before}steps:\n  - text: ก\n{step}"}))
    return [each for each in found if each.rule != "unused-entry"]


def said(text: str) -> str:
    """What is understood of a duration."""
    duration = parse_duration(text)
    least, most = (
        " ".join(f"{each.amount.normalize():f} {each.unit}" for each in amounts)
        for amounts in (duration.least, duration.most)
    )
    parts = [
        least,
        f"to {most}" * (least != most),
        *(flag for flag in FLAGS if getattr(duration, f"is_{flag}")),
    ]
    return " ".join([*filter(None, parts), *(["per", duration.per] if duration.per else [])])


@each_case("text", CASES["understood"])
def test_what_is_understood(text: str) -> None:
    assert said(text) == CASES["understood"][text]


@pytest.mark.parametrize("text", CASES["told"])
def test_what_is_told_is_mended_as_the_hint_says(text: str, project: Project) -> None:
    mended = CASES["told"][text]
    (problem,) = problems(project, f"    duration: {text}\n")
    place = problem.location
    assert (problem.rule, place.line - LINE, place.column) == ("bad-duration", 2, 15)
    assert mended.removeprefix("duration: ") in problem.hint
    assert problems(project, f"    {mended}\n") == []


def test_a_schedule_joins_those_that_stand_there(project: Project) -> None:
    for there in ("ทุกเดือน", "\n      - ทุกเดือน"):
        (problem,) = problems(project, f"    schedule: {there}\n    duration: ภายใน 15 มกราคม\n")
        assert problem.hint.endswith("คือ “- ทุกเดือน” “- ภายใน 15 มกราคม”")


@pytest.mark.parametrize("text", ['"-"', "–", "N/A", "none", "ไม่มี"])
def test_what_says_nothing_is_left_out(text: str, project: Project) -> None:
    (problem,) = problems(project, f"    duration: {text}\n")
    assert problem.hint.startswith("ถ้าไม่มีเวลากำหนด ลบทั้งบรรทัด หรือเขียน duration: ไม่กำหนด")
    assert problems(project, "    duration: ไม่กำหนด\n") == []


def test_a_dash_alone_is_no_list(project: Project) -> None:
    (problem,) = problems(project, "    duration: -\n")
    assert (problem.rule, problem.hint) == ("list-on-key-line", "ถ้าไม่มีข้อมูล ให้ลบทั้งบรรทัด")
    for key in ("fees", "documents"):
        (problem,) = problems(project, "", f"service:\n  {key}: - # ไม่มี\n")
        assert problem.hint == f"ถ้าไม่มีจริง ให้เขียนเป็น {key}: none ถ้ายังไม่มีข้อมูล ให้ลบทั้งบรรทัด"
        assert problems(project, "", f"service:\n  {key}: none\n") == []


def test_the_hours_of_a_counter_are_no_promise(project: Project) -> None:
    (problem,) = problems(project, "", "service:\n  fees: none\n  total_time: 08.30-16.30 น.\n")
    assert problem.hint == "ลบทั้งบรรทัด แล้วเขียนเวลาตามนาฬิกาในช่อง hours ของ channels"


@pytest.mark.parametrize("field", ["channels", "applicants", "complaints"])
@pytest.mark.parametrize("text", ["ไม่มี", "None", "N/A", '"-"', "ไม่มีช่องทาง"])
def test_a_list_that_is_never_none_is_left_out(field: str, text: str, project: Project) -> None:
    (problem,) = problems(project, "", f"service:\n  fees: none\n  {field}: {text}\n")
    assert (problem.rule, problem.hint) == ("wrong-type", "ถ้าไม่มีข้อมูล ให้ลบทั้งบรรทัด")


@pytest.mark.parametrize("text", ["ไม่มีค่าธรรมเนียม", "ฟรี", '"-"', "ยกเว้นค่าธรรมเนียม", "0 บาท"])
def test_what_means_none_is_told_the_word(text: str, project: Project) -> None:
    (problem,) = problems(project, "", f"service:\n  fees: {text}\n")
    assert problem.hint.startswith("เขียนเป็น fees: none")


def test_a_fee_with_an_exception_is_never_none(project: Project) -> None:
    (problem,) = problems(project, "", "service:\n  fees: ไม่มีค่าธรรมเนียม ยกเว้นขอสำเนา 10 บาท\n")
    assert "none" not in problem.hint
