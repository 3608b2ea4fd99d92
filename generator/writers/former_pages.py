"""What stands at addresses that were made of ids which were given up: pages that lead on, and files beside these.

Only what has a page of its own by its id can be led on from by a page; `former_places` has the places on pages.
"""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from generator.document import (
    Addresses,
    Target,
    procedure_uri,
)
from generator.model import RetiredKind
from generator.project import patterns_of
from generator.words import present_language, words_of
from generator.writers.lone_templates import lone_template
from generator.writers.publication import Publication

MOVED_SCRIPT = "assets/khumue/moved.js"
"""The uri of the script that leads on from such a page, to the same place on the page that it is now."""
_PAGE = ".md"
_TEMPLATE = "moved_page.html.jinja"


def former_files(publication: Publication) -> dict[str, str]:
    """The pages at all addresses that pages of an edition had, by their uris as files."""
    places = former_uris(publication)
    return moved_files(places, publication.titles, publication.addresses, publication.site_url)


def former_files_named(publication: Publication) -> Iterator[str]:
    """The uris of these, without making them."""
    yield from (publication.addresses.file(uri) for uri in former_uris(publication))


def moved_files(
    places: Mapping[str, str], titles: Mapping[str, str], addresses: Addresses, site_url: str
) -> dict[str, str]:
    """Pages that lead on, by their uris as files.

    Args:
        places: the uris to which they lead, by those at which they stand.
        titles: of the pages to which they lead, by uri.
        addresses: of the site's pages.
        site_url: the address of the site's root, with a slash at its end; empty while it has none.
    """
    return {
        addresses.file(uri): lone_template(_TEMPLATE).render(
            language=present_language(),
            link=addresses.link(uri, Target(now)),
            script=addresses.link(uri, Target(MOVED_SCRIPT)),
            open=words_of("document")["share"]["open"],
            canonical=site_url + quote(addresses.url(now)) if site_url else "",
            title=titles[now],
        )
        for uri, now in places.items()
    }


def former_uris(publication: Publication) -> dict[str, str]:
    """The pages that an edition has under other names than before: their uris now, by those that they had."""
    manual = publication.manual
    places = dict[str, str]()
    for kind, old, now in manual.former.successors():
        for before, after in _names(publication, kind, old, now):
            is_free = before not in publication.titles and before not in manual.files
            if is_free and after in publication.titles:
                places.setdefault(before, after)
    return places


def former_twins(publication: Publication) -> Callable[[str], tuple[str, ...]]:
    """What a file beside a page that had another name was called then: ``roles/clerk.ics`` of ``roles/officer.ics``.

    No page can lead a program on: whoever reads such a file finds the same file at either address.

    Returns:
        What gives the uris at which a file has to stand too, by its own.
    """
    stems: dict[str, tuple[str, ...]] = {}
    for before, now in former_uris(publication).items():
        stem = now.removesuffix(_PAGE)
        stems[stem] = (*stems.get(stem, ()), before.removesuffix(_PAGE))

    def twins(uri: str) -> tuple[str, ...]:
        folder, slash, name = uri.rpartition("/")
        stem, dot, suffix = name.partition(".")
        named = (f"{each}{dot}{suffix}" for each in stems.get(f"{folder}{slash}{stem}", ()))
        return tuple(each for each in named if each not in publication.manual.files)

    return twins


def _names(publication: Publication, kind: str, old: str, now: str) -> Iterator[tuple[str, str]]:
    """What the pages of a thing were called, and are called."""
    if kind == RetiredKind.PROCEDURE:
        placed = publication.manual.procedure(now)
        if placed is not None:
            yield f"{placed.area}/{old}{_PAGE}", procedure_uri(placed)
    for pattern in patterns_of(kind):
        if pattern.endswith(_PAGE):
            yield pattern.format(id=old), pattern.format(id=now)
