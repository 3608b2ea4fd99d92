"""Text of authors in messages: nothing that is meant stays invisible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import found, mendable, shown, visible, with_spaces
from generator.diagnostics.quotations import LONGEST_QUOTATION, quotation
from generator.yamltext import SourceText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("published\xa0", "published⟨NBSP⟩"),
        ("a\u2003b\u200bc\ufeff", "a⟨U+2003⟩b⟨U+200B⟩c⟨U+FEFF⟩"),
        ("ก\uf70aข\x00\x85\u202e", "ก⟨U+F70A⟩ข⟨U+0000⟩⟨U+0085⟩⟨U+202E⟩"),
        ("a\nb\tc", "a b⟨U+0009⟩c"),
        ("งาน ที่", "งาน ที่"),
    ],
)
def test_what_nobody_sees_is_named(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [(" a ", "␣a␣"), ("  ", "␣␣"), ("a b", "a b"), ("", ""), ("a\xa0 ", "a⟨NBSP⟩␣")]
)
def test_spaces_at_the_ends_of_a_quotation_are_drawn(text: str, expected: str) -> None:
    assert quotation(text) == expected


def test_where_spaces_matter_all_are_drawn_and_marks_have_something_to_stand_on() -> None:
    assert with_spaces("หน ังสือ") == "หน␣◌ังสือ"
    assert with_spaces("่องาน") == "◌่องาน"


@given(st.text(max_size=LONGEST_QUOTATION))
def test_every_message_shows_everything(text: str) -> None:
    message = found(
        "unknown-choice",
        SourceText("f", "x").place(0),
        word=text,
        key="k",
        title="t",
        suggestion=None,
        choices="a",
    ).message
    for each in (message, shown(text), visible(text)):
        assert not {unicodedata.category(character) for character in each} & {
            "Cc",
            "Cf",
            "Co",
            "Cs",
            "Zl",
            "Zp",
        }
        assert not any(character.isspace() and character != " " for character in each)


def test_only_a_rule_that_mends_may_carry_a_repair() -> None:
    problem = found("lone-mark", SourceText("f", "x").place(0), wrong="่", letter="x")
    assert mendable(problem, None) is problem
    with pytest.raises(ValueError, match="lone-mark"):
        mendable(problem, "")
