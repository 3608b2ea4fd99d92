"""A page that is lent again is as if it were the first: nothing that a test before did to it is left."""

import pytest
from playwright.sync_api import Error

from tests.support.kept_pages import KeptPages
from tests.support.measuring import DESKTOP

NOWHERE = "http://nowhere.invalid/"


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
