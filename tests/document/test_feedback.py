"""The addresses for remarks."""

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.document.feedback import general_feedback, procedure_feedback, step_feedback
from tests.document.manuals import manual_of, placed

ADDRESS = "https://a.example/new?title={title}&body={body}"


def test_feedback_names_procedure_and_step() -> None:
    procedure = placed(title="งาน **แผน** & งบ", steps=[{"id": "ask", "text": "ถาม? 100%"}])
    manual = manual_of(procedure, settings={"feedback": ADDRESS})
    page = parse_qs(urlsplit(procedure_feedback(manual, procedure) or "").query)
    step = parse_qs(urlsplit(step_feedback(manual, procedure, procedure.steps[0]) or "").query)
    assert page["title"] == ["แจ้งขอแก้ไข 1.1 งาน แผน & งบ"]
    assert page["body"][0].startswith("สำนักงาน\nprocedures/budget/plan.yml\n")
    assert step["title"] == ["แจ้งขอแก้ไข 1.1 งาน แผน & งบ ขั้นตอนที่ 1"]
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
