"""Texts of several blocks: on pages, in Markdown and in the search, in every field that may hold them."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diff.comparing import compare_manuals
from generator.diff.text_report import text_report
from generator.document import documents_of, open_book
from generator.document.file_names import file_facts
from generator.indexes.glossary import Glossary
from generator.indexes.indexes import Indexes
from generator.model import Term, read_rich_text, rich_words
from generator.model.manual import Manual
from generator.search.document_passages import document_passages
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import markdown_files
from tests.model.test_rich_text import ANY_LINES
from tests.support.auditing import examples
from tests.support.every_field import EVERY_KIND, RICH, every_field_manual
from tests.support.hostile import HOSTILE
from tests.support.site_pages import build_pages, finished, html_of
from tests.support.visible import visible_text

TODAY = date(2025, 12, 1)
WORD = re.compile(r"[^\W_]+")
IN_MARKS = re.compile(r"\]\((?:<[^<>\n]*>|[^()\n]*)\)")
PROCEDURE = "area/sample.md"


def rich_manual(text: str) -> Manual:
    """Every field that may hold several blocks says a text, with the field's name in each of its blocks."""
    return every_field_manual(lambda name: text.replace("{0}", name) if name in RICH else name)


@cache
def every_kind() -> Manual:
    return rich_manual(EVERY_KIND)


@cache
def pages() -> dict[str, str]:
    return {page.uri: html_of(page) for page in build_pages(every_kind(), {}, TODAY)}


def words_of_text(text: str) -> Iterator[str]:
    """The words that readers should find: numbers of items, addresses and signs aside."""
    yield from WORD.findall(IN_MARKS.sub(" ", text.replace("**", " ")))


def test_every_block_of_every_rich_field_is_on_a_page() -> None:
    seen = " ".join(map(visible_text, pages().values()))
    for name in RICH:
        for begin in ("งาน", "ข้อขีด", "ข้อย่อย", "หัวสอง", "ระวัง", "รูปแสดงผล", "ปิดท้าย"):
            if begin != "งาน":
                assert f"{begin} {name}" in seen, (begin, name)


def test_blocks_are_what_they_are_on_the_page() -> None:
    row = re.search(
        r'<li class="[^"]*" id="step-inner">.*?(?=<li class="step|</ol>\s*$)', pages()[PROCEDURE], re.DOTALL
    )
    html = re.sub(r'<span (?:class="word"|lang="en")>([^<>]*)</span>', r"\1", row[0] if row else "")
    assert '<div class="rich step__detail"><p>ย่อหน้าแรก <strong>ตัวหนา</strong>' in html
    assert "<ul><li>ข้อขีด inner-detail<br>ต่อข้อขีด<ol><li>ข้อย่อย inner-detail</li></ol></li><li>ข้อขีดสอง" in html
    assert '<ol start="2"><li>ข้อเลขสอง</li></ol>' in html
    assert "<td>ช่อง | ขีดตั้ง</td>" in html
    assert (
        '<p class="notice notice--warning" role="note"><strong>คำเตือน:</strong> ระวัง inner-detail</p>' in html
    )
    assert '<p class="notice notice--note" role="note"><strong>หมายเหตุ:</strong> ปิดท้าย' in html
    picture = "../../images/%E0%B8%A3%E0%B8%B9%E0%B8%9B%20%E0%B8%A0%E0%B8%B2%E0%B8%9E.png"
    assert f'<img src="{picture}" alt="รูปแสดงผล inner-detail" loading="lazy">' in html
    assert re.search(r'<a href="\.\./\.\./files/[^" ]*\.docx">', html)
    assert "ข้อเลข ไฟล์แนบ (DOCX 120 กิโลไบต์)" in visible_text(html)


def test_every_block_is_in_the_plain_markdown() -> None:
    files = markdown_files(Indexes(every_kind(), TODAY), {})
    documents = [content for name, content in files.items() if name.endswith(".md")]
    seen = " ".join(visible_text(markdown.markdown(each, extensions=["tables"])) for each in documents)
    for name in RICH:
        for begin in ("ข้อขีด", "ข้อย่อย", "หัวสอง", "ระวัง", "รูปแสดงผล", "ปิดท้าย"):
            assert f"{begin} {name}" in seen, (begin, name)


def test_every_block_is_found_at_the_anchor_of_its_step() -> None:
    book = open_book(Indexes(every_kind(), TODAY))
    document = next(each for each in documents_of(book) if each.uri == PROCEDURE)
    passages = {each.anchor: each for each in document_passages(document, book.addresses)}
    step = passages["step-inner"]
    said = [*step.texts, *step.linked]
    for text in ("ข้อขีด inner-detail", "ข้อย่อย inner-detail", "หัวสอง inner-detail", "ช่อง | ขีดตั้ง"):
        assert text in said
    assert "รูปแสดงผล inner-detail" in said
    assert "คำเตือน: ระวัง inner-detail" in said


def test_the_data_has_the_text_as_it_was_written() -> None:
    data = manual_files(every_kind(), {})["manual.json"]
    (procedure,) = json.loads(data)["areas"][0]["procedures"]
    assert procedure["steps"][0]["detail"] == EVERY_KIND.replace("{0}", "outer-detail")


def test_a_comparison_tells_cells_items_and_pictures_word_by_word() -> None:
    before, after = (rich_manual(EVERY_KIND.replace("ระวัง", word)) for word in ("ระวัง", "ห้าม"))
    told = text_report(compare_manuals(before, after))
    assert "คำเตือน: [-ระวัง-]{+ห้าม+} inner-detail" in told
    assert "รูปแสดงผล inner-detail (images/รูป ภาพ.png)" in told
    assert "ช่อง | ขีดตั้ง | [ออก](https://a.example/)" in told
    assert "| --- |" not in told


def test_words_of_the_glossary_are_explained_and_counted_inside() -> None:
    text = "นำ\n\n| แผนปฏิบัติราชการ |\n| --- |\n| ก |"
    manual = every_field_manual(lambda name: text if name == "outer-detail" else name)
    manual = Manual(
        **{
            **{each: getattr(manual, each) for each in Manual.__slots__},
            "terms": {"plan": Term(term="แผนปฏิบัติราชการ", meaning="แผน\n\n- ของปี")},
        }
    )
    (placed,) = manual.procedures()
    assert "plan" in Glossary(manual).used_by(placed)
    page = next(each for each in build_pages(manual, {}, TODAY) if each.uri == PROCEDURE)
    assert re.search(r'<th[^>]*><span class="explained"[^>]*aria-description="แผน - ของปี"', finished(page))


@pytest.mark.parametrize(
    "text",
    [
        "![x](../../etc/passwd)",
        "![x](javascript:alert(1).png)",
        "![x](//evil.example/a.png)",
        "![x](https://evil.example/a.png)",
        "[x](../../etc/passwd.txt)",
        "[x](javascript:alert(1))",
        "[x](files/missing.pdf)",
        "![x](images/missing.png)",
    ],
)
def test_what_is_no_file_of_ours_stays_text(text: str) -> None:
    manual = rich_manual(f"ก\n\n{text}\n\n- {text}\n\n| ก |\n| - |\n| {text} |")
    html = "".join(html_of(page) for page in build_pages(manual, {}, TODAY))
    assert "<img" not in html
    assert not re.search(r'(?:href|src)="[^"]*(?:passwd|javascript|evil|missing)', html)
    assert visible_text(html).count(text) >= 3 * len(RICH)


@given(st.one_of(ANY_LINES, st.lists(st.sampled_from(HOSTILE)).map("\n".join)))
@settings(max_examples=examples(25), deadline=None)
def test_whatever_is_written_its_words_are_on_the_page_and_in_the_markdown(text: str) -> None:
    said = f"เริ่ม\n{text}\nจบ"
    manual = rich_manual(said)
    seen = " ".join(visible_text(html_of(page)) for page in build_pages(manual, {}, TODAY))
    files = markdown_files(Indexes(manual, TODAY), {})
    read = " ".join(
        visible_text(markdown.markdown(each, extensions=["tables"]))
        for name, each in files.items()
        if name.endswith(".md")
    )
    missing = set(words_of_text(rich_words(read_rich_text(said))))
    assert missing <= {*WORD.findall(seen), *map(str, range(1000))}
    assert missing <= {*WORD.findall(read), *map(str, range(1000))}
    assert "<script>alert" not in "".join(finished(page) for page in build_pages(manual, {}, TODAY))


@pytest.mark.parametrize(
    ("uri", "size", "told"),
    [
        ("a.pdf", 0, "(PDF 1 กิโลไบต์)"),
        ("a b.docx", 120_499, "(DOCX 120 กิโลไบต์)"),
        ("a.PNG", 999_499, "(PNG 999 กิโลไบต์)"),
        ("a.zip", 999_501, "(ZIP 1.0 เมกะไบต์)"),
        ("a.zip", 12_340_000, "(ZIP 12.3 เมกะไบต์)"),
        ("about/foreword.md", 10, ""),
    ],
)
def test_files_are_told_by_kind_and_size(uri: str, size: int, told: str) -> None:
    assert file_facts(uri, size) == told
