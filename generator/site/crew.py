"""Processes that work side by side, and end together: when one fails, is killed, or the command is interrupted."""

import os
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from typing import Generic, Literal, TypeVar

from generator.processes import end_with_parent, interrupts_held_back, let_interrupts_in

Result = TypeVar("Result")
_LOST = 1


class WorkerLostError(RuntimeError):
    """A process ended before its work was done: it was killed, or the machine has no memory left."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Result]):
    """A piece of work.

    Attributes:
        name: what people call it.
        do: does it; both it and its result are sent between processes.
    """

    name: str
    do: Callable[[], Result]


def work(
    tasks: Sequence[Task[Result]],
    workers: int,
    prepare: Callable[[], None],
    start: Literal["spawn", "fork"] = "spawn",
) -> Generator[tuple[Task[Result], Result], None, None]:
    """Do tasks side by side.

    Processes are as a rule started anew (spawned), so that it works the same on every system, and none inherits locks
    or open files. Where `generator.processes.can_split` says so, they may also be split off (forked), and know all
    that this one does.

    Args:
        tasks: what to do.
        workers: how many processes do it.
        prepare: what each process does before its first task.
        start: how processes start.

    Yields:
        The tasks that are done with their results, as they become done. Whoever stops early closes the generator:
        what is not done is dropped, and the processes have ended then.

    Raises:
        WorkerLostError: when a process ends before its task is done.
    """
    others = set(active_children())
    executor = ProcessPoolExecutor(workers, get_context(start), _begin, (prepare,))
    is_done = False
    try:
        with interrupts_held_back():
            futures = {executor.submit(task.do): task for task in tasks}
        for future in as_completed(futures):
            yield futures[future], future.result()
        is_done = True
    except BrokenProcessPool as error:
        raise WorkerLostError from error
    finally:
        for process in () if is_done else set(active_children()) - others:
            process.terminate()
        executor.shutdown(cancel_futures=True)


def _begin(prepare: Callable[[], None]) -> None:
    """Begin the life of a process: end without a word when interrupted, and never outlive the command."""
    if sys.platform != "win32":
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
        let_interrupts_in()
    end_with_parent(lambda: os._exit(_LOST))  # the queue of tasks would be waited at forever
    prepare()
