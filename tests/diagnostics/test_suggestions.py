"""What an author most likely meant."""

import pytest

from generator.diagnostics.suggestions import closest, closest_by_title

ROLES = ("area-director", "group-director", "policy-and-planning-group", "school")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("group-directr", "group-director"),
        ("director-group", "group-director"),
        ("Group_Director", "group-director"),
        ("planning-and-policy-group", "policy-and-planning-group"),
        ("schools", "school"),
        ("minister", None),
        ("", None),
        ("ผู้อำนวยการ", None),
    ],
)
def test_the_nearest_id_is_found(written: str, meant: str | None) -> None:
    assert closest(written, ROLES) == meant


def test_an_id_is_found_by_its_thai_title() -> None:
    titles = {"ผู้อำนวยการกลุ่ม": "group-director", "โรงเรียน": "school"}
    assert closest_by_title("ผู้อำนวยการกลุ่มฯ", titles) == "group-director"
    assert closest_by_title("รัฐมนตรี", titles) is None
