"""What a word means is said where a page first uses it, and nowhere that it would disturb."""

from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given, settings
from markupsafe import Markup

from generator.document.addresses import TERMS, Addresses, procedure_uri
from generator.document.explaining import Explainer
from generator.document.texts import Texts
from generator.indexes.glossary import Glossary
from generator.model.markup import plain_text
from generator.writers.inline_html import InlineHtml
from tests.document.manuals import manual_of, placed
from tests.document.test_every_text import ANY_TEXT
from tests.support.auditing import examples
from tests.support.visible import visible_text

TERMS_OF_MANUAL = {
    "obec": {"term": "สำนักงานใหญ่", "short": "สนง.", "meaning": 'ที่ <b>"ทำงาน"</b>'},
    "board": {"term": "คณะกรรมการ", "short": "กก."},
    "plain": {"term": "ธุรการ", "synonyms": ["เอกสาร"]},
}
DEFINING = placed("plan", "1.1", definitions=[{"term": "แผน", "meaning": "สิ่งที่จะทำ"}])
OTHER = placed("other", "1.2", definitions=[{"term": "แผน", "meaning": "กระดาษ"}])


def explainer(*procedures: object) -> Explainer:
    manual = manual_of(*(procedures or (DEFINING,)), terms=TERMS_OF_MANUAL)  # type: ignore[arg-type]  # procedures
    return Explainer(Glossary(manual), plain_text)


def explained(html: str) -> list[tuple[str, str]]:
    """The explained words of some HTML, each with what is said of it."""
    plain = str(html).replace('<span class="word">', "").replace("</span></span>", "</span>")
    parts = plain.split('<span class="explained" tabindex="0" role="button" aria-description="')[1:]
    return [
        (word.split("</span>")[0], unescape(meaning))
        for meaning, _, word in (part.partition('">') for part in parts)
    ]


def writer(uri: str = "a.md") -> Callable[[str], Markup]:
    write = InlineHtml(lambda _target: "x/", explainer().on_page(uri))
    texts = Texts(Addresses(manual_of(DEFINING)))
    return lambda text: write(texts.explained(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("เสนอ สนง. ก่อน", [("สนง.", 'สำนักงานใหญ่\nที่ <b>"ทำงาน"</b>')]),
        ("เสนอสำนักงานใหญ่ก่อน", [("สำนักงานใหญ่", 'ที่ <b>"ทำงาน"</b>')]),
        ("เสนอ กก. และคณะกรรมการ", [("กก.", "คณะกรรมการ")]),
        ("งานธุรการ", []),
        ("ทำแผน", [("แผน", "สิ่งที่จะทำ")]),
        ("ทำ**แผน**", [("แผน", "สิ่งที่จะทำ")]),
        ("[แผน](https://a.example) [แผน](procedure:plan)", []),
        ("แผนที่", []),
    ],
)
def test_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert explained(writer()(text)) == expected


def test_a_word_is_explained_once_a_page_in_any_of_its_forms() -> None:
    write = writer()
    assert len(explained(write("สนง. สนง.\nสำนักงานใหญ่"))) == 1
    assert explained(write("สนง.")) == []
    assert len(explained(writer("b.md")("สนง."))) == 1


def test_a_page_does_not_explain_what_it_defines_and_the_glossary_nothing() -> None:
    assert explained(writer(procedure_uri(DEFINING))("แผน สนง.")) == [
        ("สนง.", 'สำนักงานใหญ่\nที่ <b>"ทำงาน"</b>')
    ]
    assert writer(TERMS)("แผน สนง.") == 'แผน <span class="word">สนง.</span>'


def test_meanings_that_differ_are_told_with_their_places() -> None:
    write = explainer(DEFINING, OTHER).on_page("a.md")
    assert explained(write("แผน")) == [("แผน", "งาน 1.1: สิ่งที่จะทำ\nงาน 1.2: กระดาษ")]


def test_of_many_meanings_some_are_told() -> None:
    many = [
        placed(f"p{number}", f"1.{number}", definitions=[{"term": "แผน", "meaning": f"ความหมาย {number}"}])
        for number in range(5)
    ]
    (told,) = explained(explainer(*many).on_page("a.md")("แผน"))
    assert told[1].splitlines()[-1] == "และอีก 2 ความหมายในหน้าคำศัพท์"
    assert len(told[1].splitlines()) == 4


def test_a_meaning_is_no_part_of_the_text() -> None:
    assert visible_text(writer()("เสนอ สนง. ก่อน")) == "เสนอ สนง. ก่อน"


@given(ANY_TEXT)
@settings(max_examples=examples(80), deadline=None)
def test_hostile_words_and_meanings_are_shown_as_written(text: str) -> None:
    word = " ".join(f"คำ{text}จบ".split())
    terms = {"hostile": {"term": word, "short": "ฮฮฮ.", "meaning": f"{text} แปลว่า"}}
    finder = Explainer(Glossary(manual_of(placed(), terms=terms)), plain_text).on_page("a.md")
    html = finder(" ฮฮฮ. ")
    (told,) = explained(html)
    assert told[0] == "ฮฮฮ."
    assert told[1].splitlines()[:1] == " ".join(plain_text(word).split()).splitlines()[:1]
    assert html.count("<") == 2
    assert html.count(">") == 2
    assert "\n" not in html
