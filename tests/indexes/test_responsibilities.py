"""The responsibility matrix: each letter only where data or the words of a step say so."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexes.responsibilities import Letter, names_an_approver, responsibility_matrix
from generator.model.catalogue import Role
from generator.model.manual import Manual
from tests.document.manuals import manual_of, placed

ROLES = {
    "group": {"title": "กลุ่มแผน", "kind": "unit"},
    "director": {"title": "ผู้อำนวยการสำนักงาน", "short": "ผอ.", "kind": "person"},
    "office": {"title": "สำนักงาน", "kind": "unit"},
    "school": {"title": "สถานศึกษา", "kind": "unit"},
}


def _manual(*steps: dict[str, Any], roles: dict[str, dict[str, str]] = ROLES) -> Manual:
    catalogue = {key: Role.model_validate(role) for key, role in roles.items()}
    return replace(manual_of(placed(steps=list(steps))), roles=catalogue)


def _letters(manual: Manual) -> dict[str, dict[str, list[str]]]:
    (row,) = responsibility_matrix(manual).rows
    return {
        role: {letter.value: [step.number for step in steps] for letter, steps in cell.steps.items()}
        for role, cell in row.cells.items()
    }


def test_who_acts_is_responsible_and_the_owner_is_only_marked() -> None:
    manual = _manual({"text": "ทำ", "role": "director"}, {"text": "ทำต่อ", "role": "director"})
    assert _letters(manual) == {"group": {}, "director": {"R": ["1", "2"]}}
    (row,) = responsibility_matrix(manual).rows
    assert [cell.is_owner for cell in row.cells.values()] == [True, False]


@pytest.mark.parametrize(
    "text", ["อนุมัติแผน", "พิจารณาลงนาม", "ให้ความเห็นชอบแผน", "**เห็นชอบ**แผน", "ลงนามรับรองผลสอบเทียบ"]
)
def test_a_step_that_begins_with_approving_is_an_approval(text: str) -> None:
    assert _letters(_manual({"text": text, "role": "director"}))["director"] == {"R": ["1"], "A": ["1"]}


@pytest.mark.parametrize(
    "text", ["พิจารณาแผน", "เสนอแผนเพื่อขออนุมัติ", "ขอความเห็นชอบ", "ร่วมลงนาม", "ลงนามรับรองสำเนา"]
)
def test_a_step_that_does_not_is_none(text: str) -> None:
    assert _letters(_manual({"text": text, "role": "director"}))["director"] == {"R": ["1"]}


@pytest.mark.parametrize(
    ("text", "label", "letters"),
    [
        ("ตรวจความครบถ้วนของเอกสาร", "ครบ", "R"),
        ("ตรวจสอบข้อมูล", "เห็นชอบ", "R"),
        ("เสนอแผนเพื่อพิจารณา", "เห็นชอบ", "R"),
        ("พิจารณาแผน", "ครบ", "R"),
        ("พิจารณาแผน", "เห็นชอบ", "RA"),
        ("Review the request", "Approved", "RA"),
        ("ลงนามรับเอกสาร", "อนุมัติ", "R"),
    ],
)
def test_a_decision_is_an_approval_only_if_its_words_say_so(text: str, label: str, letters: str) -> None:
    outcomes = [{"label": label}, {"label": "ข", "go": "end"}]
    manual = _manual({"text": text, "role": "director", "outcomes": outcomes})
    assert "".join(_letters(manual)["director"]) == letters


def test_what_fields_state_has_its_letters() -> None:
    step = {
        "text": "อนุมัติแผน",
        "role": ["office", "group"],
        "accountable": "director",
        "consulted": ["school"],
        "informed": ["group"],
    }
    assert _letters(_manual(step)) == {
        "group": {"R": ["1"], "I": ["1"]},
        "director": {"A": ["1"]},
        "office": {"R": ["1"]},
        "school": {"C": ["1"]},
    }


def test_the_one_who_leads_approves_where_several_act() -> None:
    letters = _letters(_manual({"text": "อนุมัติแผน", "role": ["office", "school"]}))
    assert letters == {"group": {}, "office": {"R": ["1"], "A": ["1"]}, "school": {"R": ["1"]}}


def test_what_falls_to_the_owner_is_told_apart_from_what_is_stated() -> None:
    manual = _manual({"text": "อนุมัติแผน"}, {"text": "ส่ง", "role": "director"})
    (row,) = responsibility_matrix(manual).rows
    is_default = {
        role: {each.value: cell.is_default(each) for each in cell.steps} for role, cell in row.cells.items()
    }
    assert is_default == {"group": {"R": True, "A": True}, "director": {"R": False}}
    assert not names_an_approver(row.procedure)


@pytest.mark.parametrize("stated", [{"role": "group"}, {"accountable": "group"}])
def test_the_owner_may_be_stated(stated: dict[str, str]) -> None:
    (row,) = responsibility_matrix(_manual({"text": "อนุมัติแผน", **stated})).rows
    assert not row.cells["group"].is_default(Letter.APPROVES)
    assert names_an_approver(row.procedure)


@pytest.mark.parametrize(
    ("text", "informed"),
    [
        ("รายงานผลต่อผู้อำนวยการสำนักงาน", ["director"]),
        ("รายงานผลต่อ ผอ.", []),
        ("รายงานผลต่อผอ.", ["director"]),
        ("เสนอแผนต่อสำนักงานและต่อสถานศึกษา", ["office", "school"]),
        ("แจ้งสถานศึกษาให้ทราบ", ["school"]),
        ("ส่งรายงานถึงสำนักงาน พร้อมเอกสาร", ["office"]),
        ("รายงานผลต่อสำนักงานคณะกรรมการ", []),
        ("รายงานผลของสถานศึกษา", []),
        ("จัดทำแผนต่อสถานศึกษา", []),
        ("ต่อสถานศึกษา รายงานผล", []),
        ("รายงานผลต่อกลุ่มแผน", []),
    ],
)
def test_who_a_document_is_reported_to(text: str, informed: list[str]) -> None:
    letters = _letters(_manual({"text": text, "kind": "input/output"}))
    assert sorted(role for role, found in letters.items() if Letter.INFORMED in found) == informed


def test_who_goes_on_with_the_work_is_not_merely_told() -> None:
    told = {"text": "เสนอแผนต่อสถานศึกษา", "kind": "document"}
    assert _letters(_manual(told, {"text": "พิจารณา", "role": "school"}))["school"] == {"R": ["2"]}
    later = _letters(_manual(told, {"text": "ทำ"}, {"text": "พิจารณา", "role": "school"}))
    assert later["school"] == {"R": ["3"], "I": ["1"]}


def test_plain_work_reports_to_nobody() -> None:
    assert "school" not in _letters(_manual({"text": "แจ้งสถานศึกษาให้ดำเนินการ"}))


@pytest.mark.parametrize(
    ("text", "consulted"),
    [
        ("ขอความเห็นจากสถานศึกษา", ["school"]),
        ("หารือกับผู้อำนวยการสำนักงานก่อนจัดทำ", ["director"]),
        ("หารือสำนักงาน", ["office"]),
        ("ขอความเห็นชอบจากสถานศึกษา", []),
        ("ขอความเห็นจากสถานศึกษาใด", []),
        ("ร่วมกับสถานศึกษากำหนดเป้าหมาย", []),
    ],
)
def test_who_is_asked(text: str, consulted: list[str]) -> None:
    letters = _letters(_manual({"text": text}))
    assert [role for role, found in letters.items() if Letter.CONSULTED in found] == consulted


def test_a_name_that_two_roles_share_says_nothing() -> None:
    roles = {**ROLES, "other": {"title": "สถานศึกษา", "kind": "unit"}}
    letters = _letters(_manual({"text": "แจ้งสถานศึกษา", "kind": "document"}, roles=roles))
    assert set(letters) == {"group"}


def test_only_roles_with_a_part_are_in_it_in_the_order_of_the_catalogue() -> None:
    manual = _manual({"text": "แจ้งสถานศึกษา", "kind": "document"}, {"text": "ดู", "role": "director"})
    assert responsibility_matrix(manual).roles == ("group", "director", "school")
    assert responsibility_matrix(manual_of()).rows == ()


@given(st.text("รายงานต่อแจ้งสถานศึกษา "), st.sampled_from(["document", "process", "input/output"]))
def test_every_letter_names_a_step_of_the_procedure(text: str, kind: str) -> None:
    manual = _manual({"text": f"ทำ{text}", "kind": kind}, {"text": "ดู", "role": "school"})
    (row,) = responsibility_matrix(manual).rows
    steps = set(row.procedure.steps)
    for role, cell in row.cells.items():
        for letter, found in cell.steps.items():
            assert found
            assert set(found) <= steps
            acts = all(step.role == role for step in found)
            assert acts == (letter in {Letter.RESPONSIBLE, Letter.APPROVES})
