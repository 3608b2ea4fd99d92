"""The HTML report in a real browser: it fits a phone, loads nothing, and its charts stand side by side."""

import pytest
from playwright.sync_api import Page

from generator.charts import draw_charts
from generator.diff.comparing import compare_manuals
from generator.diff.html_report import render_html
from generator.diff.marked_charts import mark_charts
from tests.diff.manuals import office
from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH

_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_TOPS = "() => [...document.querySelector('.cmp-charts').children].map((each) => each.getBoundingClientRect().top)"
_FONTS = (
    "() => document.fonts.ready.then((all) => [...all].map((each) => `${each.weight} ${each.status}`).sort())"
)
_FILL = "() => getComputedStyle(document.querySelector('.khumue-chart .surface-step')).fill"


@pytest.fixture(scope="module")
def document() -> str:
    before, after = office("before"), office("after")
    comparison = compare_manuals(before, after)
    charts, others = draw_charts(before), draw_charts(after)
    return render_html(
        comparison, {each.id: mark_charts(each, charts, others) for each in comparison.differing}
    )


def test_it_fits_every_screen_and_loads_nothing(page: Page, document: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.set_content(document)
    for width in (DESKTOP_WIDTH, PHONE_WIDTH):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOW) == 0
        first, second = page.evaluate(_TOPS)
        assert (first == second) is (width == DESKTOP_WIDTH)
    assert [each for each in asked if not each.startswith("data:")] == []


def test_it_brings_its_own_letters(page: Page, document: str) -> None:
    page.set_content(document)
    assert page.evaluate(_FONTS) == ["400 loaded", "700 loaded"]


def test_it_is_dark_for_those_who_like_it_dark_but_not_on_paper(page: Page, document: str) -> None:
    page.set_content(document)
    light = page.evaluate(_FILL)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(_FILL) != light
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(_FILL) == light


def test_a_symbol_leads_to_its_step_even_if_that_is_folded_up(page: Page, document: str) -> None:
    page.set_content(document)
    page.locator('.khumue-chart a[href="#before--correspondence--step-network"] text').first.click()
    assert page.locator("#before--correspondence--step-network").is_visible()


@pytest.mark.parametrize("width", [DESKTOP_WIDTH, PHONE_WIDTH, 320])
def test_an_office_that_has_nothing_is_said_to_have_nothing_on_every_screen(
    page: Page, document: str, width: int
) -> None:
    page.set_content(document)
    page.set_viewport_size({"width": width, "height": 900})
    said = page.locator(".cmp-table td .cmp-nothing")
    assert said.count() > 1
    assert {each.inner_text() for each in said.all() if each.is_visible()} == {"ไม่มี"}
    assert all(each.is_visible() for each in said.all())
