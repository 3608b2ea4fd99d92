"""What pages bring along about reading: of which procedures, by which names they were known, where lists are sent."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.document import documents_of, open_book
from generator.document.blocks import Widget
from generator.document.walking import walk
from generator.indexes.indexes import Indexes
from generator.model.edition import Edition
from generator.model.manual import Manual
from generator.model.retired_ids import FormerIds
from tests.document.manuals import TODAY, manual_of, placed

PLAN, MINE = "budget/plan.md", "my-reading.md"
OFFICE = {"office": "สำนักงาน", "areas": [{"id": "budget", "procedures": ["plan"]}]}


def widget(manual: Manual, uri: str, template: str) -> Widget | None:
    """What a page brings along for a script."""
    pages = {page.uri: page for page in documents_of(open_book(Indexes(manual, TODAY)))}
    if uri not in pages:
        return None
    found = (each for each in walk(pages[uri].blocks) if isinstance(each, Widget))
    return next((each for each in found if each.template == template), None)


@pytest.mark.parametrize(
    ("status", "is_confirmed"), [("published", True), ("draft", True), ("planned", False), ("retired", False)]
)
def test_only_what_is_followed_is_confirmed(status: str, is_confirmed: bool) -> None:
    manual = manual_of(placed(status=status))
    for uri, template in ((PLAN, "reading"), (PLAN, "reading_changes"), (MINE, "my_reading")):
        assert (widget(manual, uri, template) is not None) is is_confirmed


def test_what_was_called_otherwise_is_told_by_its_former_names() -> None:
    plan = placed(steps=[{"id": "collect", "text": "รวบรวม"}, {"text": "ทำ"}])
    former = FormerIds.of(
        [
            ("procedure", "old-plan", "plan"),
            ("step", "old-plan#gather", "plan#collect"),
            ("step", "plan#gone", ""),
        ]
    )
    found = widget(replace(manual_of(plan), former=former), PLAN, "reading")
    assert found is not None
    told = found.view["told"]
    assert isinstance(told, dict)
    assert told["former"] == ["old-plan"]
    assert told["renamed"] == {"step-gather": "step-collect"}


def test_a_renamed_step_changes_the_mark_of_none_that_leads_there() -> None:
    def steps(name: str, *former: tuple[str, str, str]) -> object:
        plan = placed(
            steps=[
                {"id": name, "text": "รวบรวม"},
                {"text": "ตรวจ", "outcomes": [{"label": "ครบ"}, {"label": "ขาด", "go": name}]},
            ]
        )
        found = widget(replace(manual_of(plan), former=FormerIds.of(former)), PLAN, "reading")
        assert found is not None
        told = found.view["told"]
        assert isinstance(told, dict)
        return [mark for _, _, mark in told["steps"]]

    renamed = ("step", "plan#gather", "plan#collect"), ("step", "plan#collect", "plan#bring")
    assert steps("gather") == steps("collect", renamed[0]) == steps("bring", *renamed)
    assert steps("gather") != steps("bring")


@pytest.mark.parametrize(
    ("of_manual", "of_office", "begins"),
    [
        (None, None, ""),
        ("mailto:all@office.example", None, "mailto:all@office.example?subject="),
        ("mailto:all@office.example", "mailto:own@b.example?cc=a@b.c", "mailto:own@b.example?cc=a@b.c&subject="),
        ("mailto:all@office.example", "https://forms.example/read?x=1", "https://forms.example/read?x=1"),
        ("javascript:alert(1)", None, ""),
        (None, "mailto:own@office.example?subject=x", "mailto:own@office.example?subject=x"),
    ],
)  # fmt: skip
def test_lists_are_sent_where_the_office_says(
    of_manual: str | None, of_office: str | None, begins: str
) -> None:
    manual = manual_of(placed(), settings={"reading_lists": of_manual})
    manual = replace(manual, edition=Edition.model_validate({**OFFICE, "reading_lists": of_office}))
    found = widget(manual, MINE, "my_reading")
    assert found is not None
    address = str(found.view["send"])
    assert address.startswith(begins)
    assert bool(address) is bool(begins)
    if begins.endswith("subject="):
        assert parse_qs(urlsplit(address).query)["subject"] == ["รายการอ่านคู่มือ สำนักงาน"]
