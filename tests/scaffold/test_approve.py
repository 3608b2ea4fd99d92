"""``khumue approve``: what is approved is recorded, told, and outdated by the next change of what readers are told."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual
from generator.cli import main
from generator.problems import Problem
from tests.support import MINIMAL

LayOut = Callable[[Mapping[str, str | None]], Path]
EDITION = "procedures/editions/khonkaen5-2566.yml"
OTHER = "procedures/editions/other.yml"
FILE = "procedures/budget/expenditure-analysis.yml"
ROLES = "procedures/catalogue/roles.yml"
ID = "expenditure-analysis"
BASE = {ROLES: f"{MINIMAL[ROLES]}area-director:\n  title: ผู้อำนวยการเขต\n  kind: person\n"}
GIVEN = ("--by", "area-director", "--date", "2568-05-21")


@pytest.fixture(autouse=True)
def judged_in_2568(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")  # 1 December 2025


def approve(root: Path, *arguments: str) -> tuple[int, str]:
    """The exit code of the command and what it tells."""
    done = CliRunner().invoke(main, ["approve", *arguments, str(root)])
    return done.exit_code, done.output


def problems(root: Path) -> list[Problem]:
    return load_manual(root)[1]


def rules(root: Path) -> set[str]:
    return {each.rule for each in problems(root)}


def fingerprint(root: Path, edition: str | None = None) -> str:
    manual = load_manual(root, edition)[0]
    placed = manual.procedure(ID) if manual is not None else None
    assert placed is not None
    return placed.fingerprint


def text_of(root: Path, file: str = EDITION) -> str:
    return (root / file).read_text(encoding="utf-8")


def change(root: Path, old: str, new: str, file: str = FILE) -> None:
    before = text_of(root, file)
    assert old in before
    (root / file).write_text(before.replace(old, new), encoding="utf-8")


def test_from_approval_over_change_to_the_next_approval(project: LayOut) -> None:
    root = project(BASE)
    code, told = approve(root, ID, *GIVEN, "--order", "คำสั่งที่ 12/2568")
    first = fingerprint(root)
    assert (code, first in told, EDITION in told) == (0, True, True)
    assert text_of(root) == (
        f"{MINIMAL[EDITION]}\napprovals:\n  - procedure: {ID}\n    role: area-director\n    date: 2568-05-21\n"
        f"    order: คำสั่งที่ 12/2568\n    fingerprint: {first}\n"
    )
    assert rules(root) == set()

    change(root, "text: วิเคราะห์", "text: ทบทวนและวิเคราะห์")
    (problem,) = problems(root)
    assert (problem.rule, problem.location.file, problem.location.line) == ("approval-outdated", EDITION, 13)
    command = problem.hint.partition("khumue approve ")[2].partition(" โดย")[0].split()
    assert command == [ID, *GIVEN[:2], "--date", "2568-12-01", "--edition", "khonkaen5-2566"]

    code, told = approve(root, *command)
    assert (code, "แทนการอนุมัติครั้งก่อน" in told) == (0, True)
    assert "order" not in text_of(root)
    assert first not in text_of(root)
    assert rules(root) == set()


def test_what_is_recorded_already_is_told_and_a_slip_can_be_mended(project: LayOut) -> None:
    root = project(BASE)
    approve(root, ID, *GIVEN)
    before = text_of(root)
    code, told = approve(root, ID, *GIVEN)
    assert (code, "บันทึกการอนุมัตินี้ของข้อความปัจจุบันไว้แล้ว" in told, text_of(root)) == (2, True, before)
    assert approve(root, ID, *GIVEN[:2], "--date", "22 พฤษภาคม 2568")[0] == 0
    assert text_of(root) == before.replace("2568-05-21", "22 พฤษภาคม 2568")


def test_a_trial_writes_nothing(project: LayOut) -> None:
    root = project(BASE)
    code, told = approve(root, ID, *GIVEN, "--dry-run")
    assert (code, "ยังไม่ได้เขียน" in told, text_of(root)) == (0, True, MINIMAL[EDITION])


def test_of_several_editions_the_one_that_is_named(project: LayOut) -> None:
    root = project({**BASE, OTHER: MINIMAL[EDITION]})
    code, told = approve(root, ID, *GIVEN)
    assert (code, "khonkaen5-2566, other" in told) == (2, True)
    assert approve(root, ID, *GIVEN, "--edition", "other")[0] == 0
    assert text_of(root) == MINIMAL[EDITION]
    assert fingerprint(root, "other") in text_of(root, OTHER)
    assert rules(root) == set()


def test_an_approval_holds_for_the_text_of_its_edition_alone(project: LayOut) -> None:
    values = "values: {system: A}\n"
    text = MINIMAL[FILE].replace("วิเคราะห์แผนงาน งาน และโครงการ", "วิเคราะห์ด้วย ${system}")
    root = project({**BASE, FILE: text, EDITION: MINIMAL[EDITION] + values, OTHER: MINIMAL[EDITION] + values})
    for edition in ("khonkaen5-2566", "other"):
        assert approve(root, ID, *GIVEN, "--edition", edition)[0] == 0
    change(root, "system: A", "system: B", OTHER)
    assert [(each.rule, each.location.file) for each in problems(root)] == [("approval-outdated", OTHER)]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((ID, "--by", "area-directr", "--date", "2568-05-21"), 2, "ต้องการเขียน area-director"),
        ((ID, "--by", "nobody", "--date", "2568-05-21"), 2, "planning-group, area-director"),
        (("expenditure-analysys", *GIVEN), 2, f"ต้องการเขียน {ID}"),
        (("zzz", *GIVEN), 2, f"งานที่ฉบับนี้มีคือ {ID}"),
        ((ID, "--by", "area-director", "--date", "2568-12-02"), 2, "ยังมาไม่ถึง"),
        ((ID, "--by", "area-director", "--date", "2569"), 2, "ยังมาไม่ถึง"),
        ((ID, "--by", "area-director", "--date", "เมื่อวาน"), 2, "ไม่ใช่วันที่"),
        ((ID, *GIVEN, "--order", "ก\x00"), 2, "เลขที่คำสั่ง (--order)"),
        ((ID, *GIVEN, "--edition", "nothing"), 2, "khonkaen5-2566"),
        (GIVEN, 2, "ใส่รหัสของงานที่อนุมัติ"),
    ],
)
def test_what_cannot_be_recorded_is_told(
    project: LayOut, arguments: tuple[str, ...], code: int, said: str
) -> None:
    root = project(BASE)
    done = approve(root, *arguments)
    assert (done[0], said in done[1], text_of(root)) == (code, True, MINIMAL[EDITION])


@pytest.mark.parametrize("status", ["planned", "retired"])
def test_what_has_no_text_in_use_cannot_be_approved(project: LayOut, status: str) -> None:
    root = project({**BASE, FILE: f"{MINIMAL[FILE]}status: {status}\n"})
    code, told = approve(root, ID, *GIVEN)
    assert (code, status in told, text_of(root)) == (2, True, MINIMAL[EDITION])


def test_a_project_with_errors_is_mended_first(project: LayOut) -> None:
    root = project({**BASE, FILE: MINIMAL[FILE].replace("go: analyse", "go: nowhere")})
    code, told = approve(root, ID, *GIVEN)
    assert (code, "unknown-step" in told or "go-to-nowhere" in told) == (1, True)
    assert text_of(root) == MINIMAL[EDITION]


def test_where_the_file_leaves_doubt_the_lines_to_write_are_told(project: LayOut) -> None:
    odd = f"{MINIMAL[EDITION]}approvals:\n  - role: area-director\n    procedure: {ID}\n    date: 2567\n"
    root = project({**BASE, EDITION: odd.replace("  - role", "  -\n    role")})
    assert approve(root, ID, *GIVEN)[0] == 0
    root = project(
        {
            **BASE,
            EDITION: odd.replace("role: area-director", "order: เดิม").replace(
                "date: 2567", "date: 2567\n    role: area-director"
            ),
        }
    )
    code, told = approve(root, ID, *GIVEN)
    assert (code, f"fingerprint: {fingerprint(root)}" in told) == (1, True)
