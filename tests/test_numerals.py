"""Thai and Arabic digits."""

from hypothesis import given, strategies

from generator.numerals import to_arabic_digits, to_thai_digits


def test_digits_change_and_nothing_else() -> None:
    assert to_thai_digits("ข้อ 12.3 (ก)") == "ข้อ ๑๒.๓ (ก)"
    assert to_arabic_digits("ข้อ ๑๒.๓ (ก)") == "ข้อ 12.3 (ก)"


@given(strategies.text(strategies.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_there_and_back_is_the_same(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text
