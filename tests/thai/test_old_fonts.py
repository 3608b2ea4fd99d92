"""The codes of old Thai fonts: each stands for a Thai letter, at the places that HarfBuzz's table gives them."""

import pytest

from generator.thai.old_fonts import old_font_letters, with_letters

WINDOWS = "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู"
MAC = "ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํญฺุูฐ"


@pytest.mark.parametrize(("first", "letters"), [(0xF700, WINDOWS), (0xF884, MAC)], ids=["Windows", "Mac OS"])
def test_each_code_is_its_letter(first: int, letters: str) -> None:
    codes = "".join(chr(first + index) for index in range(len(letters)))
    assert "".join(each.repair or "?" for each in old_font_letters(codes)) == letters
    assert with_letters(codes) == letters


def test_the_tables_are_whole() -> None:
    assert (len(WINDOWS), len(MAC)) == (0xF71A - 0xF700 + 1, 0xF89E - 0xF884 + 1)


@pytest.mark.parametrize(
    ("code", "variant"), [("\uf0a7", "symbol"), ("\ue000", "unknown"), ("\U000f0001", "unknown")]
)
def test_of_other_codes_nobody_can_say(code: str, variant: str) -> None:
    (damage,) = old_font_letters(f"ก{code}")
    assert (damage.start, damage.repair, damage.variant) == (1, None, variant)


def test_text_without_such_codes_stays() -> None:
    assert with_letters("ที่") == "ที่"
