"""Which languages there are, which one is spoken now, and in which era it tells dates.

A process speaks one language at a time, in all its threads: pages that a preview makes when they are asked for are in
the language in which the manual was read.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.data_files import data_paths

DEFAULT = "th"
SUFFIX = ".yml"

_SHELF = Path(__file__).parent
_shelves: ContextVar[tuple[Path, ...]] = ContextVar("shelves", default=(_SHELF,))
"""The folders that hold folders of languages; the first that has a language gives its words."""


@dataclass(slots=True)
class _Speech:
    """What is spoken: the folder of a language's words, and the era of dates; None leaves it to the language."""

    folder: Path
    era: str | None = None


_speech = _Speech(_SHELF / DEFAULT)


class UnknownWordsError(LookupError):
    """There is no such language, or a language has no such part; the message names those that there are."""


def languages() -> Mapping[str, Path]:
    """The languages that can be spoken, in the order of their names, each with the folder of its words."""
    return _languages_on(_shelves.get())


@cache
def _languages_on(shelves: tuple[Path, ...]) -> Mapping[str, Path]:
    """The languages of some shelves, looked for once: an export speaks another language for every date."""
    found = {
        file.parent.name: file.parent
        for shelf in reversed(shelves)
        for file in data_paths(shelf, f"*{SUFFIX}")
        if file.parent.parent == shelf
    }
    return dict(sorted(found.items()))


def present_language() -> str:
    """The language that is spoken now."""
    return _speech.folder.name


def present_era() -> str | None:
    """The era in which dates are told now, as it was asked for; None leaves it to the language."""
    return _speech.era


def folder_of(language: str | None = None) -> Path:
    """The folder of a language's words; by default of the one that is spoken now.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    if language is None:
        return _speech.folder
    known = languages()
    if language not in known:
        raise UnknownWordsError(f"no language {language!r}; there are: {', '.join(known)}")
    return known[language]


def speak(language: str, era: str | None = None) -> None:
    """Speak a language from now on.

    Args:
        language: which.
        era: the era of dates, as `present_era` has it.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    _speech.folder, _speech.era = folder_of(language), era


@contextmanager
def speaking(language: str, era: str | None = None) -> Iterator[None]:
    """Speak a language for a while: everything that is made meanwhile is in it.

    Args:
        language: which.
        era: the era of dates, as `present_era` has it.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    with speaking_as_before():
        speak(language, era)
        yield


@contextmanager
def speaking_as_before() -> Iterator[None]:
    """Let whatever is spoken meanwhile end with it: afterwards the language of before is spoken."""
    before = _speech.folder, _speech.era
    try:
        yield
    finally:
        _speech.folder, _speech.era = before


@contextmanager
def languages_from(shelf: Path) -> Iterator[None]:
    """Know, for a while, the languages of another folder too; they go before ours of the same name."""
    before = _shelves.set((shelf, *_shelves.get()))
    try:
        yield
    finally:
        _shelves.reset(before)
