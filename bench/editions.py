"""``python -m bench.editions [COUNT …]``: measure builds of one manual for these many offices, and write them down.

Each is a whole ``khumue build`` of 16 procedures in that many editions, the portal included; of one edition, its site
alone. What the further editions cost each, and how much memory all processes hold, say whether either grows with the
number of editions.
"""

import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.measuring import in_turn, run
from bench.offices import PROCEDURES, write_offices
from bench.reporting import Column, to_table

COUNTS = (1, 10, 50, 225)
ROUNDS_OF_FEW, FEW = 3, 10
"""Builds of few editions are measured several times, those of many once: they average themselves."""
SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
KHUMUE = (sys.executable, "-m", "generator")
NAME = "editions-results"
COLUMNS: tuple[Column, ...] = (
    ("editions", "editions", "{:,.0f}"),
    ("build, s", "seconds", "{:.1f}"),
    ("s per edition", "seconds_each", "{:.2f}"),
    ("to one alone", "ratio_to_one", "{:.2f}"),
    ("s per further edition", "seconds_further", "{:.2f}"),
    ("processor s per edition", "processor_seconds_each", "{:.2f}"),
    ("all processes, MiB", "tree_mebibytes", "{:,.0f}"),
    ("largest process, MiB", "mebibytes", "{:,.0f}"),
    ("site, MB", "megabytes", "{:,.0f}"),
    ("MB per edition", "megabytes_each", "{:.1f}"),
    ("files", "files", "{:,.0f}"),
)
"""The table's columns, of fields of `Result`."""


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one number of editions.

    Attributes:
        editions: how many.
        seconds: the whole build.
        seconds_each: the same for each edition.
        ratio_to_one: that by the seconds of the first result, of a build of one edition alone.
        seconds_further: what each edition that the result before had not has cost; of the first, its seconds.
        processor_seconds_each: what all processes kept processors busy, for each edition.
        tree_mebibytes: the peak of memory of all processes together; `mebibytes` of the largest.
        megabytes: the size of all files of the site; `megabytes_each` for each edition.
        files: how many files.
    """

    editions: int
    seconds: float
    seconds_each: float
    ratio_to_one: float
    seconds_further: float
    processor_seconds_each: float
    tree_mebibytes: float
    mebibytes: float
    megabytes: float
    megabytes_each: float
    files: int


def measure(count: int, workspace: Path, before: Sequence[Result]) -> Result:
    """Measure the build of `count` editions in a folder of its own, which is gone afterwards.

    Args:
        count: how many editions.
        workspace: an existing folder to work in.
        before: the results so far.
    """
    root = write_offices(workspace / f"offices-{count}", count, SETTINGS)
    rounds = ROUNDS_OF_FEW if count <= FEW else 1
    (build,) = in_turn(rounds, lambda: run((*KHUMUE, "build"), root))
    sizes = [path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()]
    shutil.rmtree(root)
    each, last = build.seconds / count, before[-1] if before else None
    return Result(
        editions=count,
        seconds=build.seconds,
        seconds_each=each,
        ratio_to_one=each / (before[0].seconds_each if before else each),
        seconds_further=(build.seconds - last.seconds) / (count - last.editions) if last else each,
        processor_seconds_each=build.processor_seconds / count,
        tree_mebibytes=build.tree_mebibytes,
        mebibytes=build.mebibytes,
        megabytes=sum(sizes) / 1e6,
        megabytes_each=sum(sizes) / 1e6 / count,
        files=len(sizes),
    )


def write_results(results: Sequence[Result], directory: Path) -> str:
    """Write ``editions-results.json`` and the same as a table, ``editions-results.md``.

    Args:
        results: in the order of the numbers of editions.
        directory: where the files go.

    Returns:
        The table.
    """
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    figures = [{key: round(value, 3) for key, value in asdict(result).items()} for result in results]
    data = {"machine": machine, "procedures": PROCEDURES, "results": figures}
    (directory / f"{NAME}.json").write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    table = to_table(figures, COLUMNS)
    head = "# Many editions\n\nWritten by `make bench-editions`; what is measured and how: `bench/editions.py`.\n\n"
    foot = f"\nPython {machine['python']} on {machine['system']}, {machine['cores']} cores; {PROCEDURES} procedures.\n"
    (directory / f"{NAME}.md").write_text(head + table + foot, encoding="utf-8")
    return table


def main(arguments: list[str]) -> None:
    """Measure the numbers of editions given, or `COUNTS`, and write them down."""
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="khumue-bench-") as workspace:
        for count in sorted({int(argument) for argument in arguments} or COUNTS):
            print(f"measuring {count} editions …", file=sys.stderr, flush=True)
            results.append(measure(count, Path(workspace), results))
    print(write_results(results, Path(__file__).parent))


if __name__ == "__main__":
    main(sys.argv[1:])
