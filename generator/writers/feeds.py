"""The feeds of an edition: which there are, and the one of its changed procedures."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.document import HOME, KNOWLEDGE_FEED, last_change, procedure_uri
from generator.model import plain_text
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
    """The procedures that changed last, by the same dates as on the home page; planned ones have nothing to read."""
    manual = publication.manual
    entries = [
        FeedEntry(
            identifier=permanent_name(manual.edition_id, "procedure", placed.id),
            title=f"{placed.number} {plain_text(placed.title)}",
            url=publication.url(procedure_uri(placed)),
            updated=day.first_day,
            summary=plain_text(placed.procedure.summary) if placed.procedure.summary else None,
            categories=(plain_text(area.title),),
        )
        for area in manual.areas
        for placed in area.procedures
        if not placed.is_planned and (day := last_change(placed, publication.changed)) is not None
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
