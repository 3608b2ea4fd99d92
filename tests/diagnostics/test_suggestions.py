"""What an author most likely meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.suggestions import closest, closest_by_title, meant, slip_of

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
    ("written", "expected"),
    [
        ("group-directr", "group-director"),
        ("gruop-director", "group-director"),
        ("group-directors", "group-director"),
        ("Group_Director", "group-director"),
        ("groupdirector", "group-director"),
        ("director-group", "group-director"),
        ("schol", "school"),
        ("deputy-director", None),
        ("deputy-group-director", None),
        ("vice-school", None),
        ("area-director-2", None),
        ("director", None),
        ("area", None),
        ("", None),
    ],
)
def test_only_a_slip_of_the_pen_is_taken_for_another_id(written: str, expected: str | None) -> None:
    assert slip_of(written, ROLES) == expected


def test_of_two_that_are_as_near_neither_is_proposed() -> None:
    assert slip_of("form-ab", ["form-a", "form-b"]) is None
    assert slip_of("letter-book", ["letters-book", "better-book"]) is None


def test_another_number_is_another_thing() -> None:
    assert slip_of("plan-2567", ["plan-2566", "plan-2568"]) is None
    assert slip_of("form-1", ["form-12"]) is None


@given(st.from_regex(r"[a-z]{3,9}(-[a-z]{3,9}){0,2}", fullmatch=True))
def test_a_name_with_a_new_word_is_new(name: str) -> None:
    assert slip_of(f"deputy-{name}", [name]) is None
    assert slip_of(name, [name.upper()]) == name.upper()


TITLES = {
    "area-office": "สำนักงานเขตพื้นที่การศึกษา",
    "area-director": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา",
    "clerk": "เจ้าหน้าที่ธุรการ",
    "untitled": "",
}
NAMES = {"สพท.": "area-office", "ผอ.สพท.": "area-director"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("สพท.", "area-office"),
        ("สพท", "area-office"),
        ("ผอ. สพท.", "area-director"),
        ("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "area-director"),
        ("ผู้อำนวยการ สำนักงานเขตพื้นที่การศึกษาฯ", "area-director"),
        ("ผู้อำนวยการสำนักงานเขตพี้นที่การศึกษา", "area-director"),
        ("รองผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", None),
        ("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา เขต 1", None),
        ("เจ้าหน้าที่พัสดุ", None),
        ("", None),
    ],
)
def test_titles_and_abbreviations_mean_an_id(written: str, expected: str | None) -> None:
    assert meant(written, TITLES, NAMES) == expected


def test_a_title_of_two_means_neither() -> None:
    assert meant("หัวหน้า", {"one": "หัวหน้า", "two": "หัวหน้า"}) is None
