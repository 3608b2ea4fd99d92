"""The workbook of all tables: everything in it, text all of it, the same bytes, ready to be filtered."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from generator.document.addresses import Addresses
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.model.procedure import Step
from generator.words import words_of
from generator.writers.data_table import DataTable
from generator.writers.office_files import is_untouched
from generator.writers.tables import TABLES, tables_of
from generator.writers.workbook import workbook_of
from tests.document.manuals import TODAY, manual_of, placed
from tests.document.test_every_text import ANY_TEXT
from tests.support.auditing import examples
from tests.support.every_field import THINGS, every_field_manual, text_names
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.showcase import showcase_manual
from tests.support.visible import one_line
from tests.writers.test_every_text import noted

SITE = "https://a.example/m/"
OF_STEPS = [
    name
    for thing, model in THINGS.items()
    if model is Step or thing in {"yes", "no", "ending", "step-indicator", "step-risk", "citation"}
    for names in text_names(thing).values()
    for name in names
]
"""What the fields of steps, and of the things in them, say in the manual that has every field."""


def _bytes(manual: Manual, site: str = SITE, today: date = TODAY) -> bytes:
    return workbook_of(Indexes(manual, today), _tables(manual), site)


def _tables(manual: Manual) -> tuple[DataTable, ...]:
    return tables_of(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))


def _opened(manual: Manual, site: str = SITE) -> Workbook:
    return load_workbook(io.BytesIO(_bytes(manual, site)))


def _cells(book: Workbook) -> Iterator[Cell]:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def _text(cell: Cell) -> str:
    return str(cell.value)


@given(ANY_TEXT)
@settings(max_examples=examples(25), deadline=None)
def test_every_text_of_the_steps_stands_there(text: str) -> None:
    assert_all_of_the_steps_stand_there(lambda: text)


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_of_the_steps_stand_there(shift: int) -> None:
    assert_all_of_the_steps_stand_there(hostile_by_turns(shift))


def assert_all_of_the_steps_stand_there(next_text: object) -> None:
    """Every text of a step can be read in the sheet of the steps, as plain text."""
    written, say = noted(next_text)  # type: ignore[arg-type]  # what gives the next text
    manual = every_field_manual(say)
    sheet = _opened(manual).worksheets[0]
    assert sheet.title == "ขั้นตอน"
    told = one_line(
        " ".join(_text(cell) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    )
    addresses = Addresses(manual)
    missing = [name for name in OF_STEPS if one_line(addresses.read_rich(written[name])) not in told]
    assert missing == []


def test_every_table_is_a_sheet_with_all_that_it_says() -> None:
    manual = every_field_manual(lambda name: name)
    tables = _tables(manual)
    book = _opened(manual)
    assert [each.title for each in book] == [
        words_of("document")["workbook"]["sheets"][each.uri] for each in tables
    ]
    for table, sheet in zip(tables, book, strict=True):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert rows[0] == list(table.header)
        assert rows[1:] == [
            [None if cell is None else str(cell) or None for cell in row] for row in table.rows
        ]


def test_every_table_has_a_name_for_its_sheet() -> None:
    for language in ("th", "en"):
        names = words_of("document", language)["workbook"]["sheets"]
        assert set(names) == set(TABLES)
        assert len({name.lower() for name in names.values()}) == len(names)
        assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names.values())


@pytest.mark.parametrize(
    "hostile",
    [
        *(
            "=cmd|'/C calc'!A0",
            "+1+1",
            "-2",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1+1",
            "{=1}",
            "<r><t>x</t></r>",
            "<r></r>",
        ),
        *("_x0041_", "4.10", "0012", "1e5", "TRUE", "https://a.example/", "internal:A1", "#N/A"),
    ],
)
def test_nothing_becomes_a_formula_a_number_or_a_link(hostile: str) -> None:
    book = _opened(manual_of(placed(steps=[{"text": "ทำ", "detail": hostile, "standard": hostile}])), "")
    cells = [cell for cell in _cells(book) if _text(cell).strip() == hostile.strip()]
    assert cells
    for cell in _cells(book):
        assert cell.data_type == "s"
        assert cell.hyperlink is None
    assert all(cell.number_format == "@" for cell in cells)


def test_what_begins_like_a_formula_stays_text_when_it_is_edited() -> None:
    book = _opened(manual_of(placed(steps=[{"text": "=1+1"}, {"text": "ทำ"}])))
    prefixed = {_text(cell): bool(cell.quotePrefix) for cell in _cells(book)}
    assert (prefixed["=1+1"], prefixed["ทำ"]) == (True, False)


def test_what_xml_cannot_hold_is_replaced() -> None:
    text = "ก\x00ข\x0bค\ufffeงจ ]]> \u202eฉ"
    told = {_text(cell) for cell in _cells(_opened(manual_of(placed(steps=[{"text": text}]))))}
    assert "ก\ufffdข\ufffdค\ufffdงจ ]]> \u202eฉ" in told


def test_a_text_longer_than_a_cell_goes_on_below() -> None:
    text = "กขคงจ" * 10_000
    sheet = _opened(manual_of(placed(steps=[{"text": text}, {"text": "ต่อไป"}]))).worksheets[0]
    column = [cell.value for cell in sheet[1]].index("สิ่งที่ต้องทำ")
    told = [str(row[column].value) for row in sheet.iter_rows(min_row=2)]
    assert ("".join(told[:-1]), told[-1]) == (text, "ต่อไป")
    assert all(len(each) <= 32_767 for each in told)


def test_sheets_can_be_filtered_and_their_heads_stay() -> None:
    book = _opened(showcase_manual())
    for sheet in book:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.font.name == "Sarabun"
            assert cell.alignment.wrap_text


def test_pages_are_links_where_the_site_has_an_address() -> None:
    manual = showcase_manual()
    sheet = _opened(manual).worksheets[0]
    pages = [row[-1] for row in sheet.iter_rows(min_row=2)]
    steps = [(each, step) for each in manual.procedures() for step in each.walk_steps()]
    for cell, (placed_, step) in zip(pages, steps, strict=True):
        link = cell.hyperlink
        assert link is not None
        assert f"{link.target}#{link.location}" == f"{SITE}{placed_.area}/{placed_.id}/#{step.anchor}"
    assert "หน้า" not in [cell.value for cell in _opened(manual, "").worksheets[0][1]]


def test_the_same_manual_gives_the_same_bytes() -> None:
    first = _bytes(showcase_manual())
    assert _bytes(showcase_manual()) == first
    assert is_untouched(first)
    assert load_workbook(io.BytesIO(first)).properties.created.date() == TODAY
