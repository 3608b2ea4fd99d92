"""What the search knows of Thai letters, from ``letters.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

from generator.data_files import read_data


@cache
def search_letters() -> dict[str, Any]:
    """Letters that sound alike (``sounds``), marks not heard (``silent``), the keyboard (``keys``)."""
    loaded: dict[str, Any] = read_data(Path(__file__).with_suffix(".yml"))
    return loaded
