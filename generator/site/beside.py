"""Work that goes on beside the making of pages, in a process of its own where the system can split one off.

Pages keep one processor busy; what stands beside them (Markdown, data, lists, feeds) is written by another meanwhile.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.storage import write_missing
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
        write_missing(folder, make())
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
        write_missing(folder, make())
    except BaseException:  # noqa: BLE001 - whatever it was, this copy of the process ends here, and says so
        os._exit(_FAILED)
    os._exit(0)
