"""The theme's search box in a real browser: typed into with real keys, read as a person reads it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

from tests.support.waiting import wait_until

FIELD = "[data-md-component=search-query]"
WATCH = """() => {
  window.answered = 0;
  window.component$.subscribe(({ ref, items }) => {
    if (items && ref.dataset.mdComponent === "search-result") {
      window.answered += 1;
      window.answeredAt = performance.now();
    }
  });
  document.addEventListener("keyup", (event) => { window.keyAt = performance.now(); }, true);
}"""
READ = """() => [...document.querySelectorAll(".md-search-result__item")].map((item) => ({
  title: item.querySelector("h1").textContent.trim(),
  page: item.querySelector("h1").closest("a").href,
  sections: [...item.querySelectorAll("a[href*='#']")].map((link) => link.href),
}))"""


@dataclass(frozen=True, slots=True)
class Found:
    """One group of the result list.

    Attributes:
        title: the page's title.
        page: its address; `sections` are those of its passages, in the order shown.
    """

    title: str
    page: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the box showed for a query, and how many milliseconds after the last key."""

    found: tuple[Found, ...]
    milliseconds: float


class SearchBox:
    """The box on an open page."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        """Take a page whose search is open and watched."""
        self._page, self._session = page, session

    def ask(self, query: str, every_key: bool = False) -> Answer:
        """Type a query.

        Args:
            query: what to type.
            every_key: whether to type all of it and to wait for results after each key; otherwise only the last key is
                pressed and the rest is put in before it.
        """
        typed = "" if every_key else query[:-1]
        self._page.evaluate(
            "([field, text]) => { document.querySelector(field).value = text; }", [FIELD, typed]
        )
        for letter in query[len(typed) :]:
            before = self._page.evaluate("window.answered")
            self._press(letter)
            wait_until(self._page, "before => window.answered > before", before)
        milliseconds = self._page.evaluate("window.answeredAt - window.keyAt")
        found = [
            Found(each["title"], each["page"].partition("?")[0], tuple(map(_without_query, each["sections"])))
            for each in self._page.evaluate(READ)
        ]
        return Answer(tuple(found), milliseconds)

    def _press(self, letter: str) -> None:
        for kind in ("keyDown", "keyUp"):
            text = {"text": letter} if kind == "keyDown" else {}
            self._session.send("Input.dispatchKeyEvent", {"type": kind, "key": letter, **text})


@contextmanager
def search_box(page: Page, address: str) -> Iterator[SearchBox]:
    """Open the search on a page of a site.

    Args:
        page: a page of the browser.
        address: the page to open.
    """
    page.goto(address, wait_until="networkidle")
    page.evaluate(WATCH)
    page.locator(FIELD).click()
    session = page.context.new_cdp_session(page)
    box = SearchBox(page, session)
    box.ask("กก")  # the index is ready once this is answered
    yield box
    session.detach()


def _without_query(address: str) -> str:
    """An address without the words that the theme adds to be marked."""
    path, mark, fragment = address.partition("#")
    return path.partition("?")[0] + mark + fragment
