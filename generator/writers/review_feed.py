"""When procedures are to be reviewed, for calendar programs (RFC 5545): ``reviews.ics``.

One all-day event for each review that is known, on its day, or over the month or the year as exactly as it is known.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.document import REVIEW_FEED, procedure_uri
from generator.indexes import ProcedureStatus
from generator.model import plain_text
from generator.thai import thai_date
from generator.words import words_of
from generator.writers.atom import permanent_name
from generator.writers.calendars import calendar_text, midnight, new_calendar
from generator.writers.publication import Publication

if TYPE_CHECKING:
    from icalendar import Event


def review_feed(publication: Publication) -> dict[str, str]:
    """The calendar of reviews, as a text by its uri; none where no review is known."""
    due = [each for each in publication.book.indexes.status.procedures if each.next_review is not None]
    if not due:
        return {}
    said = words_of("document")["review_feed"]
    calendar = new_calendar(said["title"].format(office=_line(publication.manual.edition.office)))
    for each in due:
        calendar.add_component(_event(publication, each))
    return {REVIEW_FEED: calendar_text(calendar)}


def _event(publication: Publication, each: ProcedureStatus) -> "Event":
    from icalendar import Event  # noqa: PLC0415  # only manuals with dates need it

    placed, due, last = each.placed, each.next_review, each.last_review
    said, event = words_of("document")["review_feed"], Event()
    if due is None or last is None:
        raise ValueError(f"no review of {placed.id} is known")
    event.add("uid", permanent_name(publication.manual.edition_id, "review", placed.id))
    event.add("dtstamp", midnight(last.first_day))
    event.add("dtstart", due.on.first_day)
    event.add("dtend", due.on.last_day + timedelta(days=1))
    event.add("summary", said["event"].format(number=placed.number, title=_line(placed.title)))
    event.add("description", "\n".join(_description(publication, each)))
    event.add("transp", "TRANSPARENT")
    if publication.site_url:
        event.add("url", publication.url(procedure_uri(placed)))
    return event


def _description(publication: Publication, each: ProcedureStatus) -> Iterator[str]:
    said, owner = words_of("document")["review_feed"], each.placed.procedure.owner or ""
    if role := publication.manual.roles.get(owner):
        yield said["owner"].format(owner=_line(role.title))
    if each.last_review is not None:
        yield said["last"].format(date=thai_date(each.last_review))
    if publication.site_url:
        yield publication.url(procedure_uri(each.placed))


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())
