"""One mistake is told once: what only follows from it is not told as well."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
ROLES = "procedures/catalogue/roles.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
WITH_ROLES = f"{MINIMAL[ROLES]}director:\n  title: ผู้อำนวยการ\n  kind: person\n"


def rules(root: Path) -> list[str]:
    """The rules that find something, in order."""
    return [problem.rule for problem in load_manual(root)[1]]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("procedures/expenditure-analysis.yml", "unexpected-file"),
        ("procedures/budget/expenditure-analysis.yaml", "unexpected-file"),
        ("procedures/budget/expenditure-analysis.yml.txt", "unexpected-file"),
        ("procedures/budget/new/expenditure-analysis.yml", "unexpected-file"),
        ("procedures/budget/Expenditure_Analysis.yml", "bad-file-name"),
    ],
)
def test_a_file_out_of_place_is_missed_nowhere_else(name: str, rule: str, project: Project) -> None:
    assert rules(project({PROCEDURE: None, name: MINIMAL[PROCEDURE]})) == [rule]


def test_a_misnamed_copy_does_not_take_the_name_of_the_original(project: Project) -> None:
    copy = "procedures/budget/Expenditure-Analysis.yml"
    manual, problems = load_manual(project({copy: MINIMAL[PROCEDURE]}))
    assert [problem.rule for problem in problems] == ["bad-file-name"]
    assert manual is not None
    assert [each.id for each in manual.procedures()] == ["expenditure-analysis"]


@pytest.mark.parametrize("roles", [None, "", "# ว่าง\n"])
def test_a_lost_catalogue_is_told_once(roles: str | None, project: Project) -> None:
    step = "  - text: ก\n    role: planning-group\n"
    root = project(
        {ROLES: roles, PROCEDURE: MINIMAL[PROCEDURE].partition("steps:")[0] + f"steps:\n{step * 9}"}
    )
    assert rules(root) == ["unknown-role"]


@pytest.mark.parametrize(
    "role", ["ผู้อำนวยการ", "directer", "[director, planning-group]", "director, planning-group"]
)
def test_what_is_named_wrongly_is_not_unused(role: str, project: Project) -> None:
    step = f"  - text: ก\n    role: {role}\n"
    root = project(
        {ROLES: WITH_ROLES, PROCEDURE: MINIMAL[PROCEDURE].partition("steps:")[0] + f"steps:\n{step}"}
    )
    assert "unused-entry" not in rules(root)


def test_an_area_listed_twice_or_unknown_says_nothing_about_its_procedures(project: Project) -> None:
    listed = "  - id: other\n    procedures: [expenditure-analysis]\n"
    assert rules(project({EDITION: f"office: ก\nareas:\n{listed}"})) == ["unknown-area"]
    twice = f"{listed}  - id: other\n    procedures: []\n"
    other = {"procedures/other/_area.yml": "title: ข\n", EDITION: f"office: ก\nareas:\n{twice}"}
    assert rules(project(other)) == ["area-twice"]
