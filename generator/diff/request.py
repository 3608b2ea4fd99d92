"""What ``khumue compare`` is asked for: two editions of a project, perhaps one procedure, in one of three formats."""

from pathlib import Path
from typing import Literal

from generator.assembly import Editions, concerning, read_editions
from generator.charts import draw_charts
from generator.diagnostics import closest, closest_by_title
from generator.diff.comparing import Comparer
from generator.diff.differences import ManualComparison
from generator.diff.html_report import render_html
from generator.diff.json_report import json_report
from generator.diff.marked_charts import mark_charts
from generator.diff.text_report import text_report
from generator.model import BASE, Manual, speaking_as
from generator.problems import Problem, has_errors
from generator.words import words_of

ReportFormat = Literal["text", "json", "html"]


class UnknownNameError(Exception):
    """There is no edition or no procedure of a name; the message says in Thai and English which there are."""


class BrokenEditionsError(Exception):
    """There are errors in the project's files: they are the `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        """Take the problems of the project."""
        super().__init__()
        self.problems = problems


def compare_editions(
    root: Path, before: str, after: str, procedure: str | None, shape: ReportFormat, colour: bool = False
) -> str:
    """Compare two editions of a project.

    Args:
        root: the project's root.
        before: the id of the one edition; ``base`` means the text that all share.
        after: that of the other, likewise.
        procedure: the id of the only procedure to compare; None for all.
        shape: of the report.
        colour: whether a report as text may have colours.

    Returns:
        The report.

    Raises:
        UnknownNameError: when there is no such edition or procedure.
        BrokenEditionsError: when there are errors in the files of these editions, or in those that all share.
        generator.charts.LayoutError: when an HTML report needs charts and there is no Graphviz.
    """
    editions = read_editions(root)
    for name in (before, after):
        _require_edition(editions, name)
    manuals = [editions.base() if name == BASE else editions.manual(name) for name in (before, after)]
    problems = concerning(editions.problems, (before, after))
    if has_errors(problems) or manuals[0] is None or manuals[1] is None:
        raise BrokenEditionsError(problems or editions.problems)
    one, other = manuals[0], manuals[1]
    if procedure is not None:
        _require_procedure(one, other, procedure)
    with speaking_as(one.settings):
        comparer = Comparer(one, other)
        comparison = comparer.compare() if procedure is None else comparer.compare_only(procedure)
        if shape == "json":
            return json_report(comparison)
        return _document(comparison, one, other) if shape == "html" else text_report(comparison, colour)


def _document(comparison: ManualComparison, before: Manual, after: Manual) -> str:
    """The report as HTML, with the charts of what differs."""
    differing = {each.id for each in comparison.differing if each.differing_steps}
    charts, other_charts = draw_charts(before, differing), draw_charts(after, differing)
    drawn = {each.id: mark_charts(each, charts, other_charts) for each in comparison.differing}
    return render_html(comparison, drawn)


def _require_edition(editions: Editions, name: str) -> None:
    known = [*editions.ids, BASE]
    if name not in known:
        raise UnknownNameError(_unknown("edition", name, closest(name, known), known))


def _require_procedure(before: Manual, after: Manual, name: str) -> None:
    """Make sure that either edition has a procedure; its title is taken as a hint to its id."""
    both = [each for manual in (before, after) for each in manual.procedures()]
    titles = {each.title: each.id for each in both}
    known = sorted({each.id for each in both})
    if name not in known:
        meant = closest(name, known) or closest_by_title(name, titles)
        raise UnknownNameError(_unknown("procedure", name, meant, known))


def _unknown(kind: str, name: str, meant: str | None, known: list[str]) -> str:
    said = words_of("diff")["unknown"]
    message: str = said[kind].format(name=name, known=", ".join(known))
    return f"{said['meant'].format(meant=meant)}\n{message}" if meant else message
