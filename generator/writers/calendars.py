"""Calendars for calendar programs (RFC 5545), whatever their events are."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.words import present_language

if TYPE_CHECKING:
    from icalendar import Calendar

_PROGRAM = "-//khumue//khumue//{language}"
_REFRESHED_EVERY = timedelta(days=1)


def new_calendar(name: str) -> "Calendar":
    """A calendar without events, in the time of Bangkok."""
    from icalendar import Calendar, vText  # noqa: PLC0415  # only manuals with dates need it

    calendar = Calendar()
    calendar.add("prodid", _PROGRAM.format(language=present_language().upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", vText("Asia/Bangkok"))
    calendar.add("refresh-interval", _REFRESHED_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vText("P1D"))
    return calendar


def calendar_text(calendar: "Calendar") -> str:
    """A calendar as a file holds it: CRLF at the ends of lines, none longer than 75 bytes."""
    written: bytes = calendar.to_ical(sorted=True)
    return written.decode("utf-8")


def midnight(day: date) -> datetime:
    """The beginning of a day, as stamps have it."""
    return datetime.combine(day, time(), UTC)
