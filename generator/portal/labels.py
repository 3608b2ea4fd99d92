"""The words of the portal, from ``labels.yml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def labels() -> dict[str, Any]:
    """Every interface word of the portal: mappings by topic, each from a key to its Thai words."""
    loaded: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "labels.yml").read_text(encoding="utf-8")
    )
    return loaded
