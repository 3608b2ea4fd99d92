"""What an editor means is named where it can be known: in links, in lists, in catalogues, behind what is not read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.problems import Problem, Severity
from tests.support import minimal_with, write_project

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
ROLES = "procedures/catalogue/roles.yml"
FORMS = "procedures/catalogue/forms.yml"
REFERENCES = "procedures/catalogue/references.yml"
TITLE = "งานวิเคราะห์งบประมาณ"
STEPS = f"title: {TITLE}\nowner: planning-group\nsteps:\n  - text: ก\n"
LINKED = f"{STEPS}    detail: ดู [งานนี้]({{}})\n"


def errors(root: Path, files: Mapping[str, str | None]) -> list[Problem]:
    told = load_manual(write_project(root, minimal_with(files)))[1]
    return [each for each in told if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "target",
    [
        "expenditure-analysis",
        "expenditure-analysis.yml",
        "../budget/expenditure-analysis.yml",
        "budget/expenditure-analysis/",
        TITLE,
    ],
)
def test_a_link_that_means_a_procedure_is_told_with_how_it_is_written(target: str, tmp_path: Path) -> None:
    (problem,) = errors(tmp_path, {PROCEDURE: LINKED.format(target)})
    assert "“procedure:expenditure-analysis”" in problem.hint


@pytest.mark.parametrize(
    ("files", "rule", "place", "hint"),
    [
        (
            {PROCEDURE: f"{STEPS}objective:\n  ก\n  - ข\n"},
            "wrong-type",
            f"{PROCEDURE}:6:3",
            "เขียนเป็น - ก",
        ),
        ({PROCEDURE: f"{STEPS}objective: ก\n  - ข\n"}, "wrong-type", f"{PROCEDURE}:5:12", "แล้วเขียนเป็น - ก"),
        (
            {PROCEDURE: f"{STEPS}    outcomes: [ก, {{label: ข, go: end}}]\n"},
            "wrong-type",
            f"{PROCEDURE}:5:16",
            "เขียนเป็น {label: ก}",
        ),
        (
            {PROCEDURE: f"{STEPS}    outcomes:\n      - when: ก\n      - {{label: ข, go: end}}\n"},
            "unknown-key",
            f"{PROCEDURE}:6:9",
            "“label: ก”",
        ),
        (
            {PROCEDURE: f"{STEPS}    forms: [ผ.1]\n", FORMS: "paper:\n  title: แบบ\n  number: ผ.1\n"},
            "bad-id",
            f"{PROCEDURE}:5:13",
            "“paper”",
        ),
        (
            {
                PROCEDURE: f"{STEPS}references: [law]\n",
                REFERENCES: "law:\n  title: ก\n  type: act\n  url: law.example/a\n",
            },
            "bad-url",
            f"{REFERENCES}:4:8",
            "https://law.example/a",
        ),
        (
            {
                PROCEDURE: f"{STEPS}    role: board\n",
                ROLES: "planning-group: {title: กลุ่ม, kind: unit}\nบอร์ด: {title: บอร์ด, kind: committee}\n",
            },
            "bad-id",
            f"{ROLES}:2:1",
            "“board”",
        ),
    ],
)
def test_what_is_meant_is_named(
    files: Mapping[str, str], rule: str, place: str, hint: str, tmp_path: Path
) -> None:
    (problem,) = errors(tmp_path, files)
    assert (problem.rule, str(problem.location)) == (rule, place)
    assert hint in problem.hint


def test_a_document_that_is_described_where_it_is_cited_belongs_in_the_catalogue(tmp_path: Path) -> None:
    told = errors(tmp_path, {PROCEDURE: f"{STEPS}references:\n  - id: law\n    title: ก\n"})
    assert [REFERENCES in each.hint for each in told if each.rule == "unknown-key"] == [True]


def test_what_a_file_that_cannot_be_read_may_say_is_not_missing_elsewhere(tmp_path: Path) -> None:
    files = {
        PROCEDURE: f"{STEPS}   kind: document\ndefinitions:\n  - {{term: ข, meaning: ค}}\n",
        "procedures/onboarding/new.yml": "title: ทาง\nrole: planning-group\nstops:\n  - term: ข\n",
        "procedures/retired.yml": "ids:\n  - {kind: step, old: a#b, new: expenditure-analysis#take}\n",
    }
    assert {each.location.file for each in errors(tmp_path, files)} == {PROCEDURE}


def test_no_step_is_suggested_whose_id_is_none(tmp_path: Path) -> None:
    steps = STEPS.replace("- text", "- id: Take\n    text")
    item = "---\ntitle: ก\nkind: lesson\nprocedures: [expenditure-analysis#take]\n---\n\nก\n"
    told = errors(tmp_path, {PROCEDURE: steps, "docs/knowledge/late.md": item})
    assert not any("“Take”" in each.hint for each in told)
