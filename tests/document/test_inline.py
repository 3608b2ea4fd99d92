"""Authored text as HTML, and as text in which Markdown reads nothing."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.inline import inline_html, markdown_literal
from tests.document.test_every_text import LETTERS
from tests.support.visible import one_line, visible_text


def find(procedure: str, step: str | None) -> tuple[str, str] | None:
    """A manual with one procedure."""
    return (f"../audit/#{step or ''}", "งานตรวจสอบ") if procedure == "audit" else None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("แผน", "แผน"),
        ("<b> & \"x\" 'y'", "&lt;b&gt; &amp; &#34;x&#34; &#39;y&#39;"),
        ("เน้น**คำนี้**ไว้", "เน้น<strong>คำนี้</strong>ไว้"),
        ("**<i>**", "<strong>&lt;i&gt;</strong>"),
        ("หนึ่ง\nสอง", "หนึ่ง<br>สอง"),
        ("ดู[งาน](procedure:audit)", 'ดู<a href="../audit/#">งาน</a>'),
        ("ดู[](procedure:audit#first)", 'ดู<a href="../audit/#first">งานตรวจสอบ</a>'),
        ("ดู[งานอื่น](procedure:unknown)", "ดูงานอื่น"),
        (
            "[เว็บ](https://a.example/?b=1&c=2)",
            '<a href="https://a.example/?b=1&amp;c=2" rel="noopener">เว็บ</a>',
        ),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        (
            '[x](https://a.example/"onclick="y)',
            '<a href="https://a.example/&#34;onclick=&#34;y" rel="noopener">x</a>',
        ),
    ],
)
def test_inline_html(text: str, html: str) -> None:
    assert inline_html(text, find) == html


@pytest.mark.parametrize(
    ("text", "literal"),
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
def test_markdown_literal_keeps_what_is_harmless_readable(text: str, literal: str) -> None:
    assert markdown_literal(text) == literal


@given(st.text(LETTERS).filter(one_line))
def test_markdown_literal_shows_the_text_in_paragraphs_headings_and_cells(text: str) -> None:
    literal = markdown_literal(text)
    for written, frame in (
        (f"{literal}\n", "{}"),
        (f"## {literal} {{ #x }}\n", "{}"),
        (f"1. {literal}\n", "{}"),
        (f"| a |\n| --- |\n| {literal} |\n", "a {}"),
    ):
        html = markdown.markdown(written, extensions=["attr_list", "tables", "toc"])
        assert visible_text(html) == frame.format(one_line(text))
