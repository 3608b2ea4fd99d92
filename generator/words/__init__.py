"""The words of the interface, in one catalogue: a folder for each language, a file for each part.

Another language is another folder beside ``th/``, with the same files and keys. What only authors are told
(`FOR_AUTHORS`) may stay Thai; titles of fields and words of choices (`OF_OTHERS`), which models say in Thai, are added.
A build speaks one language at a time: the one of `speaking`, else Thai. Nothing else knows which; whoever needs a word
asks when it is needed, never at import.
"""

from generator.words.catalogue import FOR_AUTHORS, OF_OTHERS, parts, typed_words, words_of
from generator.words.language import (
    DEFAULT,
    UnknownWordsError,
    folder_of,
    languages,
    languages_from,
    present_era,
    present_language,
    speak,
    speaking,
    speaking_as_before,
)

__all__ = [
    "DEFAULT",
    "FOR_AUTHORS",
    "OF_OTHERS",
    "UnknownWordsError",
    "folder_of",
    "languages",
    "languages_from",
    "parts",
    "present_era",
    "present_language",
    "speak",
    "speaking",
    "speaking_as_before",
    "typed_words",
    "words_of",
]
