"""The tabs of a procedure's page lead to the parts that it has, and count what is in some."""

from generator.document import open_book
from generator.document.blocks import Group, Listing
from generator.document.procedure_page import procedure_document
from generator.document.walking import places, walk
from generator.indexes.indexes import Indexes
from generator.model.manual import PlacedProcedure
from generator.writers.markdown_parts import plain
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.showcase import showcase_manual

LAWS = {each: {"type": "act", "title": f"กฎหมาย {each}"} for each in ("law", "rule")}


def tabs(procedure: PlacedProcedure) -> list[str]:
    """The words of the tabs of a procedure's page."""
    document = procedure_document(open_book(Indexes(manual_of(procedure, references=LAWS), TODAY)), procedure)
    listed = [block for block in walk(document.blocks) if isinstance(block, Group) and block.name == "tabs"]
    return [
        plain(item.content)
        for group in listed
        for block in group.blocks
        if isinstance(block, Listing)
        for item in block.items
    ]


def test_a_page_with_one_part_has_none() -> None:
    assert tabs(placed(steps=[], status="planned", owner=None)) == []


def test_each_part_that_stands_there_has_its_tab_in_order() -> None:
    full = placed(
        objective=["ก", "ข"],
        definitions=[{"term": "คำ", "meaning": "ความหมาย"}],
        references=["law", "rule"],
        document_control={"code": "A-1", "revisions": [{"number": "1", "changes": "ใหม่"}]},
    )
    assert [each for each in tabs(full) if each != "ทดสอบ"] == ["ขั้นตอน", "เอกสาร 2", "ข้อมูลงาน", "ประวัติ"]


def test_every_tab_of_the_showcase_leads_to_a_place_and_knowledge_is_counted() -> None:
    manual = showcase_manual()
    book = open_book(Indexes(manual, TODAY))
    counted = []
    for procedure in manual.procedures():
        document = procedure_document(book, procedure)
        found = set(places(document))
        for block in walk(document.blocks):
            if isinstance(block, Group) and block.name == "tabs":
                (listing,) = block.blocks
                assert isinstance(listing, Listing)
                for item in listing.items:
                    (link,) = item.content
                    assert link.target.fragment in found  # type: ignore[union-attr]  # tabs are links to places
                    counted.append(plain(item.content))
    assert "ความรู้ 1" in counted
