"""The feeds of an edition: which there are, and the one of its changed procedures."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.document import HOME, KNOWLEDGE_FEED, last_change, procedure_uri
from generator.model import PlacedArea, PlacedProcedure, plain_text
from generator.words import words_of
from generator.writers.atom import Feed, FeedEntry, atom_text, permanent_name
from generator.writers.knowledge_feed import newest_knowledge
from generator.writers.publication import Publication

LONGEST = 100
"""How many changes the feed tells."""


@dataclass(frozen=True, slots=True)
class FeedMaker:
    """One feed.

    Attributes:
        name: its key among the labels ``feed``: what readers see it called.
        uri: where it stands.
        make: makes it; None when there is nothing to tell, or the edition has no address that it could tell.
    """

    name: str
    uri: str
    make: Callable[[Publication], Feed | None]


def latest_changes(publication: Publication) -> Feed | None:
    """The procedures that changed last, with what changed where that is known; planned ones have nothing to read."""
    manual = publication.manual
    entries = [
        entry
        for area in manual.areas
        for placed in area.procedures
        if not placed.is_planned and (entry := _entry(publication, placed, area)) is not None
    ]
    if not entries or not publication.site_url:
        return None
    words = words_of("document")["feed"]
    return Feed(
        identifier=permanent_name(manual.edition_id, "procedures"),
        title=words["title"].format(name=words["changes"], office=plain_text(manual.edition.office)),
        url=publication.url(HOME),
        own_url=publication.url(CHANGES_FEED),
        author=plain_text(manual.edition.office),
        entries=sorted(entries, key=lambda entry: entry.updated, reverse=True)[:LONGEST],
    )


def _entry(publication: Publication, placed: PlacedProcedure, area: PlacedArea) -> FeedEntry | None:
    """When a procedure changed last, and how: as its history tells, else by the day of its file or its author's."""
    newest = next(iter(publication.book.history.of(placed.id)), None)
    day = last_change(placed, publication.changed)
    updated = newest.day if newest else day.first_day if day else None
    summary = placed.procedure.summary
    if updated is None:
        return None
    return FeedEntry(
        identifier=permanent_name(publication.manual.edition_id, "procedure", placed.id),
        title=f"{placed.number} {plain_text(placed.title)}",
        url=publication.url(procedure_uri(placed)),
        updated=updated,
        summary=newest.line if newest else plain_text(summary) if summary else None,
        categories=(plain_text(area.title),),
    )


CHANGES_FEED = "changes.xml"

FEEDS: tuple[FeedMaker, ...] = (
    FeedMaker("changes", CHANGES_FEED, latest_changes),
    FeedMaker("knowledge", KNOWLEDGE_FEED, newest_knowledge),
)
"""All feeds; a new one is one line here and its name among the labels ``feed``."""


def feed_files(publication: Publication) -> dict[str, str]:
    """The feeds that an edition has, as texts by uri."""
    made = ((maker.uri, maker.make(publication)) for maker in FEEDS)
    return {uri: atom_text(feed) for uri, feed in made if feed}
