"""A name that is new is told how to be added, first of all; one that is written otherwise, what its id is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.problems import Problem
from tests.support import MINIMAL, minimal_with, write_project
from tests.support.following import ways

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
ROLES = "procedures/catalogue/roles.yml"
TERMS = "procedures/catalogue/terms.yml"
WITH_ROLES = (
    MINIMAL[ROLES]
    + "area-office:\n  title: สำนักงานเขตพื้นที่การศึกษา\n  kind: unit\n"
    + "area-director:\n  title: ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา\n  short: ผอ.สพท.\n  kind: person\n"
)
WITH_TERMS = "office:\n  term: สำนักงานเขตพื้นที่การศึกษา\n  short: สพท.\n  synonyms: [สำนักงานเขต]\n"
STEPS = "title: งาน\nowner: planning-group\nsteps:\n  - text: ก\n"
STOPS = "title: เส้นทาง\nrole: planning-group\nstops:\n"


def told(root: Path, files: Mapping[str, str | None]) -> list[Problem]:
    return [
        each
        for each in load_manual(write_project(root, minimal_with(files)))[1]
        if each.rule not in ("unused-entry", "unused-value")
    ]


@pytest.mark.parametrize(
    ("file", "text", "rule", "place", "added"),
    [
        (
            PROCEDURE,
            f"{STEPS}    role: deputy-director\n",
            "unknown-role",
            "5:11",
            "catalogue/roles.yml: “deputy-director:”",
        ),
        (
            PROCEDURE,
            f"{STEPS}references: [new-law]\n",
            "unknown-reference",
            "5:14",
            "catalogue/references.yml: “new-law:”",
        ),
        (PROCEDURE, f"{STEPS}forms: [new-form]\n", "unknown-form", "5:9", "catalogue/forms.yml: “new-form:”"),
        (
            PROCEDURE,
            f"{STEPS}related: [deputy-analysis]\n",
            "unknown-procedure",
            "5:11",
            "khumue new budget/deputy-analysis",
        ),
        (
            EDITION,
            "office: ก\nareas:\n  - id: budgets-2\n    procedures: []\n",
            "unknown-area",
            "3:9",
            "procedures/budgets-2/_area.yml",
        ),
        (
            "procedures/onboarding/a.yml",
            f"{STOPS}  - term: คำใหม่\n",
            "unknown-term",
            "4:11",
            "catalogue/terms.yml: “term:” “  term: คำใหม่”",
        ),
    ],
)
def test_how_to_add_it_is_said_and_nothing_else_is_proposed(
    tmp_path: Path, file: str, text: str, rule: str, place: str, added: str
) -> None:
    problem = next(each for each in told(tmp_path, {ROLES: WITH_ROLES, file: text}) if each.rule == rule)
    assert str(problem.location) == f"{file}:{place}"
    assert added in problem.hint
    assert "ต้องการเขียน" not in problem.hint


def test_a_new_edition_is_made_by_its_command(tmp_path: Path) -> None:
    settings = MINIMAL["procedures/manual.yml"].replace("khonkaen5-2566", "nan-2567")
    [problem] = told(tmp_path, {"procedures/manual.yml": settings})
    assert problem.rule == "unknown-edition"
    assert problem.hint.startswith("ถ้าเป็นฉบับใหม่ ให้สั่ง khumue new edition nan-2567 ก่อน")


def test_a_slip_is_told_with_what_is_meant_and_with_how_to_add_a_new_one(tmp_path: Path) -> None:
    [problem] = told(tmp_path, {ROLES: WITH_ROLES, PROCEDURE: f"{STEPS}    role: area-directr\n"})
    assert problem.hint.startswith("ต้องการเขียน “area-director” (ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา)")
    assert "“area-directr:” “  title: ชื่อเต็มของ area-directr” “  kind: person”" in problem.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("สพท.", "area-office"),
        ("สพท", "area-office"),
        ("สำนักงานเขต", "area-office"),
        ("ผอ. สพท.", "area-director"),
        ("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "area-director"),
    ],
)
def test_a_title_or_an_abbreviation_is_told_its_id(tmp_path: Path, written: str, meant: str) -> None:
    files = {ROLES: WITH_ROLES, TERMS: WITH_TERMS, PROCEDURE: f"{STEPS}    role: {written}\n"}
    [problem] = told(tmp_path, files)
    assert (problem.rule, str(problem.location)) == ("bad-id", f"{PROCEDURE}:5:11")
    assert problem.hint.startswith(f"เขียนเป็น “{meant}”")


def test_a_title_that_nobody_has_is_told_how_to_be_added(tmp_path: Path) -> None:
    files = {ROLES: WITH_ROLES, PROCEDURE: f"{STEPS}    role: 'รอง: ผู้อำนวยการ'\n"}
    [problem] = told(tmp_path, files)
    assert problem.rule == "bad-id"
    assert '“new-role:” “  title: "รอง: ผู้อำนวยการ"” “  kind: person”' in problem.hint
    next(way for words, way in ways(problem) if "เพิ่ม" in words)(tmp_path)
    assert [each for each in load_manual(tmp_path)[1] if each.rule != "unused-entry"] == []


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u200b", "\u3000"])
@pytest.mark.parametrize(
    "case",
    [
        (PROCEDURE, f'{STEPS}"status{{}}": draft\n', "unknown-key", "5:1", "status"),
        (PROCEDURE, f'{STEPS}status: "draft{{}}"\n', "unknown-choice", "5:9", "draft"),
        (ROLES, MINIMAL[ROLES] + '"clerk{}":\n  title: ธุรการ\n  kind: person\n', "bad-id", "4:1", "clerk"),
    ],
)
def test_a_space_behind_a_word_is_told_as_such(
    tmp_path: Path, space: str, case: tuple[str, str, str, str, str]
) -> None:
    file, text, rule, place, meant = case
    problem = next(each for each in told(tmp_path, {file: text.format(space)}) if each.rule == rule)
    assert str(problem.location) == f"{file}:{place}"
    assert "เว้นวรรคหรืออักขระที่มองไม่เห็น" in problem.message
    assert problem.hint.startswith(f"เขียนเป็น “{meant}” ")


def test_what_names_an_entry_with_a_space_behind_it_is_not_told(tmp_path: Path) -> None:
    """The mistake is where the entry is: told once, and nowhere told to be repeated."""
    roles = MINIMAL[ROLES].replace("planning-group:", '"planning-group ":')
    [problem] = load_manual(write_project(tmp_path, minimal_with({ROLES: roles})))[1]
    assert str(problem.location) == f"{ROLES}:1:1"


@pytest.mark.parametrize("key", ["title", "owner"])
def test_a_field_that_must_be_there_is_not_told_to_be_deleted(tmp_path: Path, key: str) -> None:
    lines = [f"{key}:" if line.startswith(f"{key}:") else line for line in STEPS.split("\n")]
    [problem] = told(tmp_path, {PROCEDURE: "\n".join(lines)})
    assert problem.rule == "empty-text"
    assert "ลบทั้งบรรทัด" not in problem.hint


def test_an_id_that_is_gone_is_told_with_those_that_are_there(tmp_path: Path) -> None:
    steps = (
        "title: งาน\nowner: planning-group\nsteps:\n  - id: ask\n    text: ก\n  - text: ข\n    go: register\n"
    )
    linked = (
        "title: ข\nowner: planning-group\nsteps:\n  - text: '[ดู](procedure:expenditure-analysis#register)'\n"
    )
    edition = MINIMAL[EDITION].replace("- expenditure-analysis", "- expenditure-analysis\n      - other")
    files = {PROCEDURE: steps, "procedures/budget/other.yml": linked, EDITION: edition}
    go, link = told(tmp_path, files)
    assert (go.rule, link.rule) == ("go-to-nowhere", "unknown-step")
    for problem in (go, link):
        assert "ask" in problem.hint
        assert "ก่อน" not in problem.hint
    assert "ลบ “#register”" in link.hint
    assert "“id: register”" in go.hint


def test_a_lost_procedure_makes_nothing_unused(tmp_path: Path) -> None:
    problems = load_manual(write_project(tmp_path, minimal_with({PROCEDURE: None})))[1]
    assert [each.rule for each in problems] == ["unknown-procedure"]
