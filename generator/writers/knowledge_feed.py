"""The feed of what people learned: ``knowledge/feed.xml``."""

from datetime import date

from generator.document import KNOWLEDGE, KNOWLEDGE_FEED, first_paragraph, item_uri
from generator.indexes import tags_of
from generator.model import PlacedKnowledge, plain_text
from generator.words import words_of
from generator.writers.atom import Feed, FeedEntry, permanent_name
from generator.writers.publication import Publication

LONGEST = 100
"""How many items the feed tells."""


def newest_knowledge(publication: Publication) -> Feed | None:
    """The items that were written down or reviewed last; those of which no day is known are left out.

    Returns:
        The feed; None when there is nothing to tell, or the edition has no address.
    """
    manual, words = publication.manual, words_of("document")
    entries = [
        FeedEntry(
            identifier=permanent_name(manual.edition_id, "knowledge", item.id),
            title=plain_text(item.item.title),
            url=publication.url(item_uri(item)),
            updated=day,
            summary=first_paragraph(item.body) or None,
            categories=(words["item_kind"][item.item.kind.value], *map(plain_text, tags_of(item))),
        )
        for item in manual.knowledge
        if (day := last_day(publication, item)) is not None
    ]
    if not entries or not publication.site_url:
        return None
    office = plain_text(manual.edition.office)
    return Feed(
        identifier=permanent_name(manual.edition_id, "knowledge"),
        title=words["feed"]["title"].format(name=words["feed"]["knowledge"], office=office),
        url=publication.url(KNOWLEDGE),
        own_url=publication.url(KNOWLEDGE_FEED),
        author=office,
        entries=sorted(entries, key=lambda entry: entry.updated, reverse=True)[:LONGEST],
    )


def last_day(publication: Publication, item: PlacedKnowledge) -> date | None:
    """The day on which an item was written down or reviewed last, as its author says, else as its file tells."""
    stated = [when.first_day for when in (item.item.date, item.item.reviewed) if when]
    return max(stated) if stated else publication.changed.get(item.path)
