"""CSV: read back by a CSV reader it is the same table, except that no cell is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexes.csv_text import BYTE_ORDER_MARK, as_csv

_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")
_TEXTS = st.text(_CHARACTERS)


def _read(text: str) -> list[list[str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_a_table_with_thai_quotes_and_nothing() -> None:
    text = as_csv(["งาน", "จำนวน"], [["แผน “ก”, ข", 3], ['"ค"', None]])
    assert text == '\ufeffงาน,จำนวน\n"แผน “ก”, ข",3\n"""ค""",\n'


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\n", " =", "\uff1d", "\uff0b", "\uff20"])
def test_no_text_is_a_formula(beginning: str) -> None:
    assert _read(as_csv(["งาน"], [[beginning + "cmd|'/C calc'!A0"]]))[1][0].startswith("'" + beginning)


def test_lines_of_a_cell_end_in_one_way() -> None:
    assert _read(as_csv(["งาน"], [["ก\r\nข\rค\nง"], ["\r=1"]]))[1:] == [["ก\nข\nค\nง"], ["'\n=1"]]


def test_a_negative_number_stays_a_number() -> None:
    assert _read(as_csv(["จำนวน"], [[-3]]))[1] == ["-3"]


@given(st.lists(st.lists(_TEXTS, min_size=2, max_size=2)))
def test_every_text_comes_back(rows: list[list[str]]) -> None:
    back = _read(as_csv(["ก", "ข"], rows))
    assert [[cell.removeprefix("'") for cell in row] for row in back[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
