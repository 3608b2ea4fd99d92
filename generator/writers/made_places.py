"""Links of people to pages and files that are made, and to places on them: known once the pages are composed.

Only what somebody links to is composed to its end.
"""

from collections import defaultdict
from collections.abc import Iterator, Set

from generator.assembly import Editions
from generator.charts import ChartsOnDemand
from generator.diagnostics import closest, found
from generator.document import Book, Document, documents_of, open_book, places
from generator.indexes import Indexes
from generator.lint import MOST_ANCHORS, LinkedPlace
from generator.problems import Problem
from generator.today import build_day
from generator.writers.publication import Publication
from generator.writers.registry import made_uris


def dead_places(editions: Editions) -> list[Problem]:
    """What no edition makes of that to which knowledge and pages written by hand link.

    Returns:
        `unknown-document` where an edition makes no such page or file, `unknown-anchor` where it has no such place.
    """
    by_edition: defaultdict[str, list[LinkedPlace]] = defaultdict(list)
    for each in editions.linked_places():
        by_edition[each.edition].append(each)
    problems = (
        each for edition, wanted in by_edition.items() for each in _in_edition(editions, edition, wanted)
    )
    return list(dict.fromkeys(problems))


def _in_edition(editions: Editions, edition: str, wanted: list[LinkedPlace]) -> Iterator[Problem]:
    """Those of one edition."""
    manual = editions.manual(edition)
    if manual is None:
        return
    indexes = Indexes(manual, build_day())
    charts = ChartsOnDemand(manual, lambda: indexes.overviews, lambda: indexes.segmenter, indexes.graphs)
    book = open_book(indexes, charts)
    documents = _documents(book, {each.uri for each in wanted})
    files = frozenset[str]()
    if any(each.uri not in documents for each in wanted):
        files = made_uris(Publication(book, tuple(documents_of(book)), charts, manual.edition.site or ""))
    known_places: dict[str, list[str]] = {}
    for each in wanted:
        document = documents.get(each.uri)
        if document is None and each.uri not in files:
            if not book.addresses.is_left_out(each.uri):
                yield found("unknown-document", each.place, "made", file=each.uri, edition=edition)
        elif document is not None and each.fragment:
            if each.uri not in known_places:
                known_places[each.uri] = list(filter(None, places(document)))
            if each.fragment in (known := known_places[each.uri]):
                continue
            yield found(
                "unknown-anchor",
                each.place,
                "other",
                anchor=each.fragment,
                file=each.uri,
                suggestion=closest(each.fragment, known),
                known=" ".join(f"#{place}" for place in known[:MOST_ANCHORS]),
            )


def _documents(book: Book, wanted: Set[str]) -> dict[str, Document]:
    """The pages of some uris, as far as they are made; no more are begun than lie before the last of them."""
    documents: dict[str, Document] = {}
    for document in documents_of(book):
        if document.uri in wanted:
            documents[document.uri] = document
            if len(documents) == len(wanted):
                break
    return documents
