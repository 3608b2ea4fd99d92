"""Waits for what a page comes to: by a function of the page's own, as a site's policy forbids to make one of a text."""

from playwright.sync_api import Page

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
