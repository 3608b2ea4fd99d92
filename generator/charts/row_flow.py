"""From a flow graph to rows: one for each symbol, those of a fork's branches one branch after the other.

What leads back up runs at the right, what leads on down at the left; but what leads from branches to where they join
runs at the right, as what leads to branches is at the left.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.charts.flow import BY_PHASE, BY_ROLE
from generator.charts.graph import ChartGraph, Edge, Fork, Node, Symbol
from generator.charts.row_lanes import SidedLine, lanes_of, ports_of
from generator.charts.rows import ChartRow, Line, Port, RowChart, Side
from generator.charts.words import chart_words


def row_charts(graphs: Iterable[ChartGraph]) -> tuple[RowChart, ...]:
    """The charts of a procedure that show steps one by one, in rows: its own, then those of steps below a step.

    Args:
        graphs: all of the procedure.
    """
    return tuple(rows_of(each) for each in graphs if each.key not in (BY_PHASE, BY_ROLE))


def rows_of(graph: ChartGraph) -> RowChart:
    """Lay a chart out in rows.

    Args:
        graph: a chart that shows steps one by one: a procedure's own, or that of the steps below one.

    Returns:
        The same flow: each edge of the graph, and of its forks, is in it once.
    """
    flow = _Flow()
    flow.add(graph)
    return flow.chart(graph)


@dataclass(eq=False, slots=True)
class _Row:
    """A row while rows are still added: what stands in it, what hangs on it, and what leads to it from elsewhere."""

    node: Node
    hanging: list[tuple[Edge, Node]] = field(default_factory=list)
    incoming: Node | None = None


class _Flow:
    """Gathers the rows and lines of one chart."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._lines: list[tuple[_Row, _Row, Edge, bool]] = []

    def add(self, graph: ChartGraph, around: tuple[_Row, _Row] | None = None) -> None:
        """Add what a graph shows.

        Args:
            graph: a chart, or a branch of a fork.
            around: of a branch, the rows of its fork's upper and lower lines.
        """
        entries, exits = dict[int, _Row](), dict[int, _Row]()
        for index in graph.column:
            node = graph.nodes[index]
            if node.symbol is Symbol.JUNCTION and around:
                exits[index], entries[index] = around
                continue
            entries[index] = exits[index] = row = _Row(_shown(node))
            self._rows.append(row)
            if isinstance(node, Fork):
                exits[index] = self._fork(node, row)
        for edge in graph.edges:
            if edge.target not in entries:
                exits[edge.source].hanging.append((edge, graph.nodes[edge.target]))
            elif edge.source not in exits:
                entries[edge.target].incoming = graph.nodes[edge.source]
            else:
                source, target = exits[edge.source], entries[edge.target]
                is_joining = around is not None and target is around[1]
                self._lines.append((source, target, edge, is_joining))

    def _fork(self, fork: Fork, head: _Row) -> _Row:
        """Add the branches of a fork below its upper lines.

        Returns:
            The row of its lower lines.
        """
        foot = _Row(Node(Symbol.PARALLEL, chart_words().join))
        for branch in fork.branches:
            self.add(branch, (head, foot))
        self._rows.append(foot)
        return foot

    def chart(self, graph: ChartGraph) -> RowChart:
        """The rows with their lines."""
        places = {id(row): place for place, row in enumerate(self._rows)}
        sided: list[SidedLine] = []
        below: dict[int, Line] = {}
        for source, target, edge, is_joining in self._lines:
            line = _line(edge, places[id(source)], places[id(target)])
            if line.target == line.source + 1 and line.source not in below:
                below[line.source] = line
            else:
                is_right = is_joining or line.target <= line.source
                sided.append((Side.RIGHT if is_right else Side.LEFT, line))
        lanes = lanes_of(sided)
        return RowChart(
            graph,
            tuple(
                ChartRow(
                    row.node,
                    place - 1 in below,
                    below.get(place),
                    ports_of(Side.LEFT, place, lanes, sided),
                    (*_hanging(row, place), *ports_of(Side.RIGHT, place, lanes, sided)),
                    row.incoming,
                )
                for place, row in enumerate(self._rows)
            ),
            lanes,
        )


def _shown(node: Node) -> Node:
    """What a row shows of a node: what stands in the table's other columns is left out, and no link leads away."""
    text = node.text
    if isinstance(node, Fork):
        together = chart_words().fork.format(count=len(node.branches))
        text = chart_words().fork_in_row.format(text=text, together=together)
    return Node(node.symbol, text, number=node.number, step=node.step, tone=node.tone)


def _hanging(row: _Row, place: int) -> tuple[Port, ...]:
    """The ports of what hangs on a row's symbol."""
    return tuple(Port(_line(edge, place, place), end=node) for edge, node in row.hanging)


def _line(edge: Edge, source: int, target: int) -> Line:
    return Line(source, target, edge.labels, edge.tone, edge.is_again)
