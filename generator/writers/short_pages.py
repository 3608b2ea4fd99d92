"""The pages at short addresses: each leads to a procedure, or to one of its steps, and tells chats what stands there.

A server of files cannot know to which place of a page a link leads, so each has a page of its own: at an address made
of ids, which stays as it is when numbers change and procedures move.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from generator.document import PlainSteps, Target, procedure_uri, short_uri
from generator.model import Manner, PlacedProcedure, PlacedStep, PresentedField
from generator.thai import Segmenter
from generator.words import present_language, words_of
from generator.writers.lone_templates import lone_template
from generator.writers.previews import preview_uris
from generator.writers.publication import Publication

LARGEST = 1_500
"""How many bytes such a page has at most, as long as ids and the site's address are not out of all measure."""
_LONGEST_TITLE = 270
"""In bytes; it stands on the page twice."""
_SHORTEST_DESCRIPTION = 60
"""In bytes; one that has less room is left out."""
_BETWEEN, _ELLIPSIS = " · ", "…"
_SAID_FIRST = "roles"
"""The field of a step that its description begins with: who does it."""
_SHOWN_BY_WAYS = "kind"
"""The field of a step that its description leaves out: where it leads to tells whether it decides."""
_TEMPLATE = "short_page.html.jinja"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a short address leads.

    Attributes:
        uri: the page at the short address.
        target: what it leads to.
        step: the step; None for the procedure as a whole.
    """

    uri: str
    target: Target
    step: PlacedStep | None = None


def short_files(publication: Publication) -> dict[str, str]:
    """The pages at all short addresses of an edition, by their uris as files."""
    pictures = preview_uris(publication)
    files = {}
    for uri, placed in publication.procedures.items():
        steps = PlainSteps(publication.book.plain_values, placed)
        for place in _places(publication, placed):
            told = _described(publication, placed, place, steps)
            page = _page(publication, placed, place, told, pictures.get(uri, ""))
            files[publication.addresses.file(place.uri)] = page
    return files


def short_files_named(publication: Publication) -> Iterator[str]:
    """The uris of these, without making them."""
    for placed in publication.procedures.values():
        yield from (publication.addresses.file(place.uri) for place in _places(publication, placed))


def _places(publication: Publication, placed: PlacedProcedure) -> Iterator[_Place]:
    """The procedure, and each of its steps that has an id of its own: the others may be others tomorrow.

    Where ids were given up, the addresses that were made of them lead there too.
    """
    page, former = procedure_uri(placed), publication.manual.former
    steps = {(placed.id, step.step.id): step for step in placed.walk_steps() if step.step.id}
    for old, now in former.steps():
        if (
            now
            and (step := steps.get((placed.id, now.partition("#")[2])))
            and now.startswith(f"{placed.id}#")
        ):
            procedure, _, name = old.partition("#")
            steps.setdefault((procedure, name), step)
    for procedure in publication.ids_of(placed.id):
        yield _Place(short_uri(procedure), Target(page))
    for (within, name), step in steps.items():
        for procedure in publication.ids_of(within):
            yield _Place(short_uri(procedure, name), Target(page, step.anchor), step)


def _described(publication: Publication, placed: PlacedProcedure, place: _Place, steps: PlainSteps) -> str:
    """What is told of a place: of a step who does it and all else that it states, of a procedure its summary."""
    if place.step is None:
        summary = placed.procedure.summary
        return publication.addresses.read(summary) if summary else ""
    fields = [
        each
        for each in steps.fields()
        if each.manner not in (Manner.NAME, Manner.HEADING) and each.name != _SHOWN_BY_WAYS
    ]
    fields.sort(key=lambda field: field.name != _SAID_FIRST)
    return _BETWEEN.join(_told(field, said) for field in fields if (said := steps.of(field, place.step)))


def _told(field: PresentedField, said: str) -> str:
    """What a field says; where it leads to and what it is about say by themselves what they are."""
    line = " ".join((", " if field.manner is Manner.FLOW else " ").join(said.splitlines()).split())
    is_clear = field.manner in (Manner.LEAD, Manner.FLOW)
    label: str = words_of("document")["step"]["labelled"].format(title=field.title)
    return line if is_clear else f"{label} {line}"


def _page(publication: Publication, placed: PlacedProcedure, place: _Place, told: str, picture: str) -> str:
    """One page; what it tells is cut at words so that it stays as small as `LARGEST`."""
    read, segmenter = publication.addresses.read, publication.book.indexes.segmenter
    site, said = publication.site_url, words_of("document")["share"]
    view = {
        "language": present_language(),
        "link": publication.addresses.link(place.uri, place.target),
        "open": said["open"],
        "canonical": publication.url(place.target.uri) if site else "",
        "address": publication.url(place.uri) if site else "",
        "picture": publication.url(picture) if site and picture else "",
        "title": "",
        "description": "",
    }
    room = LARGEST - _size(view)
    title = read(placed.title)
    if place.step:
        most = min(room // 2, _LONGEST_TITLE)
        step = _within(read(place.step.step.text), most * 2 // 3, segmenter)
        rest = most - len(said["title"].format(step=step, procedure="").encode())
        title = said["title"].format(step=step, procedure=_within(title, rest, segmenter))
    view["title"] = _within(title, min(room // 2, _LONGEST_TITLE), segmenter)
    view["description"] = told
    room = LARGEST - _size(view) + _weight(told)
    view["description"] = _within(told, room, segmenter) if room >= _SHORTEST_DESCRIPTION else ""
    return lone_template(_TEMPLATE).render(view)


def _within(text: str, room: int, segmenter: Segmenter) -> str:
    """A text on one line, cut after a word where it has more bytes than there is room for."""
    text = " ".join(text.split())
    if _weight(text) <= room:
        return text
    kept = ""
    for word in segmenter.words(text):
        if _weight(kept + word + _ELLIPSIS) > room:
            break
        kept += word
    return f"{kept.rstrip()}{_ELLIPSIS}" if kept else ""


def _size(view: dict[str, str]) -> int:
    return len(lone_template(_TEMPLATE).render(view).encode())


def _weight(text: str) -> int:
    """How many bytes a text has in HTML."""
    return len(escape(text).encode())
