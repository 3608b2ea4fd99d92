"""When in the year a procedure or a step is done, as a value: how often, and in which days.

What an author writes is read by `generator.model.schedule_grammar`; the days of a fiscal year follow in
`generator.model.due_days`. A schedule knows no year: it says the same in each.
"""

from enum import StrEnum

from generator.model.base import Frozen

FISCAL_YEAR_BEGINS = 10
"""The month in which the fiscal year of the offices begins: it is named after the year in which it ends."""
FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
"""The months in its order."""


class Every(StrEnum):
    """How often something is done.

    The last three have no days here: every school year sets its own, and what waits for something that no calendar
    knows (ตามรอบที่จังหวัดกำหนด) is only stated.
    """

    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SEMESTER = "semester"
    SCHOOL_YEAR = "school-year"
    STATED = "stated"


class MonthDay(Frozen):
    """A day that is told from a month.

    Attributes:
        later: how many months after that month; negative for before.
        day: the day of the month there, from 1, in a shorter month its last; or from -1, the last one, backwards.
        more: how many days after that day; negative for before.
        is_working: whether these are working days, Monday to Friday; holidays are not known.
    """

    later: int = 0
    day: int = -1
    more: int = 0
    is_working: bool = False


FIRST_DAY, LAST_DAY = MonthDay(day=1), MonthDay(day=-1)


class Schedule(Frozen):
    """When something is done.

    Attributes:
        text: the author's own words.
        every: how often.
        interval: of how many of these units one counts: 6 of `Every.MONTH` is every half year.
        times: how many times in each.
        is_at_least: whether that is only the least.
        months: the months from which the days are told; none where the words name none, and it may be any.
        weekdays: from 0, Monday.
        weeks: which of these weekdays of a month, from 1; -1 for the last.
        start: the first of its days.
        end: the last of its days; None where the words leave the day open within the whole week, month or year.
        also: further days after the first one on which it is done again, told from the same month.
        is_loose: whether the words name a part of a month or year without saying its days, as ต้นเดือน does.
    """

    text: str
    every: Every
    interval: int = 1
    times: int = 1
    is_at_least: bool = False
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    start: MonthDay | None = None
    end: MonthDay | None = None
    also: tuple[MonthDay, ...] = ()
    is_loose: bool = False

    @property
    def each_day(self) -> tuple["Schedule", ...]:
        """The same for each of its days in a month: itself where it has only one."""
        alone = self.model_copy(update={"also": ()}) if self.also else self
        return (alone, *(alone.model_copy(update={"end": day}) for day in self.also))

    @property
    def is_counted(self) -> bool:
        """Whether it is done several times in a round, and the words do not say on which days."""
        rounds = len(self.months) if self.every is Every.YEAR else 1
        return self.times > max(rounds, 1) and not (self.weekdays or self.also)

    @property
    def is_open(self) -> bool:
        """Whether any day of the week, month or quarter will do, by its words."""
        return self.end is None and not self.weekdays and self.every not in (Every.DAY, Every.WORKING_DAY)

    @property
    def is_placed(self) -> bool:
        """Whether the words say when, not only how often."""
        return bool(self.months or self.weekdays or self.end)

    @property
    def is_of_the_year(self) -> bool:
        """Whether it falls in months of the year that can be named: less often than every month."""
        is_seldom = self.every in (Every.YEAR, Every.QUARTER) or (
            self.every is Every.MONTH and self.interval > 1 and bool(self.months)
        )
        return is_seldom and self.is_placed
