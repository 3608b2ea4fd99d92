"""The charts of a manual, each drawn when somebody wants it: for a preview, which shows a page at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from generator.charts.charts import Chart, draw_charts
from generator.charts.overview import Overview
from generator.model import Manual

ChartKey = tuple[str, str]
"""A procedure's id and a chart's key; of a role's chart an empty id and the role's."""


class ChartsOnDemand(Mapping[ChartKey, Chart]):
    """Which charts there are is known at once; those of a procedure are drawn together when one is asked for."""

    def __init__(self, manual: Manual, overviews: Callable[[], Sequence[Overview]]) -> None:
        """Take the manual.

        Args:
            manual: one edition.
            overviews: gives the overviews of roles, which have charts too.
        """
        self._manual, self._overviews = manual, overviews
        self._drawn: dict[ChartKey, Chart] = {}

    def __getitem__(self, key: ChartKey) -> Chart:
        """A chart."""
        if key not in self._drawn:
            if key not in self:
                raise KeyError(key)
            owner, role = key
            wanted = [each for each in self._overviews() if not owner and each.role == role]
            self._drawn.update(draw_charts(self._manual, [owner], wanted))
        return self._drawn[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a chart."""
        return key in self._procedures or key in self._roles

    def __iter__(self) -> Iterator[ChartKey]:
        """The keys: those of procedures in the manual's order, then those of roles."""
        yield from self._procedures
        yield from self._roles

    def __len__(self) -> int:
        """How many there are."""
        return len(self._procedures) + len(self._roles)

    @cached_property
    def _procedures(self) -> dict[ChartKey, None]:
        return {
            (placed.id, key): None
            for placed in self._manual.procedures()
            if placed.steps
            for key in ("", *(step.chart_key for step in placed.walk_steps() if step.steps))
        }

    @cached_property
    def _roles(self) -> dict[ChartKey, None]:
        return {("", overview.role): None for overview in self._overviews()}
