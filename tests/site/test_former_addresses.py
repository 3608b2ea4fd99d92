"""Addresses made of ids that were given up, on a built site: each leads to where the thing is now."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.assembly import read_editions
from generator.model import RetiredKind
from generator.scaffold import rename_id
from generator.site.build import build_site
from generator.site.portal_content import portal_content
from tests.support.named_everywhere import write_named_everywhere
from tests.support.sharing import SharedRun
from tests.support.showcase import copy_showcase
from tests.support.valid_html import faults

ADDRESS = "https://a.example/"
RENAMINGS = (
    (RetiredKind.STEP, "spending-plan#propose", "submit"),
    (RetiredKind.PROCEDURE, "spending-plan", "plan-spending"),
    (RetiredKind.STEP, "plan-spending#submit", "put-forward"),
    (RetiredKind.PROCEDURE, "plan-spending", "money-plan"),
    (RetiredKind.ROLE, "director", "head"),
    (RetiredKind.REFERENCE, "budget-regulation", "budget-rules"),
    (RetiredKind.TERM, "obec", "basic-education"),
)
"""What is renamed, some of it twice."""
MOVED = {
    "budget/spending-plan/": "budget/money-plan/",
    "budget/plan-spending/": "budget/money-plan/",
    "roles/director/": "roles/head/",
    "references/budget-regulation/": "references/budget-rules/",
}
"""Where pages stood, and stand now."""
SHORT = {
    "s/spending-plan/": "budget/money-plan/",
    "s/plan-spending/collect/": "budget/money-plan/#step-collect",
    "s/spending-plan/propose/": "budget/money-plan/#step-put-forward",
    "s/plan-spending/submit/": "budget/money-plan/#step-put-forward",
    "s/money-plan/propose/": "budget/money-plan/#step-put-forward",
    "s/money-plan/put-forward/": "budget/money-plan/#step-put-forward",
}
PLACES = {
    "budget/money-plan/#step-propose": "budget/money-plan/#step-put-forward",
    "budget/spending-plan/#step-propose": "budget/money-plan/#step-put-forward",
    "budget/plan-spending/#step-submit": "budget/money-plan/#step-put-forward",
    "budget/spending-plan/#step-collect": "budget/money-plan/#step-collect",
    "budget/money-plan/#reference-budget-regulation": "budget/money-plan/#reference-budget-rules",
    "roles/head/#work-spending-plan": "roles/head/#work-money-plan",
    "knowledge/#procedure-plan-spending": "knowledge/#procedure-money-plan",
    "terms/#term-obec": "terms/#term-basic-education",
}
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]*)">')
LINKS = re.compile(r'(?:href|src)="([^"]*)"')


def _renamed(project: Path) -> Path:
    root = copy_showcase(project)
    for renaming in RENAMINGS:
        rename_id(root, *renaming)
    return root


@pytest.fixture(scope="session")
def renamed_site(shared_run: SharedRun) -> Path:
    """The folder of a site of which much was renamed, some of it twice; tests only read it."""
    return shared_run.site(
        "renamed", lambda site: build_site(_renamed(site.with_name("renamed-project")), site)
    )


@pytest.fixture(scope="session")
def renamed_address(shared_run: SharedRun, renamed_site: Path) -> str:
    return shared_run.address_of(renamed_site.name)


def page_at(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def led_to(site: Path, address: str) -> str:
    """Where a page leads on to, from the root of its site."""
    led = REFRESH.search(page_at(site, address))
    assert led is not None, address
    path, _, fragment = led[1].partition("#")
    place = posixpath.normpath(posixpath.join(address, path)) + "/"
    return f"{place}#{fragment}" if fragment else place


@pytest.mark.parametrize(("before", "now"), [*MOVED.items(), *SHORT.items()])
def test_what_stood_somewhere_leads_on_in_one_leap(renamed_site: Path, before: str, now: str) -> None:
    assert led_to(renamed_site, before) == now
    path, _, fragment = now.partition("#")
    written = page_at(renamed_site, path)
    assert "refresh" not in written
    assert not fragment or f'id="{fragment}"' in written
    if "canonical" in page_at(renamed_site, before):
        assert f'{path}">' in page_at(renamed_site, before)


def test_pages_that_lead_on_are_sound_and_in_no_map(renamed_site: Path) -> None:
    sitemap = (renamed_site / "sitemap.xml").read_text(encoding="utf-8")
    index = (renamed_site / "search/search_index.json").read_text(encoding="utf-8")
    for before in MOVED:
        written = page_at(renamed_site, before)
        assert before not in sitemap
        assert before not in index
        assert "<script>" not in written
        assert faults(written) == []


def test_every_link_of_the_site_still_leads_somewhere(renamed_site: Path) -> None:
    """Of its pages, those that lead on among them, to its pages and to places on them."""
    ids: dict[Path, set[str]] = {}
    for page in renamed_site.rglob("*.html"):
        ids[page] = set(re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8")))
    dead = []
    for page in ids:
        for link in LINKS.findall(page.read_text(encoding="utf-8")):
            parts = urlsplit(link.replace("&amp;", "&"))
            if parts.scheme or parts.netloc or page.name == "404.html":
                continue
            target = page if not parts.path else page.parent / unquote(parts.path)
            target = target / "index.html" if target.is_dir() else target
            place = unquote(parts.fragment)
            known = ids.get(Path(posixpath.normpath(target.as_posix())), set())
            is_place = place and target.suffix == ".html" and not place.startswith("__")
            if not target.exists() or (is_place and place not in known):
                dead.append((page.relative_to(renamed_site).as_posix(), link))
    assert dead == []


@pytest.mark.parametrize(("before", "now"), PLACES.items())
def test_a_link_to_a_place_leads_to_it_under_its_new_name(
    page: Page, renamed_address: str, before: str, now: str
) -> None:
    page.goto("about:blank")
    page.goto(renamed_address + before)
    expect(page).to_have_url(renamed_address + now)
    fragment = now.partition("#")[2]
    expect(page.locator(f"#{fragment}")).to_be_in_viewport()
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"#{fragment}")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_id(fragment)


def test_going_back_leads_to_where_one_came_from(page: Page, renamed_address: str) -> None:
    """What leads on leaves nothing in the history to be led on from again."""
    page.goto(renamed_address)
    page.goto(f"{renamed_address}budget/spending-plan/#step-propose")
    expect(page).to_have_url(f"{renamed_address}budget/money-plan/#step-put-forward")
    page.go_back()
    expect(page).to_have_url(renamed_address)


def test_a_comparison_of_offices_leads_on_too(tmp_path: Path) -> None:
    root = write_named_everywhere(tmp_path / "project")
    rename_id(root, RetiredKind.PROCEDURE, "spending-plan", "plan-spending")
    content = portal_content(read_editions(root), {}, site_url=ADDRESS)
    assert "compare/plan-spending.md" in {document.uri for document in content.documents}
    moved = str(content.files["compare/spending-plan/index.html"])
    assert 'content="0; url=../../compare/plan-spending/"' in moved
    assert f'<link rel="canonical" href="{ADDRESS}compare/plan-spending/">' in moved
