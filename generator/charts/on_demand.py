"""The charts of a manual, each drawn when somebody wants it: where a page, or a few pages, are made at a time."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

from generator.charts.charts import Chart, ChartKey, draw_charts
from generator.charts.flow import chart_keys
from generator.charts.flow_graphs import FlowGraphs
from generator.charts.overview import Overview
from generator.model import Manual
from generator.thai import Segmenter


class ChartsOnDemand(Mapping[ChartKey, Chart]):
    """Which charts there are is known at once; those of a procedure are drawn together when one is asked for."""

    def __init__(
        self,
        manual: Manual,
        overviews: Callable[[], Sequence[Overview]],
        segmenter: Callable[[], Segmenter],
        graphs: FlowGraphs,
    ) -> None:
        """Take the manual.

        Args:
            manual: one edition.
            overviews: gives the overviews of roles, which have charts too.
            segmenter: gives what cuts its texts into words.
            graphs: of its procedures.
        """
        self._manual, self._overviews, self._segmenter = manual, overviews, segmenter
        self._graphs = graphs
        self._drawn: dict[ChartKey, Chart] = {}

    def __getitem__(self, key: ChartKey) -> Chart:
        """A chart."""
        if key not in self._drawn:
            if key not in self:
                raise KeyError(key)
            owner, role = key
            wanted = [each for each in self._overviews() if not owner and each.role == role]
            self._draw([owner], wanted)
        return self._drawn[key]

    @contextmanager
    def together(self, owners: Collection[str]) -> Iterator[None]:
        """Lay out the charts of some procedures at once, and keep charts and graphs only as long as these are needed.

        Raises:
            generator.charts.layout.LayoutError: when there is no Graphviz.
        """
        self._draw(owners)
        try:
            yield
        finally:
            self._drawn.clear()
            self._graphs.forget(owners)

    def _draw(self, owners: Collection[str], overviews: Sequence[Overview] = ()) -> None:
        self._drawn.update(draw_charts(self._manual, owners, overviews, self._segmenter(), self._graphs))

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
        return {(placed.id, key): None for placed in self._manual.procedures() for key in chart_keys(placed)}

    @cached_property
    def _roles(self) -> dict[ChartKey, None]:
        return {("", overview.role): None for overview in self._overviews()}
