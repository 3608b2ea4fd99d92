"""What the search knows of Thai letters, from ``letters.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def search_letters() -> dict[str, Any]:
    """Letters that sound alike (``sounds``), marks not heard (``silent``), the keyboard (``keys``)."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return loaded
