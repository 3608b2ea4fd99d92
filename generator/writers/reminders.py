"""What owners should be reminded of, for a job that tells them: as Markdown for people, as data for programs."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from generator.document import change_views, doubt_view
from generator.indexes import Indexes, Reminder, reminders_by_owner
from generator.literals import literal
from generator.model import CalendarDate, Manual, plain_text
from generator.thai import thai_date
from generator.words import words_of

Data = dict[str, Any]


def reminders_markdown(indexes: Indexes) -> str:
    """All reminders as one document, a section for each owner; empty where there are none."""
    sections = [
        f"## {literal(_owner(indexes.manual, owner))}\n\n{_listed(indexes.manual, found)}"
        for owner, found in reminders_by_owner(indexes).items()
    ]
    if not sections:
        return ""
    said, office = words_of("document")["reminder"], plain_text(indexes.manual.edition.office)
    title = said["title"].format(office=literal(office), date=thai_date(_day(indexes)))
    return "\n".join((f"# {title}\n", *sections))


def reminders_data(indexes: Indexes) -> Data:
    """All reminders as data: of each owner the title and the Markdown of one message to it, and each by itself."""
    manual = indexes.manual
    return {
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "day": _day(indexes).iso(),
        "owners": [
            {
                "role": owner or None,
                "title": _owner(manual, owner),
                "markdown": _listed(manual, found),
                "reminders": [
                    {
                        "kind": each.kind.value,
                        "procedure": each.placed.id,
                        "number": each.placed.number,
                        "title": each.placed.title,
                        "file": each.placed.path,
                        "reference": each.suspect.id if each.suspect else None,
                        "date": each.on.iso() if each.on else None,
                        "text": _told(manual, each),
                    }
                    for each in found
                ],
            }
            for owner, found in reminders_by_owner(indexes).items()
        ],
    }


def _day(indexes: Indexes) -> CalendarDate:
    today = indexes.today
    return CalendarDate(year=today.year, month=today.month, day=today.day)


def _owner(manual: Manual, owner: str) -> str:
    """What an owner is called."""
    if not owner:
        return str(words_of("document")["reminder"]["nobody"])
    role = manual.roles.get(owner)
    return plain_text(role.title) if role is not None else owner


def _listed(manual: Manual, found: Iterable[Reminder]) -> str:
    """Reminders as a list of procedures, each with what is to be done."""
    return "".join(f"{line}\n" for line in _lines(manual, found))


def _lines(manual: Manual, found: Iterable[Reminder]) -> Iterator[str]:
    for placed, each in groupby(found, key=lambda reminder: reminder.placed):
        yield f"- {placed.number} {literal(plain_text(placed.title))} (`{placed.path}`)"
        yield from (f"  - {literal(_told(manual, reminder))}" for reminder in each)


def _told(manual: Manual, reminder: Reminder) -> str:
    """A reminder in words."""
    said: str = words_of("document")["reminder"][reminder.kind.value]
    placed, views = reminder.placed, change_views(manual, reminder.placed)
    outdated = [each.words for each in views if each.change in placed.outdated]
    view = doubt_view(reminder.suspect) if reminder.suspect else None
    return said.format(
        date=thai_date(reminder.on) if reminder.on else "",
        title=plain_text(view.title) if view else "",
        doubt=view.words if view else "",
        changes=", ".join(outdated),
        edition=manual.edition_id,
        procedure=placed.id,
    )
