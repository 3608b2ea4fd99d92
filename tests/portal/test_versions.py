"""Which texts count as one, and how few of them are kept."""

from collections.abc import Mapping

from generator.portal.collecting import collect
from generator.portal.versions import MOST_GROUPS, MOST_PAIRED, Versions
from tests.portal.manuals import MadeEditions, many_offices, offices


def versions_of(editions: MadeEditions) -> Mapping[str, Versions]:
    return collect(editions).procedures


def kept(versions: Versions) -> int:
    return sum(version.specimen is not None for version in versions.all)


def test_editions_with_the_same_text_are_one_version() -> None:
    audit = collect(offices()).procedures["audit"]
    assert [(version.is_base, version.editions) for version in audit.all] == [(True, ["north", "south-2566"])]


def test_where_a_text_comes_from_and_since_when_it_holds_make_no_version() -> None:
    north = collect(offices()).editions["north"]
    assert north.placed["audit"].drift.is_same
    assert not north.placed["spending"].drift.is_same


def test_values_make_versions_but_no_ways() -> None:
    spending = versions_of(many_offices(30, ways=1))["spending"]
    assert len(spending.all) == 31
    assert [len(group.editions) for group in spending.groups] == [30]
    assert spending.count == 1


def test_ways_are_told_apart_by_the_changes_as_written() -> None:
    spending = versions_of(many_offices(30, ways=3))["spending"]
    assert [(group.is_base, len(group.editions)) for group in spending.groups] == [
        (True, 10),
        (False, 10),
        (False, 10),
    ]


def test_what_is_kept_does_not_grow_with_the_number_of_offices() -> None:
    few, many = (kept(versions_of(many_offices(count, ways=count))["spending"]) for count in (40, 120))
    assert few == many <= MOST_PAIRED + MOST_GROUPS


def test_of_few_texts_each_is_kept() -> None:
    spending = versions_of(many_offices(MOST_PAIRED - 1, ways=1))["spending"]
    assert spending.is_few
    assert kept(spending) == MOST_PAIRED


def test_what_is_kept_has_of_other_procedures_only_the_names() -> None:
    spending = collect(offices()).procedures["spending"]
    for version in spending.all:
        assert version.specimen is not None
        procedures = {placed.id: placed for placed in version.specimen.manual.procedures()}
        assert procedures["spending"].steps
        assert procedures["audit"].title == "งานตรวจสอบภายใน"
        assert not procedures["audit"].steps
        assert version.specimen.manual.siblings == ()
