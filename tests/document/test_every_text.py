"""Nothing that an editor writes is lost or read as code: on the pages, whatever it is."""

import unicodedata
from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.neighbours import beside
from generator.model.markup import plain_text
from tests.support.auditing import examples
from tests.support.every_field import every_field_manual
from tests.support.hostile import HOSTILE, SHIFTS, hostile_by_turns
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import one_line, visible_text

TODAY = date(2025, 12, 1)
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(LETTERS, max_size=30),
    st.text("*_[]()<>&`#|{}~=-+.!:\\$^ 1ก\n", max_size=30),
)
NOT_ON_A_PAGE = ("settings-publisher", "sibling-office", "term-synonyms")
"""The publisher stands at the foot of every page, which the theme makes; other offices have their short names; what
people call a word otherwise is for the search alone."""

WORDS = ("term-term", "term-short", "definition-term")


@given(ANY_TEXT)
@settings(max_examples=examples(80), deadline=None)
def test_every_text_is_visible_as_written(text: str) -> None:
    assert_all_is_visible(lambda: text)


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_are_visible_as_written(shift: int) -> None:
    assert_all_is_visible(hostile_by_turns(shift))


def assert_all_is_visible(next_text: Callable[[], str]) -> None:
    """Every field's text, and the field's name behind it, can be read on some page."""
    written: dict[str, str] = {}

    def say(field: str) -> str:
        if field not in written:
            written[field] = f"{next_text()} {field}"
        return written[field]

    manual = every_field_manual(say)
    pages = build_pages(manual, {}, TODAY, neighbours=beside(manual))
    seen = " ".join(visible_text(html_of(page)) for page in pages)
    for field, sentence in written.items():
        if not field.startswith(NOT_ON_A_PAGE):
            assert one_line(plain_text(sentence)) in seen, field


def letters_of(text: str) -> str:
    return "".join(each if unicodedata.category(each)[0] in "LMN" or each == "\n" else " " for each in text)


def say(text: str, field: str) -> str:
    return f"ก{text} {field}" if field in WORDS else f"{text} {field}"


def tags_in(html: str) -> int:
    """How many tags there are; what is a word, and so in a language, depends on the signs beside it."""
    return html.count("<") - 2 * html.count('<span lang="')


@given(st.sampled_from([text for text in HOSTILE if plain_text(text) == text]) | st.text("<>&'\"`{}#|-1. ก"))
@settings(max_examples=examples(60), deadline=None)
def test_text_without_our_markup_adds_no_element(text: str) -> None:
    """As many tags as with its letters and line breaks alone, but those around what is in another language.

    Words of the glossary begin with the same letter in both, as each letter has a place of its own there. The letters
    stay, as texts that read alike decide what can be asked of a procedure.
    """
    harmless, hostile = (
        build_pages(manual, {}, TODAY, neighbours=beside(manual))
        for manual in (
            every_field_manual(partial(say, letters_of(text))),
            every_field_manual(partial(say, text)),
        )
    )
    for expected, page in zip(harmless, hostile, strict=True):
        assert tags_in(html_of(page)) == tags_in(html_of(expected))
