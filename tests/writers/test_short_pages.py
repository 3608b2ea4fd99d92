"""Short addresses: made of ids, leading where the thing stands, small, and in no list."""

from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import normpath

import pytest
from hypothesis import given

from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model import Manual
from generator.writers.previews import previews_for
from generator.writers.publication import Publication
from generator.writers.registry import linked_files, made_uris, written_files
from generator.writers.short_pages import LARGEST, short_files
from tests.document.test_every_text import ANY_TEXT
from tests.support.every_field import every_field_manual
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

SITE = "https://a.example/edition/"


def every_field() -> Manual:
    """A manual that uses every field."""
    return every_field_manual(lambda field: field)


class Head(HTMLParser):
    """What a page at a short address tells: its properties, links and texts."""

    def __init__(self, page: str) -> None:
        """Read it."""
        super().__init__()
        self.told: dict[str, str] = {}
        self.tags: list[str] = []
        self._tag = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element tells."""
        given = {key: value or "" for key, value in attrs}
        self._tag = tag
        self.tags.append(tag)
        name = (
            given.get("property") or given.get("name") or given.get("http-equiv") or given.get("rel") or tag
        )
        self.told[name] = given.get("content") or given.get("href") or given.get("lang") or ""

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if data.strip():
            self.told[self._tag] = self.told.get(self._tag, "") if self._tag == "a" else data
            self.told[f"{self._tag}-text"] = data


def published(manual: Manual, site_url: str = SITE, directory_urls: bool = True) -> Publication:
    """A manual as it is published."""
    book = open_book(Indexes(manual, SHOWCASE_DAY), directory_urls=directory_urls)
    return Publication(book, tuple(documents_of(book)), site_url=site_url)


def leads_to(uri: str, link: str) -> str:
    """Where a link on a page leads, from the site's root."""
    path, _, fragment = link.partition("#")
    folder = uri.rpartition("/")[0]
    place = normpath(f"{folder}/{path}") + ("/" if path.endswith("/") else "")
    return f"{place}#{fragment}" if fragment else place


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("manual", [showcase_manual(), every_field()], ids=["showcase", "every field"])
def test_each_procedure_and_each_step_with_an_id_has_one_that_leads_there(
    manual: Manual, directory_urls: bool
) -> None:
    publication = published(manual, directory_urls=directory_urls)
    expected = {}
    for uri, placed in publication.procedures.items():
        page = publication.addresses.url(uri)
        expected[f"s/{placed.id}"] = page
        for step in placed.walk_steps():
            if step.step.id:
                expected[f"s/{placed.id}/{step.step.id}"] = f"{page}#{step.anchor}"
    end = "/index.html" if directory_urls else ".html"
    found = {uri: Head(text).told for uri, text in short_files(publication).items()}
    assert {uri.removesuffix(end): leads_to(uri, told["a"]) for uri, told in found.items()} == expected
    assert all(uri.endswith(end) for uri in found)
    assert all(told["refresh"] == f"0; url={told['a']}" for told in found.values())
    assert found.keys() <= made_uris(publication)


def test_a_step_keeps_it_when_its_number_changes() -> None:
    manual = showcase_manual()
    (area, *areas) = manual.areas
    turned = replace(manual, areas=(*areas, area)) if areas else manual
    pages, moved = (short_files(published(each)) for each in (manual, turned))
    assert pages.keys() == moved.keys()


def test_chats_are_told_what_stands_there() -> None:
    publication = published(showcase_manual())
    files = short_files(publication)
    told = Head(files["s/spending-plan/draft/index.html"]).told
    assert told["og:title"] == told["title"] == "ร่างแผน · งานจัดทำแผนใช้จ่าย"
    assert told["og:description"].startswith("ผู้รับผิดชอบ: ")
    assert told["og:url"] == f"{SITE}s/spending-plan/draft/"
    assert told["canonical"] == f"{SITE}budget/spending-plan/"
    assert told["html"] == "th"
    assert told["robots"] == "noindex"
    assert told["a-text"] == "เปิดในคู่มือ"
    assert "og:image" not in told
    whole = Head(files["s/spending-plan/index.html"]).told
    assert whole["og:title"] == "งานจัดทำแผนใช้จ่าย"
    assert whole["og:description"].startswith("จัดทำแผนใช้จ่ายของเขต")


def test_a_step_is_told_by_what_it_states_itself() -> None:
    publication = published(every_field())
    files = short_files(publication)
    for placed in publication.procedures.values():
        for step in placed.walk_steps():
            if step.step.id:
                told = Head(files[f"s/{placed.id}/{step.step.id}/index.html"]).told["og:description"]
                assert told.startswith("ผู้รับผิดชอบ: ")
                assert (placed.procedure.summary or "?") not in told


def test_a_site_without_an_address_claims_none() -> None:
    for page in short_files(published(showcase_manual(), site_url="")).values():
        told = Head(page).told
        assert not told.keys() & {"canonical", "og:url", "og:image"}
        assert "://" not in page


def test_the_picture_is_that_of_the_procedure() -> None:
    publication = published(showcase_manual())
    previews = previews_for(SITE, lambda _: None)
    charts = dict.fromkeys(((placed.id, "") for placed in publication.procedures.values()), None)
    pictured = replace(publication, previews=previews, charts=charts)  # type: ignore[arg-type]  # only asked which
    told = Head(short_files(pictured)["s/spending-plan/draft/index.html"]).told
    assert told["og:image"] == f"{SITE}s/spending-plan.png"


def test_they_allow_themselves_nothing_and_bring_nothing_to_run() -> None:
    for page in short_files(published(every_field())).values():
        head = Head(page)
        assert head.told["Content-Security-Policy"] == "default-src 'none'"
        assert not {"script", "style", "img", "link"} & set(head.tags) - {"link"}
        assert "style=" not in page


def test_they_are_in_no_list() -> None:
    publication = published(showcase_manual())
    linked = linked_files(publication)
    files: Mapping[str, str | bytes] = {**linked, **dict(written_files(publication, linked))}
    lists = {uri: text for uri, text in files.items() if not uri.startswith("s/")}
    assert len(files) > len(lists)
    assert [uri for uri, text in lists.items() if isinstance(text, str) and "/s/spending-plan" in text] == []


@given(ANY_TEXT, ANY_TEXT)
def test_they_stay_small_and_whole_whatever_is_written(title: str, text: str) -> None:
    manual = _written(title, text)
    for page in short_files(
        published(manual, "https://www.a-long-name-of-an-office.example.go.th/manuals/")
    ).values():
        assert len(page.encode()) <= LARGEST
        told = Head(page).told
        assert told["a-text"] == "เปิดในคู่มือ"
        assert told["refresh"] == f"0; url={told['a']}"


def _written(title: str, text: str) -> Manual:
    """The showcase with other words in a procedure."""
    manual = showcase_manual()
    area, *areas = manual.areas
    placed, *others = area.procedures
    step = placed.steps[0]
    steps = (replace(step, step=step.step.model_copy(update={"text": text * 9})), *placed.steps[1:])
    procedure = placed.procedure.model_copy(update={"title": title * 9, "summary": text * 9})
    changed = replace(placed, procedure=procedure, steps=steps)
    return replace(manual, areas=(replace(area, procedures=(changed, *others)), *areas))
