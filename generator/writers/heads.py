"""What the heads of pages tell programs: the other forms of a page, the feeds, and what the page is about."""

import json
from dataclasses import dataclass

from generator.document import HOME, short_uri
from generator.words import words_of
from generator.writers.export_json import DATA_FILE, data_uri
from generator.writers.feeds import FEEDS
from generator.writers.former_places import former_places
from generator.writers.llms import LLMS, LLMS_FULL
from generator.writers.media_types import media_type
from generator.writers.previews import HEIGHT, WIDTH, preview_uris
from generator.writers.publication import Publication
from generator.writers.structured_data import script_text, structured_data


@dataclass(frozen=True, slots=True)
class HeadLink:
    """Another form of a page, as its head names it: its uri, and perhaps its name."""

    uri: str
    title: str = ""

    @property
    def type(self) -> str:
        """Its media type."""
        return media_type(self.uri)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells programs.

    Attributes:
        links: the other forms of the page.
        data: what it is about, as JSON-LD that is safe inside an element ``script``; empty when there is none.
        content: the fingerprint of what a procedure tells its readers; empty for other pages.
        short: the short address of a procedure, relative to the site's root; empty for other pages.
        former: the places on the page that are called otherwise than before, as JSON; empty when there are none.
        picture: the whole address of the picture that chats show beside a link to it; empty when there is none.
    """

    links: tuple[HeadLink, ...] = ()
    data: str = ""
    content: str = ""
    short: str = ""
    picture: str = ""
    former: str = ""

    @property
    def picture_size(self) -> tuple[int, int]:
        """How wide and high its picture is, in px."""
        return WIDTH, HEIGHT


class Heads:
    """The heads of one edition's pages."""

    def __init__(self, publication: Publication) -> None:
        """Take the edition."""
        self._publication = publication
        names = words_of("document")["feed"]
        self._pictures = preview_uris(publication)
        self._feeds = tuple(
            HeadLink(maker.uri, names[maker.name]) for maker in FEEDS if maker.make(publication) is not None
        )

    def head(self, uri: str) -> Head:
        """What the head of a page says; of one written by hand, that its source stands beside it."""
        publication = self._publication
        if uri not in publication.titles:
            return Head((HeadLink(uri), *self._feeds))
        uris = [uri, data_uri(uri)] if uri in publication.procedures else [uri]
        uris += [DATA_FILE, LLMS, LLMS_FULL] if uri == HOME else []
        data = script_text(structured_data(publication, uri))
        placed, picture = publication.procedures.get(uri), self._pictures.get(uri)
        former = former_places(publication, uri)
        return Head(
            (*map(HeadLink, uris), *self._feeds),
            data,
            content=placed.fingerprint if placed else "",
            short=publication.addresses.url(short_uri(placed.id)) if placed else "",
            picture=publication.url(picture) if picture else "",
            former=json.dumps(former, ensure_ascii=False) if former else "",
        )
