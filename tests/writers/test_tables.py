"""The tables beside the pages: made by every producer, on the site of an edition."""

from collections.abc import Iterator
from datetime import date

import pytest

from generator.document import open_book
from generator.document.neighbours import NO_NEIGHBOURS
from generator.document.values import PlainValues
from generator.indexes.indexes import Indexes
from generator.site.composing import SiteSetting, edition_content
from generator.writers import tables
from generator.writers.data_table import DataTable
from generator.writers.publication import Publication
from generator.writers.tables import table_files
from tests.support.showcase import showcase_manual


def _names(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    names = [indexes.manual.edition_id, f"{indexes.today:%Y}", values.addresses.url("roles/index.md")]
    yield DataTable.of("status.csv", ["ก"], [[name] for name in names])


def test_every_producer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PRODUCERS", (_names, lambda *_: [DataTable.of("b.csv", ["ข"], [])]))
    book = open_book(Indexes(showcase_manual(), date(2025, 12, 1)), directory_urls=False)
    files = table_files(Publication(book, ()))
    assert files == {
        "status.csv": "\ufeffก\nsample-2566\n2025\nroles/index.html\n",
        "b.csv": "\ufeffข\n",
    }


def test_they_stand_on_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PRODUCERS", (_names,))
    content = edition_content(showcase_manual(), SiteSetting(NO_NEIGHBOURS, {}, ()))
    assert str(content.files["status.csv"]).endswith("roles/\n")
    assert "manual.json" in dict(content.more_files({}))


def test_pages_may_link_to_every_table() -> None:
    book = open_book(Indexes(showcase_manual(), date(2025, 12, 1)))
    assert set(table_files(Publication(book, ()))) == set(tables.TABLES)
