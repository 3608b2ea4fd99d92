"""The words of the search's interface, from ``words.yml``, and what is known of Thai letters, from ``letters.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def search_words() -> dict[str, Any]:
    """Names of the filters (``filters``), what the result list says (``list``), words that only ask (``asking``)."""
    return _loaded("words.yml")


@cache
def search_letters() -> dict[str, Any]:
    """Letters that sound alike (``sounds``), marks not heard (``silent``), the keyboard (``keys``)."""
    return _loaded("letters.yml")


def _loaded(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return loaded
