"""From files to a manual: places, numbers, values of editions, and what happens to what is broken."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import edition_ids, load_manual
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
SECOND = "procedures/budget/budget-request.yml"
THREE = """
    office: สำนักงาน
    areas:
      - id: budget
        title: งานงบประมาณ
        procedures:
          - expenditure-analysis
          - budget-request
          - budget-transfer
"""
OTHER = """
    title: งานขอตั้งงบประมาณ
    owner: planning-group
    steps:
      - text: รวบรวมคำขอ
"""


def rules(root: Path) -> list[str]:
    return [f"{problem.location} {problem.rule}" for problem in load_manual(root)[1]]


def test_the_smallest_project_is_read(project: Project) -> None:
    manual, problems = load_manual(project({}))
    assert problems == []
    assert manual is not None
    assert manual.edition_id == "khonkaen5-2566"
    assert [area.number for area in manual.areas] == ["1"]
    placed = manual.procedure("expenditure-analysis")
    assert placed is not None
    assert (placed.number, placed.path, placed.url) == ("1.1", PROCEDURE, "budget/expenditure-analysis/")
    assert [step.number for step in placed.steps] == ["1", "2", "3"]
    assert list(manual.roles) == ["planning-group"]


def test_a_broken_procedure_is_left_out_and_keeps_its_number(project: Project) -> None:
    third = "procedures/budget/budget-transfer.yml"
    root = project({EDITION: THREE, SECOND: OTHER.replace("owner", "owners"), third: OTHER})
    manual, problems = load_manual(root)
    assert manual is not None
    assert [(each.number, each.id) for each in manual.procedures()] == [
        ("1.1", "expenditure-analysis"),
        ("1.3", "budget-transfer"),
    ]
    assert manual.areas[0].title == "งานงบประมาณ"
    assert [problem.rule for problem in problems] == ["unknown-key"]


def test_a_file_with_only_warnings_is_no_broken_file(project: Project) -> None:
    root = project({PROCEDURE: MINIMAL[PROCEDURE].replace("รายงานการ", "รายงาน\u200bการ")})
    manual, problems = load_manual(root)
    assert [problem.rule for problem in problems] == ["invisible-character"]
    assert manual is not None
    assert manual.procedure("expenditure-analysis") is not None


def test_a_broken_catalogue_entry_is_left_out(project: Project) -> None:
    roles = MINIMAL["procedures/catalogue/roles.yml"]
    root = project(
        {"procedures/catalogue/roles.yml": f"{roles}director:\n  title: ผู้อำนวยการ\n  kind: human\n"}
    )
    manual, problems = load_manual(root)
    assert manual is not None
    assert list(manual.roles) == ["planning-group"]
    assert [problem.rule for problem in problems] == ["unused-entry", "unknown-choice"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("go: analyse", "go: analyze"), "go-to-nowhere"),
        (("owner: planning-group", "owner: planning-grup"), "unknown-role"),
        (("kind: document", "kind: document\n    references: [plan]"), "unknown-reference"),
        (("- id: publish", "- id: analyse"), "duplicate-step-id"),
    ],
)
def test_a_procedure_with_any_error_is_left_out(project: Project, change: tuple[str, str], rule: str) -> None:
    root = project({EDITION: THREE, PROCEDURE: MINIMAL[PROCEDURE].replace(*change), SECOND: OTHER})
    manual, problems = load_manual(root)
    assert rule in {problem.rule for problem in problems}
    assert manual is not None
    assert [(each.number, each.id) for each in manual.procedures()] == [("1.2", "budget-request")]


@pytest.mark.parametrize("roles", ["planning-group: [\n", "planning-group:\n  title: ก\n  kind: human\n"])
def test_a_manual_names_nothing_that_is_not_in_it(project: Project, roles: str) -> None:
    manual, problems = load_manual(project({"procedures/catalogue/roles.yml": roles}))
    assert problems
    assert manual is not None
    assert (dict(manual.roles), list(manual.procedures())) == ({}, [])


def test_what_an_edition_lists_twice_stands_in_the_manual_once(project: Project) -> None:
    listed = "  - id: budget\n    procedures: [expenditure-analysis, expenditure-analysis]\n"
    manual, problems = load_manual(
        project({EDITION: f"office: ก\nareas:\n{listed}{listed}  - id: x\n    procedures: []\n"})
    )
    assert manual is not None
    assert [area.number for area in manual.areas] == ["1"]
    assert [each.number for each in manual.procedures()] == ["1.1"]
    assert {problem.rule for problem in problems} == {"area-twice", "procedure-twice", "unknown-area"}


def test_an_unreadable_catalogue_makes_nobody_unknown(project: Project) -> None:
    root = project({"procedures/catalogue/roles.yml": "planning-group: [\n"})
    assert rules(root) == ["procedures/catalogue/roles.yml:1:17 special-start"]


def test_an_unreadable_procedure_makes_no_link_to_it_wrong(project: Project) -> None:
    steps = "steps:\n  - text: ดู[ที่นี่](procedure:budget-request#collect)\n"
    root = project(
        {
            EDITION: THREE.replace("          - budget-transfer\n", ""),
            PROCEDURE: f"title: ก\nowner: planning-group\n{steps}",
            SECOND: "title: ก\n  owner: x\n",
        }
    )
    assert rules(root) == [f"{SECOND}:2:3 indentation"]


def test_settings_that_cannot_be_used_leave_no_manual(project: Project) -> None:
    manual, problems = load_manual(project({"procedures/manual.yml": "title: คู่มือ\n"}))
    assert manual is None
    assert [problem.rule for problem in problems] == ["missing-key", "missing-key"]


def test_all_files_are_checked_for_all_editions(project: Project) -> None:
    changes = {
        "procedures/manual.yml": MINIMAL["procedures/manual.yml"] + "values:\n  system: ระบบกลาง\n",
        "procedures/editions/other-2566.yml": MINIMAL[EDITION] + "values:\n  system: ระบบอื่น\n  room: ห้อง 2\n",
        PROCEDURE: "title: ก\nowner: planning-group\nsteps:\n  - text: ${system} ${room}\n",
    }
    root = project(changes)
    assert edition_ids(root) == ["khonkaen5-2566", "other-2566"]
    manual, problems = load_manual(root, "other-2566")
    assert [f"{problem.location} {problem.rule}" for problem in problems] == [
        f"{PROCEDURE}:4:21 unknown-value"
    ]
    assert "khonkaen5-2566" in problems[0].message
    assert manual is not None
    assert [step.step.text for each in manual.procedures() for step in each.steps] == ["ระบบอื่น ห้อง 2"]
    default, _ = load_manual(root)
    assert default is not None
    assert (list(default.procedures()), default.values) == ([], {"system": "ระบบกลาง"})


def test_an_edition_that_does_not_exist_is_told(project: Project) -> None:
    manual, problems = load_manual(project({}), "khonkaen5-2567")
    assert manual is None
    assert [problem.rule for problem in problems] == ["unknown-edition"]
    assert "khonkaen5-2566" in problems[0].hint


def test_values_fill_every_file(project: Project) -> None:
    changes = {
        "procedures/manual.yml": MINIMAL["procedures/manual.yml"].replace("งาน", "${work}", 1)
        + "values:\n  work: งาน\n",
        "procedures/budget/_area.yml": "title: ${work}งบประมาณ\n",
        "procedures/catalogue/roles.yml": "planning-group:\n  title: กลุ่ม${work}\n  kind: unit\n",
        EDITION: MINIMAL[EDITION].replace("สำนักงาน", "สำนัก${work}", 1),
    }
    manual, problems = load_manual(project(changes))
    assert problems == []
    assert manual is not None
    assert manual.settings.title == "คู่มือการปฏิบัติงาน"
    assert manual.areas[0].title == "งานงบประมาณ"
    assert manual.roles["planning-group"].title == "กลุ่มงาน"
    assert manual.edition.office.startswith("สำนักงาน")


def test_several_mistakes_in_several_files_are_told_in_one_run(project: Project) -> None:
    root = project(
        {
            "procedures/budget/_area.yml": "titel: ก\n",
            PROCEDURE: "title: ก: ข\nowner: planning\nsteps:\n  - text: ก\n    go: x\n    duration: นาน\n",
            "procedures/catalogue/roles.yml": MINIMAL["procedures/catalogue/roles.yml"] + "    note: ก\n",
        }
    )
    assert rules(root) == [
        "procedures/budget/_area.yml:1:1 unknown-key",
        f"{PROCEDURE}:1:9 colon-in-text",
        f"{PROCEDURE}:5:9 go-to-nowhere",
        f"{PROCEDURE}:6:15 bad-duration",
        "procedures/catalogue/roles.yml:4:5 indentation",
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [("1600000000", []), ("1795000000", ["reference-expired"])],
)
def test_the_day_of_judgement_is_that_of_the_build(
    project: Project, monkeypatch: pytest.MonkeyPatch, today: str, expected: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", today)
    root = project(
        {
            "procedures/catalogue/references.yml": "plan:\n  type: plan\n  title: แผน\n  valid: {to: 2568}\n",
            PROCEDURE: MINIMAL[PROCEDURE] + "references: [plan]\n",
        }
    )
    assert [problem.rule for problem in load_manual(root)[1]] == expected


def test_the_real_manual_has_no_error(repository: Path) -> None:
    manual, problems = load_manual(repository)
    assert manual is not None
    assert [str(problem.location) for problem in problems if problem.severity == "error"] == []


def test_reading_twice_gives_the_same(repository: Path) -> None:
    assert load_manual(repository) == load_manual(repository)
