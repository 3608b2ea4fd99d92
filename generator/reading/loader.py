"""The one way from files to a `Manual`; for the command line, the site, exports and tests alike."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from generator.model.manual import Manual
from generator.problems import Problem, Severity, has_errors, in_order
from generator.reading.collecting import collector_paused
from generator.reading.discovery import EDITIONS_FOLDER, FOLDER, SUFFIX
from generator.reading.documents import Kind
from generator.reading.findings import found
from generator.reading.placing import place_manual
from generator.reading.project import Project, read_project
from generator.reading.rules import check
from generator.reading.rules.knowledge import Knowledge
from generator.reading.source import Source
from generator.reading.suggestions import closest
from generator.reading.validation import Validator

UNKNOWN_VALUE = "unknown-value"
"""The rule whose findings only the editions that lack the value suffer from."""

MOST_PROBLEMS_OF_A_FILE = 50
"""How many problems of one file are told in one run; errors come before warnings."""


def load_manual(root: Path, edition: str | None = None) -> tuple[Manual | None, list[Problem]]:
    """Read a project, check all of it, and assemble one edition.

    Args:
        root: the folder that holds `procedures/`.
        edition: the id of the edition to assemble; by default the one that ``manual.yml`` names.

    Returns:
        The manual, without what is broken (None when the settings or the edition are unusable), and the problems
        of all files and all editions in order.
    """
    with collector_paused():
        return _load(root, edition)


def _load(root: Path, edition: str | None) -> tuple[Manual | None, list[Problem]]:
    """Read, check and assemble."""
    project = read_project(root)
    validator = Validator(project)
    validator.validate_all()
    consequent = [*validator.problems, *check(Knowledge(project, validator.procedure))]
    problems = in_order([*project.problems, *untold(project, consequent), *_unknown_choice(project, edition)])
    chosen = edition or default_edition(project)
    manual = place_manual(project, validator, chosen, error_lines(problems)) if chosen is not None else None
    return manual, limited(problems)


def _unknown_choice(project: Project, edition: str | None) -> Iterator[Problem]:
    """`unknown-edition`: the edition that was asked for does not exist."""
    known = {each.id: "" for each in project.of_kind(Kind.EDITION)}
    if edition is not None and edition not in known:
        place = Source(f"{FOLDER}/{EDITIONS_FOLDER}", "").place(0)
        suggestion = closest(edition, known)
        yield found("unknown-edition", place, id=edition, suggestion=suggestion, known=", ".join(known))


def error_lines(problems: Iterable[Problem]) -> dict[str, frozenset[int]]:
    """By file, the lines that have errors; a value that one edition lacks is no error in the others."""
    lines: dict[str, set[int]] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.rule != UNKNOWN_VALUE:
            lines.setdefault(problem.location.file, set()).add(problem.location.line)
    return {file: frozenset(of_file) for file, of_file in lines.items()}


def edition_ids(root: Path) -> list[str]:
    """The ids of a project's editions, as their file names give them, in alphabetical order."""
    return sorted(path.stem for path in (root / FOLDER / EDITIONS_FOLDER).glob(f"*{SUFFIX}"))


def default_edition(project: Project) -> str | None:
    """The edition that the settings name."""
    settings = project.only(Kind.SETTINGS)
    data = settings.data if settings is not None else None
    named = data.get("default_edition") if isinstance(data, dict) else None
    return named.strip() if isinstance(named, str) else None


def stale_chart_problems(paths: Iterable[str]) -> list[Problem]:
    """Word the charts that are out of date.

    Args:
        paths: of chart files that are missing, out of date or left over, relative to the project's root.
    """
    return [found("stale-chart", Source(path, "").place(0), file=path) for path in paths]


def untold(project: Project, problems: Iterable[Problem]) -> list[Problem]:
    """Problems without those on lines of which the cause is told already."""
    told = {document.source.file: document.told_lines for document in project.documents}
    return [each for each in problems if each.location.line not in told.get(each.location.file, ())]


def limited(problems: list[Problem]) -> list[Problem]:
    """Problems in order, no more than `MOST_PROBLEMS_OF_A_FILE` of one file; one more then counts what is left out."""
    kept: list[Problem] = []
    for file, group in groupby(problems, key=lambda problem: problem.location.file):
        of_file = sorted(group, key=lambda problem: problem.severity is not Severity.ERROR)
        left_out = of_file[MOST_PROBLEMS_OF_A_FILE:]
        kept += in_order(of_file[:MOST_PROBLEMS_OF_A_FILE])
        if left_out:
            last = kept[-1].location
            summary = found("more-problems", Source(file, "").place(0), count=len(left_out))
            severity = Severity.ERROR if has_errors(left_out) else Severity.WARNING
            kept.append(replace(summary, location=last, severity=severity))
    return kept
