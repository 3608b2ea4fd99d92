"""The showcase: a small project that uses everything that an editor can write; its files are in ``showcase/``."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from generator.assembly import load_manual
from generator.model.manual import Manual
from generator.problems import has_errors

SHOWCASE = Path(__file__).parent / "showcase"
SHOWCASE_DAY = date(2025, 12, 1)
"""The day by which tests judge expiry and reviews in it."""

SHOWCASE_EPOCH = "1764547200"
"""`SHOWCASE_DAY` for ``SOURCE_DATE_EPOCH``."""


def copy_showcase(directory: Path) -> Path:
    """Lay the showcase out in a new directory, away from this repository, whose history would date its procedures.

    Returns:
        The root of the copy.
    """
    return Path(shutil.copytree(SHOWCASE, directory))


@cache
def showcase_manual() -> Manual:
    """The showcase, read once in a process: nothing changes a manual."""
    return read_showcase()


def read_showcase() -> Manual:
    """The showcase, read anew, so that nothing that follows from it is known yet; it has no errors."""
    manual, problems = load_manual(SHOWCASE)
    assert manual is not None
    assert not has_errors(problems)
    return manual
