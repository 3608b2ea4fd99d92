"""Writes the search's figures down: ``bench/search.json`` for programs, the tables of a document for people."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.search_queries import Figures

DOCUMENT = Path("docs/engineering/search.md")
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


@dataclass(frozen=True, slots=True)
class Row:
    """An engine's figures: bytes of index and script, compressed, and the results of each set of queries."""

    engine: str
    index: int
    script: int
    results: Mapping[str, Figures]


@dataclass(frozen=True, slots=True)
class Timing:
    """Our times, in milliseconds from the last key to results, on a manual of `procedures`; `index`: its bytes."""

    procedures: int
    median: float
    slow: float
    index: int


def write_search_results(
    rows: Sequence[Row], kinds: Mapping[str, Figures], timings: Sequence[Timing], root: Path
) -> str:
    """Write both.

    Args:
        rows: the engines.
        kinds: our figures by kind of query.
        timings: our times by size.
        root: the repository.

    Returns:
        The tables.
    """
    data = {
        "engines": [asdict(row) for row in rows],
        "kinds": {kind: asdict(found) for kind, found in kinds.items()},
        "timings": [asdict(timing) for timing in timings],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, default=str)
    (root / "bench" / "search.json").write_text(text + "\n", encoding="utf-8")
    tables = _tables(rows, kinds, timings)
    document = (root / DOCUMENT).read_text(encoding="utf-8")
    before, _, rest = document.partition(BEGIN)
    after = rest.partition(END)[2]
    (root / DOCUMENT).write_text(before + BEGIN + tables + END + after, encoding="utf-8")
    return tables


def _tables(rows: Sequence[Row], kinds: Mapping[str, Figures], timings: Sequence[Timing]) -> str:
    heads = ["engine", "queries", "hit@1", "hit@3", "MRR", "nothing", "section", "median, ms", "p95, ms"]
    lines = [
        [row.engine, f"{name} ({found.queries})", *_shares(found), f"{found.median:.0f}", f"{found.slow:.0f}"]
        for row in rows
        for name, found in row.results.items()
    ]
    bytes_ = [[row.engine, f"{row.index / 1000:.1f}", f"{row.script / 1000:.1f}"] for row in rows]
    by_kind = [[kind, str(found.queries), *_shares(found)] for kind, found in kinds.items()]
    by_size = [
        [f"{each.procedures:,}", f"{each.median:.0f}", f"{each.slow:.0f}", f"{each.index / 1000:.0f}"]
        for each in timings
    ]
    machine = (
        f"Chromium under Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} cores.\n"
    )
    return "\n".join(
        [
            _table(heads, lines),
            _table(["engine", "index, kB gzipped", "script, kB gzipped"], bytes_),
            _table(["kind (ours)", "queries", "hit@1", "hit@3", "MRR", "nothing", "section"], by_kind),
            _table(["procedures (ours)", "median, ms", "p95, ms", "index, kB gzipped"], by_size),
            machine,
        ]
    )


def _shares(found: Figures) -> list[str]:
    shares = (found.first, found.third, found.reciprocal, found.nothing, found.section)
    return [f"{share:.3f}" for share in shares]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
