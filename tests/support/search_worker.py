"""Asks the search's worker of a site without its list: each query once, whichever tests of a process ask it."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator.search.browser_files import ENGINE, files_for_browsers

_BEGIN = """([script, index]) => {
  let ask, answer;
  const tell = (message) => { answer = message.data; };
  const listen = (_, listener) => { ask = listener; };
  new Function("self", "addEventListener", "postMessage", "setTimeout", script)({}, listen, tell, () => {});
  ask({ data: { type: 0, data: JSON.parse(index) } });
  window.answered = (query) => { ask({ data: { type: 2, data: query } }); return JSON.stringify(answer); };
}"""
_ASK = "(queries) => queries.map(window.answered)"


def index_of(site: Path) -> str:
    """The index that the worker of a site reads."""
    return (site / "search" / "search_index.json").read_text(encoding="utf-8")


def told(browser: Browser, script: str, index: str, queries: list[str]) -> list[str]:
    """What an engine answers to queries, each as JSON.

    Args:
        browser: runs it.
        script: the engine.
        index: what it reads first.
        queries: what it is asked, one after the other.
    """
    page = browser.new_page()
    page.evaluate(_BEGIN, [script, index])
    answers: list[str] = page.evaluate(_ASK, queries)
    page.close()
    return answers


@dataclass(frozen=True, slots=True)
class SearchWorkers:
    """The workers of sites, each begun once."""

    browser: Browser
    _pages: dict[Path, Page] = field(default_factory=dict)
    _known: dict[Path, dict[str, str]] = field(default_factory=dict)

    def answers(self, site: Path, queries: list[str]) -> list[str]:
        """What the worker of a site answers to queries, each as JSON.

        Args:
            site: the site's folder; nobody changes it.
            queries: what it is asked.
        """
        known = self._known.setdefault(site, {})
        new = [query for query in dict.fromkeys(queries) if query not in known]
        if new:
            known.update(zip(new, self._page(site).evaluate(_ASK, new), strict=True))
        return [known[query] for query in queries]

    def _page(self, site: Path) -> Page:
        if site not in self._pages:
            page = self._pages[site] = self.browser.new_page()
            page.evaluate(_BEGIN, [files_for_browsers()[ENGINE], index_of(site)])
        return self._pages[site]
