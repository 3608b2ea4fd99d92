"""The HTML report in a real browser: it fits a phone and paper, loads nothing, and is open to everybody."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from generator.diff import Sort
from generator.revisions import changes
from generator.revisions.html_report import html_report
from generator.revisions.report import ChangeReport, FileChange, LostPointer, OfficeChange
from generator.revisions.states import State
from tests.diff.manuals import office
from tests.support.auditing import IN_FULL
from tests.support.axe import violations
from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH

_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_GROUND = "() => getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module")
def document() -> str:
    before, after = office("before"), office("after")
    main = changes(before, after)
    return html_report(
        ChangeReport(
            State("folder", "ฉบับเดิม"),
            State("folder", "ฉบับใหม่"),
            "คู่มือ",
            main,
            offices=(OfficeChange("north", "ภาคเหนือ", Sort.CHANGED, own=main, manuals=(before, after)),),
            pointers=(LostPointer("knowledge", "ความรู้", "a.md", "ขั้นตอนที่ 1", is_left=True),),
            files=(FileChange(f"docs/{'long-' * 40}.md", Sort.ADDED),),
        ),
        before,
        after,
    )


def test_it_fits_every_screen_and_loads_nothing(page: Page, document: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.set_content(document)
    for width in (DESKTOP_WIDTH, PHONE_WIDTH, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOW) == 0
    assert [each for each in asked if not each.startswith("data:")] == []


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES if IN_FULL else SCHEMES[1:])
def test_it_is_open_to_everybody(page: Page, document: str, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_content(document)
    assert violations(page) == []


def test_it_is_dark_for_those_who_like_it_dark_but_not_on_paper(page: Page, document: str) -> None:
    page.set_content(document)
    light = page.evaluate(_GROUND)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(_GROUND) != light
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(_GROUND) == light


def test_what_matters_leads_to_where_all_is_told(page: Page, document: str) -> None:
    page.set_content(document)
    page.locator(".chg-matters a").first.click()
    assert page.locator("section.cmp-procedure:target, li:target").is_visible()
