"""Charts on paper can be read, lie on their side where they are wide, and are told of where they fit on no page."""

from itertools import pairwise
from pathlib import Path

import pytest

from generator.charts.charts import Chart, draw_charts
from generator.charts.printed import printed_pieces
from generator.model.manual import Manual
from generator.paper import PrintError, book_nodes
from generator.paper.chart_nodes import SMALLEST, ChartNodes
from generator.paper.letters import Letters
from generator.paper.marks import page_count
from generator.paper.nodes import Node
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual
from tests.support.pdf_texts import texts_in, without_spaces
from tests.support.showcase import showcase_manual

WORDS = "ตรวจสอบความครบถ้วนถูกต้องของเอกสารแล้วเสนอผู้มีอำนาจพิจารณา"


def long_manual(steps: int) -> Manual:
    return manual_of(placed(steps=[{"text": f"{WORDS} {at}"} for at in range(steps)]))


def chart_of(manual: Manual) -> Chart:
    return next(iter(draw_charts(manual).values()))


def nodes_of(chart: Chart, width: float = book_nodes.PAGE_WIDTH) -> list[Node]:
    return ChartNodes(Letters(is_thai_numbered=False), width, book_nodes.PAGE_HEIGHT).of(chart, "ผัง")


def scales(chart: Chart, node: Node) -> list[float]:
    """How many points to a px each way of arranging a chart has."""
    return [each["pieces"][0]["w"] / chart.width for each in (node, *node.get("others", []))]


@pytest.mark.parametrize("steps", [2, 6, 11, 16, 40])
def test_texts_are_never_smaller_than_can_be_read(steps: int) -> None:
    for chart in (*draw_charts(showcase_manual()).values(), chart_of(long_manual(steps))):
        for each in nodes_of(chart):
            assert min(scales(chart, each)) >= SMALLEST - 0.001
            assert each["least"] * scales(chart, each)[0] >= SMALLEST - 0.001


def test_what_takes_pages_of_its_own_stands_in_columns_there() -> None:
    chart = chart_of(long_manual(40))
    side_by_side = nodes_of(chart)
    assert len(side_by_side) == -(-sum(len(each["pieces"]) for each in side_by_side) // 2)
    assert all(each["w"] <= book_nodes.PAGE_WIDTH for each in side_by_side)


def test_a_chart_that_is_too_wide_lies_on_its_side() -> None:
    chart = chart_of(long_manual(6))
    narrow = chart.width * SMALLEST * 0.9
    turned = nodes_of(chart, narrow)
    assert all(each["turned"] and each["w"] <= narrow for each in turned)
    assert min(scales(chart, {**each, "pieces": each["pieces"]})[0] for each in turned) >= SMALLEST


def test_a_chart_that_lies_on_its_side_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    title = "ค้ำฝั่งน้ำป๋าญาติฐิติ"
    manual = manual_of(placed(steps=[{"text": f"{title} {at}"} for at in range(6)]))
    monkeypatch.setattr(book_nodes, "PAGE_WIDTH", chart_of(manual).width * SMALLEST * 0.9)
    pdf = print_of_manual(manual, procedures=("plan",))
    assert page_count(pdf) >= 2
    for reader, found in texts_in(pdf, tmp_path):
        assert without_spaces(found).count(title) >= 2 * 6, reader


def test_a_chart_that_fits_on_no_page_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_nodes, "PAGE_HEIGHT", 20.0)
    monkeypatch.setattr(book_nodes, "PAGE_WIDTH", 20.0)
    manual = long_manual(3)
    file = next(manual.procedures()).path
    with pytest.raises(PrintError, match=rf"{file}.*ผัง"):
        print_of_manual(manual)


def test_connectors_stand_apart_where_lines_run_close_together() -> None:
    branches = [{"text": f"กลุ่มที่ {at} จัดทำข้อมูลสารสนเทศของตนเอง"} for at in range(7)]
    chart = chart_of(
        manual_of(placed(steps=[{"text": "ก"}, {"text": "ข", "parallel": branches}, {"text": "ค"}]))
    )
    pieces = printed_pieces(chart.laid_out, chart.height / 2)
    for piece in pieces:
        rows: dict[float, list[float]] = {}
        for text in piece.texts:
            if text.text.isascii() and text.text.isupper():
                rows.setdefault(text.baseline, []).append(text.x)
        assert rows
        for row in rows.values():
            assert all(right - left >= 26 for left, right in pairwise(sorted(row)))
            assert all(13 <= x <= piece.width - 13 for x in row)


def test_the_title_of_a_phase_stays_with_what_it_is_over() -> None:
    steps = [{"text": f"{WORDS} {at}", **({"phase": f"ระยะ {at}"} if at % 2 else {})} for at in range(1, 15)]
    chart = chart_of(manual_of(placed(steps=steps)))
    for tallest in range(320, 700, 20):
        for piece in printed_pieces(chart.laid_out, tallest):
            last = max(
                (each for each in piece.texts if not each.text.isascii()), key=lambda each: each.baseline
            )
            assert not last.text.startswith("ระยะ")
