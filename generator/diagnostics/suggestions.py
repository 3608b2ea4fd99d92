"""What an author most likely meant: the nearest of the names that exist."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from generator.numerals import to_arabic_digits

LEAST_LIKENESS = 0.62
_LETTERS_FOR_A_SLIP = 4
"""A word has to have so many letters for each that may be wrong."""
_MOST_SLIPS = 2
_UNSPELLED = re.compile(r"[\s.ฯ\u200b-\u200d\ufeff]+")
_WORD_EDGE = re.compile(r"[-_\s/.]+")


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like a name, or None when none is like it: of words of which there are no new ones.

    Letter case, hyphens, underscores and the order of words count for nothing: `Director_Group` is like
    `group-director`.
    """
    return _closest(name, tuple(candidates))


def closest_by_title(name: str, titles: Mapping[str, str]) -> str | None:
    """The id whose title (a key of `titles`) is most like a name that was written in Thai."""
    title = closest(name, titles)
    return titles[title] if title is not None else None


def slip_of(name: str, candidates: Iterable[str]) -> str | None:
    """The one candidate of which a name is a slip of the pen, or None: of names that authors make, so it may be new.

    A few letters differ at most, fewer in short words, and nothing speaks for a new name: no word that the candidate
    lacks, no other number, no second candidate that is as near.
    """
    return _slip_of(name, tuple(candidates)) if name else None


def meant(name: str, titles: Mapping[str, str], names: Mapping[str, str] | None = None) -> str | None:
    """The id that a name which is none probably means: by a slip in it, by its title or another name of it.

    Args:
        name: what was written.
        titles: the ids that there are, and their titles; one may be empty.
        names: what else they are called, such as their abbreviations, and their ids.
    """
    called: dict[str, set[str]] = {}
    for written, identifier in [*((title, each) for each, title in titles.items()), *(names or {}).items()]:
        called.setdefault(spelled(written), set()).add(identifier)
    called.pop("", None)
    only = called.get(spelled(name), set())
    if len(only) == 1:
        return next(iter(only))
    near = slip_of(spelled(name), (each for each, of_name in called.items() if len(of_name) == 1))
    return slip_of(name, titles) or (next(iter(called[near])) if near else None)


@lru_cache(maxsize=65536)
def spelled(name: str) -> str:
    """A name without what people leave out or add: spaces, full stops, ฯ; with Arabic numerals."""
    return to_arabic_digits(_UNSPELLED.sub("", name))


def unspaced(name: str) -> str:
    """A name without spaces and invisible characters, of any kind."""
    return "".join(each for each in name if unicodedata.category(each)[0] not in "CZ")


@lru_cache(maxsize=4096)
def _slip_of(name: str, candidates: tuple[str, ...]) -> str | None:
    letters, ordered = _folded(name)
    nearest: dict[str, None] = {}
    least = _MOST_SLIPS
    for candidate in candidates:
        other, other_ordered = _folded(candidate)
        if abs(len(other) - len(letters)) > _MOST_SLIPS:
            continue
        is_same = other == letters or other_ordered == ordered
        slips = 0 if is_same else _slips(letters, other)
        if slips is not None and slips <= least:
            nearest = {candidate: None} if slips < least else {**nearest, candidate: None}
            least = slips
    return next(iter(nearest)) if len(nearest) == 1 else None


def _slips(name: str, other: str) -> int | None:
    """How many letters were added, left out, changed or swapped; None when it is too much for a slip of the pen."""
    if _digits(name) != _digits(other):
        return None
    words, others = name.split("-"), other.split("-")
    if len(words) != len(others):
        return 1 if "".join(words) == "".join(others) else None
    together = 0
    for word, meant_word in zip(words, others, strict=True):
        if word != meant_word:
            most = min(max(len(word), len(meant_word)) // _LETTERS_FOR_A_SLIP, _MOST_SLIPS)
            distance = _distance(word, meant_word) if abs(len(word) - len(meant_word)) <= most else most + 1
            if distance > most:
                return None
            together += distance
    return together if together <= _MOST_SLIPS else None


def _distance(one: str, other: str) -> int:
    """How many letters have to be added, left out, changed or swapped with their neighbour (Damerau, Levenshtein)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            is_swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            row.append(min(least, earlier[j - 2] + 1) if is_swapped else least)
    return row[-1]


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))


@lru_cache(maxsize=4096)
def _closest(name: str, candidates: tuple[str, ...]) -> str | None:
    folded, ordered = _folded(name)
    best, best_likeness = None, LEAST_LIKENESS
    straight, sorted_words = SequenceMatcher(autojunk=False), SequenceMatcher(autojunk=False)
    straight.set_seq2(folded)
    sorted_words.set_seq2(ordered)
    for candidate in candidates:
        candidate_folded, candidate_ordered = _folded(candidate)
        for matcher, letters in ((straight, candidate_folded), (sorted_words, candidate_ordered)):
            matcher.set_seq1(letters)
            if matcher.real_quick_ratio() > best_likeness and matcher.quick_ratio() > best_likeness:
                likeness = matcher.ratio()
                if likeness > best_likeness:
                    best, best_likeness = candidate, likeness
    return best


@lru_cache(maxsize=65536)
def _folded(name: str) -> tuple[str, str]:
    """A name as it is compared: in small letters, and once more with its words in order."""
    words = [word for word in _WORD_EDGE.split(name[:200].strip().lower()) if word]
    return "-".join(words), "-".join(sorted(words))
