"""Histories, signatures and codes of documents: what contradicts what, in whichever way offices number."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assembly import read_editions
from generator.lint.rules.document_control import _key, _turning
from tests.support import minimal_with, write_project

FILE = "procedures/budget/expenditure-analysis.yml"
RULES = (
    "same-document-code",
    "revision-differs",
    "revisions-out-of-order",
    "signed-backwards",
    "unlikely-date",
)


def told(root: Path, control: str, **others: str) -> list[str]:
    """What is told of a procedure that states some control of documents, and of others by their ids."""
    files = {FILE: procedure("planning-group", control)} | {
        f"procedures/budget/{name}.yml": procedure("planning-group", stated)
        for name, stated in others.items()
    }
    write_project(root, minimal_with(files))
    problems = read_editions(root).problems
    return [
        f"{each.rule} {each.location.file.rpartition('/')[2]}:{each.location.line}:{each.location.column}"
        for each in problems
        if each.rule in RULES
    ]


def procedure(owner: str, control: str, status: str = "published") -> str:
    inner = "\n".join(f"  {line}" for line in control.split("\n"))
    head = f"title: งาน\nowner: {owner}\nstatus: {status}"
    return f"{head}\ndocument_control:\n{inner}\nsteps:\n  - text: ทำ\n"


def history(*numbers: str) -> str:
    return "\n".join(("revisions:", *(f"  - number: {number}" for number in numbers)))


@pytest.mark.parametrize(
    ("revision", "numbers", "differs"),
    [
        ("2", ("0", "1", "2"), False),
        ("2", ("2", "1", "0"), False),
        ("02", ("1", "2"), False),
        ("๒", ("1", "ครั้งที่ 2"), False),
        ("1.10", ("1.9", "1.10"), False),
        ("1", ("0", "1", "2"), True),
        ("3", ("0", "1", "2"), True),
        ("2/2566", ("1/2566", "2/2566"), False),
        ("A", ("A", "B"), False),
    ],
)
def test_the_revision_is_the_newest(
    tmp_path: Path, revision: str, numbers: tuple[str, ...], differs: bool
) -> None:
    found = told(tmp_path, f"revision: {revision}\n{history(*numbers)}")
    assert found == (["revision-differs expenditure-analysis.yml:5:13"] if differs else [])


@pytest.mark.parametrize(
    ("control", "place"),
    [
        (history("0", "2", "1"), "8:15"),
        (history("3", "1", "2"), "8:15"),
        (history("1", "01"), "7:15"),
        ("revisions:\n  - {number: 0, date: 2566}\n  - {number: 1, date: 2565}", "7:25"),
        ("revisions:\n  - {number: 1, date: 2565}\n  - {number: 0, date: 2566}", "7:25"),
    ],
)
def test_a_history_goes_one_way(tmp_path: Path, control: str, place: str) -> None:
    assert told(tmp_path, control) == [f"revisions-out-of-order expenditure-analysis.yml:{place}"]


@given(st.lists(st.integers(0, 99), unique=True))
def test_sorted_numbers_never_turn(numbers: list[int]) -> None:
    rising = [_key(f"ครั้งที่ {number}") for number in sorted(numbers)]
    assert _turning(rising) is None
    assert _turning(rising[::-1]) is None
    assert (_turning([_key(str(number)) for number in numbers]) is None) == (
        numbers in (sorted(numbers), sorted(numbers, reverse=True))
    )


@pytest.mark.parametrize(
    ("signed", "place"),
    [
        ({"prepared": "2566-05-02", "approved": "2566-05-01"}, "approved"),
        ({"prepared": "2566-05-02", "reviewed": "2566-05-01", "approved": "2566-06-01"}, "reviewed"),
        ({"reviewed": "2566-06", "approved": "2566-05"}, "approved"),
        ({"prepared": "2566-05-02", "approved": "2566"}, ""),
        ({"prepared": "2566-05-02", "reviewed": "2566-05-02", "approved": "2566-05-03"}, ""),
    ],
)
def test_who_signs_later_signs_on_a_later_day(tmp_path: Path, signed: dict[str, str], place: str) -> None:
    control = "\n".join(f"{key}: {{role: planning-group, date: {day}}}" for key, day in signed.items())
    line = 5 + list(signed).index(place) if place else 0
    column = len(f"  {place}: {{role: planning-group, date: ") + 1
    assert told(tmp_path, control) == (
        [f"signed-backwards expenditure-analysis.yml:{line}:{column}"] if place else []
    )


def test_a_signature_is_not_to_come(tmp_path: Path) -> None:
    control = "approved: {role: planning-group, date: 2600}\nrevisions:\n  - {number: 0, date: 2600}"
    assert told(tmp_path, control) == ["unlikely-date expenditure-analysis.yml:5:42"]


def test_codes_are_compared_as_people_read_them(tmp_path: Path) -> None:
    assert told(tmp_path, "code: SOP-1", zzz="code: sop - 1", other="code: SOP-2") == [
        "same-document-code zzz.yml:5:9"
    ]


def test_what_is_out_of_use_keeps_its_code(tmp_path: Path) -> None:
    files = {FILE: "published", "procedures/budget/old.yml": "retired"}
    stated = {file: procedure("planning-group", "code: SOP-1", status) for file, status in files.items()}
    write_project(tmp_path, minimal_with(stated))
    assert [each for each in read_editions(tmp_path).problems if each.rule in RULES] == []
