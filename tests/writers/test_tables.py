"""The tables beside the pages: made by every producer, on the site of an edition."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.document import open_book
from generator.document.addresses import Addresses
from generator.document.neighbours import NO_NEIGHBOURS
from generator.indexes.indexes import Indexes
from generator.site.composing import edition_content
from generator.writers import tables
from generator.writers.publication import Publication
from generator.writers.tables import table_files
from tests.support.showcase import showcase_manual


def _names(indexes: Indexes, addresses: Addresses) -> Mapping[str, str]:
    return {"names.txt": f"{indexes.manual.edition_id} {indexes.today:%Y} {addresses.url('roles/index.md')}"}


def test_every_producer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PRODUCERS", (_names, lambda *_: {"b.csv": "ข"}))
    book = open_book(Indexes(showcase_manual(), date(2025, 12, 1)), directory_urls=False)
    files = table_files(Publication(book, ()))
    assert files == {"names.txt": "sample-2566 2025 roles/index.html", "b.csv": "ข"}


def test_they_stand_on_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PRODUCERS", (_names,))
    content = edition_content(showcase_manual(), NO_NEIGHBOURS, {}, ())
    assert str(content.files["names.txt"]).endswith("roles/")
    assert "manual.json" in dict(content.more_files({}))


def test_pages_may_link_to_every_table() -> None:
    book = open_book(Indexes(showcase_manual(), date(2025, 12, 1)))
    assert set(table_files(Publication(book, ()))) == set(tables.TABLES)
