"""Words of which a PDF kept า instead of ำ, or no mark at all: กาหนด for กำหนด, ขันตอน for ขั้นตอน.

Most such words say something else without it, so that only some are looked for, and told: those of
``data/lost_sara_am.txt`` where the dictionary knows more of the letters around with ำ than without, those of
``data/lost_sara_am_of_offices.txt`` and ``data/lost_marks.txt`` where they make fewer words of them. A name may be
spelt so on purpose, so that none is mended.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import Reading, reading_around
from generator.thai.letter_classes import SARA_AA, SARA_AM
from generator.thai.lexicon import data_lines
from generator.thai.names import is_in_name


def lost_sara_ams(text: str) -> Iterator[Damage]:
    """`lost-sara-am`, told only."""
    if _any_of_them().search(text):
        for start, end, word in _places(text, _words(), _knows_more_or_makes_fewer):
            yield Damage("lost-sara-am", start, end, None, "word", (word,))


def lost_marks(text: str) -> Iterator[Damage]:
    """`misspelt-word` of very common words, told only, and not in names."""
    if _any_without_mark().search(text):
        for start, end, word in _places(text, _without_marks(), _makes_fewer):
            if not is_in_name(text, start):
                yield Damage("misspelt-word", start, end, None, "", (word,))


def _places(
    text: str, words: Iterable[tuple[str, str]], is_likelier: Callable[[str, Reading, Reading], bool]
) -> Iterator[tuple[int, int, str]]:
    """Where what is left of words stands and the word is likelier, each place once: its start, its end, the word."""
    taken = bytearray(len(text))
    for lost, word in words:
        start = text.find(lost)
        while start >= 0:
            end = start + len(lost)
            is_whole = can_end(text, end) and not any(taken[start:end])
            if is_whole and is_likelier(word, *_readings(text, start, end, lost, word)):
                taken[start:end] = b"\x01" * len(lost)
                yield start, end, word
            start = text.find(lost, end)


def _readings(text: str, start: int, end: int, *words: str) -> Iterator[Reading]:
    """How the letters around a place read with each of some words there."""
    return (reading_around(text, start, end, each) for each in words)


def _knows_more_or_makes_fewer(word: str, as_it_is: Reading, mended: Reading) -> bool:
    """Whether the dictionary knows more of the letters with a word, or, for some words, it makes fewer of them."""
    is_fewer = word in _of_offices() and mended.cost < as_it_is.cost
    return is_fewer or mended.unknown < as_it_is.unknown


def _makes_fewer(_word: str, as_it_is: Reading, mended: Reading) -> bool:
    """Whether letters read likelier with a word."""
    return mended.cost < as_it_is.cost


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
def _without_marks() -> tuple[tuple[str, str], ...]:
    """What is left of words without a mark, and the words, long ones first."""
    pairs = (line.split() for line in data_lines("lost_marks.txt"))
    return tuple(sorted(((lost, word) for lost, word in pairs), key=lambda each: (-len(each[0]), each[0])))


@cache
def _any_without_mark() -> re.Pattern[str]:
    """Finds whether a text holds any of them."""
    return re.compile("|".join(lost for lost, _ in _without_marks()))


@cache
def _of_offices() -> frozenset[str]:
    """Those of which only several words in a row are left."""
    return frozenset(data_lines("lost_sara_am_of_offices.txt"))
