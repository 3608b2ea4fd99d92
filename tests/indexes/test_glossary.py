"""The glossary: each word once, with all its meanings and their places, and where it is used."""

from generator.indexes.glossary import Glossary, definition_keys, word_key
from generator.model.manual import PlacedProcedure
from tests.document.manuals import manual_of, placed

OBEC = {"term": "สำนักงานใหญ่", "short": "สนง."}


def defining(identifier: str, *definitions: tuple[str, str]) -> PlacedProcedure:
    said = [{"term": term, "meaning": meaning} for term, meaning in definitions]
    return placed(identifier, definitions=said)


def said_of(glossary: Glossary, term: str) -> list[tuple[str, list[str]]]:
    """The meanings of a word, each with the ids of the procedures that say so."""
    (entry,) = [entry for entry in glossary.entries if entry.term == term]
    return [(each.text, [place.procedure.id for place in each.places]) for each in entry.meanings]


def test_terms_and_definitions_stand_in_dictionary_order() -> None:
    glossary = Glossary(
        manual_of(
            defining("a", ("เงิน", "งบ"), ("กรอบ", "ขอบ"), ("**แผน**", "ในงานนี้")),
            terms={"plan": {"term": "แผน", "meaning": "ทั่วไป"}, "it": {"term": "ICT"}},
        )
    )
    assert [entry.term for entry in glossary.entries] == ["ICT", "กรอบ", "เงิน", "แผน"]
    assert said_of(glossary, "แผน") == [("ทั่วไป", []), ("ในงานนี้", ["a"])]


def test_meanings_that_differ_stand_side_by_side_and_equal_ones_once() -> None:
    glossary = Glossary(
        manual_of(
            defining("a", ("แผน", "สิ่งที่ **จะทำ**")),
            defining("b", ("แผน ", "สิ่งที่จะทำ")),
            defining("c", ("แผน", "กระดาษ")),
        )
    )
    assert said_of(glossary, "แผน") == [("สิ่งที่ **จะทำ**", ["a", "b"]), ("กระดาษ", ["c"])]


def test_a_definition_of_an_abbreviation_is_one_of_its_long_form() -> None:
    glossary = Glossary(manual_of(defining("a", ("สนง.", "ที่ทำงาน")), terms={"office": OBEC}))
    assert said_of(glossary, "สำนักงานใหญ่") == [("ที่ทำงาน", ["a"])]
    assert len(glossary.entries) == 1


def test_an_added_word_moves_no_other() -> None:
    few = Glossary(manual_of(defining("a", ("แผน", "ก"), ("งบ", "ข"))))
    many = Glossary(manual_of(defining("a", ("กรอบ", "ค"), ("งบ", "ข"), ("แผน", "ก"), ("อีก", "ง"))))
    keys = {entry.term: entry.key for entry in many.entries}
    assert {entry.term: entry.key for entry in few.entries}.items() <= keys.items()
    assert len(set(keys.values())) == 4
    assert keys["แผน"] == word_key("แผน")


def test_definitions_of_one_word_in_one_procedure_have_keys_of_their_own() -> None:
    twice = defining("a", ("แผน", "ก"), ("แผน", "ข"), ("งบ", "ค"))
    keys = definition_keys(twice)
    assert keys == [word_key("แผน"), f"{word_key('แผน')}-2", word_key("งบ")]
    defined = Glossary(manual_of(twice)).defined_by(twice)
    assert [(key, entry.term) for key, entry in defined] == list(zip(keys, ["แผน", "แผน", "งบ"], strict=True))


def test_two_entries_of_a_catalogue_for_one_word_both_stand() -> None:
    terms = {"one": {"term": "แผน", "meaning": "ก"}, "two": {"term": "แผน", "meaning": "ข"}}
    glossary = Glossary(manual_of(defining("a", ("แผน", "ค")), terms=terms))
    assert [(entry.key, len(entry.meanings)) for entry in glossary.entries] == [("one", 2), ("two", 1)]
    assert [entry.key for entry in glossary.by_form["แผน"]] == ["one", "two"]


def test_a_word_is_used_where_its_full_or_short_form_stands_in_a_text() -> None:
    glossary = Glossary(
        manual_of(
            placed("a", summary="ส่ง สนง. ทันที"),
            placed("b", steps=[{"text": "ทำ", "detail": "แจ้ง**สำนักงานใหญ่**ก่อน"}]),
            placed("c", steps=[{"text": "ทำ", "steps": [{"text": "ย่อย", "standard": "ตามที่ สนง. กำหนด"}]}]),
            placed("d", summary="สำนักงานเล็ก [สนง.](https://a.example)"),
            terms={"office": OBEC},
        )
    )
    assert [each.id for each in glossary.used_in["office"]] == ["a", "b", "c"]


def test_a_manual_without_words_has_an_empty_glossary() -> None:
    glossary = Glossary(manual_of(placed()))
    assert glossary.entries == ()
    assert glossary.used_in == {}
