"""What people learned, arranged."""

from dataclasses import replace

from generator.indexes.lessons import (
    items_by_kind,
    items_by_month,
    items_by_tag,
    items_of_no_procedure,
    management_procedure,
    places_by_procedure,
    procedures_without,
    reviewed_items,
    step_items,
    tags_of,
)
from generator.model.calendar import CalendarDate
from generator.model.knowledge_item import ItemKind, KnowledgeItem
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedKnowledge
from tests.document.manuals import manual_of, placed


def item(identifier: str, **fields: object) -> PlacedKnowledge:
    """An item of knowledge; fields as an editor writes them."""
    head = KnowledgeItem.model_validate({"title": f"เรื่อง {identifier}", "kind": "lesson", **fields})
    return PlacedKnowledge(identifier, f"docs/knowledge/{identifier}.md", head, "เนื้อหา")


def manual_with(*items: PlacedKnowledge) -> Manual:
    """A manual of two published procedures, a planned and a retired one, with some items."""
    steps = [{"id": "write", "text": "เขียน"}, {"id": "send", "text": "ส่ง"}]
    manual = manual_of(
        placed("plan", steps=steps),
        placed("audit", "1.2"),
        placed("idea", "1.3", status="planned"),
        placed("old", "1.4", status="retired"),
    )
    return replace(manual, knowledge=items)


def test_kinds_stand_in_their_own_order_and_empty_ones_nowhere() -> None:
    manual = manual_with(item("a", kind="caution"), item("b"), item("c", kind="caution"))
    found = {kind: [each.id for each in items] for kind, items in items_by_kind(manual).items()}
    assert list(found.items()) == [(ItemKind.LESSON, ["b"]), (ItemKind.CAUTION, ["a", "c"])]


def test_a_tag_counts_once_however_its_spaces_are_written() -> None:
    one = item("a", tags=["งาน  แผน", "งาน แผน", "อื่น"])
    manual = manual_with(one, item("b", tags=["อื่น"]))
    assert tags_of(one) == ("งาน แผน", "อื่น")
    assert {tag: len(items) for tag, items in items_by_tag(manual).items()} == {"งาน แผน": 1, "อื่น": 2}


def test_an_item_stands_once_at_each_of_its_procedures_with_all_its_steps() -> None:
    both = item("a", procedures=["audit", "plan#send", "plan#write", "plan", "plan#send"])
    places = places_by_procedure(manual_with(both))
    assert list(places) == ["plan", "audit"]
    assert [each.steps for each in places["plan"]] == [("send", "write")]
    assert [each.steps for each in places["audit"]] == [()]
    assert list(step_items(places["plan"], "send")) == [both]
    assert list(step_items(places["plan"], None)) == []
    assert list(step_items(places["audit"], "send")) == []


def test_what_belongs_nowhere_in_particular() -> None:
    nowhere = item("a")
    assert items_of_no_procedure(manual_with(nowhere, item("b", procedures=["plan"]))) == (nowhere,)


def test_months_come_newest_first_then_whole_years_and_no_date_last() -> None:
    items = [item("a"), item("b", date="2567"), item("c", date="2568-01-31"), item("d", date="2568-01-02")]
    found = [(month, [each.id for each in there]) for month, there in items_by_month(manual_with(*items))]
    assert found == [
        (CalendarDate(year=2025, month=1), ["c", "d"]),
        (CalendarDate(year=2024), ["b"]),
        (None, ["a"]),
    ]


def test_only_items_with_a_date_of_review_are_reviewed() -> None:
    done = item("a", reviewed="2568")
    assert reviewed_items((done, item("b"))) == (done,)


def test_planned_and_retired_procedures_lack_nothing() -> None:
    assert [each.id for each in procedures_without(manual_with())] == ["plan", "audit"]
    assert [each.id for each in procedures_without(manual_with(item("a", procedures=["plan"])))] == ["audit"]


def test_the_procedure_by_which_knowledge_is_managed_is_the_one_that_the_settings_name() -> None:
    manual = manual_with()
    assert management_procedure(manual) is None
    for named, found in (("audit", "audit"), ("left-out", None)):
        settings = manual.settings.model_copy(update={"knowledge_management": named})
        management = management_procedure(replace(manual, settings=settings))
        assert (management.id if management else None) == found
