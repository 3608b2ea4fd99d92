"""Characters that mislead: where they are found, what is suggested, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext.characters import MOST_OF_ONE_KIND, check_characters
from generator.yamltext.source import SourceText


def found(text: str) -> list[str]:
    return [
        f"{each.location.column} {each.rule}" for each in check_characters(SourceText("f", text)).problems
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title: น้ำ ทำ คำ ซ้ำ ย้ำ จำนำ",
        "text: แผน แกะ เก็บ เพื่อ ก็ พันธุ์ ศักดิ์ สิทธิ์ โพธิ์ ทุ่ม กี่ ปั๊ม จ๋า",
        "text: งบ\xa02566 ก\u3000ข",
        "text: 👨\u200d👩\u200d👧 ❤️\u200d🔥 می\u200cخواهم ธมฺมํ",
        "text: 'e-Office — “อ้างอิง” 50% ฿100 😀'",
        "a:\n  - b\n",
        "",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    checked = check_characters(SourceText("f", text))
    assert (checked.problems, checked.text, checked.is_parseable) == ([], text, True)


@pytest.mark.parametrize(
    ("text", "expected", "suggestion"),
    [
        ("ท\u0e4d\u0e32", "2 sara-am", "ทำ"),
        ("น\u0e4d\u0e49\u0e32", "2 sara-am", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "2 sara-am", "น้ำ"),
        ("น\u0e33\u0e49", "2 sara-am", "น้ำ"),
        ("เเผน", "1 doubled-sara-e", "แ"),
        ("ก\u0e34\u0e34น", "2 misplaced-mark", "กิ"),
        ("ท\u0e48\u0e35", "2 misplaced-mark", "ที่"),
    ],
)
def test_thai_that_only_looks_right_gets_its_right_spelling(
    text: str, expected: str, suggestion: str
) -> None:
    problems = check_characters(SourceText("f", text)).problems
    assert [f"{each.location.column} {each.rule}" for each in problems] == [expected]
    assert f"“{suggestion}”" in problems[0].hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u00a0\u00a0a: b", ["1 odd-space"]),
        ("  -\u00a0a", ["4 odd-space"]),
        ("a:\u3000b", ["3 odd-space"]),
        ("  - text:\u00a0b", ["10 odd-space"]),
        ("status: published\u00a0", ["18 odd-space"]),
        ("  - id: a-b \u2003 # c", ["13 odd-space"]),
        ("  - a-b\u00a0", ["8 odd-space"]),
        ("a\tb", ["2 tab"]),
        ("ก\u0085ข\u2028ค", ["2 control-character", "4 control-character"]),
        ("\ufeffa\u2066b", ["3 direction-character", "1 invisible-character"]),
    ],
)
def test_each_kind_is_found_at_its_column(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_file_is_not_parsed_when_tabs_indent_it() -> None:
    assert not check_characters(SourceText("f", "a:\n\tb: c\n")).is_parseable
    assert check_characters(SourceText("f", "a: b\t\n\t\nc: d\te\n")).is_parseable


def test_many_of_one_kind_are_told_a_limited_number_of_times() -> None:
    assert len(found("ก\u200b" * 1000)) == MOST_OF_ONE_KIND


@given(st.text(max_size=50))
def test_the_text_to_parse_is_as_long_as_the_file(text: str) -> None:
    checked = check_characters(SourceText("f", text))
    assert len(checked.text) == len(text)
    assert checked.problems or checked.text == text


def test_a_space_behind_a_word_is_shown_and_taken_for_none() -> None:
    checked = check_characters(SourceText("f", "status: published\u00a0\n"))
    (problem,) = checked.problems
    assert "“published⟨NBSP⟩”" in problem.message
    assert "“published”" in problem.hint
    assert problem.repair == ""
    assert checked.text == "status: published \n"


def test_words_are_shown_whole_with_all_that_is_sure_mended() -> None:
    problems = check_characters(SourceText("f", "text: ส่งหน ังส ือ จัดท าค าสั่ง")).problems
    assert [each.location.column for each in problems] == [12, 16, 24, 27]
    assert all("“ส่งหน␣◌ังส␣◌ือ”" in each.message for each in problems[:2])
    assert all("“ส่งหนังสือ”" in each.hint for each in problems[:2])
    assert all("“จัดทำคำสั่ง”" in each.hint for each in problems[2:])


def test_letters_are_named() -> None:
    glyph, lone = check_characters(SourceText("f", "text: ที\uf70a, ่องาน")).problems
    assert "U+F70A" in glyph.message
    assert "“ที่”" in glyph.hint
    assert "ไม้เอก U+0E48" in glyph.hint
    assert "“◌่องาน”" in lone.message
    assert "ไม้เอก U+0E48" in lone.message


def test_both_readings_are_told_where_both_are_words() -> None:
    (problem,) = check_characters(SourceText("f", "text: ท าสี")).problems
    assert problem.repair is None
    assert "“ทำสี”" in problem.hint
    assert "“ทาสี”" in problem.hint


def test_code_in_markdown_is_left_alone() -> None:
    text = "title: x\n---\nเเ `เเ`\n~~~\nเเ\n~~~\n"
    problems = check_characters(SourceText("f.md", text), structure_end=13).problems
    assert [str(each.location) for each in problems] == ["f.md:3:1"]


def test_a_control_character_in_misread_text_is_not_told_as_well() -> None:
    text = "text: " + "".join(
        chr(byte) if 0x80 <= byte < 0xA0 else bytes([byte]).decode("cp874") for byte in "การงาน".encode()
    )
    assert found(text) == ["7 misread-text"]


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("a: ข้อ\u200bความ", ""),
        ("a: ข้อความ\u200b", ""),
        ("a: ข้อ \u200b# ความ", None),
        ("a:\u200b ข้อความ", None),
        ("\u200b- ข้อความ", None),
        ("a: ? \u200b", None),
        ("a: \u200b", None),
        ("a: \u200bข้อความ", ""),
        ("a: b\u2003# c", " "),
        ("a: b\u2003 # c", ""),
    ],
)
def test_what_would_become_structure_is_told_only(text: str, repair: str | None) -> None:
    (problem,) = check_characters(SourceText("f", text)).problems
    assert problem.repair == repair
