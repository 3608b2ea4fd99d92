"""The words of the interface, from ``labels.yml``: the only place where pages get words that no editor wrote."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def labels() -> dict[str, Any]:
    """Every interface word.

    Returns:
        Mappings by topic (``section``, ``column``, ``status`` …), each from a key to its Thai words.
    """
    loaded: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "labels.yml").read_text(encoding="utf-8")
    )
    return loaded
