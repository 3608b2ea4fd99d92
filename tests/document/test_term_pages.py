"""The page of the glossary and the ways between it and the procedures' definitions."""

from typing import Any

from generator.document.addresses import TERMS, Target
from generator.document.term_pages import (
    SeeEntry,
    TermEntry,
    definition_views,
    index_letters,
    term_entries,
)
from generator.indexes.glossary import Glossary, word_key
from tests.document.manuals import manual_of, placed

PLAN = placed("plan", "1.1", definitions=[{"term": "แผน", "meaning": "ในงานนี้"}], summary="เงิน")
OTHER = placed(
    "other", "1.2", definitions=[{"term": "แผน", "meaning": "กระดาษ"}, {"term": "เงิน", "meaning": "งบ"}]
)
PLAN_TERM = {"term": "แผน", "short": "ผน.", "synonyms": ["โครง"], "meaning": "ทั่วไป"}


def glossary() -> Glossary:
    return Glossary(manual_of(PLAN, OTHER, terms={"plan": PLAN_TERM, "km": {"term": "ความรู้", "short": "KM"}}))


def test_an_entry_has_its_forms_and_meanings_that_lead_to_their_definitions() -> None:
    (entry,) = [entry for entry in term_entries(glossary()) if entry.term == "แผน"]
    assert (entry.fragment, entry.short) == ("term-plan", "ผน.")
    assert [(meaning.text, [name.target for name in meaning.procedures]) for meaning in entry.meanings] == [
        ("ทั่วไป", []),
        ("ในงานนี้", [Target("budget/plan.md", f"definition-{word_key('แผน')}")]),
        ("กระดาษ", [Target("budget/other.md", f"definition-{word_key('แผน')}")]),
    ]


def test_a_definition_leads_to_its_entry_and_says_when_others_differ() -> None:
    plan, money = definition_views(glossary(), OTHER)
    assert (plan.entry, plan.is_disputed) == (Target(TERMS, "term-plan"), True)
    assert (money.entry, money.is_disputed) == (Target(TERMS, f"term-{word_key('เงิน')}"), False)
    assert (money.term, money.meaning, money.fragment) == ("เงิน", "งบ", f"definition-{word_key('เงิน')}")


def test_an_entry_names_the_procedures_that_only_use_the_word() -> None:
    (money,) = [entry for entry in term_entries(glossary()) if entry.term == "เงิน"]
    assert [name.number for name in money.used_in] == ["1.1"]
    assert money.more_uses == 0


def test_of_many_procedures_some_are_named() -> None:
    users = [placed(f"p{number}", f"1.{number}", summary="ใช้ KM") for number in range(9)]
    (entry,) = term_entries(Glossary(manual_of(*users, terms={"km": {"term": "ความรู้", "short": "KM"}})))
    assert [name.number for name in entry.used_in] == ["1.0", "1.1", "1.2", "1.3", "1.4"]
    assert entry.more_uses == 4


def test_the_index_has_words_by_first_letter_and_latin_ones_together_at_its_end() -> None:
    listed = [
        (
            letter.letter,
            letter.fragment,
            [each.name if isinstance(each, TermEntry) else each.short for each in letter.entries],
        )
        for letter in index_letters(glossary())
    ]
    assert listed == [
        ("ง", "letter-e07", ["เงิน"]),
        ("ผ", "letter-e1c", ["ผน.", "แผน"]),
        ("A–Z", "letter-latin", ["KM"]),
    ]
    see = index_letters(glossary())[-2].entries[0]
    assert isinstance(see, SeeEntry)
    assert see.entry.fragment == "term-plan"


def test_words_of_which_only_other_names_are_known_are_left_to_the_search() -> None:
    terms: dict[str, dict[str, Any]] = {
        "km": {"term": "ความรู้", "short": "KM"},
        "letter": {"term": "หนังสือเข้า", "synonyms": ["จดหมายเข้า"]},
    }
    listed = [
        each for letter in index_letters(Glossary(manual_of(PLAN, terms=terms))) for each in letter.entries
    ]
    assert [each.term for each in listed if isinstance(each, TermEntry)] == ["แผน", "ความรู้"]


def test_an_abbreviation_of_which_only_the_long_form_is_told_stands_once_under_its_own_letter() -> None:
    known = Glossary(manual_of(terms={"km": {"term": "ความรู้", "short": "KM", "synonyms": ["องค์ความรู้"]}}))
    (letter,) = index_letters(known)
    (entry,) = letter.entries
    assert isinstance(entry, TermEntry)
    assert (letter.letter, entry.name, entry.fragment) == ("K", "KM", "term-km")
