"""When each authored file last changed, and what became of each edition, as git knows it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.processes import in_own_process
from generator.storage import Earlier, GitError, ask_git
from generator.today import day_of

if TYPE_CHECKING:  # of projects that git keeps; see `pasts_of`
    from generator.revisions import Past

_COMMIT = "\x01"
_SHALLOW = "grafted"
_KEPT = ("rev-parse", "--is-inside-work-tree")
_COMMAND = (
    "log",
    "--no-renames",
    "--name-only",
    "--relative",
    f"--format={_COMMIT}%ct %D",
    "--",
    "procedures",
    "docs",
)


def last_changes(root: Path) -> dict[str, date]:
    """When each file under ``procedures/`` and ``docs/`` was last changed by a commit.

    Args:
        root: the project's root.

    Returns:
        Dates by path relative to the root, with forward slashes. Empty where git is missing, slow, or knows
        nothing; a commit at which a shallow clone was cut off counts for nothing, because it lists every file, nor does
        one of a day that no calendar has.
    """
    try:
        return _parse(ask_git(root, *_COMMAND).decode("utf-8", "surrogateescape"))
    except GitError:
        return {}


def pasts_of(root: Path, earlier: Mapping[str, Earlier | None]) -> dict[str, "Past"]:
    """What became of some editions; see `generator.revisions.past_of`, which is asked in a process of its own.

    Args:
        root: the project's root.
        earlier: by the ids of the editions, what the sites hold that a build replaces; None where there is none.

    Returns:
        By the ids of editions; nothing where there is no git.
    """
    try:
        ask_git(root, *_KEPT)
    except GitError:
        return {}
    from generator.revisions import past_of  # noqa: PLC0415  # nobody else waits for it

    return in_own_process(lambda: past_of(root, {key: read or _nothing for key, read in earlier.items()}))


def _nothing(_uri: str) -> None:
    """What a site holds that is not there."""


def _parse(log: str) -> dict[str, date]:
    """The first (newest) date at which each path is named."""
    changes: dict[str, date] = {}
    for commit in log.split(_COMMIT)[1:]:
        heading, *paths = commit.split("\n")
        day, _, decoration = heading.partition(" ")
        changed = _day(day)
        if _SHALLOW in decoration or changed is None:
            continue
        for path in filter(None, paths):
            changes.setdefault(path, changed)
    return changes


def _day(text: str) -> date | None:
    """The day in the offices' time of a moment as git writes it, wherever the commit was made.

    None for one after the year 9999, which a wrong clock gives to commits.
    """
    try:
        return day_of(int(text))
    except (ValueError, OverflowError, OSError):
        return None
