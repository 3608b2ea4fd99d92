"""The responsibility matrix for spreadsheets."""

from generator.document.addresses import Addresses
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.writers.responsibility_table import responsibility_table
from tests.document.manuals import TODAY, manual_of, placed


def test_a_row_for_each_procedure_a_column_for_each_role() -> None:
    steps = [{"text": "ทำ"}, {"text": "อนุมัติ", "role": "director"}]
    manual = manual_of(placed("first", "1.1", title="=แผน", steps=steps), placed("second", "1.2"))
    (table,) = responsibility_table(Indexes(manual, TODAY), PlainValues(manual, Addresses(manual)))
    assert table.uri == "responsibilities.csv"
    assert table.csv == (
        "\ufeffเลขที่,งาน,กลุ่มแผน,ผอ.\n"
        '1.1,\'=แผน,"R (โดยปริยาย), เจ้าของงาน","R, A"\n'
        '1.2,งาน second,"R (โดยปริยาย), เจ้าของงาน",\n'
    )


def test_no_file_where_nobody_has_a_part() -> None:
    manual = manual_of()
    values = PlainValues(manual, Addresses(manual))
    assert list(responsibility_table(Indexes(manual, TODAY), values)) == []
