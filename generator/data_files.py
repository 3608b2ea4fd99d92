"""Reads the data that stands beside the code in files of its own: symbols, colours, words, rules, styles."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from itertools import islice
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
    return yaml.load(data_text(path), Loader=yaml.CSafeLoader)


def read_json_data(path: Path) -> Any:  # noqa: ANN401 - as above
    """What a JSON file of the package says.

    Raises:
        OSError: when it cannot be read.
        ValueError: when it is no JSON.
    """
    return json.loads(data_text(path))


def data_text(path: Path) -> str:
    """The text of a file of the package.

    Raises:
        OSError: when it cannot be read.
    """
    return path.read_text(encoding="utf-8")


def first_lines(path: Path, count: int) -> list[str]:
    """The first lines of a file of the package, without their ends; the rest of a long file is not read.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open(encoding="utf-8") as file:
        return [line.rstrip("\n") for line in islice(file, count)]


def installation_note(package: str, name: str) -> str | None:
    """What was noted down in a file when a package was installed; None when it was not, or nothing was noted.

    Args:
        package: the package's name.
        name: the file among its metadata.
    """
    try:
        return distribution(package).read_text(name)
    except PackageNotFoundError:
        return None


def data_bytes(path: Path) -> bytes:
    """What a file of the package holds.

    Raises:
        OSError: when it cannot be read.
    """
    return path.read_bytes()


def data_paths(folder: Path, pattern: str = "*") -> list[Path]:
    """The files of the package in a folder, and in the folders in it, that are named after a pattern; in order."""
    return sorted(path for path in folder.rglob(pattern) if path.is_file())
