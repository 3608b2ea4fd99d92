"""Work that goes on beside the making of pages, in a process of its own where the system can split one off.

Pages keep one processor busy; what stands beside them (Markdown, data, lists, feeds) is written by another meanwhile.
"""

import multiprocessing
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from generator.site.errors import SiteError
from generator.site.failures import EXPECTED
from generator.storage import write_missing
from generator.words import words_of
from generator.writers import WrittenFiles

_FAILED = 1
_LONGEST_TRACE = 20_000
"""In letters: so much goes through a pipe before anybody reads it."""


class BesideError(RuntimeError):
    """The process beside ended before its work was done."""


class ElsewhereError(RuntimeError):
    """Something that nobody expected happened in another process.

    Attributes:
        kind: of what kind it was.
        tb: where, as Python's own trace; named like that of errors of Python's pools of processes.
    """

    def __init__(self, kind: str, trace: str) -> None:
        """Carry what is known, of which nothing is a message."""
        super().__init__()
        self.kind, self.tb = kind, trace


@contextmanager
def written_beside(make: Callable[[], WrittenFiles], folder: Path, is_split: bool) -> Iterator[None]:
    """Write texts into a folder while something else is done; both are done at the end.

    Args:
        make: makes the texts, one after the other, with their paths in the folder.
        folder: where they go; made when missing.
        is_split: whether a copy of this process writes them (`generator.processes.can_split`).

    Raises:
        SiteError: when they cannot be written.
        BesideError: when the process that writes them is lost.
        ElsewhereError: when something happens in it that nobody expected.
    """
    if not is_split:
        write_missing(folder, make())
        yield
        return
    context = multiprocessing.get_context("fork")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=_write_or_end, args=(make, folder, tell))
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
    if process.exitcode:
        raise _error_of(told)


def _error_of(told: Connection) -> Exception:
    """What the process that failed has said of it."""
    if not told.poll():
        return BesideError(words_of("site")["worker_lost"])
    reason, kind, trace = told.recv()
    return SiteError(reason) if reason else ElsewhereError(kind, trace)


def _write_or_end(make: Callable[[], WrittenFiles], folder: Path, tell: Connection) -> None:
    try:
        write_missing(folder, make())
    except EXPECTED as error:
        tell.send((str(error), "", ""))
        os._exit(_FAILED)
    except BaseException as error:  # noqa: BLE001 - whatever it was, this copy of the process ends here, and says so
        tell.send(("", type(error).__qualname__, traceback.format_exc()[-_LONGEST_TRACE:]))
        os._exit(_FAILED)
    os._exit(0)
