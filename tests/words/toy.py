"""A toy language: the Thai words with a Latin letter for each Thai one, so that other Thai stands out."""

import re
from pathlib import Path
from typing import Any

import yaml

from generator.words import folder_of, parts

THAI = re.compile("[\u0e01-\u0e5b]")
TOY = "toy"


def toy_shelf(shelf: Path) -> Path:
    """Write the toy language into a folder, as anybody would add a language: the same files with other words."""
    for part in parts("th"):
        file = shelf / TOY / f"{part}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        told = yaml.load(
            (folder_of("th") / f"{part}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
        )
        file.write_text(
            yaml.dump(_in_toy(told), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False),
            encoding="utf-8",
        )
    return shelf


def in_toy(text: str) -> str:
    """A text in the toy language."""
    return THAI.sub(lambda letter: chr(ord("a") + ord(letter[0]) % 26), text)


def _in_toy(told: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(told, dict):
        return {key: _in_toy(value) for key, value in told.items()}
    if isinstance(told, list):
        return [_in_toy(value) for value in told]
    return in_toy(told) if isinstance(told, str) else told
