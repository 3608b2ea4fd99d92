"""The order of a Thai dictionary."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, strategies

from generator.thai.ordering import DIGITS_HEADING, index_letter, thai_sort_key
from tests.thai.strategies import texts

_LINES = (Path(__file__).parent / "data" / "dictionary_order.txt").read_text(encoding="utf-8").splitlines()
_DICTIONARY = [line for line in _LINES if not line.startswith("#")]


@given(strategies.permutations(_DICTIONARY))
def test_any_disorder_becomes_the_dictionarys_order(words: list[str]) -> None:
    assert sorted(words, key=thai_sort_key) == _DICTIONARY


@pytest.mark.parametrize(
    "in_order",
    [
        ["เขต 2", "เขต ๕", "เขต 10", "เขต ก"],
        ["1. แผน", "ABC", "abd", "é", "f", "กก"],
        ["สพ", "สพฐ.", "ส.พ.ท.", "สพป."],
        ["แก", "เเกง", "แกน"],
        ["กำ", "กํากับ", "กำไร"],
        ["งาน ก", "งานข", "งาน ค"],
    ],
)
def test_numbers_scripts_and_signs(in_order: list[str]) -> None:
    for disorder in permutations(in_order):
        assert sorted(disorder, key=thai_sort_key) == in_order


@given(strategies.lists(texts))
def test_every_text_has_its_place(some: list[str]) -> None:
    keys = sorted(map(thai_sort_key, some))
    assert sorted(key[-1] for key in keys) == sorted(some)


def test_long_numbers_are_no_error() -> None:
    assert thai_sort_key("9" * 5000) > thai_sort_key("9" * 4999)


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        ("เงิน", "ง"),
        ("แผน", "ผ"),
        ("โครงการ", "ค"),
        ("ใบ", "บ"),
        ("ไทย", "ท"),
        ("กอง", "ก"),
        ("“ศธ.”", "ศ"),
        ("ฤดู", "ฤ"),
        ("ict", "I"),
        ("éa", "E"),
        ("5 ส", DIGITS_HEADING),
        ("๑๐ ข้อ", DIGITS_HEADING),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_word_stands_in_the_index_under_its_first_letter_as_spoken(word: str, letter: str) -> None:
    assert index_letter(word) == letter


@given(strategies.lists(texts))
def test_words_in_order_come_letter_by_letter(some: list[str]) -> None:
    """A letter of the index is never left and come back to."""
    letters = [index_letter(text) for text in sorted(some, key=thai_sort_key)]
    begun = [letter for number, letter in enumerate(letters) if number == 0 or letters[number - 1] != letter]
    assert len(begun) == len(set(begun))
