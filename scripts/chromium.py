"""Finds a Chromium that really starts, for the browser tests.

It judges each only by starting it: on Ubuntu the package named chromium is a stub for another package system, which
containers cannot run. `scripts.install_test_tools` installs one where there is none.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

OWN_CHOICE_VARIABLE = "KHUMUE_CHROMIUM"
COMMAND_NAMES = (
    "chromium-headless-shell",  # the same engine without a window: a page costs it less than half the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PLAYWRIGHT_BUILDS = Path(sys.prefix) / "browsers"
"""Where `scripts.install_test_tools` lets Playwright put the Chromium that it brings itself."""

PLAYWRIGHT_PATTERNS = (
    "chromium_headless_shell-*/chrome-*/*headless*shell",
    "chromium-*/chrome-linux*/chrome",
)
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--font-render-hinting=none",  # letters as wide as on a screen, where they are not fitted to its points
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 60


class NoChromiumError(RuntimeError):
    """There is no Chromium on this machine that starts."""


def find_chromium() -> Path:
    """The Chromium to test with: the one that `KHUMUE_CHROMIUM` names, else the first that starts.

    Returns:
        The executable's path.

    Raises:
        NoChromiumError: when none starts; the message says what to do.
    """
    tried = []
    for candidate in _candidates():
        if starts(candidate):
            return candidate
        tried.append(str(candidate))
    raise NoChromiumError(
        f"No Chromium starts here (tried: {', '.join(tried) or 'none found'}). Install one with `make tools`, "
        f"or name its executable in {OWN_CHOICE_VARIABLE}."
    )


def starts(executable: Path) -> bool:
    """Whether an executable is a Chromium that opens a page on this machine."""
    command = [str(executable), *ARGUMENTS, "--dump-dom", "data:text/html,<p>khumue</p>"]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=START_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "khumue" in done.stdout


def _candidates() -> Iterator[Path]:
    """Executables that may be a Chromium, the likeliest first, each once."""
    if chosen := os.environ.get(OWN_CHOICE_VARIABLE):
        yield Path(chosen)
        return
    seen = set()
    for name in COMMAND_NAMES:
        found = shutil.which(name)
        if found and (path := Path(found)).resolve() not in seen:
            seen.add(path.resolve())
            yield path
    for pattern in PLAYWRIGHT_PATTERNS:
        yield from sorted(PLAYWRIGHT_BUILDS.glob(pattern))
