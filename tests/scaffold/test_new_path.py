"""A new learning path: it passes the checks as it is, and leads through all that the role does."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import read_editions
from generator.cli import main
from generator.scaffold.new_path import NewPathError, start_path
from tests.support.offices import FILES, FIRST, SECOND

LayOut = Callable[[Mapping[str, str | None]], Path]


def onboarding_problems(root: Path) -> list[str]:
    problems = read_editions(root).problems
    return [each.rule for each in problems if "onboarding" in each.location.file]


def test_it_leads_through_what_the_role_does_and_passes(project: LayOut) -> None:
    root = project(FILES)
    made = start_path(root, "planning-group")
    assert made.file == root / "procedures/onboarding/planning-group.yml"
    assert onboarding_problems(root) == []
    manual = read_editions(root).manual(FIRST)
    assert manual is not None
    (path,) = manual.paths
    assert path.learning.title == "เส้นทางของกลุ่มนโยบายและแผน"
    stops = path.learning.stops
    assert [each.procedure for each in stops if each.procedure] == [
        "expenditure-analysis",
        "budget-request",
        "correspondence",
    ]
    assert stops[-1].checkpoint is not None
    assert "(3 งาน)" in made.report


def test_a_role_that_only_acts_together_with_others_has_a_path_too(project: LayOut) -> None:
    steps = "title: งานร่วม\nowner: planning-group\nsteps:\n  - text: ทำ\n    role: [planning-group, deputy]\n"
    file = next(each for each in FILES if each.endswith("correspondence.yml"))
    made = start_path(project({**FILES, file: steps}), "deputy")
    assert "procedure: correspondence" in made.file.read_text(encoding="utf-8")


def test_an_editions_own_path_leads_through_its_own_procedures(project: LayOut) -> None:
    root = project(FILES)
    made = start_path(root, "planning-group", "our-group", SECOND)
    assert made.file == root / f"procedures/editions/{SECOND}/onboarding/our-group.yml"
    assert onboarding_problems(root) == []
    manual = read_editions(root).manual(SECOND)
    assert manual is not None
    assert [each.procedure for each in manual.paths[0].learning.stops] == ["correspondence", "scanning", None]


def test_every_unused_key_can_be_used_by_removing_its_mark(project: LayOut) -> None:
    root = project(FILES)
    made = start_path(root, "planning-group")
    lines = made.file.read_text(encoding="utf-8").split("\n")
    unmarked = [line.replace("# ", "", 1) for line in lines if line.strip().startswith("# ")]
    text = "\n".join(unmarked)
    assert "summary:" in text
    assert "- term:" in text


@pytest.mark.parametrize(
    ("role", "identifier", "edition", "reason", "told"),
    [
        ("planing-group", "", "", "unknown-role-like", "planning-group"),
        ("xyz", "", "", "unknown-role", "planning-group"),
        ("deputy", "", "", "idle-role", FIRST),
        ("planning-group", "", "nowhere", "unknown-edition", SECOND),
        ("planning-group", "../x", "", "bad-id", "x"),
        ("planning-group", "เส้นทาง", "", "bad-id", "new-officer"),
        ("planning-group", "check", "", "reserved", "check-path"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(  # a table of cases
    project: LayOut, role: str, identifier: str, edition: str, reason: str, told: str
) -> None:
    root = project(FILES)
    with pytest.raises(NewPathError) as failure:
        start_path(root, role, identifier, edition)
    assert failure.value.reason == reason
    assert told in str(failure.value)
    assert list(root.rglob("onboarding")) == []


def test_nothing_is_overwritten(project: LayOut) -> None:
    root = project({**FILES, "procedures/onboarding/planning-group.yml": "ของเดิม"})
    for edition in ("", SECOND):
        with pytest.raises(NewPathError) as failure:
            start_path(root, "planning-group", "", edition)
        assert failure.value.reason == "exists"
    assert (root / "procedures/onboarding/planning-group.yml").read_text(encoding="utf-8") == "ของเดิม"


def test_nothing_is_written_through_a_link(project: LayOut, tmp_path: Path) -> None:
    root = project(FILES)
    (root / "procedures/onboarding").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(NewPathError) as failure:
        start_path(root, "planning-group")
    assert failure.value.reason == "no-folder"


def test_no_project_no_path(tmp_path: Path) -> None:
    with pytest.raises(NewPathError) as failure:
        start_path(tmp_path, "planning-group")
    assert failure.value.reason == "no-project"


def test_the_command(project: LayOut) -> None:
    root = project(FILES)
    runner = CliRunner()
    made = runner.invoke(main, ["new", "path", "planning-group", str(root)])
    assert (made.exit_code, "procedures/onboarding/planning-group.yml" in made.output) == (0, True)
    again = runner.invoke(main, ["new", "path", "planning-group", str(root)])
    assert (again.exit_code, "--id" in again.output) == (2, True)
