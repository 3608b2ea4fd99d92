"""Measures the preview: how long an editor waits between saving a step and seeing it on the page."""

import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

EDITS = 5
PATIENCE_SECONDS = 300.0
LOOKED_EVERY_SECONDS = 0.02
PAUSE_SECONDS = 0.5
"""Between two edits: nobody saves a file before the last edit is shown."""
SOURCE, PAGE = Path("procedures", "area-1", "procedure-1.yml"), "area-1/procedure-1/"
TEXT = "  text: "
"""What a step's text stands behind in a manual of `bench.synthetic`."""


def edit_seconds(serve: Sequence[str], root: Path) -> float:
    """The median of the seconds until the edit of a step is shown.

    Args:
        serve: the command that serves the project in its folder, but for its address.
        root: the project; as it was, afterwards.

    Raises:
        RuntimeError: when the preview ends, or an edit is not shown in time.
    """
    source = root / SOURCE
    before = source.read_text(encoding="utf-8")
    try:
        with _preview(serve, root) as address:
            _wait_for("", address)
            return median(
                _edit_seconds(source, before, f"EDIT-{number}-", address) for number in range(EDITS)
            )
    finally:
        source.write_text(before, encoding="utf-8", newline="\n")


def _edit_seconds(source: Path, before: str, mark: str, address: str) -> float:
    """Save a mark in the first step's text, and wait until it is shown."""
    time.sleep(PAUSE_SECONDS)
    source.write_text(before.replace(TEXT, TEXT + mark, 1), encoding="utf-8", newline="\n")
    saved = time.perf_counter()
    _wait_for(mark, address)
    return time.perf_counter() - saved


@contextmanager
def _preview(serve: Sequence[str], root: Path) -> Iterator[str]:
    """The address of a page of a preview that runs meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    with (root / ".bench.log").open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [*serve, "--address", place], cwd=root, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield f"http://{place}/{PAGE}"
        finally:
            process.terminate()
            process.wait()


def _wait_for(mark: str, address: str) -> None:
    """Ask for a page until it is there and says something."""
    until = time.monotonic() + PATIENCE_SECONDS
    while mark not in (page := _page(address)) or not page:
        if time.monotonic() > until:
            raise RuntimeError(f"{address} does not say {mark!r}")
        time.sleep(LOOKED_EVERY_SECONDS)


def _page(address: str) -> str:
    """A page as it is served; empty while it is not."""
    try:
        with urlopen(address, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 - an address of our own making
            page: str = answer.read().decode("utf-8")
            return page
    except (URLError, OSError):
        return ""
