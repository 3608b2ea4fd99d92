"""Which files belong to a command that still runs: it holds a lock on them, which ends with it, however that may be."""

import sys
import time
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


SURELY_LOCKED = 1.0
"""After how many seconds a command that has made a file has locked it too."""


def locked(path: Path, mode: str) -> IO[bytes]:
    """Open a file and lock it until it is closed, or the process ends, however that may be.

    Args:
        path: the file.
        mode: how it is opened, in binary.

    Raises:
        OSError: when it cannot be opened, or another process has locked it.
    """
    file: IO[bytes] = path.open(mode)
    try:
        _lock(file)
    except OSError:
        file.close()
        raise
    return file


def is_left(path: Path) -> bool:
    """Whether a file that can be locked was left by a command that is gone, and not made a moment ago.

    Raises:
        OSError: when it is not there.
    """
    return time.time() - path.stat().st_mtime > SURELY_LOCKED
