"""Copies that drives and file managers make: told to be compared and deleted, never renamed onto the original."""

import shutil
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.project.copies import original_of
from tests.support import MINIMAL, write_project

COPIES = [
    "{} (1){}",
    "{}(2){}",
    "{} (1) (1){}",
    "สำเนาของ {}{}",
    "สำเนาของสำเนาของ {}{}",
    "Copy of {}{}",
    "Copy (2) of {}{}",
    "{} - Copy{}",
    "{} - Copy (2){}",
    "{} - สำเนา{}",
    "{} - สำเนา (2){}",
    "{} copy 2{}",
    "{} 2{}",
    "{} (conflicted copy 2025-01-31){}",
    "{}{} (1).txt",
    "{}{}.txt",
    "{}.yaml",
]
FILES = sorted(MINIMAL)


@pytest.mark.parametrize("pattern", COPIES)
@pytest.mark.parametrize("file", FILES)
def test_a_copy_beside_its_original_is_told_alone(pattern: str, file: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, MINIMAL)
    name = pattern.format(Path(file).stem, ".yml")
    copy = (root / file).with_name(name)
    shutil.copy(root / file, copy)
    manual, [problem] = load_manual(root)
    assert manual is not None
    assert problem.rule in ("bad-file-name", "unexpected-file")
    assert str(problem.location) == f"{copy.relative_to(root).as_posix()}:1:1"
    assert Path(file).name in problem.message
    assert f"ลบ “{name}”" in problem.hint
    assert "เปลี่ยนชื่อเป็น" not in problem.hint


@pytest.mark.parametrize("pattern", ["{} (1){}", "สำเนาของ {}{}", "{} - Copy{}"])
@pytest.mark.parametrize("file", FILES)
def test_a_copy_whose_original_is_gone_takes_its_name(pattern: str, file: str, tmp_path: Path) -> None:
    root = write_project(tmp_path, MINIMAL)
    original = root / file
    copy = original.rename(original.with_name(pattern.format(original.stem, ".yml")))
    problems = load_manual(root)[1]
    told = [each for each in problems if (root / each.location.file) == copy]
    assert [each.hint for each in told] == [f"เปลี่ยนชื่อเป็น {original.name}"]
    if "editions" not in file:
        assert problems == told


def test_a_copied_folder_is_told_once_and_not_read(tmp_path: Path) -> None:
    root = write_project(tmp_path, MINIMAL)
    shutil.copytree(root / "procedures/budget", root / "procedures/budget (1)")
    [problem] = load_manual(root)[1]
    assert (problem.rule, str(problem.location)) == ("bad-file-name", "procedures/budget (1):1:1")
    assert "ลบ “budget (1)”" in problem.hint


@pytest.mark.parametrize("name", ["letters", "letters-2", "copy", "plan-copy-2566", "2566", "สำเนา"])
def test_a_name_of_its_own_is_no_copys(name: str) -> None:
    assert original_of(name) in (name, "plan-copy-2566")
