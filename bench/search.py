"""``python -m bench.search [SIZE …]``: measure the search in its real box and write the figures down.

The manual of this repository is searched with the committed queries and with phrases drawn from its text, by our
engine and by others; then our engine alone is timed on synthetic manuals of each size.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search_engines import Engine, minisearch, ours, pagefind, stock, type_in_box
from bench.search_queries import Figures, Query, Sections, drawn_queries, figures, read_queries
from bench.search_reporting import Row, Timing, write_search_results
from bench.synthetic import write_manual
from generator.site.making import build_site
from scripts.chromium import ARGUMENTS, find_chromium
from tests.support.serving import serving

ROOT = Path(__file__).parent.parent
TABLES = {
    name: ROOT / "tests" / "search" / f"{file}.tsv"
    for name, file in (
        ("committed", "queries"),
        ("second", "held_out"),
        ("third", "unseen"),
        ("fourth", "examined"),
        ("fifth", "two_offices"),
        ("sixth", "accepted"),
    )
}
EDITION = "khonkaen5-2566"
OTHER_EDITION = "uttaradit2"
OTHER_TABLES = {
    "uttaradit2": ROOT / "tests" / "search" / "uttaradit2.tsv",
    **{name: TABLES[name] for name in ("fifth", "sixth")},
}
"""The manual of another office, which our engine is asked besides, and its queries."""
DRAWN = 60
SIZES = (16, 360, 1000)


def build_sites(workspace: Path) -> tuple[Path, Path]:
    """Build the manual with our engine and with the theme's own.

    Args:
        workspace: an existing folder to work in.

    Returns:
        The folders of both sites.
    """
    build_site(ROOT, workspace / "ours", edition=EDITION)
    plain = workspace / "project"
    for folder in ("procedures", "docs"):
        shutil.copytree(ROOT / folder, plain / folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (plain / "mkdocs.yml").write_text(settings.replace("  - thai_search\n", ""), encoding="utf-8")
    build_site(plain, workspace / "stock", edition=EDITION)
    return workspace / "ours", workspace / "stock"


def measure(browser: Browser, engine: Engine, sets: dict[str, list[Query]]) -> Row:
    """Ask an engine every query."""
    sections, results = Sections(engine.site), dict[str, Figures]()
    for name, queries in sets.items():
        with serving(engine.site) as address, _page(browser) as page:
            results[name] = figures(queries, engine.ask(page, address, queries), sections)
    return Row(engine.name, engine.index, engine.script, results)


def time_size(browser: Browser, size: int, workspace: Path) -> Timing:
    """Time our engine on a synthetic manual of some size."""
    root = write_manual(workspace / f"manual-{size}", size, ROOT / "mkdocs.yml")
    site = workspace / f"site-{size}"
    build_site(root, site)
    engine = ours(site)
    queries = read_queries(TABLES["committed"])
    with serving(site) as address, _page(browser) as page:
        times = figures(queries, type_in_box(page, address, queries), Sections(site))
    return Timing(size, times.median, times.slow, engine.index)


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(locale="th-TH")
    yield page
    page.close()


def main(arguments: Sequence[str]) -> None:
    """Measure, and write ``bench/search.json`` and the table of ``docs/engineering/search.md``."""
    sizes = [int(argument) for argument in arguments] or list(SIZES)
    with tempfile.TemporaryDirectory(prefix="khumue-search-") as folder, sync_playwright() as playwright:
        workspace = Path(folder)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        own, plain = build_sites(workspace)
        sets = {name: read_queries(path, EDITION) for name, path in TABLES.items()}
        drawn = drawn_queries(own, DRAWN)
        sets |= {"drawn": drawn[::2], "drawn, one slip": drawn[1::2]}
        engines = [stock(plain), pagefind(plain, workspace), minisearch(own, workspace), ours(own)]
        rows = []
        for engine in filter(None, engines):
            print(f"asking {engine.name} …", file=sys.stderr, flush=True)
            rows.append(measure(browser, engine, sets))
        build_site(ROOT, workspace / "other", edition=OTHER_EDITION)
        asked = {name: read_queries(path, OTHER_EDITION) for name, path in OTHER_TABLES.items()}
        other = measure(browser, ours(workspace / "other"), asked)
        rows.append(replace(other, engine=f"{other.engine}, the other office"))
        by_kind = _by_kind(browser, ours(own), sets)
        timings = []
        for size in sizes:
            print(f"timing {size} procedures …", file=sys.stderr, flush=True)
            timings.append(time_size(browser, size, workspace))
        browser.close()
    print(write_search_results(rows, by_kind, timings, ROOT))


def _by_kind(browser: Browser, engine: Engine, sets: dict[str, list[Query]]) -> dict[str, Figures]:
    """Our figures for each kind of authored query."""
    kinds: dict[str, list[Query]] = {}
    for name in TABLES:
        for query in sets[name]:
            kinds.setdefault(query.kind, []).append(query)
    return dict(measure(browser, engine, kinds).results)


if __name__ == "__main__":
    main(sys.argv[1:])
