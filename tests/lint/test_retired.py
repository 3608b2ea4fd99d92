"""An id that is there no more is told with what it became, wherever an unknown id is told."""

from pathlib import Path

import pytest

from generator.assembly import read_editions
from generator.project import read_project
from tests.support.named_everywhere import OFFICE, write_named_everywhere

RETIRED = "procedures/retired.yml"
PLAN = "procedures/budget/spending-plan.yml"
NOTED = """\
ids:
  - {kind: procedure, old: old-plan-making, new: spending-plan}
  - {kind: step, old: spending-plan#gather, new: spending-plan#collect}
  - {kind: step, old: spending-plan#moved, new: own-leave#ask}
  - {kind: step, old: spending-plan#cut}
  - {kind: role, old: boss, new: chief}
  - {kind: role, old: chief, new: director}
  - {kind: role, old: clerk}
  - {kind: reference, old: old-law, new: budget-regulation}
  - {kind: form, old: old-form, new: request-form}
  - {kind: term, old: old-term, new: obec}
"""
NOW = "รหัสนี้เคยมี เปลี่ยนเป็น “{}” แล้ว ให้เขียน “{}”"
GONE = "รหัสนี้เคยมี แต่"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_named_everywhere(tmp_path_factory.mktemp("retired") / "project")
    (root / RETIRED).write_text(NOTED, encoding="utf-8")
    assert not [each for each in read_editions(root).problems if each.rule.startswith("retired")]
    return root


@pytest.mark.parametrize(
    ("file", "old", "new", "rule", "hint"),
    [
        (PLAN, "owner: planning-group", "owner: boss", "unknown-role", NOW.format("director", "director")),
        (PLAN, "owner: planning-group", "owner: clerk", "unknown-role", GONE),
        (PLAN, "[five-year-plan]", "[old-law]", "unknown-reference", NOW.format(*["budget-regulation"] * 2)),
        (PLAN, "[request-form]", "[old-form]", "unknown-form", NOW.format(*["request-form"] * 2)),
        (PLAN, "(procedure:audit)", "(procedure:old-plan-making)", "unknown-procedure", NOW[:24]),
        (
            PLAN,
            "(procedure:audit)",
            "(procedure:spending-plan#gather)",
            "unknown-step",
            NOW.format(*["collect"] * 2),
        ),
        (PLAN, "(procedure:audit)", "(procedure:spending-plan#cut)", "unknown-step", GONE),
        (PLAN, "(procedure:audit)", "(procedure:spending-plan#moved)", "unknown-step", "own-leave#ask"),
        (PLAN, "go: draft", "go: gather", "go-to-nowhere", NOW.format(*["collect"] * 2)),
        (PLAN, "go: draft", "go: cut", "go-to-nowhere", GONE),
        (
            OFFICE,
            "steps/propose/role",
            "steps/gather/role",
            "change-addresses-nothing",
            "“steps/collect/role”",
        ),
        (
            OFFICE,
            "references/spending-order",
            "references/old-law",
            "change-addresses-nothing",
            "budget-regulation",
        ),
        (
            OFFICE,
            "'spending-plan':",
            "old-plan-making:",
            "unknown-procedure",
            NOW.format(*["spending-plan"] * 2),
        ),
        (
            "docs/about/where.md",
            "../roles/director.md",
            "../roles/boss.md",
            "unknown-document",
            "“../roles/director.md”",
        ),
        (
            "procedures/editions/other-2566/onboarding/committee.yml",
            "budget/audit.md",
            "budget/old-plan-making.md",
            "unknown-page",
            "“budget/spending-plan.md”",
        ),
        (
            "docs/knowledge/late-draft.md",
            "spending-plan#sort",
            "old-plan-making#sort",
            "unknown-procedure",
            NOW.format(*["spending-plan"] * 2),
        ),
        (
            "procedures/onboarding/new-director.yml",
            "step: propose",
            "step: gather",
            "unknown-step",
            NOW.format(*["collect"] * 2),
        ),
    ],
)
def test_what_an_id_became_is_the_hint(
    source: Path, file: str, old: str, new: str, rule: str, hint: str
) -> None:
    path = source / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    try:
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        told = [each for each in read_editions(source).problems if each.rule == rule]
    finally:
        path.write_text(before, encoding="utf-8", newline="\n")
    assert [each.hint for each in told if hint in each.hint], [each.hint for each in told]


def test_each_misfit_is_told_at_its_place(source: Path) -> None:
    noted = """\
ids:
  - {kind: step, old: collect, new: spending-plan#collect}
  - {kind: role, old: boss, new: nobody}
  - {kind: role, old: director, new: committee}
  - {kind: form, old: a, new: b}
  - {kind: form, old: b, new: c}
  - {kind: form, old: c, new: b}
  - {kind: term, old: old-term, new: obec}
  - {kind: term, old: old-term}
  - {kind: nothing, old: x}
  - {old: ผิด}
"""
    (source / RETIRED).write_text(noted, encoding="utf-8")
    try:
        problems = [each for each in read_editions(source).problems if each.location.file == RETIRED]
    finally:
        (source / RETIRED).write_text(NOTED, encoding="utf-8")
    assert [(each.rule, each.location.line, each.location.column) for each in problems] == [
        ("retired-kind", 2, 23),
        ("retired-to-nothing", 3, 34),
        ("retired-in-use", 4, 23),
        ("retired-to-nothing", 5, 31),
        ("retired-in-a-circle", 6, 31),
        ("retired-twice", 9, 23),
        ("unknown-choice", 10, 12),
        ("missing-key", 11, 6),
        ("bad-id", 11, 11),
    ]
    assert read_project(source).problems == []
