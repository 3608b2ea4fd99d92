"""What the tests of this room share."""

import shutil
from pathlib import Path

import pytest

from tests.support.named_everywhere import write_named_everywhere


@pytest.fixture(scope="session")
def named_everywhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which everything is named everywhere; tests copy it."""
    return write_named_everywhere(tmp_path_factory.mktemp("named") / "project")


@pytest.fixture
def root(named_everywhere: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(named_everywhere, tmp_path / "project"))
