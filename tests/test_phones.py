"""Telephone numbers: what is surely one can be dialled, nothing is lost, nothing is made up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.phones import phone_parts


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("0 2123 4567", ["021234567"]),
        ("021234567", ["021234567"]),
        ("๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๒", ["021234567;ext=12"]),
        ("(02) 123-4567", ["021234567"]),
        ("โทร. 1567", ["1567"]),
        ("191", ["191"]),
        ("+66 2 123 4567", ["+6621234567"]),
        ("1800 123 456", ["1800123456"]),
        ("02 123 4567, 08-1234-5678 หรือ 1567", ["021234567", "0812345678", "1567"]),
        ("0-2123-4567-8", []),
        ("21234567", []),
        ("02 123 456", []),
        ("ติดต่อเคาน์เตอร์", []),
        ("", []),
    ],
)
def test_what_is_dialled(text: str, dialled: list[str]) -> None:
    assert [each.dialled for each in phone_parts(text) if each.dialled] == dialled


@pytest.mark.parametrize(("text", "whole"), [("21234567", "021234567"), ("81-234-5678", "081-234-5678")])
def test_a_zero_that_was_lost(text: str, whole: str) -> None:
    (part,) = phone_parts(text)
    assert (part.dialled, part.without_zero) == ("", whole)
    assert phone_parts(whole)[0].dialled


@given(st.text(alphabet="0123456789๐๙ +-().,/ต่อโทร.หรือext#xก\n", max_size=40))
def test_the_parts_are_the_text_and_only_its_digits_are_dialled(text: str) -> None:
    parts = phone_parts(text)
    assert "".join(each.text for each in parts) == text
    for each in parts:
        digits = re.sub(r"\D", "", each.text.translate(str.maketrans("๐๙", "09")))
        assert re.sub(r"\D", "", each.dialled) in ("", digits)
        assert re.fullmatch(r"(\+?\d{3,15}(;ext=\d{1,6})?)?", each.dialled)
