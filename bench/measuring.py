"""Runs commands and measures them: seconds of wall time and the peak of memory, medians of several runs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIBIBYTE_UNITS = 1024 if sys.platform == "darwin" else 1
"""How `ru_maxrss` counts: bytes on macOS, kibibytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command, or the median of its runs, took.

    Attributes:
        seconds: wall time.
        mebibytes: the most memory that one of its processes held at a time.
    """

    seconds: float
    mebibytes: float


def run(command: Sequence[str], directory: Path) -> Run:
    """Run a command to its end.

    Args:
        command: the program and its arguments.
        directory: where it runs.

    Raises:
        RuntimeError: with what it said, when it fails.
    """
    log = directory / ".bench.log"
    started = time.perf_counter()
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(list(command), cwd=directory, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{log.read_text(encoding='utf-8')[-4000:]}")
    return Run(seconds, usage.ru_maxrss / KIBIBYTE_UNITS / 1024)


def in_turn(rounds: int, *measurements: Callable[[], Run]) -> tuple[Run, ...]:
    """Measure several things one after the other, round by round, so that a busy moment hits all alike.

    Args:
        rounds: how often each is measured.
        measurements: what measures each of them once.

    Returns:
        The medians, in the order of the measurements.
    """
    taken: list[list[Run]] = [[] for _ in measurements]
    for _ in range(rounds):
        for runs, measure in zip(taken, measurements, strict=True):
            runs.append(measure())
    return tuple(
        Run(median(run.seconds for run in runs), median(run.mebibytes for run in runs)) for runs in taken
    )


def seconds_of(action: Callable[[], object], rounds: int) -> float:
    """The median of the seconds that an action takes."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return median(taken)
