"""In a real browser, with the site's own font: every text stands inside its symbol, and nothing is cut off."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from generator.charts import Chart, draw_charts
from generator.charts.styles import COLOURS, SIZES
from tests.charts.manuals import manual_of

_TEXTS_OUTSIDE = """
(leading_part) => {
  const outside = [];
  for (const svg of document.querySelectorAll('svg.khumue-chart')) {
    const toChart = svg.getScreenCTM().inverse();
    for (const text of svg.querySelectorAll('text')) {
      const isOnALine = text.parentElement === svg || text.parentElement.id.endsWith('--drawing');
      const shape = [...text.parentElement.children].find((each) => each instanceof SVGGeometryElement);
      const within = !isOnALine ? (point) => shape.isPointInFill(point) : (point) => isInChart(svg, point);
      for (const line of text.querySelectorAll('tspan')) {
        const box = line.getBoundingClientRect();
        const leading = box.height * leading_part;
        const [left, top, right, bottom] = [box.left, box.top + leading, box.right, box.bottom - leading];
        const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
        if (!corners.every(([x, y]) => within(new DOMPoint(x, y).matrixTransform(toChart)))) {
          outside.push(`${svg.querySelector('title').textContent}: ${line.textContent}`);
        }
      }
    }
  }
  return outside;
  function isInChart(svg, point) {
    const view = svg.viewBox.baseVal;
    const [x, y] = [point.x - view.x, point.y - view.y];
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  }
}
"""
_LEADING_OF_PHASES = 0.01
"""In charts with phases, links of few words and a full diamond hold a line, but for a sixth of a px of its box: places
are drawn to a tenth of a px, and browsers round the size of a line.
"""
_LINE_COUNT = "() => document.querySelectorAll('svg.khumue-chart tspan').length"
_STEP_LINES = """
() => [...document.querySelectorAll('a > text.text-ink > tspan')].map((t) => [t.textContent, t.getComputedTextLength()])
"""
_FILLS = """
() => Object.fromEntries([...document.querySelectorAll('[class*="surface-"], [class*="text-"]')].flatMap((element) =>
  [...element.classList].map((name) => [name, getComputedStyle(element).fill])))
"""
_RING = "() => getComputedStyle(document.activeElement.querySelector('.border')).strokeWidth"
_FONT_IN_USE = """
() => document.fonts.check('14px Sarabun', 'ก') && [...document.fonts].every((font) => font.status === 'loaded')
"""


def test_every_text_stands_inside_its_symbol(
    show: Callable[..., Page],
    real_charts: list[Chart],
    example_charts: list[Chart],
    role_charts: list[Chart],
) -> None:
    assert role_charts
    with_phases = [chart.svg for chart in example_charts if "phase" in chart.svg]
    others = [
        chart.svg for chart in (*real_charts, *example_charts, *role_charts) if chart.svg not in with_phases
    ]
    assert show(with_phases).evaluate(_TEXTS_OUTSIDE, _LEADING_OF_PHASES) == []
    page = show(others)
    assert page.evaluate(_FONT_IN_USE)
    assert page.evaluate(_LINE_COUNT) > 20 * len(example_charts)
    assert page.evaluate(_TEXTS_OUTSIDE, 0) == []


def test_texts_are_as_wide_as_they_were_taken_to_be(
    show: Callable[..., Page], real_charts: list[Chart]
) -> None:
    page = show([chart.svg for chart in real_charts])
    drawn: list[tuple[str, float]] = page.evaluate(_STEP_LINES)
    taken = {
        line.text: line.width
        for chart in real_charts
        for placed in chart.laid_out.nodes
        for line in placed.shape.lines
        if line.style == "text"
    }
    assert {text for text, _ in drawn} == set(taken)
    assert [text for text, width in drawn if abs(width - taken[text]) > 0.5] == []


def test_who_acts_is_a_link_of_its_own_with_a_ring_around_it(show: Callable[..., Page]) -> None:
    (chart,) = draw_charts(manual_of([{"text": "ลงนาม", "role": "area-director"}])).values()
    page = show([chart.linked_svg(lambda link: f"#{link.name}")])
    page.keyboard.press("Tab")
    expect(page.locator("a[href='#step-1']")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("a.actor")).not_to_be_focused()  # the step's row leads there too
    page.locator("a.actor").focus()
    assert page.locator("a.actor").evaluate("(link) => getComputedStyle(link).outlineStyle") == "solid"
    page.locator("a.actor").click()
    expect(page).to_have_url(re.compile("#area-director$"))


def test_paper_shows_the_pieces_of_a_tall_chart(show: Callable[..., Page]) -> None:
    (chart,) = draw_charts(manual_of([{"text": "ตรวจสอบเอกสาร"}] * 40)).values()
    page = show([chart.svg + chart.paper_svg])
    whole, pieces = page.locator("svg.khumue-chart"), page.locator("svg.khumue-chart-page")
    expect(whole).to_be_visible()
    assert not any(piece.is_visible() for piece in pieces.all())
    page.emulate_media(media="print")
    expect(whole).to_be_hidden()
    boxes = [piece.bounding_box() for piece in pieces.all()]
    assert len(boxes) > 1
    assert all(box and 0 < box["height"] <= SIZES.paper_height for box in boxes)
    # what a piece shows is there although the drawing that it is taken from is hidden
    drawn = pieces.first.locator("use").evaluate("use => use.getBoundingClientRect().height")
    assert drawn > SIZES.paper_height


def test_a_chart_shrinks_with_a_narrow_page(show: Callable[..., Page], real_charts: list[Chart]) -> None:
    page = show([chart.svg for chart in real_charts], width=200)
    boxes: list[dict[str, Any]] = page.evaluate(
        "() => [...document.querySelectorAll('svg.khumue-chart')].map((s) => s.getBoundingClientRect().toJSON())"
    )
    for chart, box in zip(real_charts, boxes, strict=True):
        assert box["width"] <= 200
        assert abs(box["height"] / box["width"] - chart.height / chart.width) < 0.01


def test_dark_pages_show_the_dark_colours(show: Callable[..., Page], example_charts: list[Chart]) -> None:
    page = show([chart.svg for chart in example_charts], is_dark=True)
    shown: dict[str, str] = page.evaluate(_FILLS)
    for name in ("step", "document", "decision", "terminator", "reject-label"):
        assert shown[f"surface-{name}"] == rgb(COLOURS["surfaces"][name]["dark"])
    for name in ("ink", "accept", "reject"):
        assert shown[f"text-{name}"] == rgb(COLOURS["texts"][name]["dark"])


def test_the_keyboard_goes_from_step_to_step_with_a_ring(
    show: Callable[..., Page], real_charts: list[Chart]
) -> None:
    page = show([real_charts[0].svg])
    steps = [node.step.name for node in real_charts[0].laid_out.graph.nodes if node.step]
    for step in steps[:2]:
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.getAttribute('href')") == f"#{step}"
        assert page.evaluate(_RING) == "4px"


def rgb(colour: str) -> str:
    """A colour ``#rrggbb`` as browsers tell it."""
    return f"rgb({', '.join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))})"
