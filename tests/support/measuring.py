"""What tests measure of a page in a browser, once nothing moves in it any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

PHONE_WIDTH = 390
DESKTOP_WIDTH = 1280
DESKTOP: dict[str, Any] = {"viewport": {"width": DESKTOP_WIDTH, "height": 900}, "locale": "th-TH"}
PHONE: dict[str, Any] = {
    "viewport": {"width": PHONE_WIDTH, "height": 844},
    "locale": "th-TH",
    "has_touch": True,
    "is_mobile": True,
}
"""How Playwright opens a profile of each, in Thai."""

_SETTLED = """() => document.fonts.ready.then(
  () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
)"""


@contextmanager
def phone_of(browser: Browser, *, has_scripts: bool = True) -> Iterator[BrowserContext]:
    """A profile of a phone: as wide as one, touched instead of pointed at, in Thai.

    Args:
        browser: the browser.
        has_scripts: whether it runs what pages bring.
    """
    context = browser.new_context(**PHONE, java_script_enabled=has_scripts)
    try:
        yield context
    finally:
        context.close()


def settle(page: Page) -> None:
    """Wait until a page that is loaded has its letters and has been drawn with them."""
    page.evaluate(_SETTLED)


def width_of(page: Page) -> int:
    """How wide the content of a page is: more than the window when it scrolls sideways."""
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width
