"""Queries with the answers that they should have: authored ones, and phrases drawn from a site's own text."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from bench.search_box import Answer, Found
from generator.thai import Segmenter, without_borders

ANYWHERE = {"*references*": "references/*", "*introduction*": "about/*"}
"""Expectations that name a part of the site instead of a title."""
BESIDE = ("about/", "authors/", "knowledge/", "onboarding/", "references/", "roles/", "terms/")
"""Pages that stand beside the procedures."""
SHORTEST, LONGEST, WORDS, TRIES = 9, 32, 4, 100
_COLUMNS = ("edition", "query", "expected", "section", "kind")


@dataclass(frozen=True, slots=True)
class Query:
    """A query and its right answer.

    Attributes:
        text: what is typed.
        expected: parts of the titles, or addresses, of pages that are right; ``references/*`` for all below one.
        sections: the headings of sections that may come first; empty when any may.
        kind: what sort of query it is.
        edition: whose manual is asked; empty where all queries of a table ask the same.
    """

    text: str
    expected: tuple[str, ...]
    sections: tuple[str, ...]
    kind: str
    edition: str = ""

    def rank(self, answer: Answer) -> int:
        """The place of the first right page, from 1; 0 when there is none."""
        places = (place for place, found in enumerate(answer.found, 1) if self._is_right(found))
        return next(places, 0)

    def _is_right(self, found: Found) -> bool:
        path = urlsplit(found.page).path.lstrip("/")
        return any(_is_meant(ANYWHERE.get(each, each), path, found.title) for each in self.expected)


def _is_meant(expected: str, path: str, title: str) -> bool:
    """Whether a part of a title, an address, or the beginning of one with ``*`` behind it is that of a page."""
    if expected.endswith("*"):
        return path.startswith(expected[:-1])
    return expected in title or expected == path


def read_queries(path: Path, edition: str = "") -> list[Query]:
    """The queries of a table with the columns query, expected, section, kind, and before them perhaps edition.

    Args:
        path: the table; several expectations or sections are joined by ``|``.
        edition: leaves out what a table asks of other editions.
    """
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    queries = [_query("", *row) if len(head) == len(_COLUMNS) - 1 else _query(*row) for row in rows]
    return [query for query in queries if not edition or query.edition in ("", edition)]


def _query(edition: str, text: str, expected: str, sections: str, kind: str) -> Query:
    return Query(text, tuple(expected.split("|")), tuple(filter(None, sections.split("|"))), kind, edition)


def drawn_queries(site: Path, count: int, seed: int = 4) -> list[Query]:
    """Phrases that stand on one page only, and each once more with one slip.

    Args:
        site: a site whose index is ours.
        count: how many phrases; fewer where the text has hardly any.
        seed: the same seed draws the same phrases.
    """
    random, segmenter = Random(seed), Segmenter()  # noqa: S311 - it varies the queries; it guards nothing
    texts: dict[str, list[str]] = {}
    for entry in json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]:
        page = entry["location"].partition("#")[0]
        texts.setdefault(page, []).extend(map(without_borders, [entry["title"], *entry["text"].split("\n")]))
    whole = {page: _letters("\n".join(lines)) for page, lines in texts.items()}
    procedures = [page for page in texts if page.count("/") == 2 and not page.startswith(BESIDE)]
    queries: list[Query] = []
    for _ in range(TRIES * count):
        if len(queries) == 2 * count:
            break
        page = random.choice(procedures)
        words = segmenter.words(random.choice(texts[page])) or [""]
        start = random.randrange(len(words))
        phrase = "".join(words[start : start + random.randint(2, WORDS)]).strip()
        if not SHORTEST <= len(phrase) <= LONGEST or not _is_thai(phrase):
            continue
        if sum(_letters(phrase) in text for text in whole.values()) == 1:
            queries.append(Query(phrase, (page,), (), "drawn"))
            queries.append(Query(_with_slip(phrase, random), (page,), (), "drawn with a slip"))
    return queries


def _with_slip(phrase: str, random: Random) -> str:
    """A phrase with one letter or mark missing, doubled, or changed places with the next."""
    at = random.randrange(1, len(phrase) - 1)
    match random.randrange(3):
        case 0:
            return phrase[:at] + phrase[at + 1 :]
        case 1:
            return phrase[:at] + phrase[at] + phrase[at:]
    return phrase[:at] + phrase[at + 1] + phrase[at] + phrase[at + 2 :]


def _letters(text: str) -> str:
    return "".join(text.split())


def _is_thai(text: str) -> bool:
    return all("ก" <= letter <= "๛" or letter == " " for letter in text)


class Sections:
    """The heading above each place of a site's pages, and to which places its index leads."""

    def __init__(self, site: Path) -> None:
        """Begin with no page read."""
        self._site = site
        self._pages: dict[str, dict[str, str]] = {}
        self._places: dict[str, list[str]] = {}
        for entry in json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]:
            page, _, anchor = entry["location"].partition("#")
            if anchor:
                self._places.setdefault(page, []).append(f"/{entry['location']}")

    def heading(self, address: str) -> str:
        """The second-level heading that an address leads to, or that stands above it; empty when there is none."""
        parts = urlsplit(address)
        return self._above(parts.path).get(parts.fragment, "")

    def is_right(self, found: Found, expected: Sequence[str]) -> bool:
        """Whether a result leads to one of the expected headings first; a page without any leads nowhere else."""
        path = urlsplit(found.page).path.lstrip("/")
        if found.sections:
            return self.heading(found.sections[0]) in expected
        return not any(self.heading(address) for address in self._places.get(path, ()))

    def _above(self, path: str) -> Mapping[str, str]:
        """The heading above every id of a page."""
        path = path.lstrip("/")
        if path not in self._pages:
            file = self._site / path
            reader = _Headings()
            reader.feed((file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8"))
            self._pages[path] = reader.above
        return self._pages[path]


class _Headings(HTMLParser):
    """Notes for every id the second-level heading above it, without what is not searched unless that is all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.above: dict[str, str] = {}
        self._heading: str | None = None
        self._whole = ""
        self._waiting: list[str] = []
        self._reading = False
        self._beside = ""

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        identifier = dict(attrs).get("id")
        if self._reading and "data-search-exclude" in dict(attrs):
            self._beside = tag
        if tag == "h2":
            self._heading, self._whole, self._reading, self._waiting = "", "", True, []
        if identifier and self._reading:
            self._waiting.append(identifier)
        elif identifier:
            self.above[identifier] = self._heading or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._beside:
            self._beside = ""
        if tag == "h2":
            self._reading = False
            told, whole = ((each or "").replace("¶", "").strip() for each in (self._heading, self._whole))
            self._heading = told or whole
            self.above |= dict.fromkeys(self._waiting, self._heading)

    def handle_data(self, data: str) -> None:
        if self._reading:
            self._whole += data
            self._heading = (self._heading or "") + ("" if self._beside else data)


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a set of queries was answered; shares from 0 to 1, times in milliseconds.

    Attributes:
        queries: how many.
        first: right page first (hit@1); `third`: among the first three (hit@3).
        reciprocal: mean reciprocal rank.
        nothing: no result at all.
        section: right section first, of the queries that expect one; 1 when none does.
        median: time from the last key to results; `slow` is the 95th percentile.
        missed: the queries whose right page did not come first.
    """

    queries: int
    first: float
    third: float
    reciprocal: float
    nothing: float
    section: float
    median: float
    slow: float
    missed: tuple[str, ...]


def figures(queries: Sequence[Query], answers: Sequence[Answer], sections: Sections) -> Figures:
    """Judge answers.

    Args:
        queries: the queries.
        answers: the answer to each.
        sections: knows the headings of the site.
    """
    ranks = [query.rank(answer) for query, answer in zip(queries, answers, strict=True)]
    right = [
        rank == 1 and sections.is_right(answer.found[0], query.sections)
        for query, answer, rank in zip(queries, answers, ranks, strict=True)
        if query.sections
    ]
    times, count = sorted(answer.milliseconds for answer in answers), len(queries)
    return Figures(
        queries=count,
        first=sum(rank == 1 for rank in ranks) / count,
        third=sum(1 <= rank <= 3 for rank in ranks) / count,
        reciprocal=sum(1 / rank for rank in ranks if rank) / count,
        nothing=sum(not answer.found for answer in answers) / count,
        section=sum(right) / len(right) if right else 1.0,
        median=times[count // 2],
        slow=times[min(count - 1, int(count * 0.95))],
        missed=tuple(query.text for query, rank in zip(queries, ranks, strict=True) if rank != 1),
    )
