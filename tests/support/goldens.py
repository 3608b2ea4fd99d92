"""Goldens: whole readable files that say what should come out.

``KHUMUE_WRITE_GOLDENS=1 pytest …`` writes them anew; what changed is then judged in the difference.
"""

import os
from pathlib import Path


def assert_golden(golden: Path, text: str) -> None:
    """Compare a text with the file that says what it should be.

    Args:
        golden: the file.
        text: what came out, with line feeds as line ends.
    """
    if os.environ.get("KHUMUE_WRITE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
