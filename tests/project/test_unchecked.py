"""A project that is known to be right is read without looking for slips, and says the same."""

from pathlib import Path

from generator.project import read_project
from tests.support.showcase import copy_showcase


def test_what_files_say_is_the_same_where_their_characters_are_not_looked_at(tmp_path: Path) -> None:
    root = copy_showcase(tmp_path / "manual")
    checked, unchecked = read_project(root), read_project(root, asked=None)
    assert [(each.source.file, each.data, each.body_start) for each in unchecked.documents] == [
        (each.source.file, each.data, each.body_start) for each in checked.documents
    ]


def test_it_tells_no_slip_of_the_hand(tmp_path: Path) -> None:
    root = copy_showcase(tmp_path / "manual")
    file = next((root / "procedures").rglob("_area.yml"))
    file.write_text(file.read_text(encoding="utf-8") + "# ท าสี\n", encoding="utf-8")
    assert any(each.location.file.endswith("_area.yml") for each in read_project(root).problems)
    assert not any(
        each.location.file.endswith("_area.yml") for each in read_project(root, asked=None).problems
    )
