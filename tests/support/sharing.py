"""What all processes of one test run share: sites that are built once, by whoever needs them first, and a server.

pytest-xdist runs the tests in several processes, and the tests of one module in more than one of them. The process that
starts the others owns a folder and serves it; each site in it stands at an address that all of them know, before it is
built and after whoever built it has ended. Tests only read what is there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from filelock import FileLock

from tests.support.serving import serving

ADDRESS_VARIABLE = "KHUMUE_SITE_URL"
"""Tells the settings of a project where its site is served: instant navigation wants to know."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The folder that the processes of a run share.

    Attributes:
        folder: where it is.
        address: where it is served, with a slash at its end.
    """

    folder: Path
    address: str

    def address_of(self, name: str) -> str:
        """Where the site of a name is served."""
        return f"{self.address}{name}/"

    def site(self, name: str, build: Callable[[Path], Any]) -> Path:
        """A site for its address in this run; built now if no process has built it yet.

        Args:
            name: what it is called in the whole run; says what it is built from.
            build: builds it into the given folder, which is beside nothing else of the run.

        Returns:
            The folder of the site.
        """
        return self.folder_of(name, build, {ADDRESS_VARIABLE: self.address_of(name)})

    def folder_of(
        self, name: str, make: Callable[[Path], Any], environment: dict[str, str] | None = None
    ) -> Path:
        """A folder of any content; made now if no process has made it yet, and never half.

        Args:
            name: as for `site`.
            make: makes the folder at the given place, where it does not stay.
            environment: variables that are set meanwhile.
        """
        folder = self.folder / name
        with FileLock(self.folder / f"{name}.lock"):
            if not folder.exists():
                with TemporaryDirectory(dir=self.folder) as workshop, pytest.MonkeyPatch.context() as patch:
                    for variable, value in (environment or {}).items():
                        patch.setenv(variable, value)
                    make(Path(workshop) / name)
                    (Path(workshop) / name).rename(folder)
        return folder


@contextmanager
def sharing() -> Iterator[SharedRun]:
    """Make a folder for a run and serve it; both are gone afterwards."""
    with TemporaryDirectory(prefix="khumue-tests-") as folder, serving(Path(folder)) as address:
        yield SharedRun(Path(folder), address)
