"""Links of people to places on pages that are made: which places these have is known once the pages are composed.

Only what somebody links to is composed; in most projects that is nothing.
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.assembly import Editions
from generator.charts import ChartsOnDemand
from generator.diagnostics import closest, found
from generator.document.compose import documents_of, open_book
from generator.document.walking import places
from generator.indexes import Indexes
from generator.lint import MOST_ANCHORS, LinkedPlace
from generator.model import build_day
from generator.problems import Problem


def dead_places(editions: Editions) -> list[Problem]:
    """`unknown-anchor` of links in knowledge and in pages written by hand to places on pages that are made."""
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
    charts = ChartsOnDemand(manual, lambda: indexes.overviews, lambda: indexes.segmenter)
    uris = {each.uri for each in wanted}
    known = {
        document.uri: list(filter(None, places(document)))
        for document in documents_of(open_book(indexes, charts))
        if document.uri in uris
    }
    for each in wanted:
        anchors = known.get(each.uri)
        if anchors is not None and each.fragment not in anchors:
            yield found(
                "unknown-anchor",
                each.place,
                "other",
                anchor=each.fragment,
                file=each.uri,
                suggestion=closest(each.fragment, anchors),
                known=" ".join(f"#{place}" for place in anchors[:MOST_ANCHORS]),
            )
