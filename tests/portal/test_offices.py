"""The list of offices: order, groups, and what it says of each."""

from generator.portal.offices import office_card, office_groups
from generator.portal.summaries import EditionSummary, summarize
from tests.portal.manuals import edition, many_offices, walk


def summaries(count: int) -> list[EditionSummary]:
    return [summarize(manual, {}) for manual in walk(many_offices(count, ways=1))]


def named(*names: str) -> list[EditionSummary]:
    """Editions of offices with some short names."""
    made = summaries(1)[0]
    return [
        EditionSummary(str(index), name, name, name, "", 1, 0, made.placed, frozenset())
        for index, name in enumerate(names)
    ]


def names_of(groups_of: list[EditionSummary]) -> list[list[str]]:
    return [[card.name for card in group.cards] for group in office_groups(groups_of)]


def test_few_offices_are_one_group_in_the_order_of_a_dictionary() -> None:
    assert names_of(named("สพป.แพร่ เขต 10", "สพป.แพร่ เขต 2", "สพม.กระบี่", "สพป.เชียงใหม่ เขต 1", "ศธจ.ตรัง")) == [
        ["ศธจ.ตรัง", "สพป.เชียงใหม่ เขต 1", "สพป.แพร่ เขต 2", "สพป.แพร่ เขต 10", "สพม.กระบี่"]
    ]


def test_many_offices_are_grouped_by_kind_and_letter() -> None:
    groups = office_groups(
        named(*(f"สพป.{place} เขต {n}" for place in ("แพร่", "เชียงใหม่", "ชลบุรี") for n in range(20)))
    )
    assert [(group.id, group.heading, group.letter, len(group.cards)) for group in groups] == [
        ("offices-1", "สพป. ช", "ช", 40),
        ("offices-2", "สพป. พ", "พ", 20),
    ]


def test_names_without_an_abbreviation_are_grouped_by_letter_and_none_is_lost() -> None:
    names = [*(f"สำนักงาน {n}" for n in range(30)), *(f"Office {n}" for n in range(12)), "...", "๒๕"]
    groups = office_groups(named(*names))
    assert sorted(card.name for group in groups for card in group.cards) == sorted(names)
    assert [group.heading for group in groups].count("ส") == 1


def test_a_card_says_what_there_is() -> None:
    card = office_card(summarize(edition("south-2566"), {}))
    assert (card.name, card.office, card.year) == ("สพป.ใต้ เขต 1", "สำนักงานเขตพื้นที่ใต้ เขต 1", "พ.ศ. 2566")
    assert card.facts == ("ประกาศใช้ 2 งาน", "ยังไม่ได้จัดทำ 1 งาน")
