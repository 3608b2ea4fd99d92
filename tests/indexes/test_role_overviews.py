"""Which roles have a chart: those that take part in several procedures; and what it shows."""

from generator.indexes.involvement import work_by_role
from generator.indexes.role_overviews import role_overviews
from tests.document.manuals import manual_of, placed


def test_only_roles_with_several_procedures() -> None:
    manual = manual_of(
        placed("first", "1.1"), placed("second", "1.2", steps=[{"text": "ก", "role": "director"}])
    )
    (overview,) = role_overviews(manual, work_by_role(manual).values())
    assert overview.role == "group"
    ((area, items),) = overview.groups
    assert area.id == "budget"
    assert [(item.procedure.id, item.steps, item.is_owner) for item in items] == [
        ("first", 1, True),
        ("second", 0, True),
    ]
    assert role_overviews(manual_of(placed()), work_by_role(manual_of(placed())).values()) == ()
