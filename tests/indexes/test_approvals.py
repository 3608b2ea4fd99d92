"""How procedures stand to their approvals; nothing where an office records none."""

from dataclasses import replace

import pytest

from generator.indexes.approvals import Approvals, ApprovalState
from generator.indexes.completeness import completeness_questions
from generator.indexes.profiles import kept_profiles
from generator.model.manual import PlacedProcedure
from tests.document.manuals import STANDING, approved, placed, with_approvals


def test_every_state_of_those_that_can_be_approved() -> None:
    approvals = Approvals(with_approvals(*STANDING))
    assert approvals.is_used
    assert {each.placed.id: each.state.value for each in approvals} == {
        "sound": "approved",
        "moved": "changed",
        "unbound": "unbound",
        "never": "never",
    }
    assert dict(approvals.counts) == dict.fromkeys(ApprovalState, 1)
    assert [each.placed.id for each in approvals if not each.is_pending] == ["sound"]
    assert approvals.of("planned") is None


def test_an_office_without_approvals_is_told_nothing() -> None:
    approvals = Approvals(with_approvals(placed("never"), placed("other", "1.2")))
    assert not approvals.is_used
    assert list(approvals) == []
    assert not approvals.counts


@pytest.mark.parametrize(("procedure", "given"), list(zip(STANDING[:4], (1, 0, 0, 0), strict=True)))
def test_a_profile_can_ask_for_it(procedure: PlacedProcedure, given: int) -> None:
    answer = completeness_questions()["approval"](procedure)
    assert (answer.given, answer.places) == (given, 1)


def test_document_control_is_asked_of_who_chose_it() -> None:
    control = {"code": "SOP-1", "prepared": {"role": "group"}}
    whole = approved(placed(document_control=control, effective="2566", reviewed="2567"))
    lacking = replace(whole, id="lacking", approval=None)
    for chosen in ("", "document-control"):
        settings = {"profile": chosen} if chosen else {}
        manual = with_approvals(whole, lacking, **settings)
        kept = {each.id.value: found for each, found in kept_profiles(manual).items()}
        assert ("document-control" in kept) is bool(chosen)
        if chosen:
            assert [each.is_whole for each in kept["document-control"]] == [True, False]
