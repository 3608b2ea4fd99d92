"""The table and the feed of knowledge."""

import csv
import io
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from generator.document import open_book
from generator.indexes.indexes import Indexes
from generator.model.placed_learning import PlacedKnowledge
from generator.writers.feeds import feed_files
from generator.writers.publication import Publication
from generator.writers.tables import table_files
from tests.document.manuals import TODAY
from tests.document.test_knowledge_pages import item, manual_with

TABLE, FEED = "knowledge/report.csv", "knowledge/feed.xml"
ATOM = "{http://www.w3.org/2005/Atom}"


def rows_of(*items: PlacedKnowledge) -> list[list[str]]:
    """The rows of the table, the header first."""
    text = table_files(publication_of(*items))[TABLE]
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def feed_of(publication: Publication) -> str | None:
    """The feed, if there is one."""
    return feed_files(publication).get(FEED)


def publication_of(*items: PlacedKnowledge, changed: dict[str, date] | None = None) -> Publication:
    """A manual with items as it is published."""
    book = open_book(Indexes(manual_with(*items), TODAY), changed=changed)
    return Publication(book, (), site_url="https://a.example/m/")


def test_without_items_there_is_no_table_and_no_feed() -> None:
    assert TABLE not in table_files(publication_of())
    assert feed_of(publication_of()) is None


def test_the_table_has_a_row_for_each_place_of_an_item_and_for_each_procedure_without() -> None:
    header, *rows = rows_of(
        item(
            "a", procedures=["plan#write", "plan#sign"], tags=["ก", "=2"], date="2568-01-02", reviewed="2568"
        )
    )
    assert header[:3] == ["งาน", "ขั้นตอน", "ชื่อเรื่อง"]
    assert rows == [
        [
            *("1.1 งาน plan", "1 เขียน; 1.1 ลงนาม", "เรื่อง a", "บทเรียน", "ก; =2"),
            *("2 มกราคม พ.ศ. 2568", "มกราคม พ.ศ. 2568", "", "พ.ศ. 2568", "knowledge/a/"),
        ],
        ["1.2 งาน audit", "", "งานที่ยังไม่มีความรู้", *[""] * 7],
    ]


def test_an_item_of_no_procedure_has_its_row_and_no_formula_runs() -> None:
    _, row, *_ = rows_of(item("a", title="=1+1"))
    assert row[:4] == ["", "", "'=1+1", "บทเรียน"]
    assert row[6] == "ไม่ได้ระบุวันที่"
    assert row[8] == "ยังไม่ได้กลั่นกรอง"


def test_the_feed_tells_the_newest_first_with_absolute_addresses() -> None:
    publication = publication_of(
        item("old", "# หัว\n\nย่อหน้า **แรก** <b>", date="2567"),
        item("new", date="2567-05-01", reviewed="2568-03-04", tags=["แผน"]),
        item("undated"),
        item("by-file"),
        changed={"docs/knowledge/by-file.md": date(2024, 6, 7)},
    )
    text = feed_of(publication)
    assert text is not None
    assert text == feed_of(publication)
    root = ET.fromstring(text)  # noqa: S314 - our own text
    entries = [
        [
            entry.findtext(f"{ATOM}title"),
            entry.findtext(f"{ATOM}updated"),
            next(link.get("href") for link in entry.iter(f"{ATOM}link")),
        ]
        for entry in root.iter(f"{ATOM}entry")
    ]
    assert entries == [
        ["เรื่อง new", "2025-03-04T00:00:00+07:00", "https://a.example/m/knowledge/new/"],
        ["เรื่อง by-file", "2024-06-07T00:00:00+07:00", "https://a.example/m/knowledge/by-file/"],
        ["เรื่อง old", "2024-01-01T00:00:00+07:00", "https://a.example/m/knowledge/old/"],
    ]
    assert "ย่อหน้า แรก &lt;b&gt;" in text
    assert {each.get("term") for each in root.iter(f"{ATOM}category")} == {"บทเรียน", "แผน"}


def test_without_an_address_or_a_day_there_is_no_feed() -> None:
    dated = publication_of(item("a", date="2568"))
    assert feed_of(replace(dated, site_url="")) is None
    assert feed_of(publication_of(item("a"))) is None
