"""What became of the procedures of an edition, day by day: facts that a build is given, arranged as pages ask for them.

Who made them compared two states each time (`generator.revisions`); here nothing is asked of files or of git.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import CalendarDate


@dataclass(frozen=True, slots=True)
class Happening:
    """What became of one procedure on one day.

    Attributes:
        day: on which readers got it.
        procedure: the id that the procedure has now; of one that is gone, its last.
        title: what it was called then, as plain text.
        line: what changed, on one line.
        revision: the number of the revision under which the document notes it; empty where it notes none.
        approved_by: who approved the text that it left, as plain text; empty where nobody is stated.
        approved_on: when, in words; empty where that is not stated.
        is_record: whether nothing of the work changed, only what is recorded of its text: sources, dates, approvals.
    """

    day: date
    procedure: str
    title: str
    line: str
    revision: str = ""
    approved_by: str = ""
    approved_on: str = ""
    is_record: bool = False


class History:
    """All that became of the procedures of an edition, as far as it is known; perhaps nothing."""

    def __init__(self, happenings: Iterable[Happening] = ()) -> None:
        """Take what happened, in the manual's order within a day."""
        self.newest_first = tuple(sorted(happenings, key=lambda each: each.day, reverse=True))
        found: dict[str, list[Happening]] = defaultdict(list)
        for each in self.newest_first:
            found[each.procedure].append(each)
        self._of = {procedure: tuple(each) for procedure, each in found.items()}

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return bool(self.newest_first)

    def of(self, procedure: str) -> tuple[Happening, ...]:
        """What became of a procedure, by its id, the newest first."""
        return self._of.get(procedure, ())

    def by_month(self) -> Mapping[CalendarDate, tuple[Happening, ...]]:
        """What happened in each month, the newest first."""
        found: dict[CalendarDate, list[Happening]] = defaultdict(list)
        for each in self.newest_first:
            found[CalendarDate(year=each.day.year, month=each.day.month)].append(each)
        return {month: tuple(each) for month, each in found.items()}
