"""What cannot be renamed is told with what to write instead, and nothing is written."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.model import RetiredKind
from generator.project import FileKind, read_project
from generator.scaffold import rename
from generator.scaffold.rename import BrokenProjectError, rename_id
from generator.scaffold.rename_names import require_known_old
from generator.scaffold.renaming import RenameError
from generator.storage import writing
from generator.words import words_of
from generator.yamltext import as_mapping, title_of
from tests.support.named_everywhere import OFFICE, PLAN, RETIRED, ROLES, contents

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


def test_who_writes_a_name_is_told_its_id(root: Path) -> None:
    project = read_project(root)
    catalogue = project.only(FileKind.ROLES)
    assert catalogue is not None
    roles = as_mapping(catalogue.data)
    names = [("role", title_of(entry), key) for key, entry in roles.items()]
    names += [("procedure", title_of(each.data), each.id) for each in project.of_kind(FileKind.PROCEDURE)]
    for kind, name, identifier in names:
        with pytest.raises(RenameError) as refused:
            rename_id(root, RetiredKind(kind), name, "other")
        assert refused.value.reason == "unknown-near"
        assert f" {identifier} " in refused.value.hint


def test_every_reason_is_worded_and_tried() -> None:
    others = {"broken-project", "would-break", "not-written", "changed-meanwhile"}
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


def test_a_file_that_changes_meanwhile_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def while_somebody_saves(*asked: Any) -> Any:  # noqa: ANN401 - as it is asked
        (root / PLAN).write_bytes((root / PLAN).read_bytes() + b"# ours\n")
        return require_known_old(*asked)

    monkeypatch.setattr(rename, "require_known_old", while_somebody_saves)
    with pytest.raises(RenameError) as refused:
        rename_id(root, RetiredKind.ROLE, "director", "head")
    assert refused.value.reason == "changed-meanwhile"
    assert (root / PLAN).read_bytes().endswith(b"# ours\n")


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
