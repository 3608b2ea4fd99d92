"""A field that has only a title appears by itself, labelled, wherever its model is shown in full."""

from dataclasses import replace

import pytest
from pydantic import Field

from generator.model.base import RoleId, Text
from generator.model.catalogue import Form, Reference, ReferenceType, Role, RoleKind
from generator.model.manual import Manual
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import in_words


class _NewRole(Role):
    hazard: Text | None = Field(default=None, title="อันตราย")
    advice: tuple[Text, ...] = Field(default=(), title="คำแนะนำ")
    deputies: tuple[RoleId, ...] = Field(default=(), title="ผู้แทน")
    stands_in: RoleId | None = Field(default=None, title="รักษาการแทน")


class _NewReference(Reference):
    hazard: Text | None = Field(default=None, title="อันตราย")


class _NewForm(Form):
    hazard: Text | None = Field(default=None, title="อันตราย")


@pytest.fixture
def manual() -> Manual:
    """A manual whose catalogues have fields that no page knows."""
    plain = manual_of(placed())
    role = _NewRole(
        title="ผู้ตรวจ",
        kind=RoleKind.PERSON,
        hazard="ไฟดูด",
        advice=("สวมถุงมือ", "ถอดปลั๊ก"),
        deputies=("group", "director"),
        stands_in="director",
    )
    return replace(
        plain,
        roles={**plain.roles, "new": role},
        references={"new": _NewReference(type=ReferenceType.ACT, title="กฎหมาย", hazard="ไฟดูด")},
        forms={"new": _NewForm(title="แบบ", hazard="ไฟดูด")},
    )


def test_on_the_page_of_a_role(manual: Manual) -> None:
    page = in_words(manual, "roles/new.md", TODAY)
    assert "- รักษาการแทน: [ผอ.](director.md)\n" in page
    assert "## อันตราย\n\nไฟดูด\n\n## คำแนะนำ\n\n1. สวมถุงมือ\n2. ถอดปลั๊ก\n\n## ผู้แทน\n\n" in page
    assert "- [กลุ่มแผน](group.md)\n- [ผอ.](director.md)\n" in page


def test_on_the_page_of_a_reference(manual: Manual) -> None:
    assert "\n\n## อันตราย\n\nไฟดูด\n\n" in in_words(manual, "references/new.md", TODAY)


def test_at_a_form(manual: Manual) -> None:
    assert "แบบ; อันตราย&#58; ไฟดูด; " in in_words(manual, "forms.md", TODAY)
