"""The view of the page that says what the group's work is: all of it, what is still to be written, what is left out."""

from collections import defaultdict
from dataclasses import dataclass, replace

from generator.document.names import Named, named
from generator.document.overview import AreaCard, area_card
from generator.model.manual import Manual
from generator.words import words_of

GAPS = "planned"
"""The HTML id of the list of procedures that are only named so far."""


@dataclass(frozen=True, slots=True)
class LeftOutArea:
    """Procedures of one area of the shared text; titles as authored. An area that the edition lacks has no number."""

    number: str
    title: str
    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """The group's work.

    Attributes:
        lead: how many areas and procedures there are.
        areas: the areas with their procedures.
        planned: the procedures that are only named so far.
        left_out: the procedures of the shared text that the edition does not have, by area.
    """

    lead: str
    areas: tuple[AreaCard, ...]
    planned: tuple[Named, ...]
    left_out: tuple[LeftOutArea, ...]


def mission(manual: Manual) -> Mission:
    """What the group's work is, as an edition has it."""
    procedures = list(manual.procedures())
    lead = words_of("document")["mission"]["lead"].format(
        group=manual.settings.group, areas=len(manual.areas), procedures=len(procedures)
    )
    return Mission(
        lead=lead,
        areas=tuple(area_card(area) for area in manual.areas),
        planned=tuple(replace(named(placed), status=None) for placed in procedures if placed.is_planned),
        left_out=_left_out(manual),
    )


def _left_out(manual: Manual) -> tuple[LeftOutArea, ...]:
    """What is left out by area: the edition's own areas in its order, then the others in that of the shared text."""
    titles: dict[str, list[str]] = defaultdict(list)
    for each in manual.left_out:
        titles[each.area].append(each.title)
    places = {area.id: (area.number, area.title) for area in manual.areas if area.id in titles}
    for each in manual.left_out:
        places.setdefault(each.area, ("", each.area_title or each.area))
    return tuple(LeftOutArea(*place, tuple(titles[identifier])) for identifier, place in places.items())
