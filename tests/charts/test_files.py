"""Charts as files: where they are, that writing is thrifty, and that what is out of date is found without drawing."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.charts import files
from generator.charts.files import chart_files, remove_other_editions, stale_charts, write_charts
from tests.charts.manuals import Steps, manual_of

STEPS: Steps = [
    {"id": "prepare", "text": "เตรียม", "steps": [{"text": "ก"}, {"text": "ข", "steps": [{"text": "ค"}]}]},
    {"text": "ทำ"},
]
FOLDER = "flowcharts/office/examples"
SEALED = {".svg": "<!-- khumue 0 -->\n", ".gv": "// khumue 0\n"}
"""How files begin that were drawn."""
WHOLE = [f"{FOLDER}/example-1.gv", f"{FOLDER}/example-1.svg"]
NAMES = sorted(
    [
        *WHOLE,
        *(f"{FOLDER}/example-1.{key}{suffix}" for key in ("1-2", "prepare") for suffix in (".gv", ".svg")),
    ]
)


def test_each_chart_has_a_graph_and_a_picture() -> None:
    assert sorted(chart_files(manual_of(STEPS))) == NAMES


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    manual = manual_of(STEPS)
    assert sorted(write_charts(tmp_path, manual).written) == NAMES
    assert write_charts(tmp_path, manual) == files.Changes((), ())
    assert stale_charts(tmp_path, manual) == []


def test_other_line_ends_are_no_change(tmp_path: Path) -> None:
    """As git writes them where ``core.autocrlf`` is set."""
    manual = manual_of(STEPS)
    for name in write_charts(tmp_path, manual).written:
        file = tmp_path / name
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = {name: (tmp_path / name).read_bytes() for name in NAMES}
    assert stale_charts(tmp_path, manual) == []
    assert write_charts(tmp_path, manual) == files.Changes((), ())
    assert {name: (tmp_path / name).read_bytes() for name in NAMES} == before


def test_only_what_changed_is_written_and_what_is_left_over_removed(tmp_path: Path) -> None:
    write_charts(tmp_path, manual_of(STEPS, [{"text": "อื่น"}]))
    foreign = tmp_path / "flowcharts" / "another" / "examples" / "example-9.svg"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("", encoding="utf-8")
    (tmp_path / FOLDER / "note.txt").write_text("", encoding="utf-8")
    changes = write_charts(tmp_path, manual_of([STEPS[0], {"text": "ทำ", "kind": "document"}]))
    assert sorted(changes.written) == WHOLE
    assert changes.removed == (f"{FOLDER}/example-2.gv", f"{FOLDER}/example-2.svg")
    assert foreign.exists(), "it belongs to another edition"
    assert (tmp_path / FOLDER / "note.txt").exists(), "it is no chart"


def test_charts_of_a_procedure_that_cannot_be_read_are_kept(tmp_path: Path) -> None:
    both = manual_of(STEPS, [{"text": "อื่น"}])
    write_charts(tmp_path, both)
    (area,) = both.areas
    broken = replace(both, areas=(replace(area, procedures=area.procedures[:1]),))
    assert stale_charts(tmp_path, broken) == []
    assert write_charts(tmp_path, broken) == files.Changes((), ())


def test_charts_of_editions_that_are_gone_are_removed(tmp_path: Path) -> None:
    write_charts(tmp_path, manual_of(STEPS))
    old = tmp_path / "flowcharts" / "old" / "examples" / "example-1.gv"
    old.parent.mkdir(parents=True)
    old.write_text(SEALED[old.suffix], encoding="utf-8")
    assert remove_other_editions(tmp_path, ["office"]) == ("flowcharts/old/examples/example-1.gv",)
    assert not (tmp_path / "flowcharts" / "old").exists()
    assert stale_charts(tmp_path, manual_of(STEPS)) == []


def test_folders_that_become_empty_go(tmp_path: Path) -> None:
    old = tmp_path / "flowcharts" / "office" / "old-area" / "old.svg"
    old.parent.mkdir(parents=True)
    old.write_text(SEALED[old.suffix], encoding="utf-8")
    write_charts(tmp_path, manual_of(STEPS))
    assert not old.parent.exists()


def test_missing_changed_and_left_over_files_are_stale(tmp_path: Path) -> None:
    manual = manual_of(STEPS)
    write_charts(tmp_path, manual)
    (tmp_path / NAMES[0]).unlink()
    edited, broken, left_over = tmp_path / NAMES[1], tmp_path / NAMES[2], tmp_path / FOLDER / "example-7.gv"
    edited.write_text(edited.read_text(encoding="utf-8").replace("1.2", "9.9"), encoding="utf-8")
    broken.write_bytes(b"\xff\xfe")
    left_over.write_text(SEALED[left_over.suffix], encoding="utf-8")
    assert stale_charts(tmp_path, manual) == sorted([*NAMES[:3], f"{FOLDER}/example-7.gv"])


def test_charts_of_changed_steps_are_stale(tmp_path: Path) -> None:
    write_charts(tmp_path, manual_of(STEPS))
    changed: Steps = [STEPS[0], {"text": "ทำ", "kind": "document"}]
    assert stale_charts(tmp_path, manual_of(changed)) == WHOLE


def test_nothing_is_drawn_to_find_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_charts(tmp_path, manual_of(STEPS))
    monkeypatch.setattr(files, "draw_charts", None)
    assert stale_charts(tmp_path, manual_of(STEPS)) == []


def test_the_committed_charts_are_what_is_drawn_now(repository: Path) -> None:
    manual, _ = load_manual(repository)
    assert manual is not None
    drawn = chart_files(manual)
    committed = {path: (repository / path).read_text(encoding="utf-8") for path in drawn}
    assert committed == drawn, "run `khumue draw`"
    assert stale_charts(repository, manual) == []
