"""What a procedure tells has the same fingerprint in a real browser, and each page and its data say which."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.content_vectors import IN_BROWSERS, NAMES, VECTORS


@pytest.mark.parametrize("vector", VECTORS, ids=NAMES)
def test_a_browser_makes_the_same_of_it(page: Page, showcase_address: str, vector: dict[str, Any]) -> None:
    if not page.url.startswith(showcase_address):
        page.goto(f"{showcase_address}status/")
    assert page.evaluate(IN_BROWSERS, vector["content"]) == [vector["canonical"], vector["fingerprint"]]


@pytest.mark.parametrize("procedure", ["budget/spending-plan", "people/leave"])
def test_a_page_says_the_fingerprint_of_what_its_data_tells(
    page: Page, showcase_address: str, procedure: str
) -> None:
    page.goto(f"{showcase_address}{procedure}/")
    data = page.evaluate(
        "(uri) => fetch(uri).then((answer) => answer.json())", f"{showcase_address}{procedure}.json"
    )
    said = page.locator("meta[name='khumue:content']").get_attribute("content")
    assert said == data["procedure"]["fingerprint"]
    assert page.evaluate(IN_BROWSERS, data["content"])[1] == said


def test_a_page_of_no_procedure_says_none(page: Page, showcase_address: str) -> None:
    page.goto(f"{showcase_address}status/")
    assert page.locator("meta[name='khumue:content']").count() == 0
