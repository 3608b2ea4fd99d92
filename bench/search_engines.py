"""The engines measured beside ours: the theme's own, and two that other sites use, where npm can bring them."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from gzip import compress
from pathlib import Path

from playwright.sync_api import Page

from bench.search_box import Answer, Found, search_box
from bench.search_queries import Query

HARNESS = Path(__file__).parent / "data" / "search"
STOCK_SCRIPTS = (
    "workers/search.*.js",
    "lunr/wordcut.js",
    "lunr/min/lunr.stemmer.support.min.js",
    "lunr/min/lunr.th.min.js",
)
"""What a browser loads to search with the theme's engine in Thai, besides the interface, which stays."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine on a built site.

    Attributes:
        name: what the table calls it.
        site: the site's folder.
        index: bytes of its index, compressed; `script` likewise of its code.
        ask: answers queries on a page of the browser, given the site's address.
    """

    name: str
    site: Path
    index: int
    script: int
    ask: Callable[[Page, str, list[Query]], list[Answer]]


def ask_in_box(page: Page, address: str, queries: list[Query]) -> list[Answer]:
    """Type queries into the theme's search box."""
    with search_box(page, address) as box:
        return [box.ask(query.text) for query in queries]


def type_in_box(page: Page, address: str, queries: list[Query]) -> list[Answer]:
    """Type queries into the theme's search box key by key, as a person does: each key is answered."""
    with search_box(page, address) as box:
        return [box.ask(query.text, every_key=True) for query in queries]


def stock(site: Path) -> Engine:
    """The theme's own engine."""
    scripts = [
        file
        for pattern in STOCK_SCRIPTS
        for file in (site / "assets" / "javascripts").glob(pattern)
        if file.suffix == ".js"
    ]
    return Engine(
        "theme's own, `lang: th`",
        site,
        packed(site / "search/search_index.json"),
        packed(*scripts),
        ask_in_box,
    )


def ours(site: Path) -> Engine:
    """Our engine."""
    scripts = sorted((site / "assets" / "thai-search").glob("*.js"))
    return Engine(
        "**thai_search**", site, packed(site / "search/search_index.json"), packed(*scripts), ask_in_box
    )


def minisearch(site: Path, workspace: Path) -> Engine | None:
    """MiniSearch with words by the browser's segmenter, prefixes and slips, on the texts of our index.

    Args:
        site: a site whose index is ours; it is given the engine's files.
        workspace: an existing folder to install in.
    """
    if not _installed("minisearch", workspace):
        return None
    folder = site / "minisearch"
    folder.mkdir(exist_ok=True)
    shutil.copy(workspace / "node_modules/minisearch/dist/umd/index.js", folder / "engine.js")
    shutil.copy(HARNESS / "minisearch.js", folder)
    shutil.copy(HARNESS / "minisearch.html", folder)
    return Engine(
        "MiniSearch",
        site,
        packed(site / "search/search_index.json"),
        packed(folder / "engine.js"),
        _asking("minisearch/minisearch.html"),
    )


def pagefind(site: Path, workspace: Path) -> Engine | None:
    """Pagefind, extended, on the site's pages.

    Args:
        site: the site, to which it adds its index.
        workspace: an existing folder to install in.
    """
    if not _installed("pagefind", workspace):
        return None
    done = _run(["npx", "pagefind", "--site", str(site), "--root-selector", "article"], workspace)
    if not done:
        return None
    folder = site / "pagefind"
    shutil.copy(HARNESS / "pagefind.html", folder)
    index = [file for file in folder.rglob("*") if file.suffix in (".pf_meta", ".pf_index", ".pf_fragment")]
    scripts = [folder / "pagefind.js", *folder.glob("wasm.th.*"), *folder.glob("wasm.unknown.*")][:2]
    return Engine(
        "Pagefind extended", site, packed(*index), packed(*scripts), _asking("pagefind/pagefind.html")
    )


def packed(*files: Path) -> int:
    """Bytes of files, compressed as a server would."""
    return sum(len(compress(file.read_bytes(), 9)) for file in files)


def _asking(path: str) -> Callable[[Page, str, list[Query]], list[Answer]]:
    """Asks an engine on a page of its own: a function ``ask`` there gives what it finds."""

    def ask(page: Page, address: str, queries: list[Query]) -> list[Answer]:
        page.goto(address + path)
        page.wait_for_function("() => Boolean(window.ask)")
        answers = []
        for query in queries:
            told = page.evaluate("query => window.ask(query)", query.text)
            found = tuple(
                Found(each["title"], each["page"], tuple(each["sections"])) for each in told["found"]
            )
            answers.append(Answer(found, told["milliseconds"]))
        return answers

    return ask


def _installed(package: str, workspace: Path) -> bool:
    return _run(["npm", "install", "--no-audit", "--no-fund", package], workspace)


def _run(command: list[str], folder: Path) -> bool:
    """Run a command of npm; False when there is no npm, or it fails."""
    program = shutil.which(command[0])
    if program is None:
        return False
    done = subprocess.run([program, *command[1:]], cwd=folder, check=False, capture_output=True, timeout=300)
    return done.returncode == 0
