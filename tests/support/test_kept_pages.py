"""A page that is lent again is as if it were the first: nothing that a test before did to it is left."""

import pytest
from playwright.sync_api import Error

from tests.support.kept_pages import KeptPages
from tests.support.measuring import DESKTOP

NOWHERE = "http://nowhere.invalid/"
KEEP = """() => {
  for (const place of [localStorage, sessionStorage]) place.setItem("a", "b");
  document.cookie = "a=b";
  addEventListener("pagehide", () => localStorage.setItem("late", "b"));
}"""
WHAT_IS_KEPT = (
    "() => [localStorage.length, sessionStorage.length, document.cookie, history.state, window.opener]"
)


def test_what_a_test_answered_for_a_server_is_answered_no_more(kept_pages: KeptPages) -> None:
    with kept_pages.lent("answering", DESKTOP) as page:
        page.route(NOWHERE, lambda route: route.fulfill(body="page"))
        page.context.route(f"{NOWHERE}other", lambda route: route.fulfill(body="profile"))
        for address in (NOWHERE, f"{NOWHERE}other"):
            page.goto(address)
    with kept_pages.lent("answering", DESKTOP) as again:
        assert again is page
        for address in (NOWHERE, f"{NOWHERE}other"):
            with pytest.raises(Error, match="net::ERR"):
                again.goto(address)
    kept_pages.drop("answering")


def test_what_a_page_kept_is_forgotten_also_what_it_keeps_as_it_is_left(kept_pages: KeptPages) -> None:
    for _ in range(2):
        with kept_pages.lent("keeping", DESKTOP) as page:
            page.route(NOWHERE, lambda route: route.fulfill(body="page"))
            page.goto(NOWHERE)
            assert page.evaluate(WHAT_IS_KEPT) == [0, 0, "", None, None]
            page.evaluate(KEEP)
        assert page.url == "about:blank"
    kept_pages.drop("keeping")
