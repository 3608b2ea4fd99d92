"""What the page for who writes files shows of changes works: each example is applied to the real manual."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.assembly import load_manual
from generator.scaffold.accept import accept_changes

PAGE = "docs/authors/writing-files.md"
EDITION = "procedures/editions/khonkaen5-2566.yml"
TOLD_BY_ACCEPT = {"change-without-base"}


def examples() -> list[str]:
    """The examples of changes on the page."""
    page = (Path(__file__).parents[2] / PAGE).read_text(encoding="utf-8")
    return [
        block for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if block.startswith("changes:")
    ]


def test_there_are_examples() -> None:
    assert len(examples()) >= 2


@pytest.mark.parametrize("example", examples())
def test_an_example_of_changes_is_sound_and_can_be_accepted(
    repository: Path, tmp_path: Path, example: str
) -> None:
    shutil.copytree(repository / "procedures", tmp_path / "procedures")
    file = tmp_path / EDITION
    before = file.read_text(encoding="utf-8").partition("\nchanges:")[0]
    file.write_text(f"{before}\n{example}", encoding="utf-8")
    assert errors(tmp_path) <= TOLD_BY_ACCEPT
    accept_changes(tmp_path, "khonkaen5-2566")
    assert errors(tmp_path) == set()
    changes = yaml.load(example, Loader=yaml.BaseLoader)["changes"]
    manual, _ = load_manual(tmp_path, "khonkaen5-2566")
    assert manual is not None
    for identifier, written in changes.items():
        placed = manual.procedure(identifier)
        assert placed is not None
        assert len(placed.changes) == len(written)


def errors(root: Path) -> set[str]:
    """The rules that found something in the edition's file."""
    return {problem.rule for problem in load_manual(root)[1] if problem.location.file == EDITION}
