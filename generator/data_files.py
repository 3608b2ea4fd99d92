"""Reads the data that stands beside the code in files of its own: symbols, colours, words, rules."""

from pathlib import Path
from typing import Any

import yaml


def read_data(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds; its readers know
    """What a YAML file of the package says; by the fast loader, as commands read such files at every start.

    Args:
        path: the file.

    Raises:
        OSError: when it cannot be read.
        yaml.YAMLError: when it is no YAML.
    """
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
