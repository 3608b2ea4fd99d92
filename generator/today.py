"""The day by which checks and pages judge expiry and reviews."""

import os
from datetime import date, datetime, timedelta, timezone

BANGKOK = timezone(timedelta(hours=7))
"""The offices' time: without summer time since 1920, so that no table of zones is needed, which Windows lacks."""
DAY_VARIABLE = "SOURCE_DATE_EPOCH"
"""That of https://reproducible-builds.org/specs/source-date-epoch/."""
_LAST_SECOND = 2**32 - 1
"""The last second that the head of a compressed file, such as a site map, can tell: in the year 2106."""


def build_day() -> date:
    """The day of ``SOURCE_DATE_EPOCH`` if that is usable, else today: in Bangkok, wherever we are."""
    epoch = os.environ.get(DAY_VARIABLE, "")
    if _is_usable(epoch):
        return day_of(int(epoch))
    return datetime.now(BANGKOK).date()


def day_of(seconds: int) -> date:
    """The day in Bangkok of a moment, in seconds since 1970.

    Raises:
        ValueError: when no calendar has it; `OverflowError` and `OSError` likewise.
    """
    return datetime.fromtimestamp(seconds, BANGKOK).date()


def settle_day() -> None:
    """Forget a ``SOURCE_DATE_EPOCH`` that is empty, which other programs would take for a number.

    Raises:
        ValueError: when it is set to what is no time; the message is what stands there.
    """
    epoch = os.environ.get(DAY_VARIABLE)
    if epoch is None:
        return
    if not epoch.strip():
        del os.environ[DAY_VARIABLE]
    elif not _is_usable(epoch):
        raise ValueError(epoch)


def _is_usable(epoch: str) -> bool:
    return (
        epoch.isascii()
        and epoch.isdigit()
        and len(epoch) <= len(str(_LAST_SECOND))
        and int(epoch) <= _LAST_SECOND
    )
