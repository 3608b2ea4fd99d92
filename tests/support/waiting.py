"""Waits for what a page comes to: by a function of the page's own, as a site's policy forbids to make one of a text."""

from playwright.sync_api import Page, expect

_LOOK_AGAIN_MS = 5
_PATIENCE_MS = 30_000


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until something holds on a page that is not left meanwhile.

    Args:
        page: the page.
        condition: a function of JavaScript that says whether it holds.
        argument: what it is told.
    """
    page.evaluate(
        f"""async (argument) => {{
          const holds = {condition}, end = performance.now() + {_PATIENCE_MS};
          while (!holds(argument)) {{
            if (performance.now() > end) throw new Error("not in time: " + holds);
            await new Promise((again) => setTimeout(again, {_LOOK_AGAIN_MS}));
          }}
        }}""",
        argument,
    )


def wait_for_page(page: Page, title: str) -> None:
    """Wait until a page has come that a link or an answer of the search leads to.

    Instant navigation changes the address at once, exchanges the page later, and then closes the search: who waits for
    the address alone acts on the page before, or in a search that is about to close.

    Args:
        page: where the link was followed.
        title: what the page's heading says, or a part of it; the page before says something else.
    """
    expect(page.locator(".md-content h1")).to_contain_text(title)
    expect(page.locator("#__search")).not_to_be_checked()


def wait_until_still(page: Page) -> None:
    """Wait until nothing moves or grows any more on a page."""
    wait_until(page, "() => document.getAnimations().every((each) => each.playState !== 'running')")
