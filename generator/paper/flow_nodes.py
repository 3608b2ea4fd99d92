"""The form with a chart inside a table as a node for its template."""

from collections.abc import Mapping, Sequence

from generator.charts import Crossing, PrintedRow, Symbol, draw_symbol, printed_rows
from generator.document import FlowSheet, FlowTable, Steps
from generator.paper.block_nodes import BlockNodes
from generator.paper.chart_nodes import piece_node
from generator.paper.chart_rows import ChartRows
from generator.paper.inline_nodes import InlineNodes
from generator.paper.letters import Letters
from generator.paper.nodes import Node, node
from generator.thai import Segmenter
from generator.words import words_of

USUAL = 0.62
"""Points to a px of a chart, unless it is too wide for its column."""
WIDEST = 290.0
"""The column of the chart at most, in points: the others need the rest of a page."""
WIDTH = 748.0
"""The room across a page, in points: A4 on its side less its margins."""


class FlowNodes:
    """Makes nodes of forms."""

    def __init__(self, letters: Letters, inlines: InlineNodes, segmenter: Segmenter) -> None:
        """Take the letters of the document, what makes nodes of inline parts, and what cuts texts at words."""
        self._letters, self._inlines, self._segmenter = letters, inlines, segmenter
        self._blocks = BlockNodes(inlines, lambda _: [], ChartRows(WIDTH), lambda _: None, 1)

    def of(self, sheet: FlowSheet) -> Node:
        """The form of one procedure."""
        said = words_of("document")["flow_table"]
        return node(
            "flow-sheet",
            name=self._inlines.words(said["name"]),
            heading=self._inlines.of(sheet.title),
            office=self._inlines.of(sheet.office),
            head=self._head(sheet),
            facts=[
                [self._inlines.of(fact.label), [self._inlines.of(each) for each in fact.values]]
                for fact in sheet.facts
            ],
            tables=[self._table(sheet, table) for table in sheet.tables],
            notes=[self._inlines.of(each.content) for each in sheet.notes],
            legend=self._inlines.words(said["legend"]),
            symbols=[
                {"svg": draw_symbol(Symbol(name)), "c": self._inlines.words(meaning)}
                for name, meaning in sheet.symbols.items()
            ],
        )

    def _head(self, sheet: FlowSheet) -> Mapping[str, str]:
        """What stands at the head of each page."""
        return {
            key: self._letters.plain(text)
            for key, text in (
                ("office", sheet.head.office),
                ("title", sheet.head.title),
                ("code", sheet.head.code),
                ("revision", sheet.head.revision),
            )
        }

    def _table(self, sheet: FlowSheet, table: FlowTable) -> Node:
        rows = printed_rows(table.chart, self._segmenter)
        width = rows[0].piece.width
        scale = min(USUAL, WIDEST / width)
        order = sorted(table.steps)
        number, chart, text = sheet.heads
        [steps] = self._blocks.of(
            (Steps((number, text), sheet.columns, tuple(table.steps[at] for at in order)),)
        )
        of_steps = dict(zip(order, steps["rows"], strict=True))
        return node(
            "flow-table",
            title=self._inlines.words(table.title),
            width=width * scale,
            heads=[steps["heads"][0], self._inlines.of(chart), *steps["heads"][1:]],
            names=steps.get("names"),
            rows=[self._row(row, scale, of_steps.get(at)) for at, row in enumerate(rows)],
        )

    def _row(self, row: PrintedRow, scale: float, step: Node | None) -> Node:
        return node(
            "flow-row",
            drawn=piece_node(self._letters, row.piece, scale),
            above=_crossings(row.above, scale),
            below=_crossings(row.below, scale),
            step=step,
        )


def _crossings(crossings: Sequence[Crossing], scale: float) -> list[Mapping[str, object]]:
    return [{"x": round(each.x * scale, 3), "again": each.is_again} for each in crossings]
