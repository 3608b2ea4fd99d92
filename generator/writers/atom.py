"""Atom feeds (RFC 4287), written as XML from plain data; the same entries give the same bytes."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

from generator.words import present_language
from generator.writers.xml_text import xml_text

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
_OUR_NAMES: Final = uuid.UUID("6b3b6a0e-5d6f-5c0b-9c1e-2f4a7c1d8e90")
_MIDNIGHT_IN_THAILAND = "T00:00:00+07:00"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing that changed.

    Attributes:
        identifier: its permanent name, an IRI that stays whatever becomes of its address; see `permanent_name`.
        title: as plain text, like all texts here.
        url: its page, an absolute address.
        updated: the day of its last change.
        summary: what it says, in short.
        categories: what it belongs to.
    """

    identifier: str
    title: str
    url: str
    updated: date
    summary: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        identifier: its permanent name, an IRI.
        title: as plain text.
        url: the page of the same matter, an absolute address.
        own_url: where the feed itself stands, an absolute address.
        author: who answers for what it says.
        language: of its texts, as in BCP 47; by default the one that is spoken.
        entries: at least one, in any order.
    """

    identifier: str
    title: str
    url: str
    own_url: str
    author: str
    language: str = field(default_factory=present_language)
    entries: Sequence[FeedEntry] = field(default_factory=tuple)


def permanent_name(*parts: str) -> str:
    """The permanent name of a thing: of the ids that lead to it (an edition's, a procedure's), never of its address.

    Returns:
        ``urn:uuid:…`` (RFC 9562, version 5), the same for the same parts.
    """
    return uuid.uuid5(_OUR_NAMES, "\n".join(parts)).urn


def atom_text(feed: Feed) -> str:
    """A feed as XML.

    Args:
        feed: the feed; it must have an entry, as Atom dates a feed by what is in it.

    Returns:
        A document that begins with its declaration and ends with a line feed; the newest entries come first, those of
        one day in the given order.

    Raises:
        ValueError: when there is no entry.
    """
    if not feed.entries:
        raise ValueError("a feed needs an entry")
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": feed.language})
    _add(root, "id", feed.identifier)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max(entry.updated for entry in feed.entries)))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="alternate", type="text/html", href=feed.url)
    _add(root, "link", rel="self", type=MEDIA_TYPE, href=feed.own_url)
    for entry in sorted(feed.entries, key=lambda entry: entry.updated, reverse=True):
        _add_entry(root, entry)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="utf-8"?>\n', "\n")
    )


def _add_entry(root: ET.Element, entry: FeedEntry) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.identifier)
    _add(element, "title", entry.title)
    _add(element, "updated", _moment(entry.updated))
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    for category in entry.categories:
        _add(element, "category", term=category)
    if entry.summary:
        _add(element, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    """A new child with a text; characters that XML cannot hold are replaced."""
    attributes = {key: xml_text(value) for key, value in attributes.items()}
    child = ET.SubElement(parent, name, attributes)
    child.text = xml_text(text) or None
    return child


def _moment(day: date) -> str:
    """A day as a moment, as RFC 3339 writes it: its beginning in Thailand."""
    return f"{day.isoformat()}{_MIDNIGHT_IN_THAILAND}"
