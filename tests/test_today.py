"""The day by which everything is judged: that of Bangkok, on whatever machine."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from generator.today import build_day


@pytest.fixture(params=["UTC", "Asia/Bangkok", "America/Los_Angeles", "Pacific/Kiritimati"])
def machine_elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("machine_elsewhere")
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 12, 1, 16, 59, 59, tzinfo=UTC), date(2025, 12, 1)),
        (datetime(2025, 12, 1, 17, 0, 0, tzinfo=UTC), date(2025, 12, 2)),
        (datetime(2025, 12, 1, 22, 0, 0, tzinfo=UTC), date(2025, 12, 2)),
        (datetime(2025, 12, 2, 16, 59, 59, tzinfo=UTC), date(2025, 12, 2)),
        (datetime(2106, 2, 7, 6, 28, 15, tzinfo=UTC), date(2106, 2, 7)),
    ],
)
def test_the_day_begins_at_midnight_in_bangkok(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert build_day() == day


@pytest.mark.usefixtures("machine_elsewhere")
def test_today_is_bangkoks_today_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    today = build_day()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time())))
    assert today <= build_day() <= date.fromordinal(today.toordinal() + 1)
