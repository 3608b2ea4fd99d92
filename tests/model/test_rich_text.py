"""Rich texts: what each kind of block is read from, where everything stands, and that nothing is lost."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import (
    FileLink,
    RichContent,
    RichFaultKind,
    RichList,
    RichNotice,
    RichParagraph,
    RichPicture,
    RichTable,
    file_path,
    notice_kinds,
    parse_rich_markup,
    read_rich_text,
    rich_words,
)
from generator.model.rich_text import NoticeKind
from tests.support.every_field import EVERY_KIND
from tests.support.hostile import HOSTILE

WORD = re.compile(r"[^\W_]+")
ANY_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "- ก", "  - ข", "    - ค", "1. ง", "2. จ", "9) ฉ", "| ก | ข |", "| --- | --- |", "|-|"]
        ),
        st.sampled_from(["![รูป](a b.png)", "![](x)", "คำเตือน: ระวัง", "หมายเหตุ : ก", "# หัว", "> คำ", "\t- ก"]),
        st.text("|-\\*[]()<>!:.1๑ ก#`\t", max_size=12),
    ),
    max_size=12,
).map("\n".join)


def faults(text: str) -> list[tuple[str, str]]:
    """What is told of a text: which fault, and what stands at its place."""
    return [
        (each.kind.value, text[each.offset : each.offset + len(each.text)])
        for each in read_rich_text(text).faults
    ]


@pytest.mark.parametrize("text", ["ก", "ก - ข", "- ก", "1. ก", "2) ก", "ก\nข", "2566. ก", "--", "| ก"])
def test_what_was_one_paragraph_stays_one(text: str) -> None:
    content = read_rich_text(text)
    assert content.is_paragraph
    assert rich_words(content) == text
    assert content.faults == ()


def test_blank_lines_part_paragraphs() -> None:
    assert rich_words(read_rich_text("ก\nข\n\n \nค")) == "ก\nข\nค"
    assert [type(each) for each in read_rich_text("ก\nข\n\nค").blocks] == [RichParagraph, RichParagraph]


def test_lists_begin_below_a_line_of_words_and_have_lists_below_their_items() -> None:
    lead, bullets = read_rich_text("นำ\n- ก\n  ต่อ\n  1. ข\n  2. ค\n- ง").blocks
    assert isinstance(lead, RichParagraph)
    assert isinstance(bullets, RichList)
    first, second = bullets.items
    assert (first.line.text, second.line.text, bullets.first) == ("ก\nต่อ", "ง", 0)
    assert first.below is not None
    assert ([each.line.text for each in first.below.items], first.below.first) == (["ข", "ค"], 1)


def test_numbers_go_on_behind_what_stands_between_them() -> None:
    content = read_rich_text("๑. ก\n2) ข\n\nคั่น\n\n3. ค\n\nคั่น\n\n1. ใหม่")
    assert [each.first for each in content.blocks if isinstance(each, RichList)] == [1, 3, 1]
    assert content.faults == ()


def test_tables_have_cells_for_every_head() -> None:
    content = read_rich_text("| ก | ข |\n|:-:|---|\n| 1 \\| 2 | |\n| 3 |\n| 4 | 5 | 6 |")
    (table,) = content.blocks
    assert isinstance(table, RichTable)
    assert [each.text for each in table.heads] == ["ก", "ข", ""]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1 | 2", "", ""],
        ["3", "", ""],
        ["4", "5", "6"],
    ]
    assert [(each.kind, each.wanted) for each in content.faults] == [(RichFaultKind.CELLS, "2")] * 2


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("คำเตือน: ระวัง\nมาก", NoticeKind.WARNING, "คำเตือน"),
        ("ข้อควรระวัง : ระวัง\nมาก", NoticeKind.WARNING, "ข้อควรระวัง"),
        ("หมายเหตุ:ระวัง\nมาก", NoticeKind.NOTE, "หมายเหตุ"),
        ("**ข้อควรระวัง:** ระวัง\nมาก", NoticeKind.WARNING, "ข้อควรระวัง"),
        ("**ข้อสังเกต** : ระวัง\nมาก", NoticeKind.NOTE, "ข้อสังเกต"),
        *((f"{word}: ระวัง\nมาก", kind, word) for word, kind in notice_kinds().items()),
    ],
)
def test_notices_begin_with_their_words(text: str, kind: NoticeKind, label: str) -> None:
    (notice,) = read_rich_text(text).blocks
    assert isinstance(notice, RichNotice)
    assert (notice.kind, notice.label, notice.line.text) == (kind, label, "ระวัง\nมาก")


def test_the_words_that_offices_begin_notices_with_are_known() -> None:
    words = ["ห้าม", "หมายเหตุ", "ข้อควรระวัง", "คำเตือน", "สำคัญ", "ข้อสังเกต", "เคล็ดลับ", "ตัวอย่าง"]
    assert set(words) <= notice_kinds().keys()


@pytest.mark.parametrize(
    "text", ["ห้ามนำออก", "ห้ามทำดังนี้: ก", "ตัวอย่าง:", "ตัวอย่างที่ 1: ก", "**ห้าม: ก", "ดูหมายเหตุ: ก", "**หมายเหตุ** ก"]
)
def test_a_sentence_that_begins_with_such_a_word_is_no_notice(text: str) -> None:
    assert not any(isinstance(each, RichNotice) for each in read_rich_text(text).blocks)


def test_pictures_stand_on_lines_of_their_own() -> None:
    text = "ก\n![หน้า จอ](<ภาพ (1).png>)\nข"
    _, picture, _ = read_rich_text(text).blocks
    assert isinstance(picture, RichPicture)
    assert (picture.alternative.text, picture.file) == ("หน้า จอ", "ภาพ (1).png")
    assert text[picture.offset :].startswith(picture.file)


FAULTS = [
    ("# ก", [("heading", "#")]),
    ("ก\n===", [("heading", "===")]),
    ("```\nก\n```", [("code", "```")] * 2),
    (
        '!!! note "ก"\n\n??? tip\n\n::: warning',
        [("note", "!!! note"), ("note", "??? tip"), ("note", "::: warning")],
    ),
    ("> ก", [("quote", ">")]),
    ("ก\n\n---", [("rule", "---")]),
    ('ก <td colspan="2"> ข', [("html", '<td colspan="2">')]),
    ("ก[^1]", [("footnote", "[^1]")]),
    ("• ก\n* ข", [("bullet", "•"), ("bullet", "*")]),
    ("1. ก\n3. ข", [("number", "3.")]),
    ("ก\n2. ข", [("number", "2.")]),
    ("- ก\n  - ข\n    - ค", [("deep", "-")]),
    ("- ก\n  - ข\n  1. ค", [("mixed", "1.")]),
    ("- ก\n  | ข |", [("inside", "| ข |")]),
    ("- ก\n  ![ข](ค.png)", [("inside", "![ข](ค.png)")]),
    ("- ก\nข", [("no-blank", "ข")]),
    ("| ก |\n|-|\n| ข |\nค", [("no-blank", "ค")]),
    ("| ก | ข |\n| 1 | 2 |", [("no-head", "| ก | ข |")]),
    ("ก | ข\n--- | ---", [("no-head", "--- | ---")]),
    ("ดู ![ก](ข.png) นี้", [("among-words", "![ก](ข.png)")]),
    ("| ก |\n|-|\n| ![ก](ข.png) |", [("among-words", "![ก](ข.png)")]),
    ("| ก | ข |\n|-|-|\n| 1 |", [("cells", "| 1 |")]),
    ("![](ข.png)", [("no-alt", "![](ข.png)")]),
]


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_what_only_looks_like_markup_is_told_and_stays(text: str, told: list[tuple[str, str]]) -> None:
    assert faults(text) == told
    kept = rich_words(read_rich_text(text))
    assert WORD.findall(kept) == WORD.findall(text)


def test_every_kind_of_fault_is_shown_above() -> None:
    shown = {kind for _, told in FAULTS for kind, _ in told}
    assert shown == {kind.value for kind in RichFaultKind}


def _check(text: str) -> RichContent:
    content = read_rich_text(text)
    kept = rich_words(content).translate(_ARABIC)
    assert WORD.findall(kept) == WORD.findall(text.translate(_ARABIC))
    for line in content.lines():
        for index, sign in enumerate(line.text):
            assert sign == "\n" or text[line.offset(index)] == sign
    for fault in content.faults:
        assert text[fault.offset :].startswith(fault.text)
    return content


_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@given(ANY_LINES)
@settings(max_examples=400, deadline=None)
def test_no_word_is_lost_and_everything_has_its_place(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", [*HOSTILE, "\n".join(HOSTILE), EVERY_KIND])
def test_no_word_of_hostile_texts_is_lost(text: str) -> None:
    _check(text)


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "![a](",
        "| a\\",
        "- a\n",
        "- a\n\n",
        "\n",
        "**",
        "[a](<",
        "- a\n  - b\n",
        "|a|\n|-|\n",
        "|-",
        "<a ",
        "1. a\n",
    ],
)
def test_long_texts_are_read_in_time(part: str) -> None:
    begin = time.monotonic()
    content = read_rich_text("ก\n" + (part * 30_000)[:60_000])
    for line in content.lines():
        parse_rich_markup(line.text)
    assert time.monotonic() - begin < 10


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("files/แบบ ฟอร์ม.pdf", ("files/แบบ ฟอร์ม.pdf", "")),
        ("a%20b.pdf#page=2", ("a b.pdf", "page=2")),
        ("../../etc/passwd", None),
        ("../a.pdf", None),
        ("..%2Fa.pdf", None),
        ("/a.pdf", None),
        ("//evil.example/a.pdf", None),
        ("https://a.example/a.pdf", None),
        ("javascript:alert(1).pdf", None),
        ("a\\b.pdf", None),
        ("a", None),
        ("#a", None),
    ],
)
def test_which_targets_are_files(target: str, named: tuple[str, str] | None) -> None:
    assert file_path(target) == named


def test_links_to_files_may_have_spaces() -> None:
    before, link, after = parse_rich_markup("ดู [แบบ](files/แบบ ฟอร์ม.pdf) นะ")
    assert isinstance(link, FileLink)
    assert (link.text, link.file, link.written) == ("แบบ", "files/แบบ ฟอร์ม.pdf", "[แบบ](files/แบบ ฟอร์ม.pdf)")
    assert before.text + link.written + after.text == "ดู [แบบ](files/แบบ ฟอร์ม.pdf) นะ"
