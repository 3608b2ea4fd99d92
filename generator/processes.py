"""How many processes may work side by side, how they begin unharmed, and the plainest way that two do: by halves."""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import parent_process, resource_tracker
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread, active_count
from typing import NoReturn, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Other = TypeVar("Other")
MOST_PROCESSES = 64
"""More than these only keep one another from working."""
_BLOCK = 1 << 20


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_split() -> bool:
    """Whether copies of this process can go on: not where other threads may hold locks, those of a library neither."""
    return sys.platform == "linux" and active_count() == 1 and _count_all_threads() == 1


def _count_all_threads() -> int:
    """How many threads the system counts: what prints, or draws pictures, has some of which Python knows nothing."""
    try:
        return Path("/proc/self/task").stat().st_nlink - 2  # itself, its parent, and one each
    except OSError:
        return 1


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl+C back while processes start: they inherit that, and so say nothing of it before they have begun."""
    if sys.platform == "win32":
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        let_interrupts_in()


def start_apart(process: BaseProcess) -> None:
    """Start a process by spawning it, so that it says nothing of Ctrl+C before it calls `let_interrupts_in`."""
    if sys.platform != "win32":
        resource_tracker.ensure_running()  # to start it lets interrupts in again
    with interrupts_held_back():
        process.start()


def let_interrupts_in() -> None:
    """Heed Ctrl+C again, and what was held back of it: what a process begins with that was started so."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def end_with_parent(end: Callable[[], object]) -> None:
    """End as soon as the process that started this one is gone, however it ended: what ends this one is given."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent, end), daemon=True).start()


def _end_after(parent: BaseProcess, end: Callable[[], object]) -> None:
    parent.join()
    end()


def in_halves(do: Callable[[Item], Result], items: Sequence[Item], least: int) -> list[Result]:
    """Do something to each of many things, where possible half of them in a copy of this process.

    Args:
        do: depends on nothing that doing changes; its results can be sent between processes.
        items: the things.
        least: fewer are not worth a copy.

    Returns:
        The results, in the order of the things.
    """
    if len(items) < least or processors() == 1 or not can_split():
        return [do(item) for item in items]
    middle = len(items) // 2
    first, second = side_by_side(
        lambda: [do(item) for item in items[:middle]], lambda: [do(item) for item in items[middle:]]
    )
    return [*first, *second]


def side_by_side(here: Callable[[], Result], there: Callable[[], Other]) -> tuple[Result, Other]:
    """Do two things, where possible one of them in a copy of this process: what it changes there nobody sees.

    Args:
        here: is done in this process.
        there: may be done in a copy of it; its result can be sent between processes.
    """
    if processors() == 1 or not can_split():
        return here(), there()
    reading, writing = os.pipe()
    copy = os.fork()
    if not copy:
        _send(there, writing)
    os.close(writing)
    try:
        done = here()
        sent = b"".join(iter(lambda: os.read(reading, _BLOCK), b""))
    finally:
        os.close(reading)
        status = os.waitpid(copy, 0)[1]
    if status:  # the copy was killed, or failed at what then fails here too
        return done, there()
    other: Other = pickle.loads(sent)  # noqa: S301 - by a copy of this process
    return done, other


def in_own_process(do: Callable[[], Result]) -> Result:
    """Do something in a copy of this process where that is possible: what it takes of memory is free again afterwards.

    Args:
        do: depends on nothing that doing changes; its result can be sent between processes.
    """
    if not can_split():
        return do()
    reading, writing = os.pipe()
    copy = os.fork()
    if not copy:
        _send(do, writing)
    os.close(writing)
    try:
        sent = b"".join(iter(lambda: os.read(reading, _BLOCK), b""))
    finally:
        os.close(reading)
        status = os.waitpid(copy, 0)[1]
    if status:  # the copy was killed, or failed at what then fails here too
        return do()
    made: Result = pickle.loads(sent)  # noqa: S301 - by a copy of this process
    return made


def _send(make: Callable[[], object], pipe: int) -> NoReturn:
    """Make something, send it, and end: without a word, and without what this process would do at its end."""
    status = 1
    try:
        content = memoryview(pickle.dumps(make(), pickle.HIGHEST_PROTOCOL))
        while content:
            content = content[os.write(pipe, content) :]
        status = 0
    finally:
        os._exit(status)
