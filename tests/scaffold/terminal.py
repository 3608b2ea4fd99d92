"""Commands called at a terminal, so that they ask: what is typed is answered, what is shown is returned."""

import os
import pty
import subprocess
import sys
from pathlib import Path


def at_a_terminal(arguments: list[str], typed: list[str], directory: Path) -> tuple[int, str]:
    """Call a command at a pseudo terminal.

    Args:
        arguments: behind ``khumue``.
        typed: one line for each question.
        directory: where it is called.

    Returns:
        The exit code, and all that the terminal showed.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=directory,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        os.close(theirs)
        os.write(ours, "".join(f"{line}\n" for line in typed).encode())
        shown = b"".join(iter(lambda: _read(ours), b""))
        process.wait(timeout=60)
    os.close(ours)
    return process.returncode, shown.decode("utf-8", errors="replace")


def _read(terminal: int) -> bytes:
    """What the terminal shows next; nothing once the program has ended."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
