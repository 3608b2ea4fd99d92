"""Pages of the browser that tests use one after the other, each as if it were the first.

A page of a fresh profile costs more than twice what the next address in an open one does: the browser starts a process
for it, reads fonts, and compiles scripts anew. So a page is kept, and what a test left in its profile is cleared away.
What cannot be taken back (scripts for every page) is done on a page of one's own: the fixture `own_page`.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

_FORGET_TAB = "() => { try { sessionStorage.clear(); } catch { /* no site is open */ } }"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page, the way to what Playwright cannot clear, and as what kind of profile it was opened."""

    page: Page
    session: CDPSession
    options: dict[str, Any]


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages that are kept, by kind of profile; as many of a kind as were in use at once."""

    browser: Browser
    _pages: dict[str, list[_Kept]] = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def lent(self, kind: str, options: dict[str, Any], script: str = "") -> Iterator[Page]:
        """A page of a profile in which nothing is stored; nobody else has it meanwhile.

        Args:
            kind: what the profile is called; those who change the same for good share one.
            options: how Playwright opens the profile.
            script: what runs in every page before its own scripts; the same for all of a kind.
        """
        kept = self._pages[kind].pop() if self._pages[kind] else self._opened(options, script)
        try:
            yield kept.page
        except BaseException:
            kept.page.context.close()  # it may not be as it should
            raise
        if not kept.page.is_closed():
            _clear(kept)
            self._pages[kind].append(kept)

    def drop(self, kind: str) -> None:
        """Let pages go that may not be as they should."""
        for kept in self._pages.pop(kind, []):
            kept.page.context.close()

    def _opened(self, options: dict[str, Any], script: str) -> _Kept:
        context = self.browser.new_context(**options)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        return _Kept(page, context.new_cdp_session(page), options)


@cache
def kept_pages_of(browser: Browser) -> KeptPages:
    """The pages that are kept of a browser."""
    return KeptPages(browser)


def _clear(kept: _Kept) -> None:
    """Leave a page empty, in a profile that knows of nothing."""
    page, context = kept.page, kept.page.context
    for other in context.pages:
        if other is not page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")  # whoever still answers what the page asked for answers nobody
    context.unroute_all(behavior="ignoreErrors")
    page.evaluate(_FORGET_TAB)
    page.goto("about:blank")
    kept.session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    context.clear_cookies()
    context.clear_permissions()
    if page.viewport_size != kept.options["viewport"]:
        page.set_viewport_size(kept.options["viewport"])
    page.emulate_media(media="null", color_scheme=kept.options.get("color_scheme", "light"))
    page.mouse.move(-1, -1)
