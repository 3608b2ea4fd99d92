"""Words without end in a real browser: they break, and no page scrolls sideways on a phone."""

import pytest
from playwright.sync_api import Page

from tests.support.measuring import PHONE_WIDTH, settle, width_of

FILL = "texts => texts.forEach(text => { text.textContent = 'x'.repeat(300) })"


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("terms/", ".entry > span:not(.word)"),
        ("roles/", ".entry > span:not(.word)"),
        ("references/", "main a"),
        ("budget/spending-plan/", ".definitions dt, .definitions dd"),
        ("budget/spending-plan/", ".question__text, .question__item, .question__choice span"),
        ("knowledge/", ".definitions dt, .definitions dd"),
        ("onboarding/new-director/", ".stop__why, .stop__name a"),
        ("onboarding/new-director/", ".question__text, .question__item, .question__choice span"),
    ],
)
def test_a_word_without_end_is_broken(page: Page, showcase_address: str, address: str, texts: str) -> None:
    page.set_viewport_size({"width": PHONE_WIDTH, "height": 844})
    page.goto(showcase_address + address)
    settle(page)
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true })")
    assert page.locator(texts).count() > 0
    page.eval_on_selector_all(texts, FILL)
    assert width_of(page) <= PHONE_WIDTH
