"""The search of this repository's own manual never answers worse than this, in the real box."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.search_box import Answer, Found, SearchBox, search_box
from bench.search_queries import Query, Sections, drawn_queries, figures, read_queries
from generator.search.browser_files import ENGINE, plain_files
from tests.support import serving
from tests.support.auditing import IN_FULL
from tests.support.search_worker import SearchWorkers, index_of, told

TABLES = Path(__file__).parent.parent / "search"
EDITION, OTHER_EDITION = "khonkaen5-2566", "uttaradit2"
DRAWN = 20
EVERY = 1 if IN_FULL else 3
"""Of many queries, every third is asked; in an audit each."""
STAFF = ("queries.tsv", "held_out.tsv", "unseen.tsv", "examined.tsv")
TYPED = 1 if IN_FULL else 6
"""Of the queries of staff, every sixth is typed; in an audit each."""
SHORTENED = 1 if IN_FULL else 24
"""Of all queries, every twenty-fourth is asked of the engine as it is written and shortened; in an audit each."""


@pytest.fixture(scope="module")
def box(browser: Browser, real_sites: Path) -> Iterator[tuple[SearchBox, Path]]:
    """The search box of the manual, opened once, and the folder of the site."""
    site = real_sites / EDITION
    page = browser.new_page(locale="th-TH")
    with serving(site) as address, search_box(page, address) as opened:
        yield opened, site
    page.close()


@pytest.fixture(scope="module")
def answers(search_workers: SearchWorkers, box: tuple[SearchBox, Path]) -> dict[str, Answer]:
    """What the worker answers to the queries of staff."""
    queries = [query for name in STAFF for query in read_queries(TABLES / name)]
    return told_by_worker(search_workers, box[1], queries)


def told_by_worker(workers: SearchWorkers, site: Path, queries: list[Query]) -> dict[str, Answer]:
    """What the worker answers to queries, by their texts."""
    texts = [query.text for query in queries]
    return dict(zip(texts, map(as_shown, workers.answers(site, texts)), strict=True))


def answered(box: SearchBox, answers: dict[str, Answer], queries: list[Query]) -> list[Answer]:
    """Answers to queries: what the box shows of some that are typed, in an audit of all; of the others the worker's."""
    return [
        answers[query.text] if number % TYPED else box.ask(query.text) for number, query in enumerate(queries)
    ]


def as_shown(answer: str) -> Answer:
    """What the worker tells the theme, as the list would show it."""
    groups = json.loads(answer)["items"]
    return Answer(tuple(shown(group) for group in groups), 0)


def in_words(html: str) -> str:
    """What the list shows, as it is read."""
    return unescape(re.sub("<[^>]+>", "", html)).replace("\u00a0", " ")


def shown(group: list[dict[str, str]]) -> Found:
    root = next(entry for entry in group if "#" not in entry["location"])
    sections = tuple(f"/{entry['location']}" for entry in group if entry is not root)
    return Found(in_words(root["title"]), f"/{root['location']}", sections)


@pytest.mark.parametrize("name", STAFF)
def test_queries_of_staff_are_answered(
    box: tuple[SearchBox, Path], answers: dict[str, Answer], name: str
) -> None:
    queries = read_queries(TABLES / name)
    found = figures(queries, answered(box[0], answers, queries), Sections(box[1]))
    assert found.first >= 0.95, found.missed
    assert found.third >= 0.99, found.missed
    assert found.nothing <= 0.01
    assert found.section >= 0.95


def test_queries_of_another_office_are_answered(
    browser: Browser, search_workers: SearchWorkers, real_sites: Path
) -> None:
    site = real_sites / OTHER_EDITION
    queries, page = read_queries(TABLES / "uttaradit2.tsv"), browser.new_page(locale="th-TH")
    answers = told_by_worker(search_workers, site, queries)
    with serving(site) as address, search_box(page, address) as opened:
        found = figures(queries, answered(opened, answers, queries), Sections(site))
    page.close()
    assert found.first >= 0.9, found.missed
    assert found.third >= 0.99, found.missed
    assert found.nothing == 0
    assert found.section >= 0.95


@pytest.mark.parametrize("edition", [EDITION, OTHER_EDITION])
def test_the_worker_answers_what_examiners_asked_of_two_offices(
    search_workers: SearchWorkers, real_sites: Path, edition: str
) -> None:
    site = real_sites / edition
    many = read_queries(TABLES / "two_offices.tsv", edition)
    queries = [*many[::EVERY], *read_queries(TABLES / "accepted.tsv", edition)]
    answers = told_by_worker(search_workers, site, queries)
    found = figures(queries, [answers[query.text] for query in queries], Sections(site))
    assert len(queries) > 290
    assert found.first >= 0.96, found.missed
    assert found.third >= 0.985, found.missed
    assert found.nothing <= 0.005
    assert found.section >= 0.94


def test_phrases_of_one_page_are_found_there_also_with_a_slip(
    search_workers: SearchWorkers, box: tuple[SearchBox, Path]
) -> None:
    queries = drawn_queries(box[1], DRAWN)
    answers = told_by_worker(search_workers, box[1], queries)
    whole, slipped = queries[::2], queries[1::2]
    found = figures(whole, answered(box[0], answers, whole), Sections(box[1]))
    assert found.first >= 0.9, found.missed
    found = figures(slipped, answered(box[0], answers, slipped), Sections(box[1]))
    assert found.third >= 0.9, found.missed


def test_the_worker_answers_the_same_as_it_is_written_and_shortened(
    box: tuple[SearchBox, Path], browser: Browser, search_workers: SearchWorkers
) -> None:
    index = index_of(box[1])
    asked = [query.text for table in sorted(TABLES.glob("*.tsv")) for query in read_queries(table, EDITION)]
    asked = asked[::SHORTENED]
    queries = [*asked, *(text[: len(text) // 2] for text in asked), "", "<b>", "หมวด:ไม่มี งาน"]
    plain = told(browser, plain_files()[ENGINE], index, queries)
    short = search_workers.answers(box[1], queries)
    assert len(set(plain)) > len(asked)
    assert short == plain
