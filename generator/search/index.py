"""The search index: what the worker in the browser is given, as compact JSON.

The theme hands the index to its worker as it is, so its form is ours, but for ``config.separator``, which the theme
reads itself to mark words on a page. ``browser/corpus.js`` is the other end.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from generator.search.letters import search_letters
from generator.search.passages import PAGE, Passage
from generator.search.questions import Answer, Asked
from generator.search.whole_words import whole_pattern
from generator.search.years import names_of_years
from generator.thai import noun_makers, with_borders
from generator.urls import joined_url, split_url
from generator.words import present_language

SEPARATOR = r"\s+"
ELSEWHERE = 0.15
"""How much pages of other sites count."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page to be found.

    Attributes:
        location: its address relative to the site's root.
        title: its title as plain text.
        passages: its passages, the page itself first.
        groups: the names of what it belongs to, from the navigation.
        boost: how much its results count.
        kind: what all of it is, but for passages whose ids say otherwise; may be empty.
        answers: what it answers to questions; None where it is of nothing that anybody asks so.
    """

    location: str
    title: str
    passages: Sequence[Passage]
    groups: Sequence[str] = ()
    boost: float = 1.0
    kind: str = ""
    answers: Sequence[Answer] | None = None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A page of another site that is found where this one has nothing better.

    Attributes:
        location: its address relative to the site's root.
        title: its title as plain text.
        site: what is said of where it stands.
        lines: what it tells.
    """

    location: str
    title: str
    site: str
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a site knows of words and of its pages.

    Attributes:
        names: groups of names for one and the same thing: a term, its abbreviation, everyday words. All are asked by,
            the first two are looked for.
        kinds: what a passage is, by how its id begins; the longest beginning counts.
        people: how addresses begin, and go on, whose links name those who act, relative to the site's root: ``roles/``.
        filters: the names of the three filters: group of pages, kind of passage, who acts.
        words: what the result list says; see ``browser/list.js``.
        asking: words that only ask, and say nothing of what is looked for.
        wants: words of questions, by the kind of passages that they ask for, which come before others of their page;
            the last that a query says counts, and where it says none, the first kind comes first among equals.
        asked: the kinds of questions that pages answer.
        beside: words beside those of questions that say nothing of what is looked for.
        slight: words that name nothing themselves, whether they are asked or not.
        whole: words that browsers would cut into others.
        asides: ids of sections that tell of the page rather than of its matter: their text counts as little as names.
        groups: what is offered where nothing is found: names of groups of pages, and where each begins.
        sites: sites beside this one that can be asked the same: their names, and where they stand.
        elsewhere: pages of sites beside this one that have what it has not.
    """

    names: Sequence[Sequence[str]] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    people: str = ""
    filters: Sequence[str] = ("group", "kind", "who")
    words: Mapping[str, object] = field(default_factory=dict)
    asking: Sequence[str] = ()
    wants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked: Sequence[Asked] = ()
    beside: Sequence[str] = ()
    slight: Sequence[str] = ()
    whole: Sequence[str] = ()
    asides: Sequence[str] = ()
    groups: Sequence[tuple[str, str]] = ()
    sites: Sequence[tuple[str, str]] = ()
    elsewhere: Sequence[Elsewhere] = ()


def index_text(pages: Sequence[IndexedPage], vocabulary: Vocabulary) -> str:
    """The index as JSON.

    Args:
        pages: the site's pages.
        vocabulary: its words.

    Returns:
        ``{"config": …, "docs": […]}``. Each page and each passage is one entry with ``location``, ``title`` and
        ``text``, pages before their passages, as in the theme's own index. What is usual is left out of the rest:
        ``level``, ``kind`` where it is not the page's, ``linked``, ``people`` (places in ``config.people``), ``names``
        (the place in ``config.names`` of names that the passage gives and ``text`` leaves out), ``short`` (that the
        title is short for the text), ``also`` (the kinds of questions that the passage answers) and
        ``silent`` (that it does not tell what follows a refusal), of pages ``groups`` and ``boost``.
    """
    groups = [list(group) for group in vocabulary.names if len(group) > 1]
    people, lines = _People(vocabulary.people), _Lines.of(groups)
    docs = [entry for page in pages for entry in _entries(page, vocabulary, people, lines)]
    docs += map(_elsewhere, vocabulary.elsewhere)
    years = names_of_years(f"{entry['title']} {entry['text']}" for entry in docs)
    config = {
        "lang": [present_language()],
        "separator": SEPARATOR,
        "names": [list(map(with_borders, group)) for group in (*groups, *years)],
        "people": list(map(with_borders, people.names)),
        "filters": list(vocabulary.filters),
        "words": {
            **{key: _said(words) for key, words in vocabulary.words.items()},
            "groups": [[with_borders(name), location] for name, location in vocabulary.groups],
            "sites": [[with_borders(name), location] for name, location in vocabulary.sites],
        },
        "asking": list(vocabulary.asking),
        "wants": [[word, kind] for kind, words in vocabulary.wants.items() for word in words],
        "asked": [
            {**asdict(each), **{key: _said(getattr(each, key)) for key in ("title", "none", "nothing")}}
            for each in vocabulary.asked
        ],
        "beside": list(vocabulary.beside),
        "slight": [*vocabulary.asking, *vocabulary.beside, *vocabulary.slight],
        "letters": {
            **search_letters(map(_all_texts, docs)),
            "joints": "|".join(noun_makers()),
            "whole": whole_pattern((name for group in groups for name in group), vocabulary.whole),
        },
    }
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def _all_texts(entry: Mapping[str, Any]) -> str:
    """All that an entry says."""
    return " ".join(entry.get(key, "") for key in ("title", "text", "linked"))


def with_file_names(index: str) -> str:
    """An index for a site that is opened without a server: every address names its file."""
    data = json.loads(index)
    for entry in data["docs"]:
        entry["location"] = _file_of(entry["location"])
    words = data["config"]["words"]
    for key in ("groups", "sites"):
        words[key] = [[name, _file_of(location)] for name, location in words[key]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _file_of(location: str) -> str:
    """An address that names its file; one of another host stays as it is."""
    if split_url(location).scheme:
        return location
    path, mark, anchor = location.partition("#")
    return f"{path}index.html{mark}{anchor}" if not path or path.endswith("/") else location


class _People:
    """Those whom passages name by links, each once."""

    def __init__(self, beginning: str) -> None:
        self._beginning = beginning
        self.names: list[str] = []
        self._places: dict[str, int] = {}

    def of(self, passage: Passage, location: str) -> list[int]:
        """The places of those whom a passage links to."""
        if not self._beginning:
            return []
        words = (
            words
            for href, words in passage.targets
            if (address := _resolved(href, location)) != self._beginning
            and address.startswith(self._beginning)
        )
        return [self._place(each) for each in dict.fromkeys(words) if each]

    def _place(self, name: str) -> int:
        if name not in self._places:
            self._places[name] = len(self.names)
            self.names.append(name)
        return self._places[name]


def _resolved(href: str, location: str) -> str:
    """An address relative to the site's root, without ``index.html``; outside ones stay as they are."""
    if split_url(href).scheme:
        return href
    return joined_url(f"/{location}", href).removeprefix("/").replace("index.html", "")


@dataclass(frozen=True, slots=True)
class _Lines:
    """What passages say of names.

    Attributes:
        places: how a passage may give the other names of its title, with and without an abbreviation, and the group's
            place.
        short: what the second name of a group is short for.
    """

    places: Mapping[str, int]
    short: Mapping[str, str]

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]]) -> "_Lines":
        """What groups of names are said like."""
        places = {
            ", ".join(group[start:]): place
            for place, group in enumerate(groups)
            for start in (2, 1)
            if group[start:]
        }
        return cls(places, {group[1]: group[0] for group in groups})


def _elsewhere(page: Elsewhere) -> dict[str, object]:
    """The entry of a page of another site."""
    return {
        "location": page.location,
        "title": with_borders(page.title),
        "text": _lines(page.lines),
        "boost": ELSEWHERE,
        "site": with_borders(page.site),
    }


def _entries(
    page: IndexedPage, vocabulary: Vocabulary, people: _People, lines: _Lines
) -> Iterator[dict[str, Any]]:
    """A page's entry, then those of its passages that say anything."""
    for passage in page.passages:
        named = next((text for text in passage.texts if text in lines.places), None)
        texts = [text for text in passage.texts if text != named]
        is_page, is_aside = passage.level == PAGE, passage.anchor in vocabulary.asides
        entry: dict[str, Any] = {
            "location": page.location if is_page else f"{page.location}#{passage.anchor}",
            "title": page.title if is_page else passage.title,
            "text": "" if is_aside else "\n".join(texts),
        }
        kind = longest(vocabulary.kinds, passage.anchor) or page.kind
        rest = {
            "level": 0 if is_page else passage.level,
            "kind": kind if is_page or kind != page.kind else "",
            "linked": "\n".join([*texts, *passage.linked] if is_aside else passage.linked),
            "people": people.of(passage, page.location),
            "groups": list(page.groups) if is_page else [],
            "boost": page.boost if is_page and page.boost != 1 else 0,
            "short": int([lines.short.get(entry["title"])] == texts),
        }
        known: dict[str, Any] = {} if named is None else {"names": lines.places[named]}
        for each in page.answers or ():
            if is_page and not each.place:
                known.setdefault("answers", {})[each.kind] = [each.anchor, int(each.is_own), *each.lines]
            elif not is_page and each.place == passage.anchor:
                known.setdefault("also", []).append(each.kind)
                known |= {"silent": 1} if each.is_silent else {}
        if is_page or known or entry["title"] or entry["text"] or rest["linked"]:
            told = entry | {key: value for key, value in rest.items() if value} | known
            yield _with_borders(told, passage.borders)


def _with_borders(entry: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """An entry with the borders of the words that it says; of some lines they are known."""
    said: dict[str, Any] = {
        key: "\n".join(known.get(line) or with_borders(line) for line in entry[key].split("\n"))
        for key in ("title", "text", "linked")
        if key in entry
    }
    for kind, (anchor, is_own, *lines) in entry.get("answers", {}).items():
        said.setdefault("answers", {})[kind] = [anchor, is_own, *map(with_borders, lines)]
    return entry | said


def _said(words: object) -> object:
    """What the list says, with the borders of its words, but for what is filled in."""
    if isinstance(words, str):
        return "{words}".join(map(with_borders, words.split("{words}")))
    return [_said(each) for each in words] if isinstance(words, Sequence) else words


def _lines(texts: Sequence[str]) -> str:
    """Paragraphs, a line each, with the borders of their words."""
    return "\n".join(map(with_borders, texts))


def longest(kinds: Mapping[str, str], text: str) -> str:
    """What is said of the longest known beginning of a text; empty when none is known."""
    beginnings = [each for each in kinds if text.startswith(each)]
    return kinds[max(beginnings, key=len)] if beginnings else ""
