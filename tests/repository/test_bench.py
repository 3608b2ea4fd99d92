"""The manuals that the benchmarks measure with: valid, and the same each time."""

import json
import sys
from pathlib import Path

import pytest

from bench import changes, editions, reporting
from bench.measuring import run
from bench.offices import CHANGED, write_offices
from bench.reporting import Column
from bench.synthetic import print_manual, write_manual
from generator.assembly import load_manual, read_editions
from tests.repository.repository import ROOT

SETTINGS = ROOT / "mkdocs.yml"


def files_below(directory: Path) -> dict[str, bytes]:
    """Every file below a directory."""
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file()
    }


def test_a_synthetic_manual_is_as_large_as_asked_and_has_no_mistakes(tmp_path: Path) -> None:
    manual, problems = load_manual(write_manual(tmp_path, 23, SETTINGS))
    assert problems == []
    assert manual is not None
    assert [len(area.procedures) for area in manual.areas] == [20, 3]
    sizes = [path.stat().st_size for path in tmp_path.rglob("procedure-*.yml")]
    assert all(7_000 < size < 12_000 for size in sizes)


def test_the_same_size_gives_the_same_files(tmp_path: Path) -> None:
    first, second = (files_below(write_manual(tmp_path / name, 5, SETTINGS)) for name in ("a", "b"))
    assert first == second


def test_offices_share_a_text_and_differ_in_a_few_things(tmp_path: Path) -> None:
    read = read_editions(write_offices(tmp_path, 12, SETTINGS))
    assert read.problems == []
    assert [each.partition("-")[0] for each in read.ids] == ["primary"] * 6 + ["secondary"] * 6
    manuals = [read.manual(each) for each in read.ids]
    assert len({manual.edition.office for manual in manuals if manual}) == 12
    assert len({manual.values["document_system"] for manual in manuals if manual}) > 1
    for manual in manuals:
        assert manual is not None
        assert sum(bool(placed.changes) for placed in manual.procedures()) == CHANGED


def test_there_are_as_many_offices_as_areas_of_education(tmp_path: Path) -> None:
    write_offices(tmp_path, 1000, SETTINGS)
    written = [path.stem.partition("-")[0] for path in (tmp_path / "procedures/editions").iterdir()]
    assert {kind: written.count(kind) for kind in set(written)} == {"primary": 183, "secondary": 42}


@pytest.mark.parametrize(
    ("name", "columns"), [("results", reporting.COLUMNS), (editions.NAME, editions.COLUMNS)]
)
def test_the_committed_figures_are_those_of_the_committed_table(
    name: str, columns: tuple[Column, ...]
) -> None:
    figures = json.loads((ROOT / "bench" / f"{name}.json").read_text(encoding="utf-8"))["results"]
    table = (ROOT / "bench" / f"{name}.md").read_text(encoding="utf-8")
    assert figures
    assert reporting.to_table(figures, columns) in table


def test_edits_are_measured_in_every_format_and_leave_the_manual_as_it_was(tmp_path: Path) -> None:
    root = changes.write_repository(tmp_path / "manual", 6)
    before = files_below(root / "procedures")
    figures = [changes.measure(edit, root) for edit in changes.EDITS[:1]]
    assert files_below(root / "procedures") == before
    assert all(set(each) == {field for _, field, _ in changes.COLUMNS} for each in figures)
    for edit in changes.EDITS:
        edit.make(root)  # each finds what it changes, also after the others


def test_the_memory_of_all_processes_is_seen(tmp_path: Path) -> None:
    """A command whose child holds much more than itself."""
    child = "import time; held = bytearray(150_000_000); time.sleep(0.6)"
    command = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    measured = run((sys.executable, "-c", command), tmp_path)
    assert measured.tree_mebibytes > 140
    assert measured.seconds > 0.6


def test_a_printed_manual_has_no_mistakes_either(tmp_path: Path) -> None:
    manual, problems = load_manual(print_manual(write_manual(tmp_path, 2, SETTINGS)))
    assert problems == []
    assert manual is not None
    assert manual.settings.printing is not None
    assert manual.settings.printing.is_offered


def test_a_command_is_told_the_address_of_the_site_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHUMUE_SITE_URL", "https://elsewhere.example/")
    told = (
        "import os, pathlib; pathlib.Path('told').write_text(os.environ['KHUMUE_SITE_URL'], encoding='utf-8')"
    )
    for address in ("", "https://manual.example/"):
        run((sys.executable, "-c", told), tmp_path, site_url=address)
        assert (tmp_path / "told").read_text(encoding="utf-8") == address
