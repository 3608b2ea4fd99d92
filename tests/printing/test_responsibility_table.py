"""The responsibility matrix for spreadsheets."""

from datetime import date

from generator.pages.addresses import Addresses
from generator.printing.responsibility_table import responsibility_table
from tests.pages.manuals import manual_of, placed


def test_a_row_for_each_procedure_a_column_for_each_role() -> None:
    steps = [{"text": "ทำ"}, {"text": "อนุมัติ", "role": "director"}]
    manual = manual_of(placed("first", "1.1", title="=แผน", steps=steps), placed("second", "1.2"))
    files = responsibility_table(manual, date(2025, 12, 1), Addresses(manual))
    assert files == {
        "responsibilities.csv": "\ufeffเลขที่,งาน,กลุ่มแผน,ผอ.\n"
        '1.1,\'=แผน,"R, เจ้าของงาน","R, A"\n'
        '1.2,งาน second,"R, เจ้าของงาน",\n'
    }


def test_no_file_where_nobody_has_a_part() -> None:
    assert responsibility_table(manual_of(), date(2025, 12, 1), Addresses(manual_of())) == {}
