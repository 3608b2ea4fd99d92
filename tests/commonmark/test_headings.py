"""The ids of headings: made of their own words, each once, the same whatever stands around them."""

from unicodedata import category, normalize

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.commonmark.headings import heading_ids, heading_name
from tests.support.auditing import examples

WORDS = st.text(max_size=12) | st.sampled_from(["ก", "ก 2", "ก-2", "ขั้นตอน", "Top", "!", "", "🎉", "น้ำ"])
HEADINGS = st.lists(st.tuples(WORDS, st.sampled_from(["", "", "", "ก", "x"])), max_size=8)


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("  น้ำ: 1.2 (OK) ", "น้ำ-1-2-ok"),
        ("ขั้นตอนการยื่น", "ขั้นตอนการยื่น"),
        ("ขั้น\u200bตอน", "ขั้นตอน"),
        ("ที่\u0e38 ๑", normalize("NFC", "ที่\u0e38-๑")),
        ("???", "section"),
        ("", "section"),
        ("🎉", "party-popper"),
    ],
)
def test_an_id_is_made_of_the_words(words: str, identifier: str) -> None:
    assert heading_name(words) == identifier


def test_the_same_words_are_numbered_and_given_ids_win() -> None:
    headings = [("ก", ""), ("ก", ""), ("ก 2", ""), ("ก", ""), ("Top", ""), ("ข", "ค"), ("ค", ""), ("ง", "ค")]
    assert heading_ids(headings, ("top",)) == ["ก", "ก-3", "ก-2", "ก-4", "top-2", "ค", "ค-2", "ค-3"]


@given(HEADINGS)
@settings(max_examples=examples(300), deadline=None)
def test_every_id_is_there_once_and_says_something(headings: list[tuple[str, str]]) -> None:
    ids = heading_ids(headings, ("top",))
    assert len(set(ids)) == len(ids) == len(headings)
    for identifier in ids:
        assert identifier == normalize("NFC", identifier)
        assert identifier != "top"
        assert identifier
        assert all(category(letter)[0] in "LMN" or letter == "-" for letter in identifier)


@given(HEADINGS, st.integers(0, 8), WORDS)
@settings(max_examples=examples(300), deadline=None)
def test_another_heading_moves_no_id(headings: list[tuple[str, str]], at: int, words: str) -> None:
    name = heading_name(words)
    ids = heading_ids(headings)
    bases = {heading_name(each) for each, _ in headings} | {given for _, given in headings}
    assume(not any(name == base or name.startswith(f"{base}-") for base in bases))
    inserted = heading_ids([*headings[:at], (words, ""), *headings[at:]])
    at = min(at, len(headings))
    assert inserted[:at] + inserted[at + 1 :] == ids
