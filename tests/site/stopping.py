"""Builds that are stopped, by Ctrl+C or by the system, in the middle of what a process of them does."""

import os
import signal
import subprocess
import time
from pathlib import Path

from generator.site.place import STYLE_SHEET
from tests.site.test_build import digests
from tests.support import write_project

PATIENCE_SECONDS = 60
LONG_SECONDS = 100
"""How long a process sleeps that is to be stopped."""


def old_site(folder: Path) -> dict[str, str]:
    """Put something where the sites will go."""
    write_project(folder, {"index.html": "old", "third/index.html": "old", STYLE_SHEET: "old"})
    return digests(folder)


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until a file is there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not path.exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)


def stop(build: subprocess.Popen[str], is_asked: bool) -> None:
    """Stop a build that leads a group of processes; it ends at once, as it should, and without a word.

    Args:
        build: the build.
        is_asked: whether by Ctrl+C, which reaches all processes of a terminal; SIGTERM reaches the first alone.
    """
    if is_asked:
        os.killpg(build.pid, signal.SIGINT)
    else:
        build.terminate()
    output, errors = build.communicate(timeout=PATIENCE_SECONDS)
    assert build.returncode == (1 if is_asked else 128 + signal.SIGTERM)
    assert (output, "Traceback" in errors) == ("", False), errors
