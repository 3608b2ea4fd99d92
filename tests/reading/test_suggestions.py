"""What an author most likely meant."""

import pytest

from generator.reading.quoting import quoted, quoted_line
from generator.reading.suggestions import closest, closest_by_title

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ก: ข", '"ก: ข"'), ('"ก" ข', "'\"ก\" ข'"), ("D:\\ก'ข", "'D:\\ก''ข'")],
)
def test_a_text_is_quoted_so_that_nothing_needs_an_escape(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: ก: ข\nowner: x\n", 'title: "ก: ข"'),
        ("  - text: **ก** ข\n", '- text: "**ก** ข"'),
        ("  - ก #1\n  - ข\n", '- "ก #1"'),
        ("title: ก #1\n  ต่อ\n", None),
    ],
)
def test_the_line_to_write_instead(text: str, expected: str | None) -> None:
    assert quoted_line(text, 6) == expected
