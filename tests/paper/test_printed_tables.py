"""Printed tables: their columns are as wide as what stands in them needs."""

import pytest
from pypdfium2 import PdfDocument

from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual


def test_no_word_of_a_table_stands_over_the_next_cell() -> None:
    document = {
        "name": "บัตรประจำตัวประชาชน",
        "original": "7 ฉบับ",
        "copies": "8 ฉบับ",
        "issued_by": "กรมการปกครอง",
    }
    service = {"documents": [{**document, "only_if": "นิติบุคคล", "form": "request"}]}
    forms = {"request": {"title": "คำร้องขอเลขที่บ้าน"}}
    printed = PdfDocument(print_of_manual(manual_of(placed(service=service), forms=forms)))
    for page in printed:
        texts = page.get_textpage()
        said = texts.get_text_range()
        if "7 ฉบับ" in said:
            at, beside = said.index("ประชาชน") + len("ประชาชน") - 1, said.index("7 ฉบับ")
            assert texts.get_charbox(at)[2] < texts.get_charbox(beside)[0]
            return
    pytest.fail("the table is not printed")
