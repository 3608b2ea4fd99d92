"""Puts what was built in the place of what was there before: whole or not at all."""

import shutil
import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_ENDED_FROM_OUTSIDE = 128 + signal.SIGTERM
"""The exit code that shells know for a command that was told to end."""


@contextmanager
def workshop(site_dir: Path, *folders: str) -> Iterator[Path]:
    """A folder beside the site (so that moving between them is one step), gone afterwards, even when told to end.

    Args:
        site_dir: where the site will be.
        folders: the names of folders that are wanted in it.
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with _ending_in_order():
        folder = Path(tempfile.mkdtemp(prefix=".khumue-", dir=site_dir.parent))
        try:
            for name in folders:
                (folder / name).mkdir()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def replace_site(new: Path, site_dir: Path, old: Path) -> None:
    """Put the new site in the place of the old one in one step; should that fail, the old one returns.

    Args:
        new: the new site.
        site_dir: where it goes.
        old: a free place for the old one.
    """
    is_replacing = site_dir.exists()
    if is_replacing:
        site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        if is_replacing:
            old.rename(site_dir)
        raise


def replace_entries(names: Iterable[str], new: Path, site_dir: Path, old: Path) -> None:
    """Replace some files and folders at the root of a site, and leave the others alone; all of them or none.

    Args:
        names: of the entries; one that is not among the new ones is removed.
        new: the folder of the new ones.
        site_dir: the site; made when missing.
        old: a free place for the old ones.

    Raises:
        OSError: when an entry cannot be moved; those moved before it are back in their places then.
    """
    old.mkdir()
    site_dir.mkdir(exist_ok=True)
    moved: list[tuple[Path, Path]] = []
    try:
        for name in sorted(names):
            for source, target in ((site_dir / name, old / name), (new / name, site_dir / name)):
                if source.exists():
                    source.rename(target)
                    moved.append((source, target))
    except OSError:
        for source, target in reversed(moved):
            target.rename(source)
        raise


def join_folders(source: Path, target: Path) -> None:
    """Move what stands in one folder to the same places in another; what is there already stays."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        elif not place.exists():
            path.rename(place)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a command that is told to end (SIGTERM) clear up first, as it does when it is interrupted."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(_ENDED_FROM_OUTSIDE)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
