"""Whose a change is: what was written at the desk is proposed, the work of others only where somebody chooses it."""

from pathlib import Path

import pytest

from tests.desk.conftest import CHANGED, PROCEDURE, TEXT, WHY, saved
from tests.support import minimal_with, write_project
from tests.support.desks import Desk, desk_of
from tests.support.repositories import begin


def marks(desk: Desk) -> dict[str, str]:
    told: dict[str, str] = desk.get("project")["git"]["marks"]
    return told


def test_what_was_changed_at_the_desk_is_told_from_the_work_of_others(desk: Desk, project: Path) -> None:
    new, others = "procedures/budget/new-work.yml", "procedures/manual.yml"
    (project / others).write_text("title: ของคนอื่น\n", encoding="utf-8")
    write_project(project, {new: TEXT})
    assert marks(desk) == {others: "others", new: "others"}
    saved(desk, CHANGED)
    assert marks(desk) == {PROCEDURE: "own", others: "others", new: "others"}
    desk.post("propose", WHY)
    assert marks(desk)[PROCEDURE] == "proposed"
    saved(desk, CHANGED.replace("รับเรื่อง", "รับหนังสือ"))
    assert marks(desk)[PROCEDURE] == "own"
    (project / PROCEDURE).write_text(TEXT.replace("เสนอ", "ส่งต่อ"), encoding="utf-8")
    assert marks(desk)[PROCEDURE] == "mixed"
    saved(desk, TEXT)
    assert PROCEDURE not in marks(desk)


def test_what_was_written_over_changes_of_others_is_told(desk: Desk, project: Path) -> None:
    (project / PROCEDURE).write_text(TEXT.replace("รับเรื่อง", "รับหนังสือ"), encoding="utf-8", newline="\n")
    saved(desk, CHANGED)
    saved(desk, CHANGED.replace("ครบหรือไม่", "ถูกหรือไม่"))
    assert marks(desk) == {PROCEDURE: "mixed"}


def test_what_was_proposed_together_goes_together_again(desk: Desk) -> None:
    others = "procedures/manual.yml"
    version = desk.get(f"file?path={others}")
    text = version["text"] + "# ท้าย\n"
    desk.ask("PUT", "file", {"path": others, "text": text, "version": version["version"]})
    saved(desk, CHANGED)
    desk.post("propose", {**WHY, "paths": [PROCEDURE, others]})
    assert marks(desk) == {PROCEDURE: "proposed", others: "proposed"}
    saved(desk, CHANGED.replace("รับเรื่อง", "รับหนังสือ"))
    assert marks(desk) == {PROCEDURE: "own", others: "together"}


def test_notes_that_cannot_be_read_take_nothing_for_ones_own(desk: Desk, project: Path) -> None:
    saved(desk, CHANGED)
    (project / "desk/own.json").write_text("[", encoding="utf-8")
    assert marks(desk) == {PROCEDURE: "others"}


@pytest.mark.parametrize("is_kept_by_git", [True, False])
def test_what_is_chosen_is_told_alone(is_kept_by_git: bool, tmp_path: Path) -> None:
    root = write_project(tmp_path / "p", minimal_with({PROCEDURE: TEXT}))
    if is_kept_by_git:
        begin(root)
    new = "docs/knowledge/item.md"
    with desk_of(root) as desk:
        saved(desk, CHANGED)
        item = "---\ntitle: บทเรียนใหม่\nkind: lesson\n---\n\nเนื้อหา\n"
        assert desk.ask("PUT", "file", {"path": new, "text": item, "version": None}).status == 200
        draft = {PROCEDURE: CHANGED.replace("รับเรื่อง", "รับหนังสือ")}

        def told(paths: list[str] | None) -> str:
            return "\n".join(desk.post("changes", {"files": draft, "paths": paths})["lines"])

        assert "บทเรียนใหม่" in told(None)
        assert "รับหนังสือ" in told(None)
        assert "บทเรียนใหม่" not in told([PROCEDURE])
        assert "รับหนังสือ" in told([PROCEDURE])
        assert "บทเรียนใหม่" in told([new])
        assert "รับหนังสือ" not in told([new])
