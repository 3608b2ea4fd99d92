"""Widths: what a real browser measures with the fonts that the site serves."""

import base64
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.thai.metrics import ASCENT, DESCENT, text_width

_FONTS = Path(__file__).parents[2] / "generator" / "site" / "theme" / "assets" / "fonts"
_THAI = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ๎฿๏๐๑๒๓๔๕๖๗๘๙"
_LATIN = "".join(map(chr, range(0x21, 0x7F)))
_TEXTS = (
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5",
    "น้ำ ค้ำ ก่ำ ป้ำ ปู่ย่า ญู ฐู ฎู ฤๅษี ฦๅ ปิ่น ฝี่",
    "AVATAR Tomorrow office fi fl ffi Type Łódź",
    "ระบบ e-Office (AMSS++) ปี 2566/2567 “ทดสอบ”…",
    "งาน,Type ณ.To",
    "12,345.67 บาท 100%",
)
_MEASURE = """async texts => {
  await Promise.all([400, 700].map(weight => document.fonts.load(`${weight} 16px Sarabun, More`, "กAł")));
  const text = document.querySelector("text");
  return texts.map(([weight, size, content]) => {
    text.style.font = `${weight} ${size}px Sarabun, More`;
    text.textContent = content;
    return text.getComputedTextLength();
  });
}"""


def font_face(weight: int) -> str:
    """What every page loads, and what only pages with rarer letters do."""
    faces = []
    for family, suffix in (("Sarabun", ""), ("More", "-more")):
        content = base64.b64encode((_FONTS / f"sarabun-{weight}{suffix}.woff2").read_bytes()).decode("ascii")
        source = f"url(data:font/woff2;base64,{content})"
        faces.append(f"@font-face {{ font-family: {family}; font-weight: {weight}; src: {source}; }}")
    return "".join(faces)


def test_widths_are_those_of_a_browser(page: Page) -> None:
    chance = random.Random(1)  # noqa: S311  (the same gibberish each time, no secret)
    gibberish = [
        "".join(chance.choice(letters) for _ in range(30)).strip()
        for letters in (_THAI, _LATIN + " ", _THAI + _LATIN + " ")
        for _ in range(50)
    ]
    cases = [[weight, 14, text] for weight in (400, 700) for text in (*_TEXTS, *gibberish)]
    page.set_content(
        f"<style>{font_face(400)}{font_face(700)} text {{ white-space: pre }}</style><svg><text></text></svg>"
    )
    measured: list[float] = page.evaluate(_MEASURE, cases)
    differences = {
        f"{weight} {text}": width - text_width(str(text), 14, bold=weight == 700)
        for (weight, _, text), width in zip(cases, measured, strict=True)
    }
    assert {case: difference for case, difference in differences.items() if abs(difference) > 0.1} == {}


@pytest.mark.parametrize("bold", [False, True])
def test_marks_take_no_room(bold: bool) -> None:
    assert text_width("กี่", 20, bold) == text_width("ก", 20, bold)
    assert text_width("น้ำ", 20, bold) == text_width("นำ", 20, bold)


def test_width_grows_with_size_and_weight() -> None:
    assert text_width("งาน", 28) == pytest.approx(2 * text_width("งาน", 14))
    assert text_width("งาน", 14, bold=True) > text_width("งาน", 14)
    assert text_width("", 14) == 0


def test_a_character_that_the_font_lacks_is_given_room() -> None:
    assert text_width("漢", 10) == 15
    assert text_width("→", 10) == 10
    assert text_width("\u200b", 10) == 0


def test_lines_need_more_than_the_height_of_the_letters() -> None:
    assert 1 < ASCENT + DESCENT < 1.5
