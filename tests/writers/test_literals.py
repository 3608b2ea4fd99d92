"""Authored text in which Markdown reads nothing."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.literals import literal
from tests.document.test_every_text import LETTERS
from tests.support.visible import one_line, visible_text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("พ.ศ. 2566 (ฉบับที่ 2)", "พ.ศ. 2566 (ฉบับที่ 2)"),
        ("1. ข้อ", "1&#46; ข้อ"),
        ("1.1 ข้อ", "1.1 ข้อ"),
        ("- ก", "&#45; ก"),
        ("รับ-ส่ง", "รับ-ส่ง"),
        ("a  b\nc", "a b c"),
        ("**a** _b_ `c`", "&#42;&#42;a&#42;&#42; &#95;b&#95; &#96;c&#96;"),
    ],
)
def test_literal_keeps_what_is_harmless_readable(text: str, written: str) -> None:
    assert literal(text) == written


@given(st.text(LETTERS).filter(one_line))
def test_literal_shows_the_text_in_paragraphs_headings_and_cells(text: str) -> None:
    for written, frame in (
        (f"{literal(text)}\n", "{}"),
        (f"## {literal(text)} {{ #x }}\n", "{}"),
        (f"1. {literal(text)}\n", "{}"),
        (f"| a |\n| --- |\n| {literal(text)} |\n", "a {}"),
    ):
        html = markdown.markdown(written, extensions=["attr_list", "tables", "toc"])
        assert visible_text(html) == frame.format(one_line(text))
