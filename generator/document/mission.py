"""The page that says what the group's work is: all of it, what is still to be written, what is left out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import MISSION, Target, area_uri
from generator.document.blocks import (
    Block,
    Blocks,
    DefinitionEntry,
    Definitions,
    Document,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import name_list, section, title
from generator.document.inlines import Link
from generator.document.names import named
from generator.document.texts import words
from generator.model import Manual, PlacedArea
from generator.words import words_of

GAPS = "planned"
"""The HTML id of the list of procedures that are only named so far."""


@dataclass(frozen=True, slots=True)
class LeftOutArea:
    """Procedures of one area of the shared text; titles as authored. An area that the edition lacks has no number."""

    number: str
    title: str
    procedures: tuple[str, ...]


def mission_document(book: Book) -> Document:
    """The page of what the group's work is, as an edition has it."""
    manual, said = book.manual, words_of("document")["mission"]
    lead = said["lead"].format(
        group=manual.settings.group, areas=len(manual.areas), procedures=len(list(manual.in_use()))
    )
    name = words_of("document")["site"]["mission"]
    return book.document(
        MISSION,
        name,
        lambda: (
            title(words(name)),
            Paragraph(book.texts.rich(lead), "lead"),
            *(block for area in manual.areas for block in _area(book, area)),
            *_planned(book),
            *_left_out(book),
        ),
    )


def left_out_areas(manual: Manual) -> tuple[LeftOutArea, ...]:
    """What is left out by area: the edition's own areas in its order, then the others in that of the shared text."""
    titles: dict[str, list[str]] = defaultdict(list)
    for each in manual.left_out:
        titles[each.area].append(each.title)
    places = {area.id: (area.number, area.title) for area in manual.areas if area.id in titles}
    for each in manual.left_out:
        places.setdefault(each.area, ("", each.area_title or each.area))
    return tuple(LeftOutArea(*place, tuple(titles[identifier])) for identifier, place in places.items())


def _area(book: Book, area: PlacedArea) -> Blocks:
    heading = f"{area.number} {book.texts.read(area.title)}"
    return section(heading, f"area-{area.number}", *_of_area(book, area))


def _of_area(book: Book, area: PlacedArea) -> Iterator[Block]:
    if area.summary:
        yield Paragraph(book.texts.rich(area.summary))
    if area.in_use:
        yield name_list(book.texts, map(named, area.in_use))
        summaries = words(words_of("document")["mission"]["summaries"])
        yield Paragraph((Link(Target(area_uri(area.id)), summaries),), "more", is_searched=False)
    else:
        yield Paragraph(words(words_of("document")["area"]["none"]))


def _planned(book: Book) -> Blocks:
    said = words_of("document")["mission"]
    planned = [
        replace(named(placed), status=None) for placed in book.manual.procedures() if placed.is_planned
    ]
    if not planned:
        return ()
    return section(
        said["planned"], GAPS, Paragraph(words(said["planned_lead"])), name_list(book.texts, planned)
    )


def _left_out(book: Book) -> Blocks:
    said, texts = words_of("document")["mission"], book.texts
    entries = tuple(
        DefinitionEntry(texts.numbered(area.number, area.title), tuple(map(texts.plain, area.procedures)))
        for area in left_out_areas(book.manual)
    )
    if not entries:
        return ()
    return section(
        said["left_out"], "left-out", Paragraph(words(said["left_out_lead"])), Definitions(entries)
    )
