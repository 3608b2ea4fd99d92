"""A new procedure: a skeleton that passes once filled in, nothing overwritten, nothing else changed."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual
from generator.cli import main
from generator.scaffold.new_procedure import NewProcedureError, start_procedure
from tests.support import MINIMAL

LayOut = Callable[[Mapping[str, str | None]], Path]
EDITION = "procedures/editions/khonkaen5-2566.yml"
_FILLED = {"title:": "title: งานใหม่", "owner:": "owner: planning-group", "  - text:": "  - text: ทำงาน"}


def fill_in(file: Path) -> None:
    """Write what must be there behind the keys that wait for it."""
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join(_FILLED.get(line, line) for line in lines), encoding="utf-8", newline="\n")


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_skeleton_waits_for_title_owner_and_step_and_then_passes(project: LayOut) -> None:
    root = project({})
    made = start_procedure(root, "budget/budget-audit")
    assert made.file == root / "procedures/budget/budget-audit.yml"
    _, problems = load_manual(root)
    assert {(problem.rule, problem.line_text) for problem in problems} == {
        ("empty-text", "title:"),
        ("empty-text", "owner:"),
        ("empty-text", "  - text:"),
    }
    fill_in(made.file)
    manual, problems = load_manual(root)
    assert problems == []
    assert manual is not None
    assert [placed.id for placed in manual.procedures()] == ["expenditure-analysis", "budget-audit"]


def test_every_unused_key_can_be_used_by_removing_its_mark(project: LayOut) -> None:
    made = start_procedure(project({}), "budget/budget-audit")
    text = made.file.read_text(encoding="utf-8")
    unmarked = [line.replace("# ", "", 1) for line in text.split("\n") if line.strip()[:2] != "##"]
    made.file.write_text("\n".join(unmarked), encoding="utf-8", newline="\n")
    _, problems = load_manual(project({}))
    structural = {"syntax", "unknown-key", "duplicate-key", "wrong-type", "tab"}
    assert {problem.rule for problem in problems} & structural == set()


def test_the_roles_of_the_catalogue_are_shown(project: LayOut) -> None:
    made = start_procedure(project({}), "budget/budget-audit")
    assert "##   planning-group: กลุ่มนโยบายและแผน\nowner:" in made.file.read_text(encoding="utf-8")


def test_a_new_area_gets_its_file_and_its_place(project: LayOut) -> None:
    root = project({})
    made = start_procedure(root, "audit/first-audit")
    assert made.area_file == root / "procedures/audit/_area.yml"
    fill_in(made.file)
    fill_in(made.area_file)
    manual, problems = load_manual(root)
    assert problems == []
    assert manual is not None
    assert [(area.number, area.id, area.title) for area in manual.areas][1:] == [("2", "audit", "งานใหม่")]
    assert (root / EDITION).read_text(encoding="utf-8") == MINIMAL[EDITION] + (
        "  - id: audit\n    procedures:\n      - first-audit\n"
    )


@pytest.mark.parametrize(
    "target",
    [
        "budget/audit",
        " budget/audit ",
        "budget\\audit",
        "procedures/budget/audit.yml",
        "./procedures/budget/audit.yml",
    ],
)
def test_the_path_of_the_file_is_understood(project: LayOut, target: str) -> None:
    root = project({})
    assert start_procedure(root, target).file == root / "procedures/budget/audit.yml"


@pytest.mark.parametrize(
    ("target", "reason", "said"),
    [
        ("", "bad-target", "budget/budget-request"),
        ("audit", "bad-target", "budget/budget-request"),
        ("a/b/c", "bad-target", "b/c"),
        ("../../etc/passwd", "bad-target", "etc/passwd"),
        ("../x", "bad-id", ".."),
        ("Budget/audit", "bad-id", "budget"),
        ("budget/งานใหม่", "bad-id", "budget-request"),
        ("budget/Budget_Audit", "bad-id", "budget-audit"),
        ("budget/-x", "bad-id", "เช่น x"),
        ("budget/", "bad-id", "budget-request"),
        ("budget/" + "x" * 81, "too-long", "80"),
        ("budget/con", "reserved", "con-work"),
        ("budget/index", "reserved", "index-work"),
        ("editions/audit", "reserved", "editions-work"),
        ("references/audit", "reserved", "references-work"),
        ("budget/expenditure-analysis", "exists", "procedures/budget/expenditure-analysis.yml"),
        ("audit/expenditure-analysis", "id-taken", "procedures/budget/expenditure-analysis.yml"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(project: LayOut, target: str, reason: str, said: str) -> None:
    root = project({})
    before = contents(root)
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, target)
    assert refused.value.reason == reason
    assert said in str(refused.value)
    assert contents(root) == before


def test_without_a_project_there_is_nothing_to_add_to(tmp_path: Path) -> None:
    with pytest.raises(NewProcedureError, match="procedures/"):
        start_procedure(tmp_path, "budget/audit")


def test_an_area_that_is_a_link_is_left_alone(project: LayOut, tmp_path: Path) -> None:
    root = project({})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "procedures/audit").symlink_to(elsewhere)
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, "audit/first-audit")
    assert refused.value.reason == "no-folder"
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(project: LayOut) -> None:
    root = project({"procedures/audit": "a file where the folder would be"})
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, "audit/first-audit")
    assert refused.value.reason == "no-folder"


def test_other_editions_are_named(project: LayOut) -> None:
    root = project({"procedures/editions/other-2567.yml": MINIMAL[EDITION]})
    assert "procedures/editions/other-2567.yml" in start_procedure(root, "budget/audit").report


def test_the_command_says_what_it_did_and_what_it_refuses(project: LayOut) -> None:
    root = project({})
    done = CliRunner().invoke(main, ["new", "budget/audit", str(root)])
    assert (done.exit_code, "procedures/budget/audit.yml" in done.output) == (0, True)
    refused = CliRunner().invoke(main, ["new", "budget/audit", str(root)])
    assert (refused.exit_code, "จึงไม่ได้เขียนทับ" in refused.output) == (2, True)


def test_a_procedure_can_be_one_editions_own(project: LayOut) -> None:
    root = project({"procedures/editions/other-2567.yml": MINIMAL[EDITION]})
    made = start_procedure(root, "budget/audit", "other-2567")
    assert made.file == root / "procedures/editions/other-2567/budget/audit.yml"
    assert made.area_file is None
    assert "ของฉบับ other-2567 เท่านั้น" in made.report
    fill_in(made.file)
    assert load_manual(root)[1] == []
    assert (root / EDITION).read_text(encoding="utf-8") == MINIMAL[EDITION]
    manual, _ = load_manual(root, "other-2567")
    assert manual is not None
    assert [(placed.id, placed.is_own) for placed in manual.procedures()] == [
        ("expenditure-analysis", False),
        ("audit", True),
    ]


def test_an_own_area_gets_its_file_beside_the_procedure(project: LayOut) -> None:
    root = project({})
    made = start_procedure(root, "procedures/editions/khonkaen5-2566/audit/first-audit.yml")
    assert made.area_file == root / "procedures/editions/khonkaen5-2566/audit/_area.yml"
    fill_in(made.file)
    fill_in(made.area_file)
    assert load_manual(root)[1] == []
    second = start_procedure(root, "audit/second-audit", "khonkaen5-2566")
    assert second.area_file is None


@pytest.mark.parametrize(
    ("target", "edition", "reason", "said"),
    [
        ("budget/audit", "nothing", "unknown-edition", "khumue new edition nothing"),
        ("budget/audit", "../x", "unknown-edition", "khonkaen5-2566"),
        ("budget/expenditure-analysis", "khonkaen5-2566", "id-taken", "procedures/budget"),
        ("editions/other/budget/audit", "khonkaen5-2566", "bad-target", "budget/audit"),
    ],
)
def test_an_own_procedure_that_cannot_be_made_is_refused(
    project: LayOut, target: str, edition: str, reason: str, said: str
) -> None:
    root = project({})
    before = contents(root)
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, target, edition)
    assert refused.value.reason == reason
    assert said in str(refused.value)
    assert contents(root) == before


def test_editions_may_have_own_procedures_of_the_same_name_but_the_base_may_not_take_it(
    project: LayOut,
) -> None:
    root = project({"procedures/editions/other-2567.yml": MINIMAL[EDITION]})
    start_procedure(root, "budget/audit", "other-2567")
    start_procedure(root, "budget/audit", "khonkaen5-2566")
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, "budget/audit")
    assert refused.value.reason == "id-taken"


def test_a_folder_of_own_procedures_that_is_a_link_is_left_alone(project: LayOut, tmp_path: Path) -> None:
    root = project({})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "procedures/editions/khonkaen5-2566").symlink_to(elsewhere)
    with pytest.raises(NewProcedureError) as refused:
        start_procedure(root, "budget/audit", "khonkaen5-2566")
    assert refused.value.reason == "no-folder"
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("words", [["new"], ["new", "procedure"]])
def test_the_command_takes_an_edition(project: LayOut, words: list[str]) -> None:
    root = project({})
    done = CliRunner().invoke(main, [*words, "--edition", "khonkaen5-2566", "budget/audit", str(root)])
    assert (done.exit_code, "editions/khonkaen5-2566/budget/audit.yml" in done.output) == (0, True)
