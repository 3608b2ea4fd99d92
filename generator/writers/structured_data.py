"""What a page is about, in the words of schema.org, as JSON-LD: a procedure, the glossary, the way to the page."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.document import HOME, TERMS, entry_fragment
from generator.indexes import GlossaryEntry
from generator.words import present_language, words_of
from generator.writers.how_to_data import how_to
from generator.writers.publication import Publication
from generator.writers.service_data import government_service

CONTEXT = "https://schema.org"
Data = dict[str, Any]

_CODE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end a script or begin markup in it, as JSON writes it otherwise; it stands in strings only."""


def structured_data(publication: Publication, uri: str) -> tuple[Data, ...]:
    """What there is to say of a page.

    Args:
        publication: the edition.
        uri: one of its pages.

    Returns:
        Things in the vocabulary of schema.org; none for the home page.
    """
    return (*_matter(publication, uri), *_trail(publication, uri))


def script_text(things: Sequence[Data]) -> str:
    """Things as the content of an element ``script``, which nothing in them can end; empty when there are none."""
    if not things:
        return ""
    document = {"@context": CONTEXT, "@graph": list(things)}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(_CODE)


def _matter(publication: Publication, uri: str) -> Iterator[Data]:
    """The procedure or the words that a page is about."""
    if uri == TERMS:
        yield _term_set(publication, uri)
    placed = publication.procedures.get(uri)
    if placed and placed.steps:
        yield how_to(publication, placed)
    if placed and placed.procedure.service:
        yield government_service(publication, placed, placed.procedure.service)


def _term_set(publication: Publication, uri: str) -> Data:
    url = publication.url(uri)
    entries = publication.book.indexes.glossary.entries
    terms = [_term(publication, entry, url) for entry in entries if entry.meanings or entry.short]
    return {
        "@type": "DefinedTermSet",
        "@id": f"{url}#top",
        "url": url,
        "name": publication.titles[uri],
        "inLanguage": present_language(),
        "hasDefinedTerm": terms,
    }


def _term(publication: Publication, entry: GlossaryEntry, page: str) -> Data:
    read, address = publication.addresses.read, f"{page}#{entry_fragment('term', entry.key)}"
    facts: Data = {"@type": "DefinedTerm", "@id": address, "name": read(entry.term)}
    if entry.short:
        facts["alternateName"] = read(entry.short)
    meanings = [publication.addresses.read_rich(meaning.text) for meaning in entry.meanings]
    if meanings:
        facts["description"] = meanings[0] if len(meanings) == 1 else meanings
    return facts


def _trail(publication: Publication, uri: str) -> Iterator[Data]:
    """The way from the home page to a page."""
    if uri == HOME:
        return
    stops = [(HOME, words_of("document")["site"]["home"]), *_above(publication, uri)]
    stops.append((uri, publication.titles[uri]))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": publication.url(stop) or "./"}
            for position, (stop, name) in enumerate(stops, 1)
        ],
    }


def _above(publication: Publication, uri: str) -> Iterator[tuple[str, str]]:
    """The first page of a page's folder."""
    first = f"{uri.rpartition('/')[0]}/index.md"
    if first != uri and (title := publication.titles.get(first)):
        yield first, title
