"""Charts for a book: every text once, in pieces that are cut between rows and joined by connectors."""

import re
from collections import Counter

import pytest

from generator.charts.charts import Chart, draw_charts
from generator.charts.places import LaidOut
from generator.charts.printed import can_be_cut, printed_pieces
from tests.support.showcase import showcase_manual

CONNECTOR = re.compile(r"[A-Z]\d*")


def charts() -> list[Chart]:
    return list(draw_charts(showcase_manual()).values())


def texts_of(chart: LaidOut) -> Counter[str]:
    """What is drawn of a chart, but for connectors."""
    pieces = printed_pieces(chart, chart.height)
    return Counter(text.text for piece in pieces for text in piece.texts)


@pytest.mark.parametrize("part", [1.0, 0.6, 0.45])
def test_pieces_say_what_the_chart_says(part: float) -> None:
    for chart in charts():
        pieces = printed_pieces(chart.laid_out, max(chart.height * part, 300))
        said = Counter(text.text for piece in pieces for text in piece.texts)
        connectors = said - texts_of(chart.laid_out)
        assert texts_of(chart.laid_out) - said == Counter()
        assert all(CONNECTOR.fullmatch(each) and count == 2 for each, count in connectors.items())
        assert bool(connectors) is (len(pieces) > 1)


def test_no_text_is_left_in_the_shapes() -> None:
    for chart in charts():
        for piece in printed_pieces(chart.laid_out, 400):
            assert "<text" not in piece.svg
            assert "<a " not in piece.svg


def test_texts_stand_in_their_piece() -> None:
    for chart in charts():
        for piece in printed_pieces(chart.laid_out, 400):
            assert all(
                0 < text.baseline <= piece.height and 0 <= text.x <= piece.width for text in piece.texts
            )


def test_a_chart_is_cut_between_rows_only() -> None:
    for chart in charts():
        assert can_be_cut(chart.laid_out, chart.height)
        assert not can_be_cut(chart.laid_out, 70), "no symbol is so low"
