"""The files beside the pages: made by every producer, on the site of an edition."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.pages.addresses import Addresses
from generator.pages.neighbours import NO_NEIGHBOURS
from generator.printing import downloads
from generator.printing.downloads import download_files
from generator.registers.registers import Registers
from generator.site.content import edition_content
from tests.support.showcase import showcase_manual


def _names(registers: Registers, addresses: Addresses) -> Mapping[str, str]:
    return {
        "names.txt": f"{registers.manual.edition_id} {registers.today:%Y} {addresses.url('roles/index.md')}"
    }


def test_every_producer_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PRODUCERS", (_names, lambda *_: {"b.csv": "ข"}))
    files = download_files(Registers(showcase_manual(), date(2025, 12, 1)), directory_urls=False)
    assert files == {"names.txt": "sample-2566 2025 roles/index.html", "b.csv": "ข"}


def test_they_stand_on_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PRODUCERS", (_names,))
    content = edition_content(showcase_manual(), NO_NEIGHBOURS, {}, ())
    assert content.files["names.txt"].endswith("roles/")
    assert "manual.json" in content.files
