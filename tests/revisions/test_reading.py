"""What need not be read of two states: the report says the same as if all had been read, for every edit there is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import has_errors
from generator.revisions.differing_files import DifferingFiles
from generator.revisions.reading import read_both
from generator.revisions.request import tell_changes
from tests.revisions.offices import EDITS, copied, edit
from tests.support.projects import write_project

Nothing = Callable[..., frozenset[str]]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("states") / "before")


@pytest.mark.parametrize("name", EDITS)
def test_the_report_is_that_of_all_files(
    name: str, before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = copied(tmp_path / "after")
    edit(after, EDITS[name]["do"])
    quick = tell_changes(None, (str(before), str(after)), None, "json")
    nothing: Nothing = lambda _, **__: frozenset()  # noqa: E731  # in the place of a method
    monkeypatch.setattr(DifferingFiles, "passed_over", nothing)
    assert quick == tell_changes(None, (str(before), str(after)), None, "json")


def test_procedures_that_nothing_concerns_are_passed_over(before: Path, tmp_path: Path) -> None:
    after = copied(tmp_path / "after")
    edit(after, EDITS["typo"]["do"])
    both = read_both(before, after)
    assert both.differing == ("procedures/people/leave.yml",)
    assert sorted(both.passed_over) == [
        "procedures/budget/inventory.yml",
        "procedures/budget/payment.yml",
        "procedures/editions/north/people/housing.yml",
        "procedures/people/travel.yml",
    ]
    assert not has_errors(both.after.problems)


@pytest.mark.parametrize(
    ("files", "read"),
    [
        (
            {"procedures/catalogue/roles.yml": "head: {title: หัวหน้า, kind: person}\n"},
            {"payment"},
        ),
        (
            {"procedures/manual.yml": "title: ก\ngroup: ข\ndefault_edition: south\nvalues: {system: ค}\n"},
            {"payment"},
        ),
        (
            {"docs/knowledge/late-report.md": "---\ntitle: ก\nkind: case\nprocedures: [travel]\n---\nข\n"},
            {"travel", "leave", "payment"},
        ),
        (
            {"procedures/editions/south.yml": "office: [\n"},
            {"payment", "inventory", "leave", "travel", "housing"},
        ),
    ],
)
def test_what_a_file_that_differs_concerns_is_read(
    before: Path, tmp_path: Path, files: dict[str, str], read: set[str]
) -> None:
    after = copied(tmp_path / "after")
    if "procedures/catalogue/roles.yml" in files:
        text = (after / "procedures/catalogue/roles.yml").read_text(encoding="utf-8")
        files = {"procedures/catalogue/roles.yml": text.replace("หัวหน้ากลุ่ม", "หัวหน้า")}
    write_project(after, files)
    passed_over = {
        each.rpartition("/")[2].removesuffix(".yml") for each in read_both(before, after).passed_over
    }
    assert {"payment", "inventory", "leave", "travel", "housing"} - passed_over == read
