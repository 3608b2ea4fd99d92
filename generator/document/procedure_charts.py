"""The charts of a procedure's own steps on its page: its phases first where it is long, and the same by roles."""

from collections.abc import Iterable, Mapping

from generator.charts import BY_PHASE, BY_ROLE
from generator.document.blocks import Blocks, ChartFigure, Fold, Listing, ListItem, OffScreen, OnScreen
from generator.document.book import Book
from generator.document.common_blocks import chart_figure
from generator.document.texts import words
from generator.model import PlacedProcedure
from generator.words import words_of

Flows = Mapping[str, tuple[str, ...]]
"""Charts in words, by their keys."""


def own_charts(book: Book, placed: PlacedProcedure, flows: Flows) -> Blocks:
    """The charts of a procedure's own steps; those by roles folded away, and only where pages are read on a screen.

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
        blocks += (chart_figure(placed.id, "", said["alternative"].format(title=title)), *told(flows[""]))
    if (placed.id, BY_ROLE) in book.charts:
        figure = _figure(
            placed, BY_ROLE, said["by_role_alternative"].format(title=title), said["by_role_hint"]
        )
        fold = Fold(words(said["by_role"]), (figure,), "fold by-role", is_searched=False)
        blocks += (OnScreen((fold,)),)
    return blocks


def told(sentences: Iterable[str]) -> Blocks:
    """A chart in words, for forms of the page that may have no drawings."""
    items = tuple(ListItem(words(each)) for each in sentences)
    return (OffScreen((Listing(items, is_searched=False),)),) if items else ()


def _figure(placed: PlacedProcedure, key: str, alternative: str, hint: str) -> ChartFigure:
    return ChartFigure(placed.id, key, f"chart-{key}", alternative, hint)
