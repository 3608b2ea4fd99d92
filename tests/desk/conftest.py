"""The engine of the desk's page, in a real Chromium under the policy that the desk has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.desk.engine import Engine, open_engine


@pytest.fixture(scope="session")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine, in a page of its own."""
    context = browser.new_context()
    yield open_engine(context.new_page())
    context.close()
