"""Builds the sites of many offices in the test's own process: what is built is the same, and no process is started.

That processes side by side make the same is the matter of ``tests/site/test_sites.py``.
"""

import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.site.crew import Task
from generator.site.selection import Selection, everything
from generator.site.sites import Built, build_sites


def build_sites_here(root: Path, site: Path, editions: Sequence[str]) -> Built:
    """Build all sites of a project.

    Args:
        root: the project's root.
        site: where they go.
        editions: the ids of its editions.
    """
    return build_here(root, site, everything(editions))


def build_here(root: Path, site: Path, selection: Selection) -> Built:
    """Build some of the sites of a project.

    Args:
        root: the project's root.
        site: where they go.
        selection: which.
    """
    with without_processes():
        return build_sites(root, site, selection)


@contextmanager
def without_processes() -> Iterator[None]:
    """Let whatever builds sites do it here, be it a command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.site.sites.work", _one_after_the_other)
        try:
            yield
        finally:
            gc.unfreeze()  # what a process of a build keeps, this one may forget


def _one_after_the_other(
    tasks: Sequence[Task[Any]], _workers: int, prepare: Callable[[], None]
) -> Generator[tuple[Task[Any], Any], None, None]:
    """Do tasks as `generator.site.crew.work` does, here."""
    prepare()
    for task in tasks:
        yield task, task.do()
