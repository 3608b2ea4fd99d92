"""Markdown that people wrote as blocks: every part of it, with its words and links."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import (
    Addresses,
    Body,
    Group,
    Heading,
    Link,
    Listing,
    ListItem,
    Paragraph,
    Picture,
    Span,
    Strong,
    Table,
    Target,
    Words,
    body_blocks,
    plain_words,
)
from generator.document.walking import inlines, walk
from tests.document.manuals import manual_of, placed
from tests.support.auditing import examples

ADDRESSES = Addresses(manual_of(placed("plan", "1.1")))


def of(markdown: str) -> tuple[object, ...]:
    return body_blocks(Body(markdown, "about/page.md"), ADDRESSES)


def test_headings_begin_at_the_second_level_and_have_places() -> None:
    assert of("# หนึ่ง\n\n### สอง") == (
        Heading(2, (Words("หนึ่ง"),), "หนึ่ง"),
        Heading(4, (Words("สอง"),), "สอง"),
    )


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        (
            "ก *ข* **ค** `ง`",
            Paragraph(
                (
                    Words("ก "),
                    Span("emphasis", (Words("ข"),)),
                    Words(" "),
                    Strong((Words("ค"),)),
                    Words(" "),
                    Span("code", (Words("ง"),)),
                )
            ),
        ),
        ("ก\nข  \nค", Paragraph((Words("ก"), Words(" "), Words("ข"), Words("\n"), Words("ค")))),
        ("> ก", Group("quotation", (Paragraph((Words("ก"),)),))),
        ("```\na <b>\n```", Paragraph((Words("a <b>"),), "code")),
        ("[งาน](procedure:plan)", Paragraph((Link(Target("budget/plan.md"), (Words("งาน"),)),))),
        ("[ออก](https://a.example/)", Paragraph((Link("https://a.example/", (Words("ออก"),)),))),
        ("[ไฟล์](../files/a.pdf)", Paragraph((Link(Target("files/a.pdf"), (Words("ไฟล์"),)),))),
        ("![รูป](../images/a.png)", Paragraph((Picture(Target("images/a.png"), "รูป"),))),
        ("[เสีย](javascript:x)", Paragraph((Words("เสีย"),))),
        ("3. ก\n4. ข", Listing((ListItem((Words("ก"),)), ListItem((Words("ข"),))), is_ordered=True, first=3)),
    ],
)
def test_every_part_is_a_block(markdown: str, block: object) -> None:
    assert of(markdown) == (block,)


def test_lists_in_lists_and_what_stands_in_them() -> None:
    (listing,) = of("- ก\n\n  ข\n\n  1. ค\n     - ง\n- # จ")
    assert isinstance(listing, Listing)
    first, second = listing.items
    assert first.content == (Words("ก"),)
    assert first.blocks[0] == Paragraph((Words("ข"),))
    inner = first.blocks[1]
    assert isinstance(inner, Listing)
    assert inner.is_ordered
    assert inner.items[0].blocks == (Listing((ListItem((Words("ง"),)),)),)
    assert second.content == (Strong((Words("จ"),)),)


def test_tables() -> None:
    (table,) = of("| ก | **ข** |\n| --- | --- |\n| 1 | 2 |")
    assert isinstance(table, Table)
    assert [plain_words(each.title) for each in table.columns] == ["ก", "ข"]
    assert [[plain_words(cell.content) for cell in row.cells] for row in table.rows] == [["1", "2"]]


def test_footnotes_stand_where_they_are_written() -> None:
    blocks = of("ก[^1]\n\n[^1]: หมาย\n")
    assert blocks == (
        Paragraph((Words("ก"), Words("[1]"))),
        Paragraph((Words("[1] "), Words("หมาย")), "footnotes"),
    )


@given(st.text("กข*_#>-1. \n[]()`|~!\\&<", max_size=80))
@settings(max_examples=examples(300), deadline=None)
def test_no_letter_is_lost(markdown: str) -> None:
    blocks = body_blocks(Body(markdown, "about/page.md"), ADDRESSES)
    told = "".join(plain_words(line) for block in walk(blocks) for line in inlines(block))
    for letter in "กข":
        assert told.count(letter) >= markdown.count(letter) - markdown.count("](")
