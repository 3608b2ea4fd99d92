"""The words of the interface, from ``labels/*.yml``: the only place where pages get words that no editor wrote."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "labels"


@cache
def labels() -> dict[str, Any]:
    """Every interface word.

    Returns:
        Mappings by topic (``section``, ``column``, ``status`` …), each from a key to its Thai words. Where several
        files speak of a topic, it has the words of all of them.
    """
    words: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        for topic, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            words.setdefault(topic, {}).update(entries)
    return words
