"""Installs what tests need of the system and lack: Chromium, Graphviz, a library for Playwright, jq, unzip.

``make test`` runs it. Where all is there it only looks. Else it tries in turn the system's packages and Playwright's
own Chromium, never asks for a password, and judges each way only by whether the tools then start. What is still
missing afterwards fails the tests that need it.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.chromium import PLAYWRIGHT_BUILDS, NoChromiumError, find_chromium

PLAYWRIGHT = (sys.executable, "-m", "playwright")
GRAPHVIZ = "dot"
COMMANDS = ("jq", "unzip")
"""What the shell steps of the workflows use; each is the name of its package too."""
PACKAGES = ("graphviz", "libatomic1", *COMMANDS)
"""System packages beside Chromium; Playwright's driver needs the second, which small installations lack."""

INSTALL_SECONDS = 400


def missing_tools() -> list[str]:
    """What does not start on this machine, each with what to do about it."""
    missing = []
    if shutil.which(GRAPHVIZ) is None:
        missing.append("There is no Graphviz: install the package graphviz.")
    missing += [
        f"There is no {name}: install the package {name}." for name in COMMANDS if not shutil.which(name)
    ]
    if subprocess.run([*PLAYWRIGHT, "--version"], capture_output=True, check=False).returncode:
        missing.append("Playwright does not start: install the package libatomic1.")
    try:
        find_chromium()
    except NoChromiumError as error:
        missing.append(str(error))
    return missing


def install() -> None:
    """Try each way to install what is missing, until nothing is."""
    for way in _ways_to_install():
        if all(_runs(command) for command in way) and not missing_tools():
            return


def _ways_to_install() -> Iterator[list[list[str]]]:
    """Lists of commands, each list one way to all tools, the likeliest first; none asks for a password."""
    own_chromium = [*PLAYWRIGHT, "install", "chromium"]
    as_root = _as_root()
    if as_root is not None and shutil.which("apt-get"):
        update = [*as_root, "apt-get", "update"]
        install_packages = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes"]
        install_packages += ["--no-install-recommends", *PACKAGES]
        if _is_debian():
            yield [update, [*install_packages, "chromium-headless-shell"]]
            yield [update, [*install_packages, "chromium"]]
        yield [update, install_packages, [*own_chromium, "--with-deps"]]
    yield [own_chromium]


def _is_debian() -> bool:
    """Whether this is Debian itself, whose chromium package is the browser and not a stub."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def _as_root() -> list[str] | None:
    """What to put before a command that needs root: nothing or sudo; None when it would ask."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _runs(command: list[str]) -> bool:
    """Run one installing command, its output shown only when it fails."""
    print("+", *command, flush=True)
    try:
        done = subprocess.run(
            command,
            env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(PLAYWRIGHT_BUILDS)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return False
    if done.returncode:
        print(done.stdout[-4000:], file=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """See to it that the tests have their tools.

    Returns:
        The process's exit code: 0 when nothing is missing.
    """
    if missing := missing_tools():
        print(*missing, "Installing what is missing.", sep="\n", flush=True)
        install()
        missing = missing_tools()
        print(*missing, sep="\n", file=sys.stderr, flush=True)
    return len(missing)


if __name__ == "__main__":
    sys.exit(main())
