"""Words of which a PDF kept า instead of ำ: กาหนด for กำหนด.

Most such words say something else without their ring, so that only some are looked for, and told: those of
``data/lost_sara_am.txt`` where the dictionary knows more of the letters around with ำ than without, those of
``data/lost_sara_am_of_offices.txt`` where they make fewer words of them. A name may be spelt so on
purpose, so that none is mended.
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
    if not _any_of_them().search(text):
        return
    taken = bytearray(len(text))
    for lost, word in _words():
        start = text.find(lost)
        while start >= 0:
            end = start + len(lost)
            as_it_is, mended = (reading_around(text, start, end, each) for each in (lost, word))
            is_likelier = word in _of_offices() and mended.cost < as_it_is.cost
            if (is_likelier or mended.unknown < as_it_is.unknown) and not any(taken[start:end]):
                taken[start:end] = b"\x01" * len(lost)
                yield Damage("lost-sara-am", start, end, None, "word", (word,))
            start = text.find(lost, end)


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """What is left of these words, and the words, long ones first."""
    words = sorted({*data_lines("lost_sara_am.txt"), *_of_offices()}, key=lambda word: (-len(word), word))
    return tuple((word.replace(SARA_AM, SARA_AA), word) for word in words)


@cache
def _any_of_them() -> re.Pattern[str]:
    """Finds whether a text holds any of them: sooner than each is looked for, and most texts hold none."""
    by_beginning = dict[str, list[str]]()
    for lost, _ in _words():
        by_beginning.setdefault(lost[:2], []).append(lost[2:])
    return re.compile("|".join(f"{each}(?:{'|'.join(rests)})" for each, rests in by_beginning.items()))


@cache
def _of_offices() -> frozenset[str]:
    """Those of which only several words in a row are left."""
    return frozenset(data_lines("lost_sara_am_of_offices.txt"))
