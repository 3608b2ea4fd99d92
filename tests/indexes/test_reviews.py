"""When the next review is due."""

import pytest

from generator.indexes.reviews import next_review
from tests.document.manuals import TODAY, manual_of, placed


@pytest.mark.parametrize(
    ("fields", "due", "last_day", "is_overdue"),
    [
        ({"effective": "2566"}, "2024", "2024-12-31", True),
        ({"effective": "2566", "reviewed": "2568-05"}, "2026-05", "2026-05-31", False),
        ({"reviewed": "1 ธันวาคม 2567"}, "2025-12-01", "2025-12-01", False),
        ({"reviewed": "30 พฤศจิกายน 2567"}, "2025-11-30", "2025-11-30", True),
        ({"reviewed": "2566", "review_every": "3 ปี"}, "2026", "2026-12-31", False),
    ],
)
def test_next_review(fields: dict[str, str], due: str, last_day: str, is_overdue: bool) -> None:
    procedure = placed(**fields)
    found = next_review(manual_of(procedure, settings={"review_every": "1 ปี"}), procedure, TODAY)
    assert found is not None
    assert (found.on.iso(), found.last_day, found.is_overdue) == (due, last_day, is_overdue)


def test_no_review_without_a_date_or_an_interval() -> None:
    undated = placed()
    assert next_review(manual_of(undated, settings={"review_every": "1 ปี"}), undated, TODAY) is None
    unreviewed = placed(reviewed="2566")
    assert next_review(manual_of(unreviewed), unreviewed, TODAY) is None


@pytest.mark.parametrize("interval", ["7974 ปี", "7976 ปี", "99999 ปี", "99999999 วัน"])
def test_no_review_beyond_the_calendar(interval: str) -> None:
    reviewed = placed(reviewed="2568")
    assert next_review(manual_of(reviewed, settings={"review_every": interval}), reviewed, TODAY) is None


def test_no_review_of_what_is_out_of_use() -> None:
    retired = placed(status="retired", reviewed="2550")
    assert next_review(manual_of(retired, settings={"review_every": "1 ปี"}), retired, TODAY) is None
