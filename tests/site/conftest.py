"""Fixtures of the site's tests: the showcase, to be changed and built or built already, on one and the same day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.assembly import edition_ids
from generator.site.build import build_site
from generator.site.selection import everything
from generator.site.sites import build_sites
from tests.site.edit_pages import Editor, Published, editing, fresh
from tests.site.offices import EDITIONS, PUBLISHED, write_offices
from tests.site.reading import build_office, build_office_later
from tests.support.auditing import left_to_audits
from tests.support.building import build_sites_here
from tests.support.git_hosts import STUBS
from tests.support.search_worker import SearchWorkers
from tests.support.sharing import ADDRESS_VARIABLE, SharedRun
from tests.support.showcase import SHOWCASE_EPOCH, copy_showcase

_AT_A_HOST = "built"
"""The fixture of a site at a kind of host, in the modules that ask the same of every kind."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask one kind of host every day what all must answer alike, each test another kind; audits ask all."""
    at_hosts = {
        item: params
        for item in items
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        for params in [item.callspec.params]
        if params.get(_AT_A_HOST) in STUBS
    }
    waiting = left_to_audits(
        at_hosts,
        lambda item: (
            item.path,
            item.originalname,
            *(at_hosts[item][each] for each in sorted(at_hosts[item]) if each != _AT_A_HOST),
        ),
        lambda item: at_hosts[item][_AT_A_HOST],
        list(STUBS),
    )
    for item in waiting:
        item.add_marker(
            pytest.mark.skip(reason="another kind of host is asked this every day: all in audits")
        )


@pytest.fixture(autouse=True, scope="session")
def _fixed_day() -> Iterator[None]:
    """Build on one and the same day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", SHOWCASE_EPOCH)
        yield


@pytest.fixture
def showcase(tmp_path: Path) -> Path:
    """A copy of the showcase project, to be changed and built."""
    return copy_showcase(tmp_path / "showcase")


@pytest.fixture(scope="session")
def showcase_site(shared_run: SharedRun) -> Path:
    """The folder of the showcase's site, built for the address where it is served; tests only read it."""
    return shared_run.site(
        "showcase", lambda site: build_site(copy_showcase(site.with_name("project")), site)
    )


@pytest.fixture(scope="session")
def showcase_address(shared_run: SharedRun, showcase_site: Path) -> str:
    """Where the showcase's site is served."""
    return shared_run.address_of(showcase_site.name)


@pytest.fixture(scope="session")
def offices_address(shared_run: SharedRun) -> str:
    """Where all sites of the project of three offices are served; tests only read them."""
    site = shared_run.site(
        "offices", lambda site: build_sites_here(write_offices(site.with_name("project")), site, EDITIONS)
    )
    return shared_run.address_of(site.name)


@pytest.fixture(scope="session")
def published_offices(shared_run: SharedRun) -> tuple[Path, Path]:
    """The project of three offices, and all its sites, built side by side for `PUBLISHED`; tests only read them."""

    def build(folder: Path) -> None:
        root, told = write_offices(folder / "project"), list[tuple[int, int]]()
        made = build_sites(
            root, folder / "site", everything(EDITIONS), progress=lambda *count: told.append(count)
        )
        assert made.editions == 3
        assert made.pages > 30
        assert told == [(number, 4) for number in range(1, 5)]

    folder = shared_run.folder_of("published-offices", build, {ADDRESS_VARIABLE: PUBLISHED})
    return folder / "project", folder / "site"


@pytest.fixture(scope="session")
def real_sites(repository: Path, shared_run: SharedRun) -> Path:
    """All sites of this repository's manual, strictly built: a folder for each edition, the portal around them."""
    return shared_run.site("manual", lambda site: build_sites_here(repository, site, edition_ids(repository)))


@pytest.fixture(scope="session")
def read_office(shared_run: SharedRun) -> tuple[str, str]:
    """Where a small office's manual is served as it was first, and as it became; both in the same browser's store."""
    before = shared_run.site("reading-before", build_office)
    after = shared_run.site("reading-after", build_office_later)
    return shared_run.address_of(before.name), shared_run.address_of(after.name)


@pytest.fixture(scope="session")
def search_workers(browser: Browser) -> SearchWorkers:
    """The search's workers of sites that nobody changes."""
    return SearchWorkers(browser)


@pytest.fixture
def site(built: Published) -> Published:
    """A published manual and the host of its files, which is as it was at first; a module says which is `built`."""
    fresh(built)
    return built


@pytest.fixture
def editor(browser: Browser, site: Published) -> Iterator[Editor]:
    """A person who changes it."""
    with editing(browser, site) as person:
        yield person
