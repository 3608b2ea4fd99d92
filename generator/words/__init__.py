"""The words of the interface, in one catalogue: a folder for each language, a file for each part.

Another language is another folder beside ``th/``, with the same files and keys. A build speaks one language at a time:
the one of `speaking`, else Thai. Nothing else knows which;
whoever needs a word asks when it is needed, never at import.
"""

from generator.words.catalogue import parts, typed_words, words_of
from generator.words.language import (
    DEFAULT,
    UnknownWordsError,
    folder_of,
    languages,
    languages_from,
    present_language,
    speak,
    speaking,
)

__all__ = [
    "DEFAULT",
    "UnknownWordsError",
    "folder_of",
    "languages",
    "languages_from",
    "parts",
    "present_language",
    "speak",
    "speaking",
    "typed_words",
    "words_of",
]
