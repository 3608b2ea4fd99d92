"""Fixtures of the site's tests: the showcase, to be changed and built or built already, on one and the same day."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.build import build_site
from tests.support import serving
from tests.support.showcase import SHOWCASE, SHOWCASE_EPOCH


@pytest.fixture(autouse=True, scope="session")
def _fixed_day() -> Iterator[None]:
    """Build on one and the same day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", SHOWCASE_EPOCH)
        yield


@pytest.fixture
def showcase(tmp_path: Path) -> Path:
    """A copy of the showcase project, to be changed and built."""
    return Path(shutil.copytree(SHOWCASE, tmp_path / "showcase"))


@pytest.fixture(scope="session")
def showcase_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The showcase's site, built once for the address where it is served; tests only read it."""
    folder = tmp_path_factory.mktemp("showcase")
    # A copy, away from this repository, whose history would date the procedures.
    project = Path(shutil.copytree(SHOWCASE, folder / "project"))
    site = folder / "site"
    site.mkdir()
    with serving(site) as address:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KHUMUE_SITE_URL", address)  # instant navigation wants to know where it is
            build_site(project, site)
        yield site, address


@pytest.fixture(scope="session")
def showcase_site(showcase_server: tuple[Path, str]) -> Path:
    """The folder of the showcase's site."""
    return showcase_server[0]


@pytest.fixture(scope="session")
def showcase_address(showcase_server: tuple[Path, str]) -> str:
    """Where the showcase's site is served."""
    return showcase_server[1]
