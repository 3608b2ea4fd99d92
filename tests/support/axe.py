"""What axe-core finds wrong with a page for readers who listen, have only keys, or see little."""

from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

from tests.support.measuring import settle

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_RUN = """async () => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((each) => [id, each.target.join(" "), each.failureSummary]));
}"""
"""All rules that are no experiments, those of best practice among them; that on sizes waits to be asked for."""


def violations(page: Page) -> list[Any]:
    """What is wrong with the page that is open: rule, place, and why."""
    settle(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    found: list[Any] = page.evaluate(_RUN)
    return found
