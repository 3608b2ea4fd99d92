"""The charts of a procedure's own steps on its page: its phases first where it is long, and the same by roles."""

from generator.charts import BY_PHASE, BY_ROLE
from generator.document.blocks import Blocks, ChartFigure, Fold, OnScreen
from generator.document.book import Book
from generator.document.common_blocks import chart_figure
from generator.document.texts import words
from generator.model import PlacedProcedure
from generator.words import words_of


def own_charts(book: Book, placed: PlacedProcedure) -> Blocks:
    """The charts of a procedure's own steps: its phases first where it is long."""
    said, title = words_of("document")["chart"], book.texts.read(placed.title)
    blocks: Blocks = ()
    if (placed.id, BY_PHASE) in book.charts:
        blocks += (
            _figure(placed, BY_PHASE, said["phases_alternative"].format(title=title), said["phases_hint"]),
        )
    if (placed.id, "") in book.charts:
        blocks += (chart_figure(placed.id, "", said["alternative"].format(title=title)),)
    return blocks


def by_role(book: Book, placed: PlacedProcedure) -> Blocks:
    """The same chart with a lane for each role; folded away, and only where pages are read on a screen."""
    if (placed.id, BY_ROLE) not in book.charts:
        return ()
    said, title = words_of("document")["chart"], book.texts.read(placed.title)
    figure = _figure(placed, BY_ROLE, said["by_role_alternative"].format(title=title), said["by_role_hint"])
    return (OnScreen((Fold(words(said["by_role"]), (figure,), "fold by-role", is_searched=False),)),)


def _figure(placed: PlacedProcedure, key: str, alternative: str, hint: str) -> ChartFigure:
    return ChartFigure(placed.id, key, f"chart-{key}", alternative, hint)
