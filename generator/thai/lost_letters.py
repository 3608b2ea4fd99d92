"""Words of which a PDF kept า instead of ำ: กาหนด for กำหนด.

Most such words say something else without their ring, so that only some are looked for, and told: those of
``data/lost_sara_am.txt`` where the dictionary knows more of the letters around with ำ than without, those of
``data/lost_sara_am_of_offices.txt`` where they make fewer words of them, or one word of what is a rare one. A name may
be spelt so on purpose, so that none is mended.
"""

from collections.abc import Iterator
from functools import cache

from generator.thai.damage import Damage
from generator.thai.known_words import Reading, reading_around
from generator.thai.letter_classes import SARA_AA, SARA_AM
from generator.thai.lexicon import data_lines, is_word


def lost_sara_ams(text: str) -> Iterator[Damage]:
    """`lost-sara-am`, told only."""
    for lost, word in _words():
        start = text.find(lost)
        while start >= 0:
            end = start + len(lost)
            as_it_is, mended = (reading_around(text, start, end, each) for each in (lost, word))
            if mended.unknown < as_it_is.unknown or (word in _of_offices() and _is_likelier(mended, as_it_is)):
                yield Damage("lost-sara-am", start, end, None, "word", (word,))
            start = text.find(lost, end)


def _is_likelier(mended: Reading, as_it_is: Reading) -> bool:
    """Whether a reading has fewer words, or as many of which one is no more the word that only lists know."""
    if mended.cost != as_it_is.cost:
        return mended.cost < as_it_is.cost
    return bool(_rare() & {as_it_is.text[start:end] for start, end in as_it_is.known})


@cache
def _rare() -> frozenset[str]:
    """What is left of words of offices where that is a word of its own, which is seldom meant."""
    left = {word.replace(SARA_AM, SARA_AA) for word in _of_offices()}
    return frozenset(word for word in left if is_word(word))


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """What is left of these words, and the words, long ones first."""
    words = sorted({*data_lines("lost_sara_am.txt"), *_of_offices()}, key=lambda word: (-len(word), word))
    return tuple((word.replace(SARA_AM, SARA_AA), word) for word in words)


@cache
def _of_offices() -> frozenset[str]:
    """Those of which only several words in a row are left."""
    return frozenset(data_lines("lost_sara_am_of_offices.txt"))
