"""Broken Thai: each kind of damage is found where it stands and mended where that is sure; sound text is left alone."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.thai.damage import Damage, with_repairs
from generator.thai.repair import damages
from tests.repository.repository import ROOT
from tests.support.auditing import IN_FULL, examples
from tests.support.dictionary import sentence_texts, sentences
from tests.thai.strategies import texts

MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"


def told(text: str) -> list[str]:
    """The damages of a text as ``rule start-end``, with the repair where it is sure."""
    return [
        f"{each.rule} {each.start}-{each.end}" + ("" if each.repair is None else f" {each.repair}")
        for each in sorted(damages(text), key=lambda each: each.start)
    ]


def mended(text: str) -> str:
    """A text after all sure repairs, as often as there are any."""
    for _ in range(8):
        found = [each for each in damages(text) if each.repair is not None]
        if not found:
            break
        text = with_repairs(text, 0, len(text), found)
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ที\uf70aส\uf70bง", ["old-font-letter 2-3 ่", "old-font-letter 4-5 ้"], id="Windows' old fonts"),
        pytest.param("ป\uf702\uf88c", ["old-font-letter 1-2 ี", "old-font-letter 2-3 ่"], id="old fonts of Mac OS"),
        pytest.param("ก \uf0b7 ข", ["old-font-letter 2-3 •"], id="Word's bullet"),
        pytest.param("ก \uf0a7 ข", ["old-font-letter 2-3"], id="a sign of Wingdings or Symbol"),
        pytest.param("ก\ue001ข", ["old-font-letter 1-2"], id="an unknown code"),
        pytest.param("น\uf711า", ["old-font-letter 1-2 ํ", "sara-am 1-3 ำ"], id="a sara am of old glyphs"),
        pytest.param("หน ังสือ", ["split-mark 2-3 "], id="a space before a vowel"),
        pytest.param("ท ี่ส่ง", ["split-mark 1-2 "], id="a space before two marks"),
        pytest.param("ที\xa0่ส่ง", ["split-mark 2-3 "], id="a no-break space before a tone"),
        pytest.param("แล ะส่ง", ["split-mark 2-3 "], id="a space before a vowel that follows"),
        pytest.param("เ ป็นไป", ["split-mark 1-2 "], id="a space behind a vowel that is first"),
        pytest.param("งฎ ิฎฎ", ["split-mark 2-3"], id="a space where no word results"),
        pytest.param("จัดท าค าสั่ง", ["lost-sara-am 4-6 ำ", "lost-sara-am 7-9 ำ"], id="sara am as a space and aa"),
        pytest.param("จ านวน", ["lost-sara-am 1-3 ำ"], id="sara am where aa gives words too, but more"),
        pytest.param("โรงเรียนม านะ", ["split-mark 9-10 "], id="aa where sara am gives no word"),
        pytest.param("ท าสี", ["split-mark 1-3"], id="sara am and aa both give words"),
        pytest.param("วันกาหนดส่ง", ["lost-sara-am 3-8"], id="aa where only sara am gives a word"),
        pytest.param("นํา", ["sara-am 1-3 ำ"], id="sara am of two letters"),
        pytest.param("ประจาํปี", ["sara-am 4-6 ำ"], id="the ring of sara am behind its aa"),
        pytest.param("คํแานะนำ", ["sara-am 1-4 ำแ"], id="the next vowel between the halves of sara am"),
        pytest.param("กํหานดส่ง", ["sara-am 1-4 ำห"], id="the next letter between them"),
        pytest.param("ราชกๅร", ["long-sara-aa 4-5 า"], id="the long aa of ru and lu"),
        pytest.param("จัดทาบันทึก", ["lost-sara-am 0-5"], id="aa where sara am gives fewer words"),
        pytest.param("จำานวน", ["sara-am 1-3 ำ"], id="sara am and its second half again"),
        pytest.param("ดําาเนิน", ["sara-am 1-4 ำ"], id="the same of two letters"),
        pytest.param("เเเละ", ["doubled-sara-e 0-3 แ"], id="sara e three times"),
        pytest.param("ทำ\u0e4d\u0e32", ["sara-am 1-4 ำ"], id="sara am twice, the second of two letters"),
        pytest.param("ทำ\u0e33", ["sara-am 1-3 ำ"], id="sara am twice"),
        pytest.param("น้ำ\u0e4d\u0e32", ["sara-am 1-5 ้ำ"], id="sara am twice, with a tone"),
        pytest.param("น้\u0e4d\u0e4d\u0e32", ["sara-am 1-5 ้ำ"], id="its circle twice"),
        pytest.param("นำ\u0e49\u0e33", ["sara-am 1-4 ้ำ"], id="sara am twice, a tone between"),
        pytest.param("นํ า", ["sara-am 1-4 ำ"], id="sara am of two letters and a space"),
        pytest.param("น้ํ า", ["sara-am 1-5 ้ำ"], id="the same with a tone before"),
        pytest.param("นํ ้า", ["sara-am 1-5 ้ำ"], id="the same with a tone behind"),
        pytest.param("น ํา", ["sara-am 1-4 ำ"], id="a space before it"),
        pytest.param("เเผน", ["doubled-sara-e 0-2 แ"], id="sara e twice"),
        pytest.param("ที่่", ["misplaced-mark 2-4 ่"], id="a tone twice"),
        pytest.param("ท่ี", ["misplaced-mark 1-3 ี่"], id="a tone before its vowel"),
        pytest.param("พันธ์ุ", ["misplaced-mark 4-6 ุ์"], id="thanthakhat before its vowel"),
        pytest.param("หนา้ที่", ["misplaced-mark 2-4 ้า"], id="a tone behind aa"),
        pytest.param("เ่กา", ["misplaced-mark 1-3 ก่"], id="a tone before its consonant"),
        pytest.param("ก้่า", ["misplaced-mark 1-3"], id="two tones"),
        pytest.param("กิีน", ["misplaced-mark 1-3 ิ"], id="two vowels, of which one gives a word"),
        pytest.param("่องาน", ["lone-mark 0-1"], id="a mark first in a text"),
        pytest.param("งาน, ี่ประชุม", ["lone-mark 5-7"], id="a mark first in a word"),
        pytest.param("5 าคาร", ["lone-mark 2-3"], id="a vowel first in a word"),
        pytest.param("กะ้น", ["lone-mark 2-3"], id="a mark behind a vowel"),
        pytest.param("งานเ็น", ["lone-mark 3-4"], id="a first vowel without a consonant"),
        pytest.param("ส่งเ", ["lone-mark 3-4"], id="a first vowel last in a text"),
        pytest.param("มา\ufffdตรา", ["replacement-character 2-3"], id="a letter that is gone"),
    ],
)  # fmt: skip
def test_each_kind_of_damage_is_found_where_it_stands(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def _misread(text: str, encoding: str) -> str:
    """A text whose UTF-8 was taken for another encoding; bytes that this has no letter for stay as they are."""
    letters = []
    for byte in text.encode("utf-8"):
        try:
            letters.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            letters.append(chr(byte))
    return "".join(letters)


@pytest.mark.parametrize("encoding", ["cp874", "cp1252", "latin-1", "mac_roman", "cp437", "cp850"])
def test_a_misread_part_is_found_and_read(encoding: str) -> None:
    for original in ("ลงทะเบียน “รับ” หนังสือ", "การ", "ที่ประชุม ครั้งที่ 5/2566 – เห็นชอบ"):
        wrong = _misread(original, encoding)
        text = f"ก่อน {wrong} (หลัง)"
        (damage,) = damages(text)
        assert (damage.rule, damage.start, damage.repair) == ("misread-text", 5, original)
        assert mended(text) == f"ก่อน {original} (หลัง)"


@pytest.mark.parametrize("first", ["cp874", "cp1252", "latin-1"])
@pytest.mark.parametrize("second", ["cp874", "cp1252", "latin-1"])
def test_what_was_misread_twice_is_read(first: str, second: str) -> None:
    for original in ("ลงทะเบียน “รับ” หนังสือ", "ที่ประชุม ครั้งที่ 5/2566 – เห็นชอบ"):
        wrong = _misread(_misread(original, first), second)
        assert mended(f"ก่อน ({wrong}) หลัง") == f"ก่อน ({original}) หลัง"
    assert mended(_misread(_misread(_misread("การประชุม", first), second), first)) == "การประชุม"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("การการประชุม", ["doubled-word 0-6"]),
        ("รับและและส่ง", ["doubled-word 3-9"]),
        ("ของบประมาณงบประมาณปีนี้", ["doubled-word 2-18"]),
        ("ปี ๒566", ["mixed-digits 3-7"]),
        ("1๒", ["mixed-digits 0-2"]),
        *((text, []) for text in ("จัดการการประชุม", "กรรมการการศึกษา", "และและเล็ม", "เพื่อเพื่อน", "โดยโดยสาร")),
        *((text, []) for text in ("งบประมาณ งบประมาณ", "โรงเรียนโรงเรียนบ้านนา")),
        *((text, []) for text in ("สถานที่ที่กำหนด", "ต่างต่าง", "ลูกๆ", "จริงจริง", "ข้อ 2.๑", "๒๕๖๖/2566")),
    ],
)
def test_what_was_typed_twice_or_in_two_scripts_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_misread_quotation_mark_is_read() -> None:
    assert mended("คำว่า " + _misread("“", "cp874") + "งาน") == "คำว่า “งาน"
    assert mended("คำว่า " + _misread("–", "cp1252") + "งาน") == "คำว่า –งาน"


@pytest.mark.parametrize("encoding", ["latin-1", "mac_roman", "cp437", "cp850"])
def test_letters_of_one_byte_that_were_taken_for_latin_are_read(encoding: str) -> None:
    text = "งาน " + "รายงานการประชุม 5 ครั้ง".encode("cp874").decode(encoding)
    assert mended(text) == "งาน รายงานการประชุม 5 ครั้ง"


def test_of_misread_text_that_lost_letters_the_rest_is_shown() -> None:
    (damage,) = damages(_misread("ทะเบียน", "cp874").replace("\x9a", "\ufffd").replace("\x99", "\ufffd"))
    assert (damage.rule, damage.repair, damage.meant) == ("misread-text", None, ("ทะเ\ufffdีย\ufffd",))


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧‍👦 ครอบครัว ❤️‍🔥 👩🏽‍💻 🇹🇭 1️⃣",
        "นโม ตสฺส ภควโต อรหโต สมฺมาสมฺพุทฺธสฺส พุทฺธํ ธมฺมํ สงฺฆํ สรณํ คจฺฉามิ",
        "กิํ อหํ ตฺวํ เอวมฺเม สุตํ ต๎วา พ๎รหฺม เท๎ว กัล๎ยาณ",
        "เฮ็ดหยังกะบ่แม่น จั่งซั่นล่ะ เบิ่งโลด ไปไสมา เด้อค่า ม่วนหลาย แซบอีหลี",
        "ปาตานี บือราปอ กาเซะ อาเนาะ ยฺา ฮฺาจฺ ฟฺาย ซฺัน กฺือดฺา กูยฺ ฆฺว็อ",
        "สยามประเทษ กรุงเทพฯ เปน เดก เยน รัตนโกสินทร ศก ๑๒๐ ฤๅษี ฦๅชา ฃวด ฅน ฯพณฯ ฯลฯ",
        "1.5 กม. 10.30 น. พ.ศ. 2566 ข้อ 1. ข้อ ๑) (1) 1 ต.ค. 2566 ที่ 1/2566 ผอ.สพท. ก.ย.–ธ.ค.",
        "วรรณยุกต์ ่ ้ ๊ ๋ และ ์ ไม้เอก (่) สระ เ แ โ ไ ใ สระ -ิ เ-ีย แ-ะ ◌ิ “่” ไม้เอก ่",
        "ม า มา เ ก ก า กา สระ เ กับ แ น้ำ คือ น ้ ำ",
        "╔═══╗ ║ก║ ╚═══╝ ├──┤ ░▒▓█ α β γ ≤≥±÷√∞ “…”–—‘’ ‡ † • © ® ™ ∏ π ÇéâäàåÅÉæÆôö",
        "αβγδε ΣΩ Ελληνικά ‡‡ ‡∏ ∏π α╕ Ó© «ñá» ¿¡ ÀÁÂÃ “”‘’÷ ≈≠",
        "เธอกล่าวว่า เธนุ เธค เนื้อ €5 โอกาส “เธ” café naïve ÄÖÜ à la carte",
        "นายอานนท์ ธาราดล นางสาวกาญจนา มานะ ชานนท์ ธารา อานวย",
        "งบ\xa02566  จำนวน\u200910",
        "",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("path", list((ROOT / "procedures").rglob("*.yml")), ids=lambda path: path.stem)
def test_the_real_manual_is_left_alone(path: Path) -> None:
    assert told(path.read_text(encoding="utf-8")) == []


def test_sentences_of_dictionary_words_are_left_alone() -> None:
    count = 50_000 if IN_FULL else 1_000
    assert [text for text in sentences(count, seed=1) if list(damages(text))] == []


VOWELS, HIGH = "\u0e31\u0e34-\u0e39", "\u0e48-\u0e4c"
SURE: dict[str, tuple[str, Callable[[str], str]]] = {
    "split-mark": (f"(?<=[ก-ฮ{MARKS}])[{MARKS}]", lambda mark: f" {mark}"),
    "misplaced-mark": (f"(?<=[ก-ฮ{MARKS}])[{MARKS}]", lambda mark: mark * 2),
    "misplaced-mark of two": (f"[{VOWELS}][{HIGH}]", lambda marks: marks[::-1]),
    "sara-am": ("(?<=[ก-ฮ])ำ", lambda _: "ํา"),
    "sara-am and a space": ("(?<=[ก-ฮ])ำ", lambda _: "ํ า"),
    "doubled-sara-e": ("แ", lambda _: "เเ"),
    "old-font-letter": ("[่-์]", lambda mark: chr(0xF70A + ord(mark) - ord("่"))),
    "lost-sara-am": ("(?<=[ก-ฮ])ำ", lambda _: " า"),
}
"""By kind of damage, the letters that it can strike, and what becomes of them."""


@pytest.mark.parametrize("kind", SURE)
@settings(max_examples=examples(400))
@given(data=st.data())
def test_a_damaged_sentence_is_found_and_made_whole_where_that_is_sure(
    kind: str, data: st.DataObject
) -> None:
    pattern, damage = SURE[kind]
    text = data.draw(sentence_texts(pattern))
    matches = list(re.finditer(pattern, text))
    match = matches[data.draw(st.integers(0, len(matches) - 1))]
    wrong = text[: match.start()] + damage(match[0]) + text[match.end() :]
    found = [each for each in damages(wrong) if match.start() in range(each.start, each.end)]
    is_sure = any(each.repair is not None for each in found)
    assert mended(wrong) == (text if is_sure else wrong)
    if kind != "lost-sara-am":
        assert kind.partition(" ")[0] in {each.rule for each in found}


@settings(max_examples=examples(400))
@given(texts)
def test_every_text_is_looked_at_and_mended_once(text: str) -> None:
    found = list(damages(text))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    apart = sorted((each.start, each.end) for each in found if each.rule != "old-font-letter")
    assert all(before[1] <= after[0] for before, after in pairwise(apart))
    assert mended(mended(text)) == mended(text)


@pytest.mark.parametrize("text", ["ก๊าซน้ำตา ล า", "ข้อมู ล าหนึ่ง"])
def test_a_letter_that_another_mark_leans_on_is_not_joined(text: str) -> None:
    assert mended(text) == text
    assert told(text)


def test_repairs_that_overlap_are_not_both_made() -> None:
    both = [Damage("old-font-letter", 1, 2, "ํ"), Damage("sara-am", 1, 3, "ำ")]
    assert with_repairs("น\uf711าก", 0, 4, both) == "นำก"
