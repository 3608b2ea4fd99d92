"""The times of a manual: of procedures that state any, and of roles over all their procedures."""

from decimal import Decimal

from generator.indexes.indexes import Indexes
from tests.document.manuals import TODAY, manual_of, placed


def test_times_are_of_those_that_state_any() -> None:
    manual = manual_of(
        placed("first", "1.1", steps=[{"text": "ก", "duration": "1 วัน"}, {"text": "ข"}]),
        placed("second", "1.2", steps=[{"text": "ก", "duration": "2 วัน", "steps": [{"text": "ข"}]}]),
        placed("third", "1.3", steps=[{"text": "ก"}, {"text": "ข", "role": "director"}]),
    )
    indexes = Indexes(manual, TODAY)
    assert list(indexes.times) == ["first", "second"]
    assert list(indexes.role_times) == ["group"]
    time = indexes.role_times["group"]
    assert list(time.by_procedure) == ["first", "second"]
    assert [each.amount for each in time.total.least] == [Decimal(3)]
    assert (time.total.count, len(time.total.silent)) == (4, 2)
