"""The day by which checks and pages judge expiry and reviews."""

import os
from datetime import UTC, date, datetime

_LAST_SECOND = 253402300799
"""The last second that a date can tell: the end of the year 9999."""


def build_day() -> date:
    """The day of ``SOURCE_DATE_EPOCH`` if that is set, so that builds can be repeated; else today, where we are.

    The variable is that of https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(min(int(epoch), _LAST_SECOND), UTC).date()
    return datetime.now(tz=UTC).astimezone().date()
