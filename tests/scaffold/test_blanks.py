"""The files with gaps with which a page begins something are those of the commands, but for what explains them."""

from pathlib import Path

import pytest

from generator.assembly import read_editions
from generator.model import Namespace, is_reserved
from generator.scaffold import Blanks, bare, blanks_of, start_procedure
from tests.support.projects import minimal_with, write_project

EDITION = "procedures/editions/khonkaen5-2566.yml"


def blanks(root: Path) -> Blanks:
    """Those of a project."""
    return blanks_of(read_editions(root, check=False).project)


def filled(text: str) -> str:
    """A text with its gaps filled."""
    return text.replace("<area>", "people").replace("<id>", "leave")


def test_a_procedure_in_a_new_area_begins_as_by_the_command(tmp_path: Path) -> None:
    root = write_project(tmp_path, minimal_with({}))
    found = blanks(root)
    made = start_procedure(root, "people/leave")
    assert filled(found.files["procedure"]) == bare(made.file.read_text(encoding="utf-8"))
    assert made.area_file is not None
    assert filled(found.files["area"]) == bare(made.area_file.read_text(encoding="utf-8"))
    assert found.default == "khonkaen5-2566"


def test_roles_have_the_procedures_in_which_they_act(tmp_path: Path) -> None:
    found = blanks(write_project(tmp_path, minimal_with({})))
    assert found.acting == {"planning-group": ["expenditure-analysis"]}


@pytest.mark.parametrize(("values", "is_there"), [("", False), ("values: {system: e-office}\n", True)])
def test_an_office_begins_where_the_manual_gives_its_values(
    tmp_path: Path, values: str, is_there: bool
) -> None:
    text = "title: รับเรื่อง\nowner: planning-group\nsteps:\n  - text: ลงใน ${system}\n"
    settings = minimal_with({})["procedures/manual.yml"]
    files = {
        "procedures/budget/expenditure-analysis.yml": text,
        "procedures/manual.yml": f"{settings}{values}",
        EDITION: f"{minimal_with({})[EDITION]}values: {{system: ระบบของเรา}}\n",
    }
    assert ("edition" in blanks(write_project(tmp_path, minimal_with(files))).files) == is_there


def test_names_that_are_reserved_are_told_by_what_they_would_name(tmp_path: Path) -> None:
    found = blanks(write_project(tmp_path, minimal_with({}))).reserved
    assert {"con", "index", "about"} <= set(found["area"])
    assert "about" not in found["procedure"]
    assert all(is_reserved(name, Namespace.AREA) for name in found["area"])
