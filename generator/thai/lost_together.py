"""Marks that a PDF or a scanner left out of several words at once: คมอ, ผรบผดชอบ for คู่มือ, ผู้รับผิดชอบ.

Letters without a word are read once more, as if every common word might stand there without some of its marks. A name
reads like one such word by chance, seldom like several long ones: so they are told where different words, with enough
letters between them, take the letters without a word of one stretch of text. None is mended.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.letter_classes import CONSONANTS, LETTERS
from generator.thai.lexicon import common_words, is_word, longest_match
from generator.thai.names import is_in_name
from generator.thai.slips import SHORTENED

_MARKS_GONE = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_WITHOUT_MARKS = str.maketrans("", "", _MARKS_GONE)
_RUN = re.compile(f"[{LETTERS}]{{3,200}}")
_LONGEST_ABBREVIATION = 6
_ABBREVIATION = re.compile(f"[{CONSONANTS}]{{1,{_LONGEST_ABBREVIATION}}}")
_LONGEST_STRETCH = 300
_STRETCH = re.compile(f"[^\n]{{1,{_LONGEST_STRETCH}}}")
"""How far words may stand apart that speak for each other: far less than a page, on which names would add up."""
_MOST_RUNS = 60
"""How many runs of one text are looked at closer: what has more letters without a word is no Thai."""
_LONGEST = 20
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 9
"""How many letters without marks the different words have together."""
_TIMES_AS_MANY = 3
"""How many letters must have a word for each that still has none: names keep more."""
_FEWEST_UNKNOWN = 3
"""How many letters have a word that had none."""


class _Word(NamedTuple):
    """A common word with marks gone: where it stands in its run, and what it is."""

    start: int
    end: int
    word: str


class _Restored(NamedTuple):
    """What a run says with its marks: how many letters belong to a word that did not, and the words that lost some."""

    gained: int
    words: tuple[_Word, ...]


def marks_lost_together(text: str) -> Iterator[Damage]:
    """`misspelt-word`, told only: words that stand side by side as one place, and not in names."""
    if is_known(text):
        return
    looked = 0
    for stretch in _STRETCH.finditer(text):
        found = list[tuple[int, _Restored]]()
        for run in _RUN.finditer(stretch[0]):
            is_short = len(run[0]) <= _LONGEST_ABBREVIATION and SHORTENED.match(stretch[0], run.end())
            if looked > _MOST_RUNS or is_short or not _has_unknown(run[0]):
                continue
            looked += 1
            start = stretch.start() + run.start()
            if (restored := _restored(run[0])).words and not is_in_name(text, start):
                found.append((start, restored))
        if found and _are_enough([each for _, each in found]):
            for start, restored in found:
                yield from _told(start, restored.words)


def is_known(text: str) -> bool:
    """Whether every letter belongs to a word, in lines that no stretch ends in: quickly seen, and nearly always so."""
    is_whole = max(map(len, text.split("\n"))) <= _LONGEST_STRETCH
    return is_whole and not any(map(_has_unknown, set(_RUN.findall(text))))


def _are_enough(found: list[_Restored]) -> bool:
    """Whether words speak for each other."""
    words = {each.word for restored in found for each in restored.words}
    return (
        len(words) >= _FEWEST_WORDS
        and sum(len(word.translate(_WITHOUT_MARKS)) for word in words) >= _FEWEST_LETTERS
        and sum(restored.gained for restored in found) >= _FEWEST_UNKNOWN
    )


def _told(start: int, words: tuple[_Word, ...]) -> Iterator[Damage]:
    """The words of a run, those without anything between them together."""
    places = [each.start - sum(len(it) for it in _spans(words[:index])) for index, each in enumerate(words)]
    for _, group in groupby(zip(places, words, strict=True), key=lambda each: each[0]):
        together = [word for _, word in group]
        meant = "".join(each.word for each in together)
        yield Damage("misspelt-word", start + together[0].start, start + together[-1].end, None, "", (meant,))


def _spans(words: tuple[_Word, ...]) -> Iterator[range]:
    return (range(each.start, each.end) for each in words)


@lru_cache(maxsize=4096)
def _has_unknown(run: str) -> bool:
    """Whether letters of a run belong to no word; kept, as texts repeat runs."""
    return not _ABBREVIATION.fullmatch(run) and not all(map(is_word, longest_match(run)))


@lru_cache(maxsize=1024)
def _restored(run: str) -> _Restored:
    """The likeliest reading in which common words may have lost marks, where it leaves hardly any letter alone."""
    as_it_is, _ = _read(run, may_lack=False)
    unknown, words = _read(run, may_lack=True)
    gained = as_it_is - unknown
    return _Restored(gained, words) if gained >= max(1, _TIMES_AS_MANY * unknown) else _Restored(0, ())


def _read(run: str, *, may_lack: bool) -> tuple[int, tuple[_Word, ...]]:
    """The fewest letters without a word, of these the reading with the fewest words that lack marks, then of words."""
    costs: list[tuple[int, int, int]] = [(0, 0, 0)]
    pieces: list[_Word] = []
    for end in range(1, len(run) + 1):
        unknown, lacking, words = costs[end - 1]
        best, piece = (unknown + 1, lacking, words + 1), _Word(end - 1, end, "")
        for start in range(max(0, end - _LONGEST), end):
            unknown, lacking, words = costs[start]
            if (unknown, lacking, words + 1) >= best:
                continue
            letters = run[start:end]
            if is_word(letters):
                best, piece = (unknown, lacking, words + 1), _Word(start, end, "")
            elif may_lack and end - start > 1 and (unknown, lacking + 1, words + 1) < best:
                word = _with_marks(letters)
                if word and can_end(run, end) and can_end(run, start):
                    best, piece = (unknown, lacking + 1, words + 1), _Word(start, end, word)
        costs.append(best)
        pieces.append(piece)
    lacking_words = list[_Word]()
    end = len(run)
    while end:
        piece = pieces[end - 1]
        lacking_words += [piece] if piece.word else []
        end = piece.start
    return costs[-1][0], tuple(reversed(lacking_words))


def _with_marks(letters: str) -> str:
    """The commonest word that letters are when it lacks some of its marks; empty when they are none."""
    for word in _words_by_letters().get(letters.translate(_WITHOUT_MARKS), ()):
        rest = iter(word)
        if len(word) > len(letters) and all(letter in rest for letter in letters):
            return word
    return ""


@cache
def _words_by_letters() -> dict[str, tuple[str, ...]]:
    """By what is left without any mark, the common words, the commonest first."""
    words = dict[str, tuple[str, ...]]()
    for word in common_words():
        left = word.translate(_WITHOUT_MARKS)
        if left != word:
            words[left] = (*words.get(left, ()), word)
    return words
