"""What must hold of any project: it is read without a crash, soon, and nothing of what is accepted is lost."""

import json
import signal
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from generator.assembly import load_manual
from generator.diagnostics import render_github, render_json, render_text
from generator.model import Manual, ShapeKind, fill_known_values, leaves
from generator.problems import has_errors
from generator.project import FileKind, ProjectFile, read_project, value_entries
from generator.writers.export_json import manual_files
from tests.fuzz.mutations import KINDS

MOST_SECONDS = 30
"""How long one input may take, on however busy a machine."""


@dataclass
class Figures:
    """What came of many inputs.

    Attributes:
        counts: inputs, those without errors, texts looked for.
        slowest: the longest time that one took, in seconds.
        failures: what must not be: the kind and seed of an input, and what happened.
    """

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


class HungError(Exception):
    """An input took too long."""


def fuzz(kind: str, seeds: range) -> Figures:
    """Make inputs of a kind and judge each.

    Args:
        kind: one of `KINDS`.
        seeds: an input is made of each.
    """
    figures = Figures()
    for seed in seeds:
        files = KINDS[kind](Random(f"{kind} {seed}"))  # noqa: S311 - the same inputs every time
        started = time.perf_counter()
        try:
            with _patience():
                texts = judge(files)
        except Exception as error:  # noqa: BLE001 - that none is raised is what is judged
            figures.failures.append(f"{kind} {seed}: {type(error).__name__}: {error}"[:400])
            texts = None
        figures.slowest = max(figures.slowest, time.perf_counter() - started)
        figures.counts.update(inputs=1, accepted=texts is not None, texts=texts or 0)
    return figures


def judge(files: Mapping[str, bytes]) -> int | None:
    """Read a project; where it has no errors, look for every text of it in the export.

    Returns:
        How many texts were looked for; None where the project is refused.

    Raises:
        AssertionError: when one is lost.
    """
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        manual, problems = load_manual(root)
        assert render_text(problems, colour=True)
        assert render_json(problems)
        assert render_github(problems) or not problems
        if has_errors(problems):
            assert all(each.message for each in problems)
            return None
        assert manual is not None
        exported = {text.strip() for text in _strings(json.loads(manual_files(manual, {})["manual.json"]))}
        written = list(_texts(root, manual))
        lost = [text for text in written if text.strip() and text.strip() not in exported]
        assert not lost, lost
        return len(written)


def _texts(root: Path, manual: Manual) -> Iterator[str]:
    """Every text that belongs to a manual, as its readers see it."""
    project = read_project(root)
    own = {placed.id for placed in manual.procedures()}
    edition = next(each for each in project.of_kind(FileKind.EDITION) if each.id == manual.edition_id)
    settings = project.only(FileKind.SETTINGS)
    values = {**(value_entries(settings) if settings else {}), **value_entries(edition)}
    for document in project.documents:
        if _belongs(document, own, manual):
            for _, text in leaves(document.data, document.shape, ShapeKind.TEXT):
                yield fill_known_values(text, values)
            yield fill_known_values(document.body, values)


def _belongs(document: ProjectFile, procedures: set[str], manual: Manual) -> bool:
    """Whether a document is part of a manual: not what no edition places, nor an area that the edition renames."""
    if document.kind is FileKind.PROCEDURE:
        return document.id in procedures
    if document.kind is FileKind.AREA:
        return document.id in {area.id for area in manual.edition.areas if area.title is None}
    return document.kind in (FileKind.SETTINGS, FileKind.KNOWLEDGE)


def _strings(data: object) -> Iterator[str]:
    """Every string in a document of data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _strings(value)


@contextmanager
def _patience() -> Iterator[None]:
    """Let something take so long and no longer."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise HungError

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
