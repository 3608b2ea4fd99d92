"""Common words with a letter that a scanner took for another, or with a mark that is gone: เขด for เขต.

Looked for where letters belong to no word, and told where one such change, and no other, makes a common word of them
and leaves none. A name may be spelt so on purpose, so that none is mended.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import best_reading, costs_around
from generator.thai.letter_classes import CONSONANTS, LETTERS, MARKS
from generator.thai.lexicon import common_words_as_set, data_lines, is_word, longest_match
from generator.thai.names import is_in_name

_RUN = re.compile(f"[{LETTERS}]{{4,}}")
_CONSONANT = re.compile(f"[{CONSONANTS}]")
_MARK = re.compile(f"[{MARKS}]")
_LOST_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4c"
_ABBREVIATION = re.compile(f"[{CONSONANTS}]{{1,6}}")
SHORTENED = re.compile(f"[.\u0e2f]|/[{CONSONANTS}](?![{LETTERS}])")
"""What stands behind letters of which others were left out (ว/ด/ป)."""
_NEAR = 2
"""How far from letters without a word the change may be."""
_LONGEST_UNKNOWN = 60
"""How many letters without a word may stand together: of more no single change makes a word."""
_MOST_UNKNOWN = 400
"""How often it is looked closer in one text; what has more letters without a word is no Thai."""
_SHORTEST, _LONGEST = 5, 14
_ENOUGH = 6
"""How many letters a word has at least, each longer word beside it counted for one: fewer may result by chance."""


class _Slip(NamedTuple):
    """A word that was meant: where it stands, with the letters as they are, and the word."""

    start: int
    end: int
    word: str


def slips(text: str) -> Iterator[Damage]:
    """`misspelt-word`, told only."""
    looked = 0
    for match in _RUN.finditer(text):
        of_run = _slips_of(match[0])
        looked += len(of_run)
        for slip in filter(None, of_run):
            start, end = match.start() + slip.start, match.start() + slip.end
            if not SHORTENED.match(text, match.end()) and not is_in_name(text, start):
                yield Damage("misspelt-word", start, end, None, "", (slip.word,))
        if looked > _MOST_UNKNOWN:
            return


@lru_cache(maxsize=4096)
def _slips_of(run: str) -> tuple[_Slip | None, ...]:
    """The slips of a run of letters, None where it was looked closer for nothing; kept, as texts repeat them."""
    found, start, behind = list[_Slip | None](), 0, 0
    if _ABBREVIATION.fullmatch(run):
        return ()
    for token in longest_match(run):
        end = start + len(token)
        if behind <= start and len(token) <= _LONGEST_UNKNOWN and not is_word(token):
            found.append(slip := _slip_near(run, start, end))
            behind = slip.end if slip is not None else behind
        start = end
        if len(found) > _MOST_UNKNOWN:
            break
    return tuple(found)


def _slip_near(run: str, start: int, end: int) -> _Slip | None:
    """The slip of letters without a word, looked for in a long run only as far around as words may reach."""
    first = max(0, start - _LONGEST_UNKNOWN)
    slip = _meant(run[first : end + _LONGEST_UNKNOWN], start - first, end - first)
    return slip and _Slip(first + slip.start, first + slip.end, slip.word)


def _meant(run: str, start: int, end: int) -> _Slip | None:
    """The one word that letters without a word are likeliest to have been."""
    best: list[tuple[tuple[int, int], _Slip]] = []
    for at, length, letter in _changes(run, max(0, start - _NEAR), min(len(run), end + _NEAR)):
        changed = run[:at] + letter + run[at + length :]
        for slip in _words_over(changed, at, len(letter), length):
            before, after = costs_around(run, slip.start, slip.end, slip.word)
            if before[0] and not after[0] and _stands_among_common_words(run, slip):
                best.append(((after[1], -len(slip.word)), slip))
                break
    best = sorted(dict.fromkeys(best))
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _stands_among_common_words(run: str, slip: _Slip) -> bool:
    """Whether the words beside it are common ones, as they are seldom beside letters of a foreign name."""
    before, behind = run[max(0, slip.start - _LONGEST) : slip.start], run[slip.end : slip.end + _LONGEST]
    beside = [before[first:last] for first, last in best_reading(before).known[-1:]]
    beside += [behind[first:last] for first, last in best_reading(behind).known[:1]]
    long = sum(len(each) > 2 for each in beside)
    is_common = all(each in common_words_as_set() or len(each) >= _SHORTEST for each in beside)
    return is_common and len(slip.word) + long >= _ENOUGH


def _changes(run: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Where a letter may be another, and where a mark may be gone: the place, how many letters go, and what comes."""
    for at in range(first, last):
        for letter in _taken_for().get(run[at], ""):
            yield at, 1, letter
        if _CONSONANT.match(run[at]) or _MARK.match(run[at]):
            for mark in _LOST_MARKS:
                yield at + 1, 0, mark


def _words_over(changed: str, at: int, length: int, was: int) -> Iterator[_Slip]:
    """The common words that a change makes, long ones first, as slips of the run before it."""
    common = common_words_as_set()
    for size in range(_LONGEST, _SHORTEST - 1, -1):
        for start in range(max(0, at + length - size), min(at, len(changed) - size) + 1):
            word = changed[start : start + size]
            if word in common and can_end(changed, start + size) and (start == 0 or can_end(changed, start)):
                yield _Slip(start, start + size - length + was, word)


@cache
def _taken_for() -> dict[str, str]:
    """By letter, those that scanners take for it."""
    taken: dict[str, str] = {}
    for line in data_lines("letters_taken_for_others.txt"):
        for letter in line:
            taken[letter] = taken.get(letter, "") + line.replace(letter, "")
    return taken
