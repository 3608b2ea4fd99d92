"""A host of repositories, and a new manual that is kept there."""

from pathlib import Path

import pytest

from tests.repository.reviewing import HEAD, WORKFLOWS, khumue
from tests.support.hosting import Host
from tests.support.repositories import begin, git


@pytest.fixture
def host(tmp_path: Path) -> Host:
    made = Host(tmp_path / "host", WORKFLOWS)
    made.keep(pulls={"pulls/7": {"head": {"sha": HEAD}}})
    return made


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new manual that keeps its charts, in a repository."""
    root = tmp_path_factory.mktemp("laid-out") / "manual"
    khumue("init", root)
    khumue("draw", "-q", root)
    begin(root)
    return root


@pytest.fixture
def repositories(laid_out: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Where such a manual is hosted, and a clone of it."""
    hosted, clone = tmp_path / "hosted.git", tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--bare", str(laid_out), str(hosted))
    git(tmp_path, "clone", "--quiet", str(hosted), str(clone))
    return hosted, clone
