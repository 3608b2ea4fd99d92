"""Common words of which one mark is gone: อนมัติ for อนุมัติ, เช่อมโยง for เชื่อมโยง.

What is left of most of them stands nowhere: in no entry of dictionaries and in no title of an encyclopedia is it found
where the word would read likelier. So it is told wherever the word does. What is left of the others is listed in
``data/sound_without_mark.txt`` and never told. A name may be spelt so on purpose, so that none is mended.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import costs_around
from generator.thai.letter_classes import LETTERS
from generator.thai.lexicon import common_words, data_lines, is_word
from generator.thai.names import is_in_name

_RUN = re.compile(f"[{LETTERS}]{{4,}}")
_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_SHORTEST = 4
"""How many letters are left at least: fewer stand side by side by chance."""
_LONGEST_RUN = 600
"""How many letters of one run are looked at: more stand together in no text."""


def marks_lost_in_common_words(text: str) -> Iterator[Damage]:
    """`misspelt-word`, told only, and not in names."""
    done = 0
    for run in _RUN.finditer(text):
        for start, end, word in _forms_in(run[0][:_LONGEST_RUN]):
            first, last = run.start() + start, run.start() + end
            if first >= done and is_likelier(text, first, last, word) and not is_in_name(text, first):
                done = last
                yield Damage("misspelt-word", first, last, None, "", (word,))


def is_likelier(text: str, start: int, end: int, word: str) -> bool:
    """Whether the letters around a stretch read likelier with a word in its place."""
    as_it_is, mended = costs_around(text, start, end, word)
    return mended < as_it_is


def without_one_mark() -> Iterator[tuple[str, str]]:
    """What is left of common words without one of their marks, where that is no word, and the words; each form once."""
    seen = set[str]()
    for word in common_words():
        for at, letter in enumerate(word):
            left = word[:at] + word[at + 1 :]
            is_form = letter in _MARKS and len(left) >= _SHORTEST and left not in seen
            if is_form and _RUN.fullmatch(left) and not is_word(left):
                seen.add(left)
                yield left, word


@lru_cache(maxsize=4096)
def _forms_in(run: str) -> tuple[tuple[int, int, str], ...]:
    """Where forms stand in a run: their starts, their ends, the words; kept, as texts repeat runs."""
    found, forms = list[tuple[int, int, str]](), _forms()
    places = [at for at in range(len(run) - _SHORTEST + 1) if run[at : at + _SHORTEST] in forms]
    for start in places:
        for left, word in forms[run[start : start + _SHORTEST]]:
            if run.startswith(left, start) and can_end(run, start + len(left)) and can_end(run, start):
                found.append((start, start + len(left), word))
                break
    return tuple(found)


@cache
def _forms() -> dict[str, list[tuple[str, str]]]:
    """The forms that stand nowhere, and the words, by how they begin, long ones first."""
    sound = frozenset(data_lines("sound_without_mark.txt"))
    forms: dict[str, list[tuple[str, str]]] = {}
    for left, word in sorted(without_one_mark(), key=lambda form: (-len(form[0]), form[0])):
        if left not in sound:
            forms.setdefault(left[:_SHORTEST], []).append((left, word))
    return forms
