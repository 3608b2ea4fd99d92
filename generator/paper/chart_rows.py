"""Charts side by side: narrow ones that follow one another share a row, each below its name.

Before each row a mark is set where it might begin, ahead of its heading: how much room is left there decides whether
the row is made smaller to stand on that page (`templates/charts.typ`). Each waits for the one before it, and Typst
goes over a book five times at most: so from a certain row on they stand as they stand best, wherever that is.
"""

from itertools import count

from generator.paper.chart_nodes import GAP
from generator.paper.nodes import Node, node

ASKING = 3
"""How many rows among the same blocks ask for the room that is left."""
_CHART, _HEADING = "chart", "h"


class ChartRows:
    """Puts the charts of one book in rows."""

    def __init__(self, width: float) -> None:
        """Take the width of a page's text, in points."""
        self._width = width
        self._marks = count(1)

    def of(self, nodes: list[Node]) -> list[Node]:
        """Nodes with their charts in rows; the name of a chart that stands beside another goes with it."""
        made: list[Node] = []
        at, rows = 0, 0
        while at < len(nodes):
            taken = self._row(nodes, at)
            if not taken:
                made.append(nodes[at])
                at += 1
                continue
            mark, charts = f"room-{next(self._marks)}", _named(nodes[at : at + taken])
            behind = len(made) - (bool(made) and made[-1]["k"] == _HEADING)
            made.insert(behind, node("room", id=mark))
            made.append(node("charts", room=mark if rows < ASKING else None, charts=charts))
            at, rows = at + taken, rows + 1
        return made

    def _row(self, nodes: list[Node], at: int) -> int:
        """How many nodes from one on make a row of charts: none where there is no chart."""
        if nodes[at]["k"] != _CHART:
            return 0
        used, taken = nodes[at]["w"], 1
        while chart := _chart_behind(nodes, at + taken):
            used += GAP + chart["w"]
            if used > self._width or not (_is_whole(nodes[at]) and _is_whole(chart)):
                break
            taken += 2
        return taken


def _is_whole(chart: Node) -> bool:
    """Whether a chart stands best as one piece."""
    return len(chart["pieces"]) == 1 and not chart.get("cut")


def _chart_behind(nodes: list[Node], at: int) -> Node | None:
    """The chart below a heading that stands at a place."""
    following = nodes[at : at + 2]
    is_named = [each["k"] for each in following] == [_HEADING, _CHART]
    return following[1] if is_named else None


def _named(nodes: list[Node]) -> list[Node]:
    """Charts with the headings before them as their names."""
    charts, name = [], None
    for each in nodes:
        if each["k"] == _HEADING:
            name = each["c"]
        else:
            charts.append(each | ({"name": name} if name else {}))
            name = None
    return charts
