"""Addresses of changes with a wrong beginning or middle: each is led to what it names elsewhere, if anything."""

import pytest

from generator.overlay.selectors import ChangeTarget, Unresolved, resolve
from generator.project.documents import FileKind, shape_of
from generator.yamltext.composer import YamlData

SHAPE = shape_of(FileKind.PROCEDURE)
FORKED: dict[str, YamlData] = {
    "title": "งาน",
    "steps": [
        {"id": "draft", "text": "ร่าง"},
        {
            "id": "review",
            "text": "ส่งตรวจ",
            "parallel": [
                {"id": "check-budget", "text": "ตรวจวงเงิน", "role": "clerk"},
                {"id": "check-law", "text": "ตรวจข้อกฎหมาย", "steps": [{"id": "read", "text": "อ่าน"}]},
            ],
        },
    ],
    "document_control": {"code": "A-1", "revisions": [{"number": "2"}]},
    "service": {"channels": [{"name": "เคาน์เตอร์", "hours": "จันทร์"}]},
}


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("parallel/check-budget/role", "steps/check-budget/role"),
        ("check-budget/role", "steps/check-budget/role"),
        ("read", "steps/read"),
        ("steps/parallel/check-budget", "steps/check-budget"),
        ("steps/review/check-budget/role", "steps/check-budget/role"),
        ("steps/review/steps/check-budget", "steps/check-budget"),
        ("parallel/check-law/steps/read/text", "steps/check-law/steps/read/text"),
        ("revisions/2", "document_control/revisions/2"),
        ("channels/เคาน์เตอร์/hours", "service/channels/เคาน์เตอร์/hours"),
        ("code", "document_control/code"),
        ("steps/review/parallel/check-budgt/role", "steps/review/parallel/check-budget/role"),
        ("parallel/nothing/role", None),
        ("hours", None),
    ],
)
def test_an_address_with_a_wrong_beginning_is_led_to_what_it_names_elsewhere(
    address: str, meant: str | None
) -> None:
    found = resolve(FORKED, SHAPE, address)
    assert isinstance(found, Unresolved)
    assert found.suggestion == meant
    if meant is not None:
        there = resolve(FORKED, SHAPE, meant)
        assert isinstance(there, ChangeTarget)
        assert there.is_there


def test_a_field_of_other_things_is_told_where_there_is_one() -> None:
    found = resolve(FORKED, SHAPE, "parallel/nothing")
    assert isinstance(found, Unresolved)
    assert (found.variant, found.name, found.known) == ("field", "parallel", "steps/review/parallel")
    other = resolve(FORKED, SHAPE, "outcomes")
    assert isinstance(other, Unresolved)
    assert other.known.startswith("title, summary")
