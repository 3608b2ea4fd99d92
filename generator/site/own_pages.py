"""Documents of one edition only: ``docs/editions/<edition>/X`` stands at ``X`` in that edition, and in no other."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.document import Navigation

FOLDER = "editions"
"""The folder of the documents that holds a folder for each edition with documents of its own."""


@dataclass(frozen=True, slots=True)
class OwnPages:
    """What the documents of a project are to one edition.

    Attributes:
        places: where each document of its own stands: ``editions/office/about/foreword.md`` at ``about/foreword.md``.
        withheld: the documents, as they lie in their folders, of other editions, and of editions that do not exist.
        elsewhere: what stands in other editions only: ``about/history.md``.
        unknown: the folders that are named after no edition.
    """

    places: Mapping[str, str]
    withheld: frozenset[str]
    elsewhere: frozenset[str]
    unknown: tuple[str, ...]


def own_pages(uris: Iterable[str], edition: str | None, editions: Collection[str]) -> OwnPages:
    """Sort a project's documents.

    Args:
        uris: the documents, relative to their folder, with forward slashes.
        edition: the edition whose site is made; None when it is none, and so has no documents of its own.
        editions: the ids of all editions.
    """
    places: dict[str, str] = {}
    others: dict[str, str] = {}
    shared, unknown = set[str](), set[str]()
    for uri in uris:
        match uri.split("/", 2):
            case [folder, owner, inner] if folder == FOLDER:
                (places if owner == edition else others)[uri] = inner
                if owner not in editions:
                    unknown.add(owner)
            case _:
                shared.add(uri)
    elsewhere = frozenset(others.values()) - shared - set(places.values())
    return OwnPages(places, frozenset(others), elsewhere, tuple(sorted(unknown)))


def without(entries: Navigation, uris: Set[str]) -> Navigation:
    """A navigation without the entries for some documents, and without the sections that are empty then."""
    kept: Navigation = []
    for entry in entries:
        if isinstance(entry, str):
            kept += [] if _uri(entry) in uris else [entry]
            continue
        for title, below in entry.items():
            if isinstance(below, str):
                kept += [] if _uri(below) in uris else [{title: below}]
            elif (children := without(below, uris)) or not below:
                kept.append({title: children})
    return kept


def _uri(entry: str) -> str:
    """A document as its entry names it, in its plainest spelling: ``./a.md`` is ``a.md``."""
    return PurePosixPath(entry).as_posix()
