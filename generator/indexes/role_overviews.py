"""Which roles have a chart of their own, and what it shows: those that take part in more than one procedure."""

from collections.abc import Iterable

from generator.charts import Overview, OverviewItem
from generator.indexes.involvement import Work
from generator.model import Manual

FEWEST = 2
"""Procedures that a chart shows at least: of a single one it would say nothing."""


def role_overviews(manual: Manual, works: Iterable[Work]) -> tuple[Overview, ...]:
    """The overviews of all roles of a manual that have one, in the order of the catalogue.

    Args:
        manual: the manual.
        works: what each of its roles does.
    """
    return tuple(_overview(manual, work) for work in works if len(work.involvements) >= FEWEST)


def _overview(manual: Manual, work: Work) -> Overview:
    groups = (
        (
            area,
            tuple(
                OverviewItem(each.procedure, each.step_count, each.is_owner)
                for each in work.involvements
                if each.procedure.area == area.id
            ),
        )
        for area in manual.areas
    )
    return Overview(work.role, tuple((area, items) for area, items in groups if items))
