"""The day by which checks and pages judge expiry and reviews."""

import os
from datetime import date, datetime, timedelta, timezone

BANGKOK = timezone(timedelta(hours=7))
"""The offices' time: without summer time since 1920, so that no table of zones is needed, which Windows lacks."""
_LAST_SECOND = 253402275599
"""The last second that a date can tell: in Bangkok, the end of the year 9999."""


def build_day() -> date:
    """The day in Bangkok, wherever the machine stands: that of ``SOURCE_DATE_EPOCH`` if it is set, else today.

    The variable is that of https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(min(int(epoch), _LAST_SECOND), BANGKOK).date()
    return datetime.now(BANGKOK).date()
