"""What a build says besides MkDocs, in the words of ``messages.yml``."""

from functools import cache
from pathlib import Path

import yaml


@cache
def messages() -> dict[str, str]:
    """Every message by its name; places for what it tells of are in braces."""
    text = (Path(__file__).parent / "messages.yml").read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
