"""When the next review is due, and the addresses for remarks."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages.feedback import general_feedback, procedure_feedback, step_feedback
from generator.pages.review import next_review
from tests.pages.manuals import TODAY, manual_of, placed

ADDRESS = "https://a.example/new?title={title}&body={body}"


@pytest.mark.parametrize(
    ("fields", "due", "is_overdue"),
    [
        ({"effective": "2566"}, "2024", True),
        ({"effective": "2566", "reviewed": "2568-05"}, "2026-05", False),
        ({"reviewed": "1 ธันวาคม 2567"}, "2025-12-01", False),
        ({"reviewed": "30 พฤศจิกายน 2567"}, "2025-11-30", True),
        ({"reviewed": "2566", "review_every": "3 ปี"}, "2026", False),
    ],
)
def test_next_review(fields: dict[str, str], due: str, is_overdue: bool) -> None:
    procedure = placed(**fields)
    found = next_review(manual_of(procedure, settings={"review_every": "1 ปี"}), procedure, TODAY)
    assert found is not None
    assert (found.on.iso(), found.is_overdue) == (due, is_overdue)


def test_no_review_without_a_date_or_an_interval() -> None:
    undated = placed()
    assert next_review(manual_of(undated, settings={"review_every": "1 ปี"}), undated, TODAY) is None
    unreviewed = placed(reviewed="2566")
    assert next_review(manual_of(unreviewed), unreviewed, TODAY) is None


def test_feedback_names_procedure_and_step() -> None:
    procedure = placed(title="งาน **แผน** & งบ", steps=[{"id": "ask", "text": "ถาม? 100%"}])
    manual = manual_of(procedure, settings={"feedback": ADDRESS})
    page = parse_qs(urlsplit(procedure_feedback(manual, procedure) or "").query)
    step = parse_qs(urlsplit(step_feedback(manual, procedure, procedure.steps[0]) or "").query)
    assert page["title"] == ["แจ้งปรับปรุง 1.1 งาน แผน & งบ"]
    assert page["body"][0].startswith("สำนักงาน\nprocedures/budget/plan.yml\n")
    assert step["title"] == ["แจ้งปรับปรุง 1.1 งาน แผน & งบ ขั้นตอนที่ 1"]
    assert step["body"][0].startswith("ขั้นตอนที่ 1 ถาม? 100%\nprocedures/budget/plan.yml#step-ask")


def test_feedback_by_mail_and_on_other_pages() -> None:
    manual = manual_of(settings={"feedback": "mailto:plan@office.example?subject={title}"})
    address = general_feedback(manual, "คำนำ")
    assert address is not None
    assert address.startswith("mailto:plan@office.example?subject=%E0%B9%81")


@pytest.mark.parametrize("settings", [{}, {"feedback": "javascript:alert({title})"}])
def test_no_feedback_without_a_safe_address(settings: dict[str, str]) -> None:
    procedure = placed()
    manual = manual_of(procedure, settings=settings)
    assert procedure_feedback(manual, procedure) is None
    assert step_feedback(manual, procedure, procedure.steps[0]) is None
