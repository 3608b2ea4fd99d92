"""Processes side by side: done, failed, killed, left early."""

import signal
import time
from contextlib import closing
from functools import partial
from multiprocessing import active_children

import pytest

from generator.site.crew import Task, WorkerLostError, work

LONG_SECONDS = 60


def prepare() -> None:
    """Nothing to prepare."""


def test_every_task_is_done_once() -> None:
    tasks = [Task(str(number), partial(pow, number, 2)) for number in range(7)]
    done = {task.name: result for task, result in work(tasks, 2, prepare)}
    assert done == {str(number): number**2 for number in range(7)}


def test_a_killed_process_is_told() -> None:
    deadly = Task("deadly", partial(signal.raise_signal, signal.SIGTERM))
    long = [Task("long", partial(time.sleep, LONG_SECONDS)) for _ in "ab"]
    started = time.monotonic()
    with pytest.raises(WorkerLostError):
        list(work([deadly, *long], 2, prepare))
    assert time.monotonic() - started < LONG_SECONDS / 2
    assert active_children() == []


def test_whoever_leaves_early_waits_for_nothing() -> None:
    long: Task[object] = Task("long", partial(time.sleep, LONG_SECONDS))
    short: Task[object] = Task("short", partial(pow, 2, 2))
    started = time.monotonic()
    with closing(work([short, long, long], 2, prepare)) as results:
        task, result = next(results)
    assert (task.name, result) == ("short", 4)
    assert time.monotonic() - started < LONG_SECONDS / 2
    assert active_children() == []
