"""Tall charts on paper: pieces that fit on a page, cut between symbols, of which nothing is lost."""

import re
from itertools import pairwise

import pytest

from generator.charts import draw_charts
from generator.charts.paging import is_tall, pages
from generator.charts.styles import SIZES
from tests.charts.manuals import Steps, lay_out_steps, manual_of


def steps_of(count: int, text: str = "ตรวจสอบเอกสาร") -> Steps:
    """Steps with decisions among them, from some of which the work goes back and ahead."""
    return [
        {"id": f"step-{number}", "text": text}
        | (
            {
                "outcomes": [
                    {"label": "ครบ"},
                    {"label": "ไม่ครบ", "go": f"step-{number - 3}"},
                    {"label": "ยกเลิก", "go": "end"},
                ]
            }
            if number % 4 == 3
            else {}
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [20, 33, 60])
def test_pieces_fit_on_pages_and_cut_nothing(count: int) -> None:
    (chart,) = lay_out_steps(steps_of(count))
    pieces = pages(chart)
    tallest = SIZES.paper_height * max(1.0, chart.width / SIZES.paper_width)
    assert is_tall(chart)
    assert pieces[0][0] == chart.top
    assert pieces[-1][1] == chart.top + chart.height
    assert all(before[1] == after[0] for before, after in pairwise(pieces))
    assert all(lower - upper <= tallest for upper, lower in pieces)
    heights = [(placed.y, placed.shape.height) for placed in chart.nodes]
    heights += [(placed.y, placed.label.height) for placed in chart.labels]
    for _, cut in pieces[:-1]:
        assert not any(abs(cut - middle) < height / 2 for middle, height in heights)


def test_what_is_higher_than_a_page_by_itself_is_cut_all_the_same() -> None:
    (chart,) = lay_out_steps(steps_of(2, "ตรวจสอบเอกสารหลักฐานให้ครบถ้วน " * 120))
    assert len(pages(chart)) > 1


def test_only_a_tall_chart_has_pieces_and_they_show_its_drawing() -> None:
    (low,) = draw_charts(manual_of(steps_of(4))).values()
    (tall,) = draw_charts(manual_of(steps_of(40))).values()
    assert low.paper_svg == ""
    assert "--drawing" not in low.svg
    shown = re.findall(r'<use xlink:href="#([^"]+)"/>', tall.paper_svg)
    assert len(shown) == len(pages(tall.laid_out))
    assert {f'id="{name}"' in tall.svg for name in shown} == {True}
