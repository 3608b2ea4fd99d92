"""Phases, calls and named ends on a procedure's page, in its Markdown, its passages and its questions."""

from generator.document import Addresses, open_book
from generator.document.blocks import Document, Heading, Listing
from generator.document.inlines import Line
from generator.document.procedure_page import procedure_document
from generator.document.tables import Steps
from generator.document.walking import places, walk
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual, PlacedProcedure
from generator.search.document_passages import document_passages
from generator.writers.markdown_parts import plain
from generator.writers.plain_markdown import plain_page
from tests.document.manuals import TODAY, Authored, manual_of, placed

LICENCE: list[Authored] = [
    {"id": "receive", "phase": "รับ **คำขอ**", "text": "รับคำขอ"},
    {"text": "ตรวจคำขอ", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "returned"}]},
    {"phase": "พิจารณา", "text": "เผยแพร่ชื่อ", "call": "notice"},
    {"text": "ส่งมอบ", "kind": "delay", "go": "granted"},
]
ENDS: list[Authored] = [
    {"id": "returned", "text": "คืน **คำขอ**", "tone": "neutral"},
    {"id": "granted", "text": "ได้รับอนุญาต"},
]


def manual() -> Manual:
    """A procedure with all of it, and the one that it calls."""
    return manual_of(placed("licence", steps=LICENCE, ends=ENDS), placed("notice", "1.2"))


def page(identifier: str, within: Manual | None = None) -> Document:
    """The page of a procedure."""
    within = within or manual()
    procedure = within.procedure(identifier)
    assert procedure is not None
    return procedure_document(open_book(Indexes(within, TODAY)), procedure)


def table(document: Document) -> Steps:
    """The table of its own steps."""
    return next(block for block in walk(document.blocks) if isinstance(block, Steps))


def markdown(identifier: str) -> str:
    """The page as plain Markdown."""
    return plain_page(page(identifier), Addresses(manual())).text


def section(document: Document, identifier: str) -> Listing:
    """The list below a heading."""
    blocks = list(walk(document.blocks))
    at = next(at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.id == identifier)
    listing = blocks[at + 1]
    assert isinstance(listing, Listing)
    return listing


def test_a_heading_stands_over_the_first_step_of_each_phase() -> None:
    rows = table(page("licence")).rows
    assert [(plain(row.heading), row.heading_id) for row in rows] == [
        ("รับ คำขอ", "phase-receive"),
        ("", ""),
        ("พิจารณา", "phase-3"),
        ("", ""),
    ]
    assert {"phase-receive", "phase-3"} <= set(places(page("licence")))


def test_a_table_without_phases_has_no_headings() -> None:
    assert not any(row.heading for row in table(page("notice")).rows)


def test_markdown_has_the_heading_as_a_row_in_bold() -> None:
    rows = [line for line in markdown("licence").splitlines() if line.startswith("|")]
    assert rows[4].startswith('|  | <a id="phase-3"></a>**พิจารณา** |') or rows[5].startswith(
        '|  | <a id="phase-3"></a>**พิจารณา** |'
    )
    assert len({row.count(" | ") for row in rows}) == 1


def test_a_passage_of_a_step_knows_its_phase() -> None:
    found = {each.anchor: each for each in document_passages(page("licence"), Addresses(manual()))}
    assert found["phase-3"].title == "พิจารณา"
    assert "พิจารณา" in found["step-3"].linked
    assert "พิจารณา" in found["step-4"].linked
    assert "รับ คำขอ" in found["step-2"].linked
    assert "รับ คำขอ" not in found["step-3"].linked


def test_a_step_leads_to_the_procedure_that_it_calls_and_that_says_who_calls_it() -> None:
    (note,) = table(page("licence")).rows[2].notes
    assert isinstance(note, Line)
    assert plain(note.content) == "เรียกใช้งาน: 1.2 งาน notice"
    (caller,) = section(page("notice"), "called-by").items
    assert plain(caller.content) == "1.1 งาน licence"
    assert [plain(item.content) for item in caller.items] == ["ขั้นตอนที่ 3 เผยแพร่ชื่อ"]


def test_a_call_of_what_the_edition_lacks_is_told_as_related_procedures_are() -> None:
    alone = manual_of(placed("licence", steps=LICENCE, ends=ENDS))
    (note,) = table(page("licence", alone)).rows[2].notes
    assert isinstance(note, Line)
    assert plain(note.content) == "เรียกใช้งาน: notice (ไม่มีในฉบับนี้)"


def test_the_ways_to_named_ends_say_how_the_work_ends_and_lead_to_the_list_of_ends() -> None:
    document = page("licence")
    rows = table(document).rows
    assert [plain(way.content) for way in rows[1].ways] == ["ครบ ไปขั้นตอนที่ 3", "ไม่ครบ จบงาน: คืน คำขอ"]
    assert [plain(way.content) for way in rows[3].ways] == ["จบงาน: ได้รับอนุญาต"]
    ends = section(document, "ends").items
    assert [(item.id, plain(item.content)) for item in ends] == [
        ("end-returned", "คืน คำขอ"),
        ("end-granted", "ได้รับอนุญาต"),
    ]
    assert [[plain(line.content) for line in item.lines] for item in ends] == [
        ["ผลต่อผู้เกี่ยวข้อง: ผลกลาง ๆ", "จากขั้นตอนที่ 2"],
        ["จากขั้นตอนที่ 4"],
    ]


def test_a_procedure_without_calls_and_ends_says_nothing_of_them() -> None:
    alone = manual_of(placed("notice"))
    ids = {each.id for each in walk(page("notice", alone).blocks) if isinstance(each, Heading)}
    assert not ids & {"ends", "called-by"}


def questions(procedure: PlacedProcedure) -> dict[str, tuple[tuple[str, ...], tuple[int, ...]]]:
    """The options and right answers of what is asked of a procedure."""
    asked = Indexes(manual_of(procedure), TODAY).quiz.of_procedure(procedure)
    return {each.id: (each.options, each.right) for each in asked}


def test_the_self_check_names_the_end_and_asks_no_order_across_phases() -> None:
    steps = [
        {"text": f"ทำ {letter}", "role": role, "phase": "ถัดไป" if letter == "ง" else None}
        for letter, role in zip("กขคงจ", ("group", "director") * 3, strict=False)
    ]
    orders = [options for name, (options, _) in questions(placed(steps=steps)).items() if ".order." in name]
    assert [set(options) for options in orders] == [{"ทำ ก", "ทำ ข", "ทำ ค"}]
    options, (right,) = questions(placed("licence", steps=LICENCE, ends=ENDS))["licence.after.2.2"]
    assert options[right] == "จบงาน: คืน คำขอ"
    assert "จบงาน ไม่มีขั้นตอนต่อ" not in options
