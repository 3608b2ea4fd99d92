"""The flow graphs of procedures, each made once: drawings, words and the rows of tables all start from them."""

from collections.abc import Collection

from generator.charts.flow import charts_of
from generator.charts.graph import ChartGraph
from generator.model import Manual, PlacedProcedure


class FlowGraphs:
    """Makes the graphs of a procedure when somebody first asks for them."""

    def __init__(self, manual: Manual) -> None:
        """Take the edition that the procedures stand in."""
        self._manual = manual
        self._made: dict[str, tuple[ChartGraph, ...]] = {}

    def of(self, placed: PlacedProcedure) -> tuple[ChartGraph, ...]:
        """The graphs of a procedure of the manual, those of `generator.charts.flow.chart_keys`."""
        if placed.id not in self._made:
            self._made[placed.id] = tuple(charts_of(placed, self._manual))
        return self._made[placed.id]

    def forget(self, procedures: Collection[str]) -> None:
        """Keep the graphs of some procedures, by their ids, no longer: those of a large manual are many."""
        for identifier in procedures:
            self._made.pop(identifier, None)
