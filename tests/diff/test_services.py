"""Offices differ in channels and hours, in fees and in that there are none: a comparison tells each."""

from collections.abc import Mapping
from typing import Any

from generator.diff.comparing import compare_manuals
from generator.diff.differences import ListDifference
from generator.diff.runs import Sort
from tests.document.manuals import manual_of, placed
from tests.support.services import FORMS, NONE_NEEDED, SERVICE


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[tuple[Sort, str]]]:
    """By the key of each list of a service that differs, how each item does, and the item."""
    one, other = (manual_of(placed(service={**SERVICE, **each}), forms=FORMS) for each in (before, after))
    (procedure,) = compare_manuals(one, other).procedures
    return {
        each.key: [(item.sort, "".join(run.text for run in item.text.runs)) for item in each.items]
        for each in procedure.differences
        if isinstance(each, ListDifference)
    }


def test_the_hours_of_one_channel() -> None:
    first, second = SERVICE["channels"]
    assert differences({}, {"channels": [{**first, "hours": "ทุกวัน"}, second]}) == {
        "service/channels": [(Sort.CHANGED, "เคาน์เตอร์")]
    }


def test_the_address_and_the_number_of_a_channel() -> None:
    first, second = SERVICE["channels"]
    changed = [{**first, "phone": "191"}, {**second, "url": "https://example.go.th/f"}]
    assert [sort for sort, _ in differences({}, {"channels": changed})["service/channels"]] == [
        Sort.CHANGED
    ] * 2


def test_another_form_of_a_document() -> None:
    first, second = SERVICE["documents"]
    assert list(differences({}, {"documents": [first, {**second, "form": None}]})) == ["service/documents"]


def test_that_there_is_none() -> None:
    assert differences({}, NONE_NEEDED)["service/fees"] == [
        (Sort.REMOVED, "ค่าใบอนุญาต"),
        (Sort.REMOVED, "ค่าตรวจ"),
        (Sort.ADDED, "ไม่มีค่าธรรมเนียม"),
    ]


def test_that_there_is_none_is_more_than_to_say_nothing() -> None:
    assert differences({"fees": []}, {"fees": "none"}) == {"service/fees": [(Sort.ADDED, "ไม่มีค่าธรรมเนียม")]}
    assert differences(NONE_NEEDED, NONE_NEEDED) == {}
