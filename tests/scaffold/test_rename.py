"""Other ids: every use is found by what the models declare, no other byte changes, all of it is written or nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from generator.assembly import load_manual, read_editions
from generator.cli import main
from generator.model import RetiredKind
from generator.overlay import all_edits
from generator.problems import Problem, has_errors
from generator.project import as_revised, read_project
from generator.scaffold.accept import accept_changes
from generator.scaffold.rename import rename_id
from generator.scaffold.rename_names import ids_of
from tests.support.auditing import largest_of_each
from tests.support.named_everywhere import OFFICE, PLAN, RETIRED, ROLES, WINDOWS, contents
from tests.support.projects import MINIMAL, minimal_with, write_project

NEW = "zz-renamed-zz"
"""An id that stands nowhere."""
FINGERPRINT = re.compile(rb"((?:base: |fingerprint: .?))[0-9a-f]{8,16}")


def told(root: Path, new: str = "", old: str = "") -> list[tuple[str, str, int]]:
    """What is wrong with a project: rules, files and lines, as if an id were still the old one."""
    problems: list[Problem] = read_editions(root).problems
    places = [(each.rule, each.location.file, each.location.line) for each in problems]
    return sorted((rule, file.replace(new, old) if new else file, line) for rule, file, line in places)


def every_id(root: Path) -> list[tuple[RetiredKind, str]]:
    """Everything in a project that can be renamed, as the command is told it; of each kind what is named most."""
    texts = b"\n".join(contents(root).values())
    named = list(_ids(root))
    return largest_of_each(named, lambda each: each[0], lambda each: texts.count(_own(each[1]).encode()))


def _own(address: str) -> str:
    """The id itself, of a step without that of its procedure."""
    return address.rpartition("#")[2]


def _ids(root: Path) -> Iterator[tuple[RetiredKind, str]]:
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
        old = _own(address)
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


def test_what_was_approved_still_is(root: Path) -> None:
    """Of a text that tells the id of another procedure, and of one whose procedure itself is renamed."""
    outdated = [each for each in told(root) if each[0] == "approval-outdated"]
    assert len(outdated) == 1
    before = (root / OFFICE).read_bytes()
    rename_id(root, RetiredKind.PROCEDURE, "spending-plan", "plan-spending")
    after = (root / OFFICE).read_bytes()
    assert [each for each in told(root) if each[0] == "approval-outdated"] == outdated
    assert b'procedure: "plan-spending"' in after
    stated = re.compile(rb"fingerprint: (.?\w+)")
    kept, own, false = (
        one == two for one, two in zip(stated.findall(before), stated.findall(after), strict=True)
    )
    assert (kept, own, false) == (False, False, True)


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


def test_a_link_of_the_file_system_stays_one(root: Path) -> None:
    (root / "docs/about/again.md").symlink_to("where.md")
    rename_id(root, RetiredKind.PROCEDURE, "spending-plan", "plan-spending")
    assert (root / "docs/about/again.md").is_symlink()
    assert "spending-plan" not in (root / "docs/about/again.md").read_text(encoding="utf-8")


def test_another_thing_with_the_same_id_keeps_it(root: Path) -> None:
    """A role that is called like a procedure: only what names the role changes."""
    for file in (ROLES, PLAN, OFFICE):
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text.replace("director", "leave"), encoding="utf-8", newline="\n")
    for path in root.rglob("*.*"):
        written = path.read_bytes() if path.suffix in {".md", ".yml"} else b""
        if b"director" in written:
            path.write_bytes(written.replace(b"director", b"leave").replace(b"new-leave", b"new-director"))
    accept_changes(root)
    rename_id(root, RetiredKind.ROLE, "leave", NEW)
    office, plan = ((root / file).read_text(encoding="utf-8") for file in (OFFICE, PLAN))
    assert "scope/ดู[งานลา](procedure:leave) ด้วย" in office
    assert f"with: [committee, '{NEW}']" in office
    assert "related: [audit, leave]" in plan
    assert f"role: {NEW}\n" in plan


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


def test_a_file_in_which_only_fingerprints_follow_is_said_to_follow(tmp_path: Path) -> None:
    """The office's file does not name what the part that it replaces cites, yet the fingerprint of that changes."""
    procedure, edition = (
        "procedures/budget/expenditure-analysis.yml",
        "procedures/editions/khonkaen5-2566.yml",
    )
    replaced = "changes:\n  expenditure-analysis:\n    - replace: source\n      with: {manual: other}\n"
    titles = "law: {title: ระเบียบ, type: regulation}\nother: {title: คู่มือเดิม, type: manual}\n"
    changed = {
        procedure: MINIMAL[procedure] + "source: {manual: law}\n",
        edition: MINIMAL[edition] + replaced,
        "procedures/catalogue/references.yml": titles,
    }
    root = write_project(tmp_path, minimal_with(changed))
    accept_changes(root)
    result = CliRunner().invoke(main, ["rename", "reference", "law", "rule", str(root)])
    assert result.exit_code == 0, result.output
    assert f"{edition}: ปรับให้ตรงกับรหัสใหม่\n" in result.output


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
