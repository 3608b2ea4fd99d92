"""The charts of a procedure's own steps on its page: its phases first where it is long, and the same by roles."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.charts import BY_PHASE, BY_ROLE
from generator.document.addresses import Target
from generator.document.blocks import Blocks, ChartFigure, Fold, Listing, ListItem, OffScreen, OnScreen
from generator.document.book import Book
from generator.document.common_blocks import chart_figure
from generator.document.flow_sheets import flow_sheet_uri
from generator.document.inlines import Link
from generator.document.texts import words
from generator.model import PlacedProcedure
from generator.words import words_of

Flows = Mapping[str, tuple[str, ...]]
"""Charts in words, by their keys."""


def own_charts(book: Book, placed: PlacedProcedure, flows: Flows) -> Blocks:
    """The charts of a procedure's own steps: its phases first where it is long.

    Args:
        book: of the page.
        placed: the procedure.
        flows: its charts in words.
    """
    said, title = words_of("document")["chart"], book.texts.read(placed.title)
    blocks: Blocks = ()
    if (placed.id, BY_PHASE) in book.charts:
        blocks += (
            _figure(placed, BY_PHASE, said["phases_alternative"].format(title=title), said["phases_hint"]),
        )
    if (placed.id, "") in book.charts:
        figure = chart_figure(placed.id, "", said["alternative"].format(title=title))
        blocks += (replace(figure, printable=_printable(placed)), *told(flows[""]))
    return blocks


def _printable(placed: PlacedProcedure) -> Link:
    """The way to the table with the chart inside, which is printed and handed in."""
    return Link(Target(flow_sheet_uri(placed)), words(words_of("document")["flow_table"]["open"]))


def process_charts(book: Book, placed: PlacedProcedure, flows: Flows) -> Mapping[str, Blocks]:
    """The charts of the steps below each step that has any of its own, by their keys (`own_charts`)."""
    alternative, charts = words_of("document")["chart"]["alternative"], {}
    for step in placed.walk_steps():
        if step.steps and (placed.id, step.chart_key) in book.charts:
            title = book.texts.read(step.step.text)
            figure = chart_figure(placed.id, step.chart_key, alternative.format(title=title))
            charts[step.chart_key] = (figure, *told(flows[step.chart_key]))
    return charts


def by_role(book: Book, placed: PlacedProcedure) -> Blocks:
    """The same chart with a lane for each role; folded away, and only where pages are read on a screen."""
    if (placed.id, BY_ROLE) not in book.charts:
        return ()
    said, title = words_of("document")["chart"], book.texts.read(placed.title)
    figure = _figure(placed, BY_ROLE, said["by_role_alternative"].format(title=title), said["by_role_hint"])
    return (OnScreen((Fold(words(said["by_role"]), (figure,), "fold by-role", is_searched=False),)),)


def told(sentences: Iterable[str]) -> Blocks:
    """A chart in words, for forms of the page that may have no drawings."""
    items = tuple(ListItem(words(each)) for each in sentences)
    return (OffScreen((Listing(items, is_searched=False),)),) if items else ()


def _figure(placed: PlacedProcedure, key: str, alternative: str, hint: str) -> ChartFigure:
    return ChartFigure(placed.id, key, f"chart-{key}", alternative, hint)
