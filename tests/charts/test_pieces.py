"""Charts as pictures for documents with pages: whole or in pieces, with everything that the chart shows."""

from xml.etree import ElementTree as ET

import pytest

from generator.charts import draw_charts
from tests.document.manuals import manual_of, placed

SPACE = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("tallest", [400.0, 800.0, 5000.0])
def test_pieces_show_all_of_the_chart_and_fit(tallest: float) -> None:
    texts = [f"ขั้น{letter}" for letter in "กขคงจฉชซญฐดตถทธ"]
    manual = manual_of(placed(steps=[{"text": text} for text in texts]))
    chart = draw_charts(manual)["plan", ""]
    pieces = chart.pieces(tallest)
    assert (len(pieces) == 1) == (chart.height <= tallest)
    assert sum(each.height for each in pieces) >= chart.height
    told: list[str] = []
    for piece in pieces:
        assert piece.height <= tallest
        drawn = ET.fromstring(piece.svg(100, 50))  # noqa: S314 - our own
        assert (drawn.attrib["width"], drawn.attrib["height"]) == ("100", "50")
        width, height = map(float, drawn.attrib["viewBox"].split()[2:])
        assert width == pytest.approx(piece.width, abs=0.1)
        assert height == pytest.approx(piece.height, abs=0.1)
        assert drawn.find(f".//{SPACE}a") is None
        told += ["".join(text.itertext()) for text in drawn.iter(f"{SPACE}text")]
    assert [text for text in told if text in texts] == texts


def test_where_a_line_goes_on_both_ends_have_the_same_letter() -> None:
    manual = manual_of(placed(steps=[{"text": f"ขั้น {at}"} for at in range(20)]))
    pieces = draw_charts(manual)["plan", ""].pieces(500.0)
    drawn = [ET.fromstring(piece.svg(9, 9)) for piece in pieces]  # noqa: S314 - our own
    told = [{"".join(text.itertext()) for text in each.iter(f"{SPACE}text")} for each in drawn]
    named = [each & set("ABCDEF") for each in told]
    assert len(pieces) > 2
    assert named[0] == {"A"}
    assert named[1] == {"A", "B"}
