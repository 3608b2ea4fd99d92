"""The Word document as a book: cover, contents, running heads, numbers of pages, charts, tables, who signs."""

from xml.etree import ElementTree as ET

import pytest

from generator.document import Authored
from generator.writers.word.measures import measures_of
from tests.document.manuals import manual_of, placed
from tests.support.every_field import every_field_manual
from tests.support.showcase import showcase_manual
from tests.support.word import BLIP, DRAWN, SVG, R, W, WordFile, style_of, text_of, word_of
from tests.support.word_faults import faults

FOREWORD = {"about/foreword.md": "# คำนำของเล่ม\n\nเปิดเล่ม [แผน](../budget/plan.md)\n".encode()}
PRINT = {"print": {"foreword": "about/foreword.md"}}
STEPS = [
    {"text": "รับเรื่อง", "phase": "ระยะแรก", "role": "director", "duration": "1 วัน"},
    {"text": "พิจารณา", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "end"}]},
]
CONTROL = {"code": "กนผ-1", "revision": "2", "prepared": {"role": "group"}, "approved": {"role": "director"}}


@pytest.fixture(scope="module")
def showcase() -> WordFile:
    """The showcase, whole, with its charts."""
    return word_of(showcase_manual(), charts=True)


def _book() -> WordFile:
    first = placed("plan", "1.1", steps=STEPS, document_control=CONTROL, objective=["หนึ่ง", "สอง"])
    manual = manual_of(first, placed("other", "1.2", related=["plan"]), settings=PRINT)
    return word_of(manual, Authored(FOREWORD))


def _sections(file: WordFile) -> list[tuple[list[str], list[str], dict[str, str]]]:
    """Of each section its head's lines, its foot's, how its pages are numbered."""
    found = []
    for section in file.main.iter(f"{W}sectPr"):
        edges = [
            [text_of(each) for each in file.edges[reference.attrib[f"{R}id"]].iter(f"{W}p")]
            for tag in ("headerReference", "footerReference")
            for reference in section.iter(f"{W}{tag}")
        ]
        (number,) = section.iter(f"{W}pgNumType")
        head, foot = edges or [[], []]
        found.append((head, foot, {key.removeprefix(W): value for key, value in number.attrib.items()}))
    return found


def test_the_showcase_has_no_fault(showcase: WordFile) -> None:
    assert faults(showcase) == []


def test_it_begins_with_a_cover_a_foreword_and_its_contents() -> None:
    file = _book()
    assert faults(file) == []
    assert file.styled("Title") == ["คู่มือ"]
    assert "สำนักงาน" in file.styled("Subtitle")
    styles = [style_of(each) for each in file.main.iter(f"{W}p")]
    assert styles[0] == "Title"
    assert styles.index("Heading1") < styles.index("TOCHeading") < styles.index("TOC1")
    assert file.styled("Heading1")[0] == "คำนำของเล่ม"
    contents = [line.partition("\t")[0] for style in ("TOC1", "TOC2", "TOC3") for line in file.styled(style)]
    headings = [line for level in (1, 2, 3) for line in file.styled(f"Heading{level}")]
    assert contents == headings
    assert {"1.1 งาน plan", "1.2 งาน other", "การจัดทำ ทบทวน และอนุมัติ"} <= set(contents)
    assert any(each.split()[:2] == ["TOC", "\\o"] for each in file.fields)


def test_contents_are_worked_out_when_it_is_opened(showcase: WordFile) -> None:
    (update,) = showcase.xml("word/settings.xml").iter(f"{W}updateFields")
    assert update.attrib[f"{W}val"] == "true"


def test_contents_have_numbers_before_they_are_worked_out() -> None:
    long = placed("long", "1.1", objective=["วัตถุประสงค์ข้อหนึ่ง"] * 90)
    file = word_of(manual_of(long, placed("short", "1.2"), settings=PRINT), Authored(FOREWORD))
    numbers = [line.partition("\t")[2] for style in ("TOC1", "TOC2", "TOC3") for line in file.styled(style)]
    shown = dict(line.split("\t") for style in ("TOC1", "TOC2", "TOC3") for line in file.styled(style))
    assert shown["คำนำของเล่ม"] == "ก"
    assert shown["1.1 งาน long"] == "2"
    assert shown["1.2 งาน short"] == "5", "90 lines take three pages"
    assert all(numbers)


def test_pages_before_the_book_are_numbered_by_letters() -> None:
    numbers = [each for _, _, each in _sections(_book())]
    assert numbers[0] == {"fmt": "decimal"}, "the cover has no number"
    assert numbers[1:4] == [
        {"fmt": "thaiLetters", "start": "1"},
        {"fmt": "thaiLetters"},
        {"fmt": "decimal", "start": "1"},
    ]
    assert all("start" not in each for each in numbers[4:])


def test_every_chapter_has_its_head_and_every_page_its_number() -> None:
    cover, *rest = _sections(_book())
    assert cover[:2] == ([], [])
    heads = [head for head, _, _ in rest]
    assert ["สำนักงาน\tรหัสเอกสาร กนผ-1 แก้ไขครั้งที่ 2", "1.1 งาน plan"] in heads
    assert ["สำนักงาน", "1.2 งาน other"] in heads
    assert [foot for _, foot, _ in rest][2:] == [[f"หน้า 1/{len(rest) - 2}"]] * (len(rest) - 2)


def test_heads_follow_the_heading_in_the_document() -> None:
    file = _book()
    styled = [
        each.text.split()[1]
        for edge in file.edges.values()
        for each in edge.iter(f"{W}instrText")
        if each.text and "STYLEREF" in each.text
    ]
    assert {"1", "3"} <= set(styled)


def test_chosen_procedures_have_no_cover_and_are_signed_where_they_end() -> None:
    manual = manual_of(placed("plan", "1.1", steps=STEPS, document_control=CONTROL), placed("other", "1.2"))
    file = word_of(manual, procedures=("plan",))
    assert faults(file) == []
    assert file.styled("Title") == file.styled("TOCHeading") == file.styled("Heading1") == []
    assert file.styled("Heading3") == ["1.1 งาน plan"]
    ((head, foot, number),) = _sections(file)
    assert head[1] == "1.1 งาน plan"
    assert foot == ["หน้า 1/1"]
    assert number == {"fmt": "decimal", "start": "1"}
    signed = file.styled("SignatureCell")
    assert [line for line in signed if line.startswith("ลงชื่อ")] == [
        f"ลงชื่อ\t{who}" for who in ("ผู้จัดทำ", "ผู้ทบทวน", "ผู้อนุมัติ")
    ]
    assert "ตำแหน่ง กลุ่มแผน" in signed
    assert "ตำแหน่ง ผอ." in signed


def test_tables_say_their_heads_on_every_page_and_no_row_is_torn(showcase: WordFile) -> None:
    tables = [each for each in showcase.main.iter(f"{W}tbl") if style_of_table(each) == "ManualTable"]
    assert tables
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = [int(each.attrib[f"{W}w"]) for each in table.iter(f"{W}gridCol")]
        assert min(widths) > 0


def style_of_table(table: ET.Element) -> str:
    found = table.find(f"{W}tblPr/{W}tblStyle")
    return "" if found is None else found.attrib[f"{W}val"]


def test_a_step_says_all_of_it_in_its_row() -> None:
    file = _book()
    (table, *_) = [each for each in file.main.iter(f"{W}tbl") if style_of_table(each) == "ManualTable"]
    rows = [[text_of(cell) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    assert rows[0] == ["ที่", "สิ่งที่ต้องทำ", "ผู้รับผิดชอบ", "ระยะเวลา"]
    assert rows[1] == ["ระยะแรก"]
    assert rows[2] == ["1", "รับเรื่อง", "ผอ.", "1 วัน"]
    assert rows[3][0] == "2"
    assert rows[3][1].startswith("พิจารณา ตัดสินใจ")
    assert "ไม่ผ่าน" in rows[3][1]


def test_the_last_step_stays_with_the_step_before_it() -> None:
    file = word_of(manual_of(placed(steps=[{"text": f"ทำเรื่องที่ {at}"} for at in range(4)])))
    (table, *_) = [each for each in file.main.iter(f"{W}tbl") if style_of_table(each) == "ManualTable"]
    first_lines = [next(row.iter(f"{W}p")) for row in table.findall(f"{W}tr")]
    assert [measures_of(each).keeps_next for each in first_lines] == [True, False, False, True, False]


def test_only_rows_that_fill_a_page_may_be_torn() -> None:
    steps = [{"text": "สั้น"}, {"text": "ยาว", "detail": "ย่อหน้า\n\n" * 40}, {"text": "สั้น"}]
    file = word_of(manual_of(placed(steps=steps)))
    (table, *_) = [each for each in file.main.iter(f"{W}tbl") if style_of_table(each) == "ManualTable"]
    kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.findall(f"{W}tr")]
    assert kept == [True, True, False, True]


def test_a_table_in_a_cell_is_as_wide_as_its_cell() -> None:
    detail = "| หัวหนึ่ง | หัวสอง |\n| --- | --- |\n| ก | ข |"
    file = word_of(
        manual_of(placed(steps=[{"text": "ทำ", "detail": detail, "standard": "ดี", "duration": "1 วัน"}]))
    )
    found = 0
    for cell in file.main.iter(f"{W}tc"):
        (size,) = cell.findall(f"{W}tcPr/{W}tcW")
        for table in cell.findall(f"{W}tbl"):
            found += 1
            inner = [int(each.attrib[f"{W}w"]) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
            assert 0 < sum(inner) < int(size.attrib[f"{W}w"])
    assert found == 1


def test_links_out_lead_where_they_say_and_nothing_else_is_one() -> None:
    text = "[เว็บ](https://a.example/ก ข?q=<1>) [โทร](tel:+6620000000)"
    file = word_of(manual_of(placed(objective=[text, "[เสีย](javascript:alert(1))"])))
    assert faults(file) == []
    told = {text_of(each): each.attrib.get(f"{R}id") for each in file.main.iter(f"{W}hyperlink")}
    leads = {words: file.relations("document")[each][0] for words, each in told.items() if each}
    assert leads["โทร"] == "tel:+6620000000"
    assert all(not set(address) & set(" <>") for address in leads.values())
    assert not any("javascript" in address for address in leads.values())


def test_lists_have_real_numbers_that_begin_anew() -> None:
    file = _book()
    numbered = [each for each in file.main.iter(f"{W}p") if text_of(each) in {"หนึ่ง", "สอง"}]
    lists = [each.find(f"{W}pPr/{W}numPr/{W}numId") for each in numbered]
    names = {each.attrib[f"{W}val"] for each in lists if each is not None}
    assert len(lists) == 2
    assert len(names) == 1
    (start,) = [
        each.find(f"{W}lvlOverride/{W}startOverride")
        for each in file.xml("word/numbering.xml").iter(f"{W}num")
        if each.attrib[f"{W}numId"] in names
    ]
    assert start is not None
    assert start.attrib[f"{W}val"] == "1"


def test_links_within_the_book_lead_to_its_places() -> None:
    file = _book()
    (anchor,) = [
        each.attrib[f"{W}anchor"]
        for paragraph in file.main.iter(f"{W}p")
        if style_of(paragraph) == "BodyText" and text_of(paragraph) == "เปิดเล่ม แผน"
        for each in paragraph.iter(f"{W}hyperlink")
    ]
    (heading,) = [
        text_of(each)
        for each in file.main.iter(f"{W}p")
        if any(mark.attrib[f"{W}name"] == anchor for mark in each.iter(f"{W}bookmarkStart"))
    ]
    assert heading == "1.1 งาน plan"


def test_charts_are_drawn_twice_and_told_in_words(showcase: WordFile) -> None:
    manual, pictures = showcase_manual(), list(showcase.main.iter(DRAWN))
    assert len(pictures) >= sum(1 for each in manual.procedures() if each.steps)
    captions = showcase.styled("Caption")
    assert [each.split()[1] for each in captions] == [str(at) for at in range(1, len(captions) + 1)]
    for picture in pictures:
        assert any(picture.attrib["descr"] in caption for caption in captions)
    for blip in showcase.main.iter(BLIP):
        (svg,) = blip.iter(SVG)
        png = showcase.media(blip.attrib[f"{R}embed"])
        drawn = ET.fromstring(showcase.media(svg.attrib[f"{R}embed"]))  # noqa: S314 - our own
        width = int.from_bytes(png[16:20], "big")
        assert png.startswith(b"\x89PNG")
        assert width / float(drawn.attrib["width"]) == pytest.approx(300 / 96, rel=0.01)


def test_thai_is_told_and_set_in_sarabun(showcase: WordFile) -> None:
    (defaults,) = showcase.xml("word/styles.xml").iter(f"{W}rPrDefault")
    (fonts,) = defaults.iter(f"{W}rFonts")
    assert {fonts.attrib[f"{W}{each}"] for each in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Sarabun"}
    (language,) = defaults.iter(f"{W}lang")
    assert language.attrib[f"{W}bidi"] == "th-TH"
    for properties in showcase.xml("word/styles.xml").iter(f"{W}rPr"):
        sizes = {each: properties.find(f"{W}{each}") for each in ("sz", "szCs", "b", "bCs", "i", "iCs")}
        for one, other in (("sz", "szCs"), ("b", "bCs"), ("i", "iCs")):
            assert (sizes[one] is None) == (sizes[other] is None)
        if sizes["sz"] is not None and sizes["szCs"] is not None:
            assert sizes["sz"].attrib == sizes["szCs"].attrib


def test_the_typeface_is_in_it(showcase: WordFile) -> None:
    table = showcase.xml("word/fontTable.xml")
    (font,) = table.iter(f"{W}font")
    assert font.attrib[f"{W}name"] == "Sarabun"
    relations = showcase.relations("fontTable")
    for tag in ("embedRegular", "embedBold"):
        (embedded,) = font.iter(f"{W}{tag}")
        hidden = showcase.parts[f"word/{relations[embedded.attrib[f'{R}id']][0]}"]
        key = bytes.fromhex(embedded.attrib[f"{W}fontKey"].strip("{}").replace("-", ""))[::-1]
        shown = bytes(hidden[at] ^ key[at % 16] for at in range(32)) + hidden[32:]
        assert shown[:4] == b"\x00\x01\x00\x00"
        assert b"S\x00a\x00r\x00a\x00b\x00u\x00n" in shown


def test_every_page_is_a4(showcase: WordFile) -> None:
    assert set(showcase.values("pgSz", "w")) == {"11906"}
    assert set(showcase.values("pgSz", "h")) == {"16838"}


def test_a_manual_in_english_is_numbered_and_worded_so() -> None:
    manual = manual_of(placed("plan", "1.1", steps=STEPS), settings={"language": "en"})
    from generator.model import speaking_as  # noqa: PLC0415 - beside its use

    with speaking_as(manual.settings):
        file = word_of(manual)
    assert file.styled("TOCHeading")[0] == "Contents"
    assert "lowerLetter" in file.values("pgNumType", "fmt")


def test_the_same_manual_gives_the_same_bytes() -> None:
    manual = every_field_manual(lambda name: name)
    assert word_of(manual, charts=True).content == word_of(manual, charts=True).content
