"""The chart of a role: a tree of procedures, each linked, that overlaps nowhere and tells itself in words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts import Chart, draw_charts
from generator.charts.graph import ChartLink, LinkKind, Symbol
from generator.indexes.involvement import work_by_role
from generator.indexes.role_overviews import role_overviews
from generator.model.manual import Manual
from tests.document.manuals import manual_of, placed
from tests.support.auditing import examples
from tests.support.showcase import showcase_manual


def _charts(manual: Manual) -> dict[str, Chart]:
    charts = draw_charts(
        manual, procedures=(), overviews=role_overviews(manual, work_by_role(manual).values())
    )
    return {role: chart for (_, role), chart in charts.items()}


def _address(link: ChartLink) -> str:
    return f"/{link.kind.value}/{link.name}"


def test_the_showcase() -> None:
    chart = _charts(showcase_manual())["planning-group"]
    symbols = [placed.node.symbol for placed in chart.laid_out.nodes]
    assert symbols[:3] == [Symbol.TERMINATOR, Symbol.ANNOTATION, Symbol.PREDEFINED]
    svg = chart.linked_svg(_address)
    assert '<a href="/procedure/spending-plan">' in svg
    assert "<title" in svg
    assert chart.title in svg
    assert "งานจัดทำแผนใช้จ่าย" in chart.laid_out.graph.description
    assert "<a " not in chart.svg


@given(st.lists(st.text("กขคงมนาีู้ ", min_size=1, max_size=60), min_size=2, max_size=8))
@settings(max_examples=examples(25), deadline=None)
def test_nothing_overlaps_and_every_text_is_inside(titles: list[str]) -> None:
    manual = manual_of(
        *(placed(f"p{index}", f"1.{index}", title=f"ง{text}") for index, text in enumerate(titles, 1))
    )
    laid_out = _charts(manual)["group"].laid_out
    assert laid_out.width <= 340
    rows = sorted((node.y - node.shape.height / 2, node.y + node.shape.height / 2) for node in laid_out.nodes)
    assert all(bottom < top for (_, bottom), (top, _) in pairwise(rows))
    for node in laid_out.nodes:
        for line in node.shape.lines:
            assert line.width <= node.shape.width
            assert abs(line.y) + line.half_height <= node.shape.height / 2
    for route in laid_out.routes:
        assert not route.has_arrow
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert x1 == x2 or y1 == y2


@pytest.mark.parametrize("kind", [LinkKind.ROLE, LinkKind.PROCEDURE])
def test_links_to_other_pages_only_where_somebody_knows_them(kind: LinkKind) -> None:
    charts = draw_charts(showcase_manual())
    chart = charts["spending-plan", ""]
    assert f"/{kind.value}/" not in chart.svg
    linked = chart.linked_svg(lambda link: _address(link) if link.kind is kind else None)
    assert (f'<a href="/{kind.value}/director" class="actor" tabindex="-1">' in linked) == (
        kind is LinkKind.ROLE
    )
    assert "<a " not in chart.standalone_svg


def test_the_name_of_who_acts_is_a_link_of_its_own_and_stands_in_no_other() -> None:
    linked = draw_charts(showcase_manual())["spending-plan", ""].linked_svg(_address)
    for piece in linked.split("<a ")[1:]:
        assert piece.partition("</a>")[0].count("<a ") == 0
    assert linked.count('class="actor"') == 4
