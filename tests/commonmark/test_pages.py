"""Links and headings are read as CommonMark says, each part at its exact place."""

from itertools import product
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.commonmark.pages import read_page
from generator.commonmark.reader import Dialect
from generator.commonmark.written import LinkForm
from tests.commonmark.corpus import LINKS, NO_LINKS, OF_LINES, PLACES, Case
from tests.support.auditing import examples
from tests.support.cases import each_case

DIALECTS = tuple(Dialect)
OF_PAGES = {
    "note": '!!! note "ก"\n\n    คำ {}',
    "folded note": "??? note\n    คำ {}\n\n    - {}",
    "meaning": "คำ\n:   หมาย {}\n\n    ต่อ",
}
"""Where links stand on pages only: elsewhere it is code."""


@each_case("case, place, dialect", product(LINKS, PLACES, DIALECTS))
def test_a_link_is_read_at_its_place(case: Case, place: str, dialect: Dialect) -> None:
    if "\n" in case.written and place not in OF_LINES:
        return
    _is_read(case, PLACES[place], dialect)


@each_case("case, place", product(LINKS[:9], OF_PAGES.values()))
def test_on_pages_links_stand_in_what_their_engine_reads(case: Case, place: str) -> None:
    if "\n" not in case.written:
        _is_read(case, place, Dialect.PAGE)


def _is_read(case: Case, place: str, dialect: Dialect) -> None:
    text = f"{place.format(*[case.written] * place.count('{}'))}\n\n{case.definitions}\n"
    links = [link for link in read_page(text, dialect).links if link.form is not LinkForm.DEFINITION]
    assert len(links) == place.count("{}")
    for link in links:
        assert link.whole.of(text) == case.written
        assert link.target.of(text) == case.target
        assert unquote(link.href).removeprefix("./") == case.to
        assert link.is_picture is case.written.startswith("!")
        behind = "](" if "](" in case.written else "]"
        label = case.written.removeprefix("!").rpartition(behind)[0].partition("][")[0]
        assert link.label.of(text) == label.removeprefix("[")


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("written", NO_LINKS)
def test_what_is_no_link_is_none(written: str, dialect: Dialect) -> None:
    assert read_page(f"ก\n\n{written}\n\nข\n", dialect).links == ()


@pytest.mark.parametrize(
    ("written", "form", "target"),
    [
        ("![รูป](ผัง งาน.png)", LinkForm.BROKEN, "ผัง งาน.png"),
        ('[ก](a b.md "ค")', LinkForm.BROKEN, 'a b.md "ค"'),
        ("[ก](a(b.md c))", LinkForm.BROKEN, "a(b.md c)"),
        ("[ก](procedure: plan)", LinkForm.BROKEN, "procedure: plan"),
        ("[ก [ข](a.md) ค](b.md)", LinkForm.BROKEN, "b.md"),
        ("[ก][ไม่มี]", LinkForm.UNDEFINED, "ไม่มี"),
        ("คำ[^ไม่มี]", LinkForm.UNDEFINED_FOOTNOTE, "ไม่มี"),
        ("[^น]: หมาย", LinkForm.UNUSED_FOOTNOTE, "น"),
        ("<https://a.example/>", LinkForm.AUTOLINK, "https://a.example/"),
        ("<procedure:plan#x>", LinkForm.AUTOLINK, "procedure:plan#x"),
        ("[ก]: <a b.md> 'ค'", LinkForm.DEFINITION, "a b.md"),
    ],
)
def test_what_is_written_like_a_link_is_told_apart(written: str, form: LinkForm, target: str) -> None:
    text = f"คำ\n\n{written}\n"
    assert (form, target) in [
        (link.form, link.target.of(text)) for link in read_page(text, Dialect.PAGE).links
    ]


def test_footnotes_are_no_links() -> None:
    read = read_page("คำ[^1][^ข]\n\n[^1]: https://a.example/\n[^ข]: หมาย\n", Dialect.BODY)
    assert read.links == ()
    assert read.named == {"fn:1", "fnref:1", "fn:ข", "fnref:ข"}


@pytest.mark.parametrize(
    ("written", "dialect", "words", "given"),
    [
        ("# ก *ข* `ค` [ง](a.md) ##", Dialect.BODY, "ก ข ค ง", ""),
        ("ก\n===", Dialect.BODY, "ก", ""),
        ("> ## ก", Dialect.PAGE, "ก", ""),
        ("## ก {#ข}", Dialect.BODY, "ก", "ข"),
        ("## ก {: #ข } ##", Dialect.PAGE, "ก", "ข"),
        ("## ก { .x #ข y=1 }", Dialect.PAGE, "ก", "ข"),
        ("## ก { .x }", Dialect.PAGE, "ก", ""),
        ("## ก { #x onclick=y }", Dialect.BODY, "ก { #x onclick=y }", ""),
        ("## ก {#__x}", Dialect.BODY, "ก {#__x}", ""),
        ("## ก[^1]\n\n[^1]: ข", Dialect.BODY, "ก", ""),
    ],
)
def test_headings(written: str, dialect: Dialect, words: str, given: str) -> None:
    (heading,) = read_page(written, dialect).headings
    assert (heading.words, heading.given) == (words, given)


def test_places_of_pages() -> None:
    text = '## ก\n\n<a id="ข"></a> <a name="ค">x</a>\n\nคำ\n{: #ง }\n\n<div id="จ">\n\n## ก\n'
    assert set(read_page(text, Dialect.PAGE).anchors) == {"ก", "ก-2", "ข", "ค", "ง", "จ"}


def test_attribute_lists_give_ids_only_where_the_engine_takes_them() -> None:
    text = "คำ{: #ก } คำ\n\n**คำ**{: #ข } และ {#ค}\n\n| ง {: #ง } | จ |\n|--|--|\n| ฉ {: #ฉ } | {#ช} ซ |\n"
    assert set(read_page(text, Dialect.PAGE).anchors) == {"ข", "ง", "ฉ", "ช"}


PIECES = (
    *("[", "](", ")", "![", "<", ">", "[^1]", "[^1]: ", "\n", "\n\n", "> ", "- ", " |", "#", " ", "`", "\\"),
    *("| a | b |\n|--|--|\n| ", "    ", "!!! a\n", ": ", "{#x}", "\t", "ก", "a.md"),
)


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join),
    st.sampled_from(DIALECTS),
)
@settings(max_examples=examples(400), deadline=None)
def test_whatever_is_written_every_part_stands_in_the_text(text: str, dialect: Dialect) -> None:
    text = text.replace("\r", "")
    read = read_page(text, dialect)
    for link in read.links:
        assert 0 <= link.whole.start < link.whole.end <= len(text)
        assert text[link.whole.start] in "[!<"
        if link.form in {LinkForm.INLINE, LinkForm.BROKEN}:
            assert text[link.whole.end - 1] == ")"
        for span in (link.label, link.target):
            assert link.whole.start <= span.start <= span.end <= link.whole.end
    assert len(set(read.ids)) == len(read.ids) == len(read.headings)


@pytest.mark.parametrize("line", ["!!! note[ก](<a b.md>)e", "??? [ก](<a b.md>)", "=== [ก](<a b.md>)"])
def test_a_line_that_only_begins_like_a_note_is_text(line: str) -> None:
    (link,) = read_page(f"{line}\n    ข\n", Dialect.PAGE).links
    assert link.target is not None
    assert "a b.md" in line[link.target.start : link.target.end]
