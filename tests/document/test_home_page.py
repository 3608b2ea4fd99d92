"""The home page promises what the manual answers, and nothing else."""

from typing import Any

import pytest

from generator.document import open_book
from generator.document.home_page import home_document
from generator.indexes.indexes import Indexes
from tests.document.manuals import TODAY, Authored, manual_of, placed

LAW = {"law": {"type": "act", "title": "กฎหมาย"}}


def lead(*steps: Authored, **fields: Any) -> str:  # noqa: ANN401 - whatever a file may say
    """What the home page of a manual of one procedure promises; fields as an editor writes them."""
    manual = manual_of(placed(steps=list(steps), **fields), references=LAW)
    return home_document(open_book(Indexes(manual, TODAY))).summary


@pytest.mark.parametrize(
    ("step", "promise"),
    [
        ({}, "ดูว่างานหนึ่งทำอย่างไร ใครรับผิดชอบ"),
        ({"duration": "1 วัน"}, "ดูว่างานหนึ่งทำอย่างไร ใครรับผิดชอบ และใช้เวลาเท่าใด"),
        ({"references": ["law"]}, "ดูว่างานหนึ่งทำอย่างไร ใครรับผิดชอบ และอ้างอิงระเบียบและเอกสารใด"),
        (
            {"duration": "1 วัน", "references": ["law"]},
            "ดูว่างานหนึ่งทำอย่างไร ใครรับผิดชอบ ใช้เวลาเท่าใด และอ้างอิงระเบียบและเอกสารใด",
        ),
    ],
)
def test_it_promises_what_any_procedure_says(step: Authored, promise: str) -> None:
    assert lead({"text": "ก", **step}) == promise


def test_a_manual_of_what_is_planned_promises_no_more_than_that() -> None:
    assert lead(status="planned", owner=None) == "ดูว่างานหนึ่งทำอย่างไร"
