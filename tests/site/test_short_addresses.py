"""Short addresses and previews on built sites: what heads tell chats, and that nothing is drawn twice."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.site.build import build_site
from generator.writers import previews
from tests.site.offices import EDITIONS, PUBLISHED
from tests.support.sharing import ADDRESS_VARIABLE

PROPERTY = re.compile(r'<meta property="og:([\w:]+)" content="([^"]*)">')
ADDRESS = "https://a.example/manual/"


def told_of(page: Path) -> dict[str, str]:
    """What the head of a page tells chats."""
    return {key: unescape(value) for key, value in PROPERTY.findall(page.read_text(encoding="utf-8"))}


def test_pages_tell_chats_what_they_are(published_offices: tuple[Path, Path]) -> None:
    site = published_offices[1]
    for edition in EDITIONS:
        for page in (site / edition).rglob("index.html"):
            told, folder = told_of(page), page.parent.relative_to(site).as_posix()
            assert told["title"], page
            assert told["url"] == f"{PUBLISHED}{folder}/"
            if picture := told.get("image"):
                assert picture.startswith(f"{PUBLISHED}{edition}/s/")
                assert (site / picture.removeprefix(PUBLISHED)).read_bytes().startswith(b"\x89PNG")
        pictures = {path.stem for path in (site / edition / "s").glob("*.png")}
        procedures = {path.name for path in (site / edition / "s").iterdir() if path.is_dir()}
        assert pictures
        assert pictures <= procedures


def test_short_addresses_are_in_no_map_and_no_index(published_offices: tuple[Path, Path]) -> None:
    for edition in EDITIONS:
        folder = published_offices[1] / edition
        assert f"{edition}/s/" not in (folder / "sitemap.xml").read_text(encoding="utf-8")
        index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
        assert not [each for each in index["docs"] if each["location"].startswith("s/")]


def test_a_site_without_an_address_tells_no_other(
    showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, "")
    build_site(showcase, tmp_path / "site", jobs=1)
    told = told_of(tmp_path / "site/budget/spending-plan/index.html")
    assert {key: told[key] for key in ("title", "type", "site_name")} == {
        "title": "1.1 งานจัดทำแผนใช้จ่าย",
        "type": "article",
        "site_name": "คู่มือปฏิบัติงาน กลุ่มแผน – สพป.ตัวอย่าง เขต 1",
    }
    assert set(told) == {"title", "type", "site_name", "description"}
    assert not list((tmp_path / "site").rglob("s/*.png"))


def test_a_rebuild_draws_none_again(showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, ADDRESS)
    site = tmp_path / "site"
    build_site(showcase, site, jobs=2)
    pictures = {path.name: path.read_bytes() for path in (site / "s").glob("*.png")}
    assert told_of(site / "budget/spending-plan/index.html")["image"] == f"{ADDRESS}s/spending-plan.png"
    monkeypatch.setattr(previews, "png_of", lambda _: pytest.fail("it is there already"))
    build_site(showcase, site, jobs=2)
    assert pictures
    assert {path.name: path.read_bytes() for path in (site / "s").glob("*.png")} == pictures
