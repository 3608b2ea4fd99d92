"""The manuals that the benchmark measures with: valid, and the same each time."""

import json
from pathlib import Path

from bench.reporting import COLUMNS
from bench.synthetic import write_manual
from generator.reading import load_manual
from tests.project.repository import ROOT

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


def test_the_committed_figures_are_those_of_the_committed_table() -> None:
    figures = json.loads((ROOT / "bench" / "results.json").read_text(encoding="utf-8"))["results"]
    table = (ROOT / "bench" / "results.md").read_text(encoding="utf-8")
    for result in figures:
        row = " | ".join(form.format(result[field]) for _, field, form in COLUMNS)
        assert row in table
