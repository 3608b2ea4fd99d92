"""Work that goes on beside the making of pages, in a process of its own where the system can split one off.

Pages keep one processor busy; what stands beside them (Markdown, data, lists, feeds) is written by another meanwhile.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.words import words_of

_FAILED = 1


class BesideError(RuntimeError):
    """The process beside ended before its work was done."""


@contextmanager
def written_beside(make: Callable[[], Mapping[str, str]], folder: Path, is_split: bool) -> Iterator[None]:
    """Write texts into a folder while something else is done; both are done at the end.

    Args:
        make: makes the texts, by their paths in the folder.
        folder: where they go; made when missing.
        is_split: whether a copy of this process writes them (`generator.site.crew.can_split`).

    Raises:
        BesideError: when the process that writes them fails.
    """
    if not is_split:
        write_missing(make(), folder)
        yield
        return
    process = multiprocessing.get_context("fork").Process(target=_write_or_end, args=(make, folder))
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
    if process.exitcode:
        raise BesideError(words_of("site")["worker_lost"])


def _write_or_end(make: Callable[[], Mapping[str, str]], folder: Path) -> None:
    try:
        write_missing(make(), folder)
    except BaseException:  # noqa: BLE001 - whatever it was, this copy of the process ends here, and says so
        os._exit(_FAILED)
    os._exit(0)


def write_missing(texts: Mapping[str, str], folder: Path) -> None:
    """Write texts into a folder, by their paths in it; what stands there already stays."""
    for uri, text in texts.items():
        path = folder / uri
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def join_folders(source: Path, target: Path) -> None:
    """Move what stands in one folder to the same places in another; what is there already stays."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        elif not place.exists():
            path.rename(place)
