"""Runs commands and measures them: seconds of wall time and the peak of memory, medians of several runs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Event, Thread

KIBIBYTE_UNITS = 1024 if sys.platform == "darwin" else 1
"""How `ru_maxrss` counts: bytes on macOS, kibibytes elsewhere."""
SAMPLE_SECONDS = 0.05
"""How often the memory of a tree of processes is looked at."""
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Run:
    """What one command, or the median of its runs, took.

    Attributes:
        seconds: wall time.
        mebibytes: the most memory that one of its processes held at a time.
        tree_mebibytes: the most that all of them held together, pages that they share counted for each; 0 on systems
            that do not tell in ``/proc``.
        processor_seconds: what all of them kept processors busy; other work on the machine changes it little.
    """

    seconds: float
    mebibytes: float
    tree_mebibytes: float = 0.0
    processor_seconds: float = 0.0


def run(command: Sequence[str], directory: Path, site_url: str = "") -> Run:
    """Run a command to its end; Python keeps what it compiles, as it does where people work.

    Args:
        command: the program and its arguments.
        directory: where it runs.
        site_url: where the site is published, as it is told the command; whoever measures may have set another.

    Raises:
        RuntimeError: with what it said, when it fails.
    """
    log = directory / ".bench.log"
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    compiled["KHUMUE_SITE_URL"] = site_url
    started = time.perf_counter()
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            list(command), cwd=directory, env=compiled, stdout=output, stderr=subprocess.STDOUT
        )
        with _watched(process.pid) as peak:
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{log.read_text(encoding='utf-8')[-4000:]}")
    busy = usage.ru_utime + usage.ru_stime
    return Run(seconds, usage.ru_maxrss / KIBIBYTE_UNITS / 1024, peak.mebibytes, busy)


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
        Run(
            median(run.seconds for run in runs),
            median(run.mebibytes for run in runs),
            median(run.tree_mebibytes for run in runs),
            median(run.processor_seconds for run in runs),
        )
        for runs in taken
    )


def seconds_of(action: Callable[[], object], rounds: int) -> float:
    """The median of the seconds that an action takes."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        action()
        taken.append(time.perf_counter() - started)
    return median(taken)


@dataclass(slots=True)
class _Peak:
    """The most memory seen so far, and when to stop looking."""

    mebibytes: float = 0.0
    ended: Event = field(default_factory=Event)

    def watch(self, root: int) -> None:
        """Look at the memory of a tree of processes until told to stop."""
        while not self.ended.wait(SAMPLE_SECONDS):
            self.mebibytes = max(self.mebibytes, sum(map(_resident_mebibytes, _tree(root))))


@contextmanager
def _watched(root: int) -> Iterator[_Peak]:
    """Watch the memory of a process and all below it."""
    peak = _Peak()
    watcher = Thread(target=peak.watch, args=(root,))
    watcher.start()
    try:
        yield peak
    finally:
        peak.ended.set()
        watcher.join()


def _tree(root: int) -> list[int]:
    """A process and all below it, as far as they have not ended meanwhile."""
    found = [root]
    for process in found:
        threads = PROCESSES / str(process) / "task"
        for thread in _names(threads):
            found += map(int, _read(threads / thread / "children").split())
    return found


def _resident_mebibytes(process: int) -> float:
    """The memory that a process holds; nothing once it has ended."""
    for line in _read(PROCESSES / str(process) / "status").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _names(folder: Path) -> list[str]:
    """What is in a folder of the system; nothing when its process has ended."""
    try:
        return [entry.name for entry in folder.iterdir()]
    except OSError:
        return []


def _read(path: Path) -> str:
    """A file of the system; empty when its process has ended."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
