"""Pages of the browser that tests use one after the other, each as if it were the first.

A page of a fresh profile costs more than twice what the next address in an open one does: the browser starts a process
for it, and reads fonts and scripts anew. So a page is kept, and what a test left in its profile is cleared away. What
cannot be taken back (scripts for every page, routes) is done on a page of one's own: the fixture `own_page`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
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
    """The pages that are kept, one of each kind of profile."""

    browser: Browser
    _pages: dict[str, _Kept] = field(default_factory=dict)

    @contextmanager
    def lent(self, kind: str, options: dict[str, Any]) -> Iterator[Page]:
        """A page of a profile in which nothing is stored; nobody else has it meanwhile.

        Args:
            kind: what the profile is called; those who change the same for good share one.
            options: how Playwright opens the profile.
        """
        kept = self._pages.pop(kind, None) or self._opened(options)
        yield kept.page
        if not kept.page.is_closed():
            _clear(kept)
            self._pages[kind] = kept

    def drop(self, kind: str) -> None:
        """Let a page go that may not be as it should."""
        if kept := self._pages.pop(kind, None):
            kept.page.context.close()

    def _opened(self, options: dict[str, Any]) -> _Kept:
        context = self.browser.new_context(**options)
        page = context.new_page()
        return _Kept(page, context.new_cdp_session(page), options)


def _clear(kept: _Kept) -> None:
    """Leave a page empty, in a profile that knows of nothing."""
    page, context = kept.page, kept.page.context
    for other in context.pages:
        if other is not page:
            other.close()
    page.evaluate(_FORGET_TAB)
    page.goto("about:blank")
    kept.session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    context.clear_cookies()
    context.clear_permissions()
    if page.viewport_size != kept.options["viewport"]:
        page.set_viewport_size(kept.options["viewport"])
    page.emulate_media(media="null", color_scheme="light")
    page.mouse.move(-1, -1)
