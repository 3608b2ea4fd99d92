"""Whatever is wrong with a flow, following hints ends: with a clean check, and never in a circle."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import generator.lint
from generator.assembly import load_manual
from generator.problems import Problem, Severity
from tests.lint.test_hints_followed import state
from tests.support.auditing import examples
from tests.support.following import ways

EXAMPLE = Path(generator.lint.__file__).with_name("example")
FILE = "procedures/office-work/letters.yml"
MOST_ROUNDS = 40
"""How many hints one procedure may need: each has many mistakes."""


def broken_steps(chance: random.Random) -> list[dict[str, Any]]:
    """Steps, forks and sub-steps whose ways lead anywhere: into branches, out of them, to nothing, round and round."""
    steps: list[dict[str, Any]] = []

    def step(depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {"id": f"s{len(steps)}", "text": f"ทำเรื่องที่ {len(steps)}"}
        steps.append(made)
        inner = chance.choice(["", "", "parallel", "parallel", "steps"]) if depth else ""
        if inner:
            made[inner] = [step(depth - 1) for _ in range(chance.choice([1, 2, 2, 3]))]
        return made

    top = [step(2) for _ in range(chance.randint(2, 4))]
    goals = [None, None, "end", "nowhere", *(each["id"] for each in steps)]
    for each in steps:
        if "parallel" not in each and chance.random() < 0.35:
            count = chance.choice([1, 2, 2, 2, 3])
            each["outcomes"] = [
                {"label": f"กรณีที่ {at}"} | ({"go": goal} if (goal := chance.choice(goals)) else {})
                for at in range(count)
            ]
            if chance.random() < 0.3:
                each["kind"] = "decision"
        if chance.random() < 0.25:
            each["go"] = chance.choice(goals[2:])
    return top


def written(root: Path, steps: list[dict[str, Any]]) -> Path:
    """A project with one procedure of such steps."""
    shutil.copytree(EXAMPLE, root)
    procedure = {"title": "งานรับหนังสือ", "owner": "clerk", "steps": steps}

    class Indented(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - its own
            super().increase_indent(flow, indentless=False)

    text = yaml.dump(procedure, Dumper=Indented, allow_unicode=True, sort_keys=False, width=1000)
    (root / FILE).write_text(text, encoding="utf-8")
    return root


def errors_of(root: Path) -> list[Problem]:
    """What is to be mended."""
    return [each for each in load_manual(root)[1] if each.severity is Severity.ERROR]


def follow_to_the_end(root: Path, chance: random.Random) -> None:
    """Follow any way of any hint, until nothing is left."""
    seen, story = {state(root)}, []
    for _ in range(MOST_ROUNDS):
        errors = errors_of(root)
        if not errors:
            return
        story.append((root / FILE).read_text(encoding="utf-8"))
        offered = [(each, words, way) for each in errors for words, way in ways(each)]
        told = "\n".join(f"{each.location} {each.rule}: {each.message} → {each.hint}" for each in errors)
        assert {each.rule for each in errors} == {each.rule for each, _, _ in offered}, f"no way: {told}"
        problem, words, way = chance.choice(offered)
        story.append(f"{problem.location} {problem.rule}: {problem.message} → {words}")
        way(root)
        assert state(root) not in seen, f"in a circle: {story[-6:]}"
        seen.add(state(root))
    raise AssertionError("no end: " + "\n".join(story[-8:]))


@pytest.mark.parametrize("seed", range(examples(800)))
def test_following_hints_about_a_flow_ends_with_a_clean_check(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - it hides nothing
    follow_to_the_end(written(tmp_path / "project", broken_steps(chance)), chance)


FORK = """\
title: งานตรวจร่าง
owner: clerk
steps:
  - id: draft
    text: ร่างประกาศ
  - text: ส่งร่างให้ตรวจ
    parallel:
      - text: ตรวจข้อกฎหมาย
        outcomes:
          - label: ถูกต้อง
            {go}
          - label: ไม่ถูกต้อง
            go: draft
      - text: ตรวจวงเงิน
  - text: รวมผลการตรวจ
"""


@pytest.mark.parametrize(
    ("go", "rule", "hint"),
    [
        (
            "",
            "go-out-of-branch",
            (
                "ลบ outcomes ของขั้นตอนที่ 2.1 ออกทั้งหมดเพื่อรอให้ครบทุกทาง แล้วเพิ่มขั้นตอนใหม่ต่อจากขั้นตอนที่ 2 "
                "ที่มี outcomes เหล่านั้น หรือเขียน “end” ถ้าให้จบงานทั้งหมดทันที"
            ),
        ),
        (
            "go: end",
            "go-out-of-branch",
            "ลบบรรทัดนี้ออกเพื่อรอให้ครบทุกทาง แล้วตัดสินใจว่าจะไปที่ใดในขั้นตอนถัดจากขั้นตอนที่ 2",
        ),
    ],
)
def test_a_decision_is_not_told_to_keep_outcomes_that_would_lead_to_one_place(
    go: str, rule: str, hint: str, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    shutil.copytree(EXAMPLE, root)
    (root / FILE).write_text(FORK.format(go=go).replace("            \n", ""), encoding="utf-8")
    assert [(each.rule, each.hint) for each in errors_of(root)] == [(rule, hint)]


def test_a_branch_that_never_ends_is_told_beside_one_with_steps_of_its_own(tmp_path: Path) -> None:
    branches = [{"text": "ก", "steps": [{"text": "ข"}]}, {"id": "c", "text": "ค", "go": "c"}]
    root = written(tmp_path / "project", [{"text": "แยก", "parallel": branches}])
    assert [(each.rule, each.location.line) for each in errors_of(root)] == [("endless-loop", 11)]
