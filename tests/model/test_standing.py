"""Whether what is cited still carries a procedure: by what is authored alone, and only when it is certain."""

from datetime import date

import pytest

from generator.model.catalogue import Reference
from generator.model.procedure import Procedure
from generator.model.standing import doubt_about

TODAY = date(2025, 12, 1)


def doubt(reference: dict[str, object], **procedure: str) -> str | None:
    """Why a procedure has to be reviewed for a reference, both as editors write them."""
    written = {"title": "งาน", "owner": "clerk", "steps": [{"text": "ทำ"}], **procedure}
    cited = Reference.model_validate({"type": "act", "title": "กฎหมาย", **reference})
    found = doubt_about(cited, Procedure.model_validate(written), TODAY)
    return found.value if found else None


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ({}, None),
        ({"status": "in-force"}, None),
        ({"status": "amended"}, None),
        ({"status": "repealed"}, "repealed"),
        ({"status": "replaced"}, "replaced"),
        ({"replaced_by": "new-act"}, "replaced"),
        ({"replaced_by": "new-act", "status": "in-force"}, None),
        ({"year": "2500"}, None),
        ({"valid": {"from": "2552"}}, None),
        ({"valid": {"to": "2567"}}, "expired"),
        ({"valid": {"to": "2568"}}, None),
        ({"valid": {"to": "30 พฤศจิกายน 2568"}}, "expired"),
        ({"valid": {"to": "1 ธันวาคม 2568"}}, None),
        ({"valid": {"to": "2567"}, "replaced_by": "new-act"}, "expired"),
        ({"valid": {"to": "2567"}, "status": "repealed"}, "repealed"),
    ],
)
def test_what_is_stated_of_the_document(reference: dict[str, object], why: str | None) -> None:
    assert doubt(reference) == why


@pytest.mark.parametrize(
    ("amended", "procedure", "is_certain"),
    [
        ("2 มกราคม 2566", {"reviewed": "1 มกราคม 2566"}, True),
        ("1 มกราคม 2566", {"reviewed": "1 มกราคม 2566"}, False),
        ("2566", {"reviewed": "2565"}, True),
        ("2566", {"reviewed": "2566"}, False),
        ("31 ธันวาคม 2566", {"reviewed": "2566"}, False),
        ("2566", {"reviewed": "31 ธันวาคม 2565"}, True),
        ("2566", {"reviewed": "1 มกราคม 2566"}, False),
        ("2566-03", {"reviewed": "2566-02"}, True),
        ("2566", {"effective": "2560"}, True),
        ("2566", {"effective": "2560", "reviewed": "2567"}, False),
        ("2566", {}, False),
    ],
)
def test_amended_since_the_last_review(amended: str, procedure: dict[str, str], is_certain: bool) -> None:
    assert doubt({"amended": amended}, **procedure) == ("amended-since-review" if is_certain else None)


def test_nothing_has_to_be_reviewed_that_is_out_of_use() -> None:
    assert doubt({"status": "repealed"}, status="retired") is None
    assert doubt({"status": "repealed"}, status="planned") == "repealed"
