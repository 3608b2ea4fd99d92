"""Which states the procedures of a project went through, day by day, as git remembers them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.project import PROCEDURES_FOLDER
from generator.storage import Revision, RevisionError, commits_of
from generator.today import day_of

_MOST_DAYS, _MOST_COMMITS = 20, 2000


@dataclass(frozen=True, slots=True)
class DayState:
    """What a project held at the end of a day on which its procedures changed."""

    day: date
    revision: Revision


def days_of(root: Path) -> tuple[DayState, ...]:
    """The states of a project at the end of the days on which its procedures changed, the newest first.

    What a merge brought counts on the day of the merge: then readers got it.

    Returns:
        The states; none where git is missing, slow, or knows nothing. The oldest one is where the history begins, or is
        cut off: by a bound, or by the clone. What it changed, nobody can tell.
    """
    try:
        commits = commits_of(root, PROCEDURES_FOLDER, _MOST_COMMITS)
    except RevisionError:
        return ()
    states: list[DayState] = []
    for state in _dated(commits):
        if not states or state.day != states[-1].day:
            states.append(state)
    return tuple(states[: _MOST_DAYS + 1])


def _dated(commits: Iterable[Revision]) -> Iterator[DayState]:
    """Each commit with its day, without those of a moment that no calendar has."""
    for commit in commits:
        try:
            yield DayState(day_of(commit.moment), commit)
        except (ValueError, OverflowError, OSError):
            continue
