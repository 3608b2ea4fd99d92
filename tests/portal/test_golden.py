"""The portal's pages as they come out, for two small offices."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.diff.differences import EditionName, ProcedureComparison
from generator.diff.marked_charts import ChartPair
from generator.portal import pairs
from generator.writers.pieces import place_pieces
from tests.portal.manuals import offices
from tests.portal.pages import portal_pages
from tests.support.goldens import assert_golden

GOLDEN = Path(__file__).parent / "golden"


def note(
    comparison: ProcedureComparison,
    before: EditionName,
    after: EditionName,
    charts: Sequence[ChartPair],
    _level: int,
    _say: Callable[[str], Markup],
) -> Markup:
    """Stands for what the room of comparisons makes of two texts, and has goldens of its own for."""
    return Markup("<!-- {} {}: {} and {}, {} charts -->").format(
        comparison.id, comparison.drift.steps, before.name, after.name, len(charts)
    )


@pytest.mark.parametrize("uri", ["index.md", "compare/index.md", "compare/spending.md", "compare/audit.md"])
def test_page(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "procedure_html", note)
    page = next(page for page in portal_pages(offices()) if page.uri == uri)
    assert_golden(GOLDEN / uri.replace("/", "-"), place_pieces(page.markdown, page.pieces) + "\n")
