"""Puts what was built in the place of what was there before: whole or not at all."""

import json
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType

from generator.storage.guard import own_place
from generator.storage.locking import is_left, locked

OLD = "old"
"""The folder of a workshop to which the old site, or its entries, are moved."""
_PREFIX, _MARK, _ENTRIES = ".khumue-", "khumue-workshop", ".khumue-entries"
"""How workshops are named, what marks one as ours (and says whose site it makes), what marks entries on their way."""
_NEW = "new"
"""The folder of a workshop in which files stand until all of them do."""
_AT_ONCE, _DEPTH = 4, 2
"""How many folders are removed at a time; how deep in a workshop those stand: a site stands in it, areas in that."""
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
    with ending_in_order():
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=site_dir.parent))
        try:
            with locked(folder / _MARK, "xb") as mark:
                mark.write(site_dir.name.encode("utf-8", "surrogateescape"))
                mark.flush()
                for name in folders:
                    (folder / name).mkdir()
                yield folder
        finally:
            _clear(folder)


def _clear(folder: Path) -> None:
    """Remove a folder with all that is in it: an old site has thousands of folders, and each waits for the disk."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(partial(shutil.rmtree, ignore_errors=True), _inner_folders(folder)):
            pass
    shutil.rmtree(folder, ignore_errors=True)


def _inner_folders(folder: str | Path, depth: int = _DEPTH) -> Iterator[str]:
    """The folders in a folder, those in them, and so on; links are not followed."""
    with suppress(OSError), os.scandir(folder) as found:
        inner = [each.path for each in found if each.is_dir(follow_symlinks=False)]
        yield from (below for each in inner for below in _inner_folders(each, depth - 1)) if depth else inner


def tidy(site_dir: Path) -> None:
    """Put right what killed commands left behind: of a site that was just being replaced, the old one returns.

    Only what is marked as ours is touched, and nothing of a command that still runs.

    Args:
        site_dir: where a site is, or will be.
    """
    for folder in sorted(site_dir.parent.glob(f"{_PREFIX}*")):
        if folder.is_symlink() or not folder.is_dir():
            continue
        with suppress(OSError), locked(folder / _MARK, "r+b") as mark:
            if is_left(folder / _MARK):
                name = mark.read().decode("utf-8", "surrogateescape")
                _put_back(folder / OLD, folder.parent / name, folder)
                shutil.rmtree(folder, ignore_errors=True)


def _put_back(old: Path, site_dir: Path, folder: Path) -> None:
    """Let what was there before return, if the work that was to replace it is not done."""
    if site_dir.parent != folder.parent or not old.is_dir():
        return
    if not site_dir.exists():
        old.rename(site_dir)
    elif (old / _ENTRIES).exists():
        added = json.loads((old / _ENTRIES).read_text(encoding="utf-8"))
        (old / _ENTRIES).unlink()
        undone = Path(tempfile.mkdtemp(dir=folder))
        for name in {*added, *(entry.name for entry in old.iterdir())}:
            if (site_dir / name).exists():
                (site_dir / name).rename(undone / name)
            if (old / name).exists():
                (old / name).rename(site_dir / name)


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
    names = sorted(names)
    added = [name for name in names if not (site_dir / name).exists()]
    (old / _ENTRIES).write_text(json.dumps(added), encoding="utf-8")
    moved: list[tuple[Path, Path]] = []
    try:
        for name in names:
            for source, target in ((site_dir / name, old / name), (new / name, site_dir / name)):
                if source.exists():
                    source.rename(target)
                    moved.append((source, target))
    except OSError:
        for source, target in reversed(moved):
            target.rename(source)
        raise
    (old / _ENTRIES).unlink()


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, in the place of those of the same names: all of them, or none while there is no room.

    Args:
        folder: the folder; made where it is missing. What else stands in it stays.
        files: what they hold, by their paths relative to it, with forward slashes.

    Raises:
        OSError: when one cannot be written, or leads out of the folder.
    """
    tidy(folder)
    places = {file: own_place(folder, file) for file in files}
    with workshop(folder, _NEW) as shop:
        for file, content in files.items():
            path = own_place(shop / _NEW, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for file, place in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            (shop / _NEW / file).replace(place)


def join_folders(source: Path, target: Path) -> None:
    """Move what stands in one folder to the same places in another; what is there already stays."""
    for path in list(source.iterdir()) if source.is_dir() else ():
        place = target / path.name
        if not place.exists():
            path.rename(place)  # a folder with all that is in it
        elif path.is_dir() and place.is_dir():
            join_folders(path, place)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let a command told to end (SIGTERM), or whose window is closed (SIGHUP), clear up first.

    As it does when it is interrupted; told again, it goes on with that. Windows that may be closed (`nohup`) still may.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise SystemExit(_ENDED_FROM_OUTSIDE)

    before = {signal.SIGTERM: signal.signal(signal.SIGTERM, end)}
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        before[signal.SIGHUP] = signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
