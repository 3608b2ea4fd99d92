"""Which pages the portal has, where they lead, and that they stay light with many offices."""

from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

import pytest

from generator.document.neighbours import beside
from generator.portal import portal_navigation, portal_site
from tests.portal.links import links_of
from tests.portal.manuals import MadeEditions, edition, many_offices, offices
from tests.portal.pages import html_of, portal_pages
from tests.support.site_pages import build_pages

MEGABYTE = 1_000_000


def test_a_procedure_has_a_comparison_when_several_have_it_or_the_only_one_differs() -> None:
    assert [page.uri for page in portal_pages(offices())] == [
        "index.md",
        "compare/index.md",
        "compare/spending.md",
        "compare/audit.md",
    ]


def test_whose_manual_it_is_is_not_said_twice() -> None:
    base = offices().base()
    assert base is not None
    group, heads = base.settings.group, {}
    for name in ("คู่มือการปฏิบัติงาน", f"คู่มือการปฏิบัติงาน {group}"):
        titled = replace(base, settings=base.settings.model_copy(update={"title": name}))
        home = html_of(portal_pages(MadeEditions(0, lambda _id, _index: None, titled))[0])
        heads[name] = home.count("hero__office")
    assert list(heads.values()) == [1, 0]


def test_the_navigation_has_the_comparisons_below_the_overview() -> None:
    assert portal_navigation(portal_site(offices()).documents) == [
        {"เลือกสำนักงาน": "index.md"},
        {
            "เทียบระหว่างสำนักงาน": [
                {"แต่ละสำนักงานต่างจากต้นฉบับร่วมเท่าใด": "compare/index.md"},
                {"งานใช้จ่าย": "compare/spending.md"},
                {"งานตรวจสอบภายใน": "compare/audit.md"},
            ]
        },
    ]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_page_of_the_portal_or_of_an_edition(directory_urls: bool) -> None:
    pages = portal_pages(offices(), directory_urls)
    known = {address(page.uri, directory_urls) for page in pages}
    for identifier in offices().ids:
        of_edition = build_pages(edition(identifier), {}, date(2026, 1, 1), directory_urls=directory_urls)
        known |= {f"/{identifier}{address(page.uri, directory_urls)}" for page in of_edition}
    for page in pages:
        for link in links_of(html_of(page)):
            assert reached(page.uri, link, directory_urls) in known, link


def address(uri: str, directory_urls: bool) -> str:
    """Where a page is found."""
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"/{stem}.html"
    return f"/{stem.removesuffix('index').rstrip('/')}/" if stem != "index" else "/"


def reached(uri: str, link: str, directory_urls: bool) -> str:
    """Where a link on a page leads; one to a document leads to its page, as engines finish such links."""
    if link.partition("#")[0].endswith(".md"):
        return address(urljoin(uri, link).partition("#")[0], directory_urls)
    return urljoin(address(uri, directory_urls), link).partition("#")[0]


def test_every_link_of_an_edition_to_the_portal_leads_to_a_page() -> None:
    known = {address(page.uri, directory_urls=True) for page in portal_pages(offices())}
    for identifier in offices().ids:
        manual = edition(identifier)
        for page in build_pages(manual, {}, date(2026, 1, 1), neighbours=beside(manual)):
            for link in links_of(html_of(page)):
                target = reached(f"{identifier}/{page.uri}", link, directory_urls=True)
                if not target.startswith(tuple(f"/{each}/" for each in offices().ids)):
                    assert target in known, link


def test_fragments_on_a_comparison_are_its_own() -> None:
    page = next(page for page in portal_pages(offices()) if page.uri == "compare/spending.md")
    html = html_of(page)
    for link in links_of(html):
        if link.startswith("#"):
            assert html.count(f'id="{link[1:]}"') == 1, link


def test_with_many_offices_every_page_is_less_than_a_megabyte() -> None:
    pages = portal_pages(many_offices(225, ways=20))
    sizes = {page.uri: len(html_of(page).encode()) for page in pages}
    assert max(sizes.values()) < MEGABYTE / 2, sizes
    assert sizes["index.md"] < MEGABYTE / 8


def test_each_edition_is_asked_for_once() -> None:
    made = many_offices(30, ways=3)
    asked = list[str]()

    def make(identifier: str, index: int) -> object:
        asked.append(identifier)
        return made.make(identifier, index)

    portal_pages(MadeEditions(30, make, made.base_text))  # type: ignore[arg-type]  # as `make` of the other
    assert asked == list(made.ids)


def test_an_unusable_edition_is_passed_over() -> None:
    made = many_offices(3, ways=1)
    pages = portal_pages(
        MadeEditions(3, lambda each, index: made.make(each, index) if index else None, made.base_text)
    )
    assert "office-001/" in links_of(html_of(pages[0]))
    assert "office-000/" not in links_of(html_of(pages[0]))


def test_without_a_base_editions_are_compared_with_each_other() -> None:
    made = many_offices(6, ways=6)
    pages = {page.uri: html_of(page) for page in portal_pages(MadeEditions(6, made.make, None))}
    assert "<svg" not in pages["compare/index.md"]
    assert pages["compare/spending.md"].count('<details class="pair"') > 1


def test_a_project_without_editions_has_only_the_home_page() -> None:
    base = offices().base()
    assert [page.uri for page in portal_pages(MadeEditions(0, lambda _id, _index: None, base))] == [
        "index.md"
    ]
    assert portal_pages(MadeEditions(0, lambda _id, _index: None, None)) == []
