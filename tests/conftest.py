"""Fixtures that every folder of tests may use, and what the processes of one run share."""

import gc
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.chromium import ARGUMENTS, find_chromium
from tests.support import minimal_with, write_project
from tests.support.auditing import IN_FULL, examples
from tests.support.kept_pages import KeptPages, kept_pages_of
from tests.support.measuring import DESKTOP, PHONE
from tests.support.sharing import SharedRun, sharing
from tests.support.themes import theme_kept

# Time is never tested: a busy machine fails nothing. The everyday run draws the same examples each time, so that it
# fails for who changed something and for nobody else; an audit draws others each time.
settings.register_profile(
    "khumue",
    deadline=None,
    derandomize=not IN_FULL,
    max_examples=examples(100),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("khumue")

# As long as Playwright waits for whatever else it does.
expect.set_options(timeout=30_000)

# Tests press Ctrl+C in commands that they start. A shell that runs the tests in the background lets them ignore it, and
# what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


_NUMBERS = count()
_RUN = pytest.StashKey[SharedRun]()
_HANDED_ON = "khumue_run"
_WAITED_IN_VAIN = (
    r"^(AssertionError: (Locator|Page) expected|TimeoutError: |Error: Page.evaluate: Error: not in time)"
)


def pytest_configure(config: pytest.Config) -> None:
    """Begin to share: the process that starts the others makes the run's folder, they are told where it is.

    Until all tests are collected, nothing is thrown away that the collector of garbage would have to look for.
    """
    gc.disable()
    handed_on: dict[str, Any] | None = getattr(config, "workerinput", None)
    if handed_on is not None:
        folder, address = handed_on[_HANDED_ON]
        config.stash[_RUN] = SharedRun(Path(folder), address)
        return
    stack = ExitStack()
    config.stash[_RUN] = stack.enter_context(sharing())
    config.add_cleanup(stack.close)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - pytest-xdist names no type for it
    """Tell a process that is about to start where the run's folder is."""
    run = node.config.stash[_RUN]
    node.workerinput[_HANDED_ON] = (str(run.folder), run.address)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask a browser that was waited for in vain once more, and tell of it (R): a busy machine is not a mistake.

    Of others nothing is asked: what keeps count for all processes answers slowly where tests are short.
    """
    once_more = pytest.mark.flaky(reruns=1, only_rerun=[_WAITED_IN_VAIN])
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(once_more)


def pytest_collection_finish() -> None:
    """Keep the collector from walking all tests and modules again and again: they stay until the end."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def _kept_theme() -> Iterator[None]:
    """Look through the theme's folder once."""
    with theme_kept():
        yield


@pytest.fixture(scope="session")
def shared_run(pytestconfig: pytest.Config) -> SharedRun:
    """What all processes of this run share: sites that are built once and only read."""
    return pytestconfig.stash[_RUN]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository, with the real manual in it; tests read it and never write into it."""
    return Path(__file__).parent.parent


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder. To name one, pytest itself reads the names of those of all tests before, thousands of them."""
    folder = tmp_path_factory.getbasetemp() / f"test-{next(_NUMBERS)}"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Callable[[Mapping[str, str | None]], Path]:
    """Lays out `MINIMAL` with the given files changed (None: left out) and returns the root."""

    def lay_out(changes: Mapping[str, str | None]) -> Path:
        return write_project(tmp_path / "project", minimal_with(changes))

    return lay_out


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one for each test process; a machine without one fails its tests."""
    executable = find_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def kept_pages(browser: Browser) -> KeptPages:
    """The pages that the tests of this process use one after the other."""
    return kept_pages_of(browser)


@pytest.fixture
def page(kept_pages: KeptPages, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of an empty browser profile, as wide as a desktop, in Thai."""
    yield from _lent(kept_pages, "desktop", DESKTOP, request)


@pytest.fixture
def dated_page(kept_pages: KeptPages, request: pytest.FixtureRequest) -> Iterator[Page]:
    """As `page`, for tests each of which sets its clock."""
    yield from _lent(kept_pages, "dated", DESKTOP, request)


@pytest.fixture
def phone(kept_pages: KeptPages, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of an empty browser profile on a phone, in Thai."""
    yield from _lent(kept_pages, "phone", PHONE, request)


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """As `page`, for a test that changes for good what its pages do."""
    context = browser.new_context(**DESKTOP)
    yield context.new_page()
    context.close()


def _lent(
    kept_pages: KeptPages, kind: str, options: dict[str, Any], request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A kept page; none is kept that a test failed with."""
    failed = request.session.testsfailed
    with kept_pages.lent(kind, options) as page:
        yield page
    if request.session.testsfailed > failed:
        kept_pages.drop(kind)
