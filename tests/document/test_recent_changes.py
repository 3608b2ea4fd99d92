"""When a procedure last changed: the day of its file before what its author dates."""

from datetime import date

from generator.document.recent_changes import last_change
from generator.thai import thai_date
from tests.document.manuals import placed


def told(procedure_id: str, **authored: str) -> str | None:
    """When a procedure changed, whose file changed on a day if it is the one called changed."""
    day = last_change(
        placed(procedure_id, "1.1", **authored), {"procedures/budget/changed.yml": date(2025, 3, 1)}
    )
    return thai_date(day) if day else None


def test_the_day_of_the_file_counts_before_what_is_authored() -> None:
    assert told("changed", reviewed="2550") == "1 มีนาคม พ.ศ. 2568"
    assert told("authored", effective="2560", reviewed="2568-02") == "กุมภาพันธ์ พ.ศ. 2568"
    assert told("begun", effective="2560") == "พ.ศ. 2560"
    assert told("undated") is None
