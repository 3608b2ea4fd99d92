"""Charts that are wider than the screen: it is seen that they go on, and their end is seen whole."""

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from generator.site.dress import dress
from generator.site.place import STYLE_SHEET

SVG = '<svg class="khumue-chart{}" width="{}" height="200"><rect width="{}" height="200" fill="#c00"/></svg>'
UNFADED = ".chart:has(.wide)::after { visibility: hidden }"
END = "document.querySelector('.chart').scrollLeft = 9999"


def shown(browser: Browser, scheme: str, name: str = " wide", width: int = 900) -> Page:
    """A page on a phone with a chart that is all red."""
    page = browser.new_page(viewport={"width": 390, "height": 600})
    caption = '<figcaption><span class="chart__on">เลื่อน</span> กด</figcaption>'
    chart = SVG.format(name, width, width)
    page.set_content(
        f"<!doctype html><meta charset=utf-8><style>*{{box-sizing:border-box}}{dress()[STYLE_SHEET]}</style>"
        f'<body data-md-color-scheme="{scheme}"><article class="md-typeset">'
        f'<figure class="chart">{chart}{caption}</figure></article>'
    )
    return page


def strip(page: Page, right: float, width: int = 2) -> bytes:
    """A picture of a strip of the chart that ends at a place."""
    box = page.locator("svg").bounding_box()
    assert box is not None
    clip: FloatRect = {"x": right - width, "y": box["y"] + 100, "width": width, "height": 20}
    return page.screenshot(clip=clip)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_a_wide_chart_fades_where_it_goes_on_and_is_whole_at_its_end(browser: Browser, scheme: str) -> None:
    page = shown(browser, scheme)
    figure = page.locator(".chart").bounding_box()
    assert figure is not None
    edge = figure["x"] + figure["width"] - 2
    faded = strip(page, edge)
    page.evaluate(END)
    beside_the_chart = strip(page, edge)
    assert faded == beside_the_chart
    box = page.locator("svg").bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < edge
    end = strip(page, box["x"] + box["width"], 8)
    page.add_style_tag(content=UNFADED)
    assert strip(page, box["x"] + box["width"], 8) == end
    page.evaluate("document.querySelector('.chart').scrollLeft = 0")
    assert strip(page, edge) != faded
    page.close()


def test_the_words_stay_in_sight_above_a_wide_chart_only(browser: Browser) -> None:
    page = shown(browser, "default")
    page.evaluate(END)
    words, chart = page.locator("figcaption").bounding_box(), page.locator("svg").bounding_box()
    assert words is not None
    assert chart is not None
    assert words["x"] >= 0
    assert words["x"] + words["width"] <= 390
    assert words["y"] < chart["y"]
    assert page.locator(".chart__on").is_visible()
    page.close()
    narrow = shown(browser, "default", name="", width=300)
    assert not narrow.locator(".chart__on").is_visible()
    narrow.close()


def test_on_paper_a_wide_chart_shrinks_to_the_page(browser: Browser) -> None:
    page = shown(browser, "default")
    page.emulate_media(media="print")
    chart = page.locator("svg").bounding_box()
    assert chart is not None
    assert chart["width"] < 390
    page.close()
