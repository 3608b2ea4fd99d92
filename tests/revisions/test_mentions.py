"""What is not read of procedures that only name what says something else now: the report is the same as if it were."""

from pathlib import Path

import pytest

from bench.synthetic import write_manual
from generator.revisions.reading import read_both
from generator.revisions.request import ReportFormat, tell_changes
from tests.repository.repository import ROOT

COUNT = 23


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_manual(tmp_path_factory.mktemp("mentions") / "before", COUNT, ROOT / "mkdocs.yml")


def edited(folder: Path, file: str, old: str, new: str) -> Path:
    after = write_manual(folder / "after", COUNT, ROOT / "mkdocs.yml")
    path = after / "procedures" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return after


def test_a_role_that_is_called_otherwise_has_no_procedure_read_and_all_are_told(
    before: Path, tmp_path: Path
) -> None:
    after = edited(tmp_path, "catalogue/roles.yml", "title: คณะกรรมการ", "title: คณะทำงาน")
    both = read_both(before, after)
    assert sum(each.startswith("procedures/area-") for each in both.passed_over) == COUNT
    report = tell_changes(None, (str(before), str(after)), None, "text").report
    (used,) = (line for line in report.splitlines() if "ใช้ในงาน" in line)
    named = [
        path.stem.removeprefix("procedure-")
        for path in before.rglob("procedure-*.yml")
        if "role: committee" in path.read_text(encoding="utf-8")
    ]
    told = [each.rpartition(" ")[2] for each in used.split(", ")]
    assert sorted(named, key=int) == told


@pytest.mark.parametrize("shape", ["text", "json"])
@pytest.mark.parametrize("new", ["title: [", "kind: unit\n  title: คณะทำงาน", "titel: คณะทำงาน"])
def test_an_entry_with_an_error_has_all_read_that_names_it(
    shape: ReportFormat, new: str, before: Path, tmp_path: Path
) -> None:
    after = edited(tmp_path, "catalogue/roles.yml", "title: คณะกรรมการ", new)
    both = read_both(before, after)
    assert not any(
        "role: committee" in (before / each).read_text(encoding="utf-8") for each in both.passed_over
    )
    assert tell_changes(None, (str(before), str(after)), None, shape).has_errors
