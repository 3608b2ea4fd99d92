"""Charts as pictures for documents with pages: whole or in pieces, with everything that the chart shows."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from generator.charts import draw_charts
from tests.document.manuals import manual_of, placed

SPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("tallest", [400.0, 800.0, 5000.0])
def test_pieces_cover_the_chart_from_edge_to_edge(tallest: float) -> None:
    manual = manual_of(placed(steps=[{"text": f"ทำสิ่งที่ {at}"} for at in range(15)]))
    chart = draw_charts(manual)["plan", ""]
    pieces = chart.pieces(tallest)
    assert (len(pieces) == 1) == (chart.height <= tallest)
    assert pieces[0].top == 0
    assert pieces[-1].top + pieces[-1].height == pytest.approx(chart.height)
    for above, below in pairwise(pieces):
        assert above.top + above.height == pytest.approx(below.top)
    for piece in pieces:
        assert piece.height <= tallest
        drawn = ET.fromstring(piece.svg(100, 50))  # noqa: S314 - our own
        assert (drawn.attrib["width"], drawn.attrib["height"]) == ("100", "50")
        assert float(drawn.attrib["viewBox"].split()[1]) == pytest.approx(piece.top, abs=0.1)
        assert drawn.find(f".//{SPACE}a") is None
        assert "ทำสิ่งที่ 14" in " ".join(drawn.itertext())
