"""A built site for programs: heads lead to what is there, the map names what is there, data survives hostile text."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree as ET

from generator.site.build import build_site
from tests.site.offices import EDITIONS, PUBLISHED
from tests.support.shown_pages import shown_pages

ALTERNATE = re.compile(
    r'<link rel="alternate describedby" type="([^"]+)" href="([^"]+)"(?: title="([^"]*)")?>'
)
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MARKDOWN_LINK = re.compile(r"\]\(([^)\s]+)\)")
NOT_SEARCHED = '<meta name="robots" content="noindex"'
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    """Every page of a site, those that only lead to another left out: its address below the root, and its HTML."""
    for file in shown_pages(site, "index.html"):
        yield file.relative_to(site).as_posix().removesuffix("index.html"), file.read_text(encoding="utf-8")


def test_every_head_leads_to_files_of_their_kind(showcase_site: Path) -> None:
    for address, html in pages_of(showcase_site):
        links = ALTERNATE.findall(html)
        types = [kind for kind, _, _ in links]
        assert types.count("text/markdown") == 1, address
        assert "application/atom+xml" in types, address
        for _, href, _ in links:
            target = unquote(urljoin(f"/{address}", unescape(href))).removeprefix("/")
            assert (showcase_site / target).is_file(), (address, href)


def test_every_link_of_a_document_leads_to_a_document(showcase_site: Path) -> None:
    documents = sorted(showcase_site.rglob("*.md"))
    assert len(documents) == sum(1 for _ in pages_of(showcase_site))
    for document in documents:
        for address in MARKDOWN_LINK.findall(document.read_text(encoding="utf-8")):
            if "://" in address or address.startswith("mailto:"):
                continue
            target, _, fragment = unquote(address).partition("#")
            aimed = (document.parent / target).resolve() if target else document
            assert aimed.is_file(), (document, address)
            if fragment and aimed.suffix == ".md":
                assert f'id="{fragment}"' in aimed.read_text(encoding="utf-8"), (document, address)


def test_an_authored_document_stands_beside_its_page_as_it_was_written(
    showcase_site: Path, showcase: Path
) -> None:
    written = (showcase / "docs/about/foreword.md").read_bytes()
    assert (showcase_site / "about/foreword.md").read_bytes() == written


def test_what_pages_are_about_is_valid_json_in_a_script(showcase_site: Path) -> None:
    types = set()
    for address, html in pages_of(showcase_site):
        for text in DATA.findall(html):
            types |= {thing["@type"] for thing in json.loads(text)["@graph"]}
        assert html.count("application/ld+json") == len(DATA.findall(html)), address
    assert types == {"HowTo", "DefinedTermSet", "BreadcrumbList"}


def test_the_map_names_all_pages_in_use_and_dates_none_that_nobody_dated(
    showcase_site: Path, showcase_address: str
) -> None:
    root = ET.fromstring((showcase_site / "sitemap.xml").read_bytes())  # noqa: S314 - our own
    named = {str(each.text) for each in root.iter(f"{MAP}loc")}
    in_use = {page for page, html in pages_of(showcase_site) if NOT_SEARCHED not in html}
    assert "budget/old-plan/" not in in_use
    assert named == {showcase_address + page for page in in_use}
    assert not list(root.iter(f"{MAP}lastmod"))


def test_manual_json_names_files_that_are_there(showcase_site: Path) -> None:
    data = json.loads((showcase_site / "manual.json").read_text(encoding="utf-8"))
    named = [each["url"] for each in data["files"]]
    named += [
        procedure[form]
        for area in data["areas"]
        for procedure in area["procedures"]
        for form in ("markdown", "data")
    ]
    assert {"llms.txt", "changes.xml"} <= set(named)
    assert [uri for uri in named if not (showcase_site / uri).is_file()] == []


def test_hostile_text_ends_no_script(showcase: Path) -> None:
    procedure = showcase / "procedures/budget/audit.yml"
    evil = "</script><script>alert(1)</script>"
    procedure.write_text(
        procedure.read_text(encoding="utf-8").replace("title: งานตรวจสอบ", f"title: '{evil}'"),
        encoding="utf-8",
    )
    build_site(showcase, showcase / "site")
    html = (showcase / "site/budget/audit/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    (text,) = DATA.findall(html)
    assert any(thing.get("name") == evil for thing in json.loads(text)["@graph"])


def test_the_maps_of_all_sites_name_only_what_is_there(published_offices: tuple[Path, Path]) -> None:
    site = published_offices[1]
    index = ET.fromstring((site / "sitemaps.xml").read_bytes())  # noqa: S314 - our own
    maps = [str(each.text).removeprefix(PUBLISHED) for each in index.iter(f"{MAP}loc")]
    assert maps == ["sitemap.xml", *(f"{edition}/sitemap.xml" for edition in EDITIONS)]
    for name in maps:
        root = ET.fromstring((site / name).read_bytes())  # noqa: S314 - our own
        places = [str(each.text).removeprefix(PUBLISHED) for each in root.iter(f"{MAP}loc")]
        assert places
        assert [place for place in places if not (site / unquote(place) / "index.html").is_file()] == []
    feed = (site / "second/changes.xml").read_text(encoding="utf-8")
    assert f'href="{PUBLISHED}second/changes.xml"' in feed
    assert f"Sitemap: {PUBLISHED}sitemaps.xml" in (site / "robots.txt").read_text(encoding="utf-8")
