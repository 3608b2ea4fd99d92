"""Other ids: every use is found by what the models declare, no other byte changes, all of it is written or nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.assembly import load_manual, read_editions
from generator.cli import main
from generator.model import RetiredKind
from generator.overlay import all_edits
from generator.problems import Problem, has_errors
from generator.project import as_revised, read_project
from generator.scaffold.rename import BrokenProjectError, rename_id
from generator.scaffold.rename_names import ids_of
from generator.scaffold.renaming import RenameError
from generator.storage import writing
from generator.words import words_of
from tests.support.named_everywhere import OFFICE, WINDOWS, write_named_everywhere

NEW = "zz-renamed-zz"
"""An id that stands nowhere."""
RETIRED = "procedures/retired.yml"
ROLES = "procedures/catalogue/roles.yml"
PLAN = "procedures/budget/spending-plan.yml"
FINGERPRINT = re.compile(rb"(base: )[0-9a-f]{8}")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which everything is named everywhere; tests copy it."""
    return write_named_everywhere(tmp_path_factory.mktemp("named") / "project")


@pytest.fixture
def root(source: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(source, tmp_path / "project"))


def contents(root: Path) -> dict[str, bytes]:
    """The files of a project, by path."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def told(root: Path, new: str = "", old: str = "") -> list[tuple[str, str, int]]:
    """What is wrong with a project: rules, files and lines, as if an id were still the old one."""
    problems: list[Problem] = read_editions(root).problems
    places = [(each.rule, each.location.file, each.location.line) for each in problems]
    return sorted((rule, file.replace(new, old) if new else file, line) for rule, file, line in places)


def every_id(root: Path) -> Iterator[tuple[RetiredKind, str]]:
    """Everything in a project that can be renamed, as the command is told it."""
    project = read_project(root)
    edits = all_edits(project)
    procedures = ids_of(project, edits, RetiredKind.PROCEDURE, "")
    for kind in RetiredKind:
        if kind is not RetiredKind.STEP:
            yield from ((kind, each) for each in ids_of(project, edits, kind, ""))
    for procedure in procedures:
        steps = ids_of(project, edits, RetiredKind.STEP, procedure)
        yield from ((RetiredKind.STEP, f"{procedure}#{step}") for step in steps)


# ---------------------------------------------------------------------------------------- a whole project
def test_only_the_id_changes_and_renaming_back_restores_every_byte(root: Path) -> None:
    """Of everything in the project: nothing is wrong that was not, no byte differs but the id's and fingerprints'."""
    before, problems = contents(root), told(root)
    for kind, address in every_id(root):
        old = address.rpartition("#")[2]
        rename_id(root, kind, address, NEW)
        after = contents(root)
        assert told(root, NEW, old) == problems, address
        noted = after.pop(RETIRED)
        back = {
            file.replace(NEW, old): content.replace(NEW.encode(), old.encode())
            for file, content in after.items()
        }
        assert {*map(_plain, back.items())} == {*map(_plain, before.items())}, address
        assert f"old: {address}\n".encode() in noted
        new_address = address.replace(f"#{old}", f"#{NEW}") if "#" in address else NEW
        rename_id(root, kind, new_address, old)
        restored = contents(root)
        assert f"old: {address}\n".encode() not in restored.pop(RETIRED)
        assert restored == before, address
        (root / RETIRED).unlink()


def _plain(file: tuple[str, bytes]) -> tuple[str, bytes]:
    """A file without its fingerprints."""
    return file[0], FINGERPRINT.sub(rb"\1", file[1])


def test_every_use_is_another_afterwards(root: Path) -> None:
    """Written by hand: one of each way in which a step and its procedure can be named."""
    rename_id(root, RetiredKind.STEP, "spending-plan#collect", "gather")
    rename_id(root, RetiredKind.PROCEDURE, "spending-plan", "plan-spending")
    office = (root / OFFICE).read_text(encoding="utf-8")
    assert "plan: plan-spending\n" in office
    assert "first: gather\n" in office
    assert "- remove: steps/gather/forms/request-form\n" in office
    assert "- insert_after: steps/gather\n" in office
    assert "go: gather}" in office
    assert "(procedure:plan-spending#gather)" in office
    assert "'plan-spending':" in office
    where = (root / "docs/about/where.md").read_text(encoding="utf-8")
    assert "[แผน](../budget/plan-spending.md) [ขั้น](../budget/plan-spending.md#step-gather)" in where
    assert "'budget/plan-spending.md'   # หน้าแรกของงาน" in (root / "mkdocs.yml").read_text(encoding="utf-8")
    windows = (root / WINDOWS).read_bytes()
    assert windows.startswith(b"\xef\xbb\xbf---\r\n")
    assert b"procedures: [plan-spending#propose, 'audit']\r\n" in windows
    assert not (root / PLAN).exists()
    remaining = [
        file for file, text in contents(root).items() if b"spending-plan" in text and file != RETIRED
    ]
    assert remaining == []


def test_what_is_exported_is_the_same_but_for_the_id(root: Path, tmp_path: Path) -> None:
    def exported(name: str) -> dict[str, str]:
        for what in ("json", "markdown"):
            result = CliRunner().invoke(main, ["export", what, str(tmp_path / name / what), str(root)])
            assert result.exit_code == 0, result.output
        made = contents(tmp_path / name)
        return {file: content.decode("utf-8", errors="replace") for file, content in made.items()}

    before = exported("before")
    rename_id(root, RetiredKind.ROLE, "director", NEW)
    after = exported("after")
    back = {file.replace(NEW, "director"): text.replace(NEW, "director") for file, text in after.items()}
    differing = {file for file in before if back.get(file) != before[file]}
    assert differing == {"markdown/.khumue-export"}  # sums of the others
    assert back.keys() == before.keys()


def test_a_fingerprint_that_is_true_stays_true(root: Path) -> None:
    before = (root / OFFICE).read_bytes()
    rename_id(root, RetiredKind.FORM, "request-form", "other-form")
    after = (root / OFFICE).read_bytes()
    assert b"remove: steps/collect/forms/other-form" in after
    assert FINGERPRINT.findall(before) == FINGERPRINT.findall(after)
    assert sorted(re.findall(rb"base: (\w+)", before)) != sorted(re.findall(rb"base: (\w+)", after))
    assert not has_errors(load_manual(root, "other-2566")[1])


def test_what_is_noted_is_followed_and_gone_once_it_is_in_use_again(root: Path) -> None:
    for old, new in (("director", "head"), ("head", "chief"), ("chief", "director")):
        rename_id(root, RetiredKind.ROLE, old, new)
    noted = (root / RETIRED).read_text(encoding="utf-8")
    assert re.findall(r"old: (\S+)\n    new: (\S+)", noted) == [("head", "chief"), ("chief", "director")]
    manual, problems = load_manual(root)
    assert manual is not None
    assert not has_errors(problems)
    assert manual.former.now(RetiredKind.ROLE, "head") == "director"


def test_an_entry_is_added_as_the_others_are_written(root: Path) -> None:
    written = "# ของเรา\r\nids:\r\n- {kind: role, old: boss, new: director}   # เดิม\r\n"
    (root / RETIRED).write_bytes(written.encode())
    rename_id(root, RetiredKind.TERM, "obec", "basic-education")
    lines = (root / RETIRED).read_bytes().decode().removeprefix(written).split("\r\n")
    assert lines[:3] == ["- kind: term", "  old: obec", "  new: basic-education"]


# ---------------------------------------------------------------------------------------------- refusals
_NOTED = "ids:\n  - {kind: role, old: gave-up, new: committee}\n  - {kind: role, old: gone}\n"
REFUSALS = {
    "same": ("role", "director", "director"),
    "too-long": ("role", "director", "a" * 200),
    "bad-new": ("role", "director", "ผู้อำนวยการ"),
    "reserved": ("step", "spending-plan#collect", "end"),
    "taken": ("procedure", "audit", "leave"),
    "retired": ("role", "director", "gave-up"),
    "retired-for-good": ("role", "director", "gone"),
    "renamed-before": ("role", "gave-up", "other"),
    "unknown-near": ("role", "directer", "other"),
    "unknown": ("form", "zzzzzz", "other"),
    "none-known": ("step", "leave#x", "other"),
    "unknown-procedure": ("step", "spending-plane#collect", "other"),
    "step-alone": ("step", "collect", "other"),
    "other-procedure": ("step", "spending-plan#collect", "audit#collect"),
    "odd-writing": ("role", "escaped-role", "other"),
    "odd-retired": ("role", "director", "other"),
    "odd-address": ("procedure", "leave", "other"),
}
BEFORE = {
    "odd-address": {OFFICE: ("(procedure:leave) ด้วย", "(procedure:lea…")},
    "odd-writing": {ROLES: ("ministry:", '"escaped\\x2Drole":')},
    "odd-retired": {RETIRED: (_NOTED, "ids: []\n")},
}


@pytest.mark.parametrize("reason", REFUSALS)
def test_what_cannot_be_is_told_and_nothing_is_written(root: Path, reason: str) -> None:
    (root / RETIRED).write_text(_NOTED, encoding="utf-8")
    for file, (old, new) in BEFORE.get(reason, {}).items():
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    before = contents(root)
    kind, old, new = REFUSALS[reason]
    with pytest.raises(RenameError) as refused:
        rename_id(root, RetiredKind(kind), old, new)
    assert refused.value.reason == reason
    assert contents(root) == before
    result = CliRunner().invoke(main, ["rename", kind, old, new, str(root)])
    assert result.exit_code == 2, result.output
    assert refused.value.hint in result.output.replace("\n", " ") or refused.value.message in result.output


def test_every_reason_is_worded_and_tried() -> None:
    others = {"broken-project", "would-break", "not-written"}
    assert words_of(RenameError.part)["errors"].keys() == {*REFUSALS, *others}


def test_a_project_with_errors_is_left_alone_and_they_are_told(root: Path) -> None:
    (root / PLAN).write_text((root / PLAN).read_text(encoding="utf-8") + "call: nothing\n", encoding="utf-8")
    before = contents(root)
    with pytest.raises(BrokenProjectError) as refused:
        rename_id(root, RetiredKind.ROLE, "director", "head")
    assert [each.location.file for each in refused.value.problems] == [PLAN]
    result = CliRunner().invoke(main, ["rename", "role", "director", "head", str(root)])
    assert result.exit_code == 1
    assert f"{PLAN}:" in result.output
    assert "จึงยังไม่เปลี่ยนอะไร" in result.output
    assert contents(root) == before


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, count, write = contents(root), 0, writing.write_file

    def failing(folder: Path, file: str, content: bytes) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise PermissionError(13, "denied", file)
        write(folder, file, content)

    monkeypatch.setattr(writing, "write_file", failing)
    with pytest.raises(RenameError) as refused:
        rename_id(root, RetiredKind.PROCEDURE, "spending-plan", "plan-spending")
    assert refused.value.reason == "not-written"
    assert contents(root) == before


def test_what_would_break_is_told_and_not_written(root: Path) -> None:
    """Here a step is said to have been given up that the procedure has under its new id."""
    noted = "ids:\n  - {kind: step, old: leave-of-ours#ask}\n"
    (root / RETIRED).write_text(noted, encoding="utf-8")
    before = contents(root)
    with pytest.raises(BrokenProjectError) as refused:
        rename_id(root, RetiredKind.PROCEDURE, "own-leave", "leave-of-ours")
    assert refused.value.reason == "would-break"
    assert [(each.rule, str(each.location)) for each in refused.value.problems] == [
        ("retired-in-use", f"{RETIRED}:2:23")
    ]
    assert contents(root) == before


# ------------------------------------------------------------------------------------------- the command
def test_a_trial_tells_and_writes_nothing(root: Path) -> None:
    before = contents(root)
    result = CliRunner().invoke(
        main, ["rename", "procedure", "spending-plan", "plan-spending", "--dry-run", str(root)]
    )
    assert result.exit_code == 0
    assert f"{PLAN} → procedures/budget/plan-spending.yml" in result.output
    assert "ยังไม่ได้เขียน" in result.output
    assert contents(root) == before


def test_charts_that_were_right_are_drawn_again_and_others_left_alone(root: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(main, ["draw", str(root)]).exit_code == 0
    result = runner.invoke(main, ["rename", "procedure", "spending-plan", "plan-spending", str(root)])
    assert result.exit_code == 0, result.output
    assert (root / "flowcharts/sample-2566/budget/plan-spending.svg").is_file()
    assert not (root / "flowcharts/sample-2566/budget/spending-plan.svg").exists()
    assert "stale-chart" not in runner.invoke(main, ["check", str(root)]).output
    chart = root / "flowcharts/sample-2566/budget/plan-spending.svg"
    chart.write_text("<!-- khumue ours -->\n", encoding="utf-8")
    assert runner.invoke(main, ["rename", "step", "plan-spending#sort", "order", str(root)]).exit_code == 0
    assert chart.read_text(encoding="utf-8") == "<!-- khumue ours -->\n"


def test_a_project_as_it_would_be_is_the_one_that_is_read_afterwards(root: Path) -> None:
    project = read_project(root)
    text = (root / PLAN).read_bytes().replace(b"spending", b"saving")
    revised = as_revised(project, {PLAN: text}, {}, {})
    (root / PLAN).write_bytes(text)
    now = read_project(root)
    assert [each.data for each in revised.documents] == [each.data for each in now.documents]
