"""The chapters into which the author's reference sorts the rules; they stand in ``chapters.yml`` beside this module."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.data_files import read_data


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its id, which rules name, and its Thai title and introduction."""

    id: str
    title: str
    introduction: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, in order."""
    entries: dict[str, dict[str, str]] = read_data(Path(__file__).with_suffix(".yml"))
    return tuple(Chapter(identifier, **entry) for identifier, entry in entries.items())
