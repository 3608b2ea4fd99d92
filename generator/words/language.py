"""Which languages there are, and which one is spoken now."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from generator.data_files import data_paths

DEFAULT = "th"
SUFFIX = ".yml"

_SHELF = Path(__file__).parent
_shelves: ContextVar[tuple[Path, ...]] = ContextVar("shelves", default=(_SHELF,))
"""The folders that hold folders of languages; the first that has a language gives its words."""
_present: ContextVar[Path] = ContextVar("present_language", default=_SHELF / DEFAULT)


class UnknownWordsError(LookupError):
    """There is no such language, or a language has no such part; the message names those that there are."""


def languages() -> Mapping[str, Path]:
    """The languages that can be spoken, in the order of their names, each with the folder of its words."""
    found = {
        file.parent.name: file.parent
        for shelf in reversed(_shelves.get())
        for file in data_paths(shelf, f"*{SUFFIX}")
        if file.parent.parent == shelf
    }
    return dict(sorted(found.items()))


def present_language() -> str:
    """The language that is spoken now."""
    return _present.get().name


def folder_of(language: str | None = None) -> Path:
    """The folder of a language's words; by default of the one that is spoken now.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    if language is None:
        return _present.get()
    known = languages()
    if language not in known:
        raise UnknownWordsError(f"no language {language!r}; there are: {', '.join(known)}")
    return known[language]


def speak(language: str) -> None:
    """Speak a language from now on: for a process that begins in the language of the one that started it.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    _present.set(folder_of(language))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while: everything that is made meanwhile is in it.

    Raises:
        UnknownWordsError: when there is no such language.
    """
    before = _present.set(folder_of(language))
    try:
        yield
    finally:
        _present.reset(before)


@contextmanager
def languages_from(shelf: Path) -> Iterator[None]:
    """Know, for a while, the languages of another folder too; they go before ours of the same name."""
    before = _shelves.set((shelf, *_shelves.get()))
    try:
        yield
    finally:
        _shelves.reset(before)
