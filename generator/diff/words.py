"""The Thai words of comparisons, from ``data/words.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


@cache
def words() -> dict[str, Any]:
    """Every word of the room.

    Returns:
        Texts by key; mappings by topic (``status``, ``go`` …) from a key to its text.
    """
    loaded: dict[str, Any] = yaml.safe_load((DATA / "words.yml").read_text(encoding="utf-8"))
    return loaded
