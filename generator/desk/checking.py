"""Everything that is wrong with a project: what ``khumue check`` tells, and the desk tells while somebody types."""

from collections.abc import Callable
from pathlib import Path

from generator.assembly import (
    Editions,
    linked_chart_problems,
    linked_site,
    need_trial,
    stale_chart_problems,
    unsettled_site,
)
from generator.problems import Problem, has_errors, in_order
from generator.storage import is_folder, is_there

CHARTS = "flowcharts"
"""The folder of drawn charts that are kept."""
Trial = Callable[[Path], list[Problem]]
"""From a project's root to what is wrong with the settings of its site that only the engine knows."""


def problems_of(root: Path, editions: Editions, trial: Trial) -> list[Problem]:
    """What is wrong with a project's files and settings, and with places on made pages to which people link.

    Args:
        root: the project's root.
        editions: the project, read and checked.
        trial: tries its settings out, where only that can tell.

    Returns:
        The problems, in order as far as they are in files of authors.
    """
    problems = [*unsettled_site(root), *linked_site(root), *editions.problems]
    if not has_errors(problems) and need_trial(root):
        problems = in_order([*problems, *trial(root)])
    if is_there(root, CHARTS):
        from generator.charts import links_among_charts  # noqa: PLC0415  # most projects checked have no charts

        problems = [*problems, *linked_chart_problems(links_among_charts(root))]
    if editions.linked_places():
        from generator.writers import dead_places  # noqa: PLC0415  # in most projects checked nobody links there

        problems = in_order([*problems, *dead_places(editions)])
    return problems


def chart_problems(root: Path, editions: Editions, edition: str | None) -> list[Problem]:
    """Which drawn charts that are kept are out of date.

    Args:
        root: the project's root.
        editions: the project, read.
        edition: the id of the only edition whose charts are looked at; None for all.
    """
    if not is_folder(root, CHARTS):
        return []
    from generator.charts import stale_charts  # noqa: PLC0415  # most projects checked have none

    problems: list[Problem] = []
    for each in [edition] if edition else editions.ids:
        manual = editions.manual(each) if is_folder(root, f"{CHARTS}/{each}") else None
        if manual is not None:
            problems += stale_chart_problems(stale_charts(root, manual))
    return problems
