"""Charts for a book: every text once, in pieces that are cut between rows and joined by connectors."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.charts import Chart, draw_charts
from generator.charts.places import LaidOut
from generator.charts.printed import can_be_cut, printed_pieces, spread
from tests.document.manuals import manual_of, placed
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


CIRCLE = re.compile(r'<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)" fill="#ffffff"')


def crowded() -> list[Chart]:
    """A chart with many lines beside one another."""
    steps = [
        {
            "id": f"s{at}",
            "text": f"ตรวจ {at}",
            "outcomes": [{"label": "ผ่าน"}, {"label": "ข", "go": f"s{13 - at}"}],
        }
        for at in range(12)
    ]
    manual = manual_of(placed(steps=[*steps, {"id": "s12", "text": "ก"}, {"id": "s13", "text": "ข"}]))
    return list(draw_charts(manual).values())


def test_connectors_stand_apart_and_in_their_piece() -> None:
    most = 0
    for chart in [*charts(), *crowded()]:
        for tallest in (250, 300, 400, 600):
            for piece in printed_pieces(chart.laid_out, tallest):
                circles = [tuple(map(float, each)) for each in CIRCLE.findall(piece.svg)]
                left = float(re.findall(r'viewBox="([-\d.]+) ', piece.svg)[-1]) if circles else 0.0
                for x, y, radius in circles:
                    assert left <= x - radius <= x + radius <= left + piece.width
                    assert all(
                        abs(x - other) >= 2 * radius for other, at, _ in circles if at == y and other != x
                    )
                most = max(most, len(circles))
    assert most > 4, "lines that run close to one another"


@given(
    st.lists(st.floats(0, 500, allow_nan=False), max_size=12).map(sorted), st.floats(5, 40, allow_nan=False)
)
def test_places_are_spread_in_order_and_no_more_than_it_takes(places: list[float], apart: float) -> None:
    spread_out = spread(places, apart, (-1000, 1500))
    assert all(right - left >= apart - 1e-6 for left, right in pairwise(spread_out))
    if all(right - left >= apart for left, right in pairwise(places)):
        assert spread_out == pytest.approx(places)
    assert sum(spread_out) == pytest.approx(sum(places), abs=1e-3)


def test_places_that_are_spread_stay_within_their_ends() -> None:
    assert spread([0, 1, 2, 500], 10, (5, 490)) == pytest.approx([5, 15, 25, 490])
    assert spread([5, 5, 5], 10, (0, 15)) == pytest.approx([0, 10, 20])
    assert spread([], 10, (0, 15)) == []


def test_a_chart_is_cut_between_rows_only() -> None:
    for chart in charts():
        assert can_be_cut(chart.laid_out, chart.height)
        assert not can_be_cut(chart.laid_out, 70), "no symbol is so low"
