"""The views of the home page and of the area pages: which areas and procedures there are, and what changed last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.document.addresses import Target, area_uri, is_linkable
from generator.document.names import Named, named
from generator.model.calendar import CalendarDate
from generator.model.manual import Manual, PlacedArea, PlacedProcedure
from generator.thai.dates import thai_date
from generator.thai.edition_names import edition_name
from generator.words import words_of

NEWEST_CHANGES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ProcedureCard:
    """A procedure among others: its name, its summary as authored, and how many steps it has."""

    name: Named
    summary: str | None
    step_count: int


@dataclass(frozen=True, slots=True)
class AreaCard:
    """An area with its procedures; title and summary as authored."""

    number: str
    title: str
    summary: str | None
    target: Target
    procedures: tuple[ProcedureCard, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A procedure and when it last changed, in Thai words."""

    name: Named
    on: str


def home_facts(manual: Manual) -> tuple[str, ...]:
    """How much there is, how much of it is still to be written, whose edition it is, and where it stands."""
    words, procedures = words_of("document")["home"], list(manual.procedures())
    planned = sum(placed.is_planned for placed in procedures)
    facts = [words["counts"].format(procedures=len(procedures), areas=len(manual.areas))]
    facts += [words["planned"].format(count=planned)] if planned else []
    facts.append(words["edition"].format(edition=edition_name(manual.edition)))
    site = (manual.edition.site or "").strip()
    address = f"[{site}]({site})" if is_linkable(site) and not set(site) & set("[]() ") else site
    facts += [words["site"].format(site=address)] if site else []
    return tuple(facts)


def area_card(area: PlacedArea) -> AreaCard:
    """An area as the home page and its own page show it."""
    return AreaCard(
        number=area.number,
        title=area.title,
        summary=area.summary,
        target=Target(area_uri(area.id)),
        procedures=tuple(
            ProcedureCard(named(placed), placed.procedure.summary, len(placed.steps))
            for placed in area.procedures
        ),
    )


def newest_changes(manual: Manual, changed: Mapping[str, date]) -> tuple[Change, ...]:
    """The procedures that changed last, the newest first.

    Args:
        manual: the manual.
        changed: when each file last changed, by its path relative to the project's root; procedures without an
            entry count by the authored dates of their review or first use.
    """
    dated = [
        (day, placed) for placed in manual.procedures() if (day := last_change(placed, changed)) is not None
    ]
    dated.sort(key=lambda each: each[0].last_day, reverse=True)
    return tuple(Change(named(placed), thai_date(day)) for day, placed in dated[:NEWEST_CHANGES_SHOWN])


def last_change(placed: PlacedProcedure, changed: Mapping[str, date]) -> CalendarDate | None:
    """When a procedure last changed: by its file, else as its author dates its review or first use; None if unknown."""
    day = changed.get(placed.path)
    if day is not None:
        return CalendarDate(year=day.year, month=day.month, day=day.day)
    return placed.procedure.reviewed or placed.procedure.effective
