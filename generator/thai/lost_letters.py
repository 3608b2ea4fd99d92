"""Words of which a PDF kept า instead of ำ: กาหนด for กำหนด.

Most such words say something else without their ring, so that only some are looked for, and told: those of
``data/lost_sara_am.txt`` where the dictionary knows more of the letters around with ำ than without, those of
``data/lost_sara_am_of_offices.txt`` where they make fewer words of them. A name may be spelt so on purpose, so that
none is mended.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.thai.damage import Damage
from generator.thai.known_words import reading_around
from generator.thai.letter_classes import SARA_AA, SARA_AM
from generator.thai.lexicon import data_lines


def lost_sara_ams(text: str) -> Iterator[Damage]:
    """`lost-sara-am`, told only."""
    for match in _pattern().finditer(text):
        for word in _words()[match[0]]:
            start = match.start() - word.index(SARA_AM)
            end = start + len(word)
            if start >= 0 and text[start:end] == word.replace(SARA_AM, SARA_AA):
                as_it_is, mended = (
                    reading_around(text, start, end, each) for each in (text[start:end], word)
                )
                is_likelier = mended.unknown < as_it_is.unknown
                if is_likelier or (word in _of_offices() and mended.cost < as_it_is.cost):
                    yield Damage("lost-sara-am", start, end, None, "word", (word,))
                    break


@cache
def _pattern() -> re.Pattern[str]:
    """What is left of these words from their า on."""
    endings = sorted((ending[1:] for ending in _words()), key=len, reverse=True)
    return re.compile(f"{SARA_AA}(?:{'|'.join(endings)})")


@cache
def _words() -> dict[str, list[str]]:
    """These words by what is left of them from their า on."""
    words: dict[str, list[str]] = {}
    for word in (*data_lines("lost_sara_am.txt"), *sorted(_of_offices())):
        words.setdefault(SARA_AA + word[word.index(SARA_AM) + 1 :], []).append(word)
    return words


@cache
def _of_offices() -> frozenset[str]:
    """Those of which only several words in a row are left."""
    return frozenset(data_lines("lost_sara_am_of_offices.txt"))
