"""The calendar of the work for calendar programs (RFC 5545): one of the office, and one of each role.

All-day events with rules by which they come again. Nothing is asked of a clock: events begin with the day from which
their procedure is used, or with the fiscal year where only a year is known, and are stamped with the day on which it
last changed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.document import AGENDA_FEED, last_change, procedure_uri, role_feed, taken_days
from generator.indexes import Dated, Occurrence, has_occurrences, occurrences
from generator.model import Schedule, first_of_fiscal_year, fiscal_year, plain_text
from generator.words import words_of
from generator.writers.atom import permanent_name
from generator.writers.calendars import calendar_text, midnight, new_calendar
from generator.writers.publication import Publication

if TYPE_CHECKING:
    from icalendar import Event

_FIRST_FISCAL_YEAR = 2024
"""Where calendars begin when neither the procedure nor the edition says a year."""


def agenda_feeds(publication: Publication) -> dict[str, str]:
    """The calendars that an edition has, as texts by uri; none where nothing has days."""
    manual, agenda = publication.manual, publication.book.indexes.agenda
    said, office = words_of("document")["agenda_feed"], _line(manual.edition.office)
    feeds = {AGENDA_FEED: (said["title"].format(office=office), agenda.items)}
    for role in manual.roles:
        name = said["title_role"].format(role=_line(manual.roles[role].title), office=office)
        feeds[role_feed(role)] = name, agenda.of_role(role).items
    return {
        uri: _calendar(publication, name, items)
        for uri, (name, items) in feeds.items()
        if any(has_occurrences(each.schedule) for each in items)
    }


def _calendar(publication: Publication, name: str, items: Iterable[Dated]) -> str:
    """A calendar of some things to do."""
    calendar = new_calendar(name)
    for each in items:
        for event in _events(publication, each):
            calendar.add_component(event)
    return calendar_text(calendar)


def _events(publication: Publication, each: Dated) -> Iterator["Event"]:
    """The events of one schedule: one, or one for each day that no rule tells."""
    for index, occurrence in enumerate(occurrences(each.schedule, _begin(publication, each))):
        yield _event(publication, each, occurrence, index)


def _event(publication: Publication, each: Dated, occurrence: Occurrence, index: int) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # as above

    manual, placed, step = publication.manual, each.procedure, each.step
    said, place = words_of("document")["agenda_feed"], step.anchor if step else ""
    name = _line(placed.title)
    event = Event()
    event.add("uid", permanent_name(manual.edition_id, "due", placed.id, place, str(each.at), str(index)))
    event.add("dtstamp", midnight(_changed(publication, each)))
    event.add("dtstart", occurrence.first)
    event.add("dtend", occurrence.last + timedelta(days=1))
    if occurrence.rule:
        event.add("rrule", dict(occurrence.rule))
    summary = said["step"].format(text=_line(step.step.text), procedure=name) if step else name
    event.add("summary", _counted(summary, each.schedule))
    event.add("description", "\n".join(_description(publication, each)))
    event.add("categories", [_line(area.title) for area in manual.areas if area.id == placed.area])
    event.add("transp", "TRANSPARENT")
    if publication.site_url:
        event.add("url", publication.url(procedure_uri(placed), place))
    return event


def _counted(summary: str, schedule: Schedule) -> str:
    """What is done, with how many times where no words say on which days."""
    if not schedule.is_counted:
        return summary
    said = words_of("document")["agenda_feed"]
    times = said["at_least" if schedule.is_at_least else "times"].format(times=schedule.times)
    kinds = said["counted"]
    kind = schedule.every.value if schedule.interval == 1 else "other"
    return str(kinds.get(kind, kinds["other"]).format(what=summary, times=times))


def _description(publication: Publication, each: Dated) -> Iterator[str]:
    manual, placed, step = publication.manual, each.procedure, each.step
    said = words_of("document")["agenda_feed"]
    yield said["when"].format(when=_line(each.schedule.text))
    if days := taken_days(each.schedule):
        yield said["taken"].format(days=days)
    elif each.schedule.is_open:
        yield said["any_day" if each.schedule.is_counted else "open"]
    wording = said["place_step" if step else "place"]
    yield wording.format(number=placed.number, title=_line(placed.title), step=step.number if step else "")
    roles = [_line(manual.roles[role].title) for role in each.roles if role in manual.roles]
    if roles:
        yield said["who"].format(roles=", ".join(roles))
    yield said["dated"]
    if publication.site_url:
        yield publication.url(procedure_uri(placed), step.anchor if step else "")


def _begin(publication: Publication, each: Dated) -> date:
    """With which day its events begin."""
    effective = each.procedure.procedure.effective
    if effective and effective.day:
        return effective.first_day
    stated = effective or publication.manual.edition.year
    return first_of_fiscal_year(fiscal_year(stated.first_day) if stated else _FIRST_FISCAL_YEAR)


def _changed(publication: Publication, each: Dated) -> date:
    """When what it says last changed, else when its events begin."""
    changed = last_change(each.procedure, publication.changed)
    return changed.first_day if changed else _begin(publication, each)


def _line(text: str) -> str:
    """An authored text on one line, without its markup."""
    return " ".join(plain_text(text).split())
