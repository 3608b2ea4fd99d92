"""The PDF of a manual: nothing is lost or read as code; it is tagged, named, linked, and the same twice."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.assembly import load_manual
from generator.document.authored import Authored
from generator.document.compose import open_book
from generator.document.inlines import Chip, Inlines, Picture, Words
from generator.document.printed_book import printed_manual
from generator.document.walking import inlines, walk
from generator.indexes import Indexes
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.paper import PrintError
from generator.paper.marks import is_print, page_count, print_of
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual
from tests.support.auditing import IN_FULL, examples
from tests.support.every_field import every_field_manual
from tests.support.hostile import HOSTILE, SHIFTS, hostile_by_turns
from tests.support.pdf_texts import pages_without_spaces, texts_in, without_spaces
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

TYPST = (
    "#let x = 1",
    "$ a^2 $",
    "@label <label>",
    "\\ \\u{41} \\#",
    "[#] {#} *b* _i_",
    "= Heading",
    "/ a: b",
    "// c /* d */",
)
"""What Typst reads something into."""
SEEN = st.characters(
    exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp", "Zs", "Mn", "Mc", "Me", "So")
)
ANY_TEXT = (
    st.sampled_from((*HOSTILE, *TYPST))
    | st.text("#$@\\<>[]{}*_=/`\"' กน้ำ1", max_size=30)
    | st.text(SEEN, max_size=20)
)
NOT_OFFICIAL = (
    *("knowledge-", "path-", "stop-", "sibling-", "left-out", "checkpoint", "site", "edition-short"),
    *("term-stop", "page-stop", "procedure-stop", "step-stop", "checkpoint-stop"),
    *("changed-", "added-", "term-synonyms", "source-"),
    *("role-source_note", "reference-source_note", "form-source_note"),
)


def official_texts(manual: Manual) -> Iterator[str]:
    """Every line of the tree that is printed."""
    book = printed_manual(open_book(Indexes(manual, SHOWCASE_DAY)))
    for chapter in book.all_chapters():
        for line in (chapter.heading, *(line for block in walk(chapter.blocks) for line in inlines(block))):
            yield from words_in(line)


def words_in(line: Inlines) -> Iterator[str]:
    """The words in inline parts, each part by itself: between two a mark may stand that paper shows otherwise."""
    for part in line:
        if isinstance(part, Words):
            yield part.text
        elif not isinstance(part, Chip | Picture):
            yield from words_in(part.content)


def test_everything_of_the_tree_is_in_it(tmp_path: Path) -> None:
    manual = showcase_manual()
    expected = [line for text in official_texts(manual) for line in text.split("\n") if line.strip()]
    for reader, found in texts_in(print_of_manual(manual), tmp_path):
        seen = without_spaces(found)
        assert [line for line in expected if without_spaces(line) not in seen and "\n" not in line] == [], (
            reader
        )


def assert_all_is_printed(next_text: Callable[[], str], folder: Path) -> None:
    written: dict[str, str] = {}

    def say(field: str) -> str:
        if field not in written:
            written[field] = f"{next_text()} {field}."
        return written[field]

    pdf = print_of_manual(every_field_manual(say))
    for reader, found in texts_in(pdf, folder):
        seen = without_spaces(found)
        lost = [
            field
            for field, text in written.items()
            if not field.startswith(NOT_OFFICIAL)
            and any(without_spaces(line) not in seen for line in plain_text(text).split("\n"))
        ]
        assert lost == [], reader


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_are_printed_as_written(shift: int, tmp_path: Path) -> None:
    assert_all_is_printed(hostile_by_turns(shift), tmp_path)


@given(text=ANY_TEXT)
@settings(max_examples=examples(60, 20), deadline=None)
def test_any_text_is_printed_as_written(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    title = f"งาน {text} จบ"
    manual = manual_of(placed(title=title, objective=[title], steps=[{"text": title, "detail": title}]))
    pdf = print_of_manual(manual, procedures=("plan",))
    for reader, found in texts_in(pdf, tmp_path_factory.mktemp("read")):
        assert without_spaces(plain_text(title)) in without_spaces(found), reader


def test_it_is_tagged_named_and_linked() -> None:
    pdf = pikepdf.open(BytesIO(print_of_manual(showcase_manual())))
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "th"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]).startswith("คู่มือ")
    metadata = pdf.open_metadata()
    assert metadata.pdfa_status == "2U"
    assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    elements = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S")]
    kinds = {str(each["/S"]) for each in elements}
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure", "/Link"} <= kinds
    figures = [each for each in elements if str(each["/S"]) == "/Figure"]
    assert all(len(str(each["/Alt"])) > 20 for each in figures)
    assert all(letter < "\ue000" or letter > "\uf8ff" for each in figures for letter in str(each["/Alt"]))


def test_its_bookmarks_are_its_headings() -> None:
    with pikepdf.open(BytesIO(print_of_manual(showcase_manual()))) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        inner = [item.title for root in outline.root for item in root.children]
    assert titles[:2] == ["สารบัญ", "ส่วนที่ 1 คู่มือขั้นตอนการปฏิบัติงาน"]
    assert "1 งานงบประมาณ" in inner


def test_links_lead_to_pages_of_it() -> None:
    pdf = pikepdf.open(BytesIO(print_of_manual(showcase_manual())))
    named = pikepdf.NameTree(pdf.Root.Names.Dests)
    labels = PdfReader(BytesIO(print_of_manual(showcase_manual()))).page_labels
    numbers = {page.obj.objgen: label for page, label in zip(pdf.pages, labels, strict=True)}
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    inside = [link for link in links if "/Dest" in link]
    outside = {str(link.A.URI) for link in links if "/A" in link}
    assert len(inside) > 20
    for link in inside:
        end = named[str(link.Dest)] if isinstance(link.Dest, pikepdf.String) else link.Dest
        assert "/A" not in link
        assert str(link.Contents) == f"ไปหน้า {numbers[end[0].objgen]}"
    assert all(address.startswith(("https://", "http://", "mailto:", "tel:")) for address in outside)


def test_links_lead_to_what_they_name() -> None:
    cited = {f"law-{at}": {"title": f"ระเบียบที่ {at}.", "type": "manual"} for at in range(60)}
    manual = manual_of(placed(references=list(cited)), references=cited)
    reader = PdfReader(BytesIO(print_of_manual(manual)))
    used = {str(link.get_object()["/Dest"]) for page in reader.pages for link in page.get("/Annots", [])}
    pages = set()
    for key in cited:
        name = f"references/index.md#reference-{key}"
        number = reader.get_destination_page_number(reader.named_destinations[name])
        assert name in used
        assert number is not None
        pages.add(number)
        said = without_spaces(reader.pages[number].extract_text())
        assert without_spaces(cited[key]["title"]) in said
    assert len(pages) > 1


def test_pages_are_called_what_is_printed_on_them() -> None:
    reader = PdfReader(BytesIO(print_of_manual(showcase_manual(), is_thai_numbered=True)))
    front = reader.page_labels.index("๑")
    assert reader.page_labels[:2] == ["ปก", "ก"]
    assert len(reader.page_labels) == len(reader.pages)
    for label, page in zip(reader.page_labels[front:], reader.pages[front:], strict=True):
        text = without_spaces(page.extract_text())
        assert f"หน้า{label}/" in text


def test_a_page_is_headed_by_what_it_begins_with() -> None:
    long = placed("long", "1.1", scope=[f"ข้อที่ {number}" for number in range(60)])
    printing = {"introduction": ["a.md", "b.md"]}
    manual = manual_of(long, placed("short", "1.2"), settings={"print": printing})
    authored = Authored({"a.md": "# หนึ่ง\n\nก".encode(), "b.md": "# สอง\n\nข".encode()})
    _, _, part, introduction, _, first, second, *_ = pages_without_spaces(print_of_manual(manual, authored))
    assert part.startswith("ส่วนที่")
    assert introduction.startswith("สำนักงานหนึ่งหนึ่งกสองข")
    assert first.startswith("สำนักงาน1.1งานlong1งานงบประมาณ1.1งานlong")
    assert second.startswith("สำนักงาน1.1งานlong")
    assert any(
        each.startswith("สำนักงาน1.2งานshort1.2งานshort")
        for each in pages_without_spaces(print_of_manual(manual))
    )


def test_a_procedure_that_is_only_named_takes_no_page_of_its_own() -> None:
    planned = {"steps": (), "status": "planned"}
    written = [placed("a", "1.1"), placed("b", "1.3")]
    named = [placed("x", "1.2", **planned), placed("y", "1.4", **planned)]
    alone, together = (
        page_count(print_of_manual(manual_of(*each)))
        for each in (written, (written[0], named[0], written[1], named[1]))
    )
    assert together <= alone


def pages_citing(number: int) -> list[str]:
    """The pages of a procedure that ends with so many lines: what it cites."""
    cited = {f"law-{at}": {"title": f"ระเบียบที่ {at}", "type": "manual"} for at in range(number)}
    manual = manual_of(placed(references=list(cited)), references=cited)
    return [each for each in pages_without_spaces(print_of_manual(manual)) if each.startswith("สำนักงาน1.1")]


def test_what_is_left_for_a_last_page_is_no_single_line() -> None:
    fits, fewest = 5, 60
    while fewest - fits > 1:
        number = (fits + fewest) // 2
        fits, fewest = (number, fewest) if len(pages_citing(number)) == 1 else (fits, number)
    _, last = pages_citing(fewest)
    assert last.count("ระเบียบที่") >= 3


def test_the_same_manual_gives_the_same_bytes_on_any_day_it_is_not_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    manual = showcase_manual()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    first = print_of_manual(manual)
    assert print_of_manual(manual) == first
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1774547200")
    later = print_of_manual(manual)
    assert later != first
    assert print_of(later) == print_of(first)


def test_what_was_printed_here_is_known() -> None:
    pdf = print_of_manual(showcase_manual(), procedures=("spending-plan",))
    assert is_print(pdf)
    for other in (b"", b"%PDF-1.7 nothing", b"text"):
        assert not is_print(other)
    written = BytesIO()
    pikepdf.new().save(written)
    assert not is_print(written.getvalue())


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
PAGE = """# คำนำ

## หัวข้อ

#### ลึก

ข้อความ **หนา** `โค้ด` [ไป](../budget/plan.md)

- ก
    1. ข

> คำ

| ก | ข |
|--|--|
| 1 | 2 |

![รูป](../images/a.svg)

---

```
รหัส
```

[^1]

[^1]: เชิงอรรถ

<div>ทั้งหมด</div>
"""


def test_pages_and_pictures_of_the_documents_are_in_it() -> None:
    printing = {"emblem": "images/a.svg", "foreword": "about/foreword.md"}
    manual = manual_of(placed(), settings={"print": printing})
    authored = Authored({"about/foreword.md": PAGE.encode(), "images/a.svg": SVG.encode()})
    pdf = print_of_manual(manual, authored)
    assert pdf != b""
    assert page_count(pdf) >= 4
    text = without_spaces("".join(each.extract_text() for each in PdfReader(BytesIO(pdf)).pages))
    for each in ("หัวข้อ", "ลึก", "หนา", "โค้ด", "รหัส", "เชิงอรรถ", "<div>ทั้งหมด</div>"):
        assert each in text


@pytest.mark.skipif(not IN_FULL, reason="reads whole manuals with four programs")
@pytest.mark.parametrize(("edition", "most"), [("khonkaen5-2566", 70), ("uttaradit2", 70)])
def test_the_real_manuals_are_printed_whole(edition: str, most: int, tmp_path: Path) -> None:
    manual, _ = load_manual(Path(__file__).parents[2], edition)
    assert manual is not None
    pdf = print_of_manual(manual)
    assert page_count(pdf) <= most
    expected = [line for text in official_texts(manual) for line in text.split("\n") if line.strip()]
    for reader, found in texts_in(pdf, tmp_path):
        seen = without_spaces(found)
        assert [line for line in expected if without_spaces(line) not in seen] == [], reader


@pytest.mark.parametrize("content", [b"no picture", b"\x89PNG\r\n\x1a\n\xff\xfe", b""])
def test_a_picture_that_is_none_is_told_with_its_file(content: bytes) -> None:
    manual = manual_of(placed("plan", "1.1"), settings={"print": {"emblem": "about/emblem.png"}})
    with pytest.raises(PrintError, match=r"docs/about/emblem\.png"):
        print_of_manual(manual, Authored({"about/emblem.png": content}))
