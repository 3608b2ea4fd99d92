"""The words of the search's interface, from ``words.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def search_words() -> dict[str, Any]:
    """Names of the filters (``filters``), what the result list says (``list``), words that only ask (``asking``)."""
    text = (Path(__file__).parent / "words.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded
