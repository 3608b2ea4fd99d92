"""Runs the engine that reads and edits sources: its modules are served as they are, to a page with a strict policy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

APP = Path(__file__).parents[2] / "generator" / "desk" / "app"
OF_TESTS = ("driver.js", "yaml_whole.js")
ADDRESS = "http://desk.test"
POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"
BLANK = '<!doctype html><title>desk</title><script type="module" src="/tests/driver.js"></script>'

Edit = tuple[str, ...] | list[Any]
"""The name of a method of a source, and its arguments."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A source after some edits; `refusal` is the code of the edit that was not made."""

    text: str
    value: Any
    problems: list[dict[str, Any]]
    refusal: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of three texts; `clashes` are what only a person can decide."""

    text: str
    value: Any
    problems: list[dict[str, Any]]
    clashes: list[dict[str, Any]]


class Engine:
    """The engine in a page."""

    def __init__(self, page: Page) -> None:
        """Ask a page that has loaded the engine."""
        self._page = page

    def edit(self, text: str, *edits: Sequence[Any], **options: object) -> Edited:
        """Open a text and make edits, one after the other."""
        return self.edit_many([(text, edits)], **options)[0]

    def edit_many(
        self, jobs: Sequence[tuple[str, Sequence[Sequence[Any]]]], **options: object
    ) -> list[Edited]:
        """Open texts, and edit each by itself."""
        made = self._page.evaluate("([jobs, options]) => desk.edited(jobs, options)", [jobs, options])
        return [Edited(**each) for each in made]

    def merge(self, base: str, mine: str, theirs: str, choice: str | None = None) -> Merged:
        """Make one text of two that were made of one; ``choice`` is "mine" or "theirs" wherever both contradict."""
        return self.merge_many([(base, mine, theirs, choice)])[0]

    def merge_many(self, jobs: Sequence[tuple[str, str, str, str | None]]) -> list[Merged]:
        """The same of many."""
        return [Merged(**each) for each in self._page.evaluate("(jobs) => desk.merged(jobs)", jobs)]

    def ask(self, text: str, question: str, calls: Sequence[Sequence[Any]], **options: object) -> list[Any]:
        """What a method of an opened text answers to each list of arguments."""
        answers: list[Any] = self._page.evaluate(
            "([text, question, calls, options]) => desk.asked(text, question, calls, options)",
            [text, question, calls, options],
        )
        return answers

    def read_by_others(self, text: str) -> list[Any]:
        """What readers that know numbers and truth values take a text for: by the YAML of today, and by that before."""
        read: list[Any] = self._page.evaluate("(text) => desk.readByOthers(text)", text)
        return read


def open_engine(page: Page) -> Engine:
    """Let a page load the engine.

    Args:
        page: of an empty profile; nothing but the modules is served to it.
    """
    page.route("**/*", _serve)
    page.goto(f"{ADDRESS}/")
    page.wait_for_function("() => window.desk")
    return Engine(page)


def _serve(route: Route) -> None:
    path = route.request.url.removeprefix(ADDRESS)
    if path == "/":
        route.fulfill(body=BLANK, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        return
    here, name = Path(__file__).parent, path.removeprefix("/tests/")
    file = here / name if name in OF_TESTS else APP / path.removeprefix("/")
    types: Mapping[str, str] = {".js": "text/javascript", ".json": "application/json"}
    if file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=types[file.suffix])
    else:
        route.fulfill(status=404)
