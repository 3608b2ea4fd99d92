"""Writes the figures down: ``results.json`` for programs, ``results.md`` as the table that people read."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_UNMEASURED = "–"
GOAL_BUILD_RATIO, GOAL_BUILD_RATIO_OF_16 = 1.2, 1.6
"""Of 250 procedures and more; of 16, where what every start takes is much of the whole."""
GOAL_MEMORY_RATIO_OF_1000 = 2.0
GOAL_CHECK_SECONDS_OF_1000 = 1.5
Column = tuple[str, str, str]
"""A table's column: its heading, the field that it shows, its format."""
COLUMNS: tuple[Column, ...] = (
    ("procedures", "procedures", "{:,.0f}"),
    ("charts", "charts", "{:,.0f}"),
    ("khumue build, s", "build_seconds", "{:.1f}"),
    ("plain mkdocs, s", "plain_seconds", "{:.1f}"),
    ("ratio", "build_ratio", "{:.2f}"),
    ("khumue, processor s", "build_processor_seconds", "{:.1f}"),
    ("plain, processor s", "plain_processor_seconds", "{:.1f}"),
    ("with PDF and pictures, s", "complete_seconds", "{:.1f}"),
    ("khumue, MiB", "build_mebibytes", "{:.0f}"),
    ("plain, MiB", "plain_mebibytes", "{:.0f}"),
    ("check, s", "check_seconds", "{:.2f}"),
    ("edit shown, s", "edit_seconds", "{:.2f}"),
    ("charts per s", "charts_per_second", "{:,.0f}"),
)
"""The table's columns, of fields of `Result`."""


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one manual.

    Attributes:
        procedures: how many it has.
        build_seconds: the full build by khumue, charts included.
        plain_seconds: plain MkDocs on the exported Markdown of the same manual.
        build_ratio: the one by the other.
        build_processor_seconds: how long all processes of the build kept processors busy; what else the machine does
            changes it little. `plain_processor_seconds` likewise.
        complete_seconds: a first build that also prints the manual, and draws a picture of each procedure; None where
            it was not made.
        build_mebibytes: the build's peak of memory; `plain_mebibytes` likewise.
        check_seconds: the whole ``khumue check``.
        edit_seconds: from saving a step until ``khumue serve`` shows it.
        charts: how many charts it has.
        charts_per_second: how many are laid out and drawn in a second.
    """

    procedures: int
    build_seconds: float
    plain_seconds: float
    build_ratio: float
    build_processor_seconds: float
    plain_processor_seconds: float
    complete_seconds: float | None
    build_mebibytes: float
    plain_mebibytes: float
    check_seconds: float
    edit_seconds: float
    charts: int
    charts_per_second: float


def write_results(results: Sequence[Result], directory: Path) -> str:
    """Write both files.

    Args:
        results: a result for each size, in order.
        directory: where the files go.

    Returns:
        The table.
    """
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    goals = {
        "build_ratio": GOAL_BUILD_RATIO,
        "build_ratio_of_16": GOAL_BUILD_RATIO_OF_16,
        "memory_ratio_of_1000": GOAL_MEMORY_RATIO_OF_1000,
        "check_seconds_of_1000": GOAL_CHECK_SECONDS_OF_1000,
    }
    figures = [
        {key: round(value, 3) for key, value in asdict(result).items() if value is not None}
        for result in results
    ]
    data = {"machine": machine, "goals": goals, "results": figures}
    (directory / "results.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")

    table = to_table(figures)
    head = "# Benchmark\n\nWritten by `make bench`; what is measured and how: `bench/__main__.py`.\n\n"
    where = f"\nPython {machine['python']} on {machine['system']}, {machine['cores']} cores; medians. "
    goal = (
        f"Goals: ratio at most {GOAL_BUILD_RATIO} ({GOAL_BUILD_RATIO_OF_16} of 16), memory of 1,000 at most "
        f"{GOAL_MEMORY_RATIO_OF_1000:.0f} times as much, `check` of 1,000 under {GOAL_CHECK_SECONDS_OF_1000} s.\n"
    )
    (directory / "results.md").write_text(head + table + where + goal, encoding="utf-8")
    return table


def to_table(figures: Sequence[Mapping[str, float]], columns: Sequence[Column] = COLUMNS) -> str:
    """The figures of results, rounded, as a Markdown table; a dash for what was not measured then."""
    rows = [
        [form.format(result[field]) if field in result else _UNMEASURED for _, field, form in columns]
        for result in figures
    ]
    lines = [[heading for heading, _, _ in columns], ["---:"] * len(columns), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
