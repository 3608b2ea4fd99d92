"""What an author most likely meant: the nearest of the names that exist."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

LEAST_LIKENESS = 0.62
_WORD_EDGE = re.compile(r"[-_\s/.]+")


def closest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like a name, or None when none is like it.

    Letter case, hyphens, underscores and the order of words count for nothing: `Director_Group` is like
    `group-director`.
    """
    return _closest(name, tuple(candidates))


def closest_by_title(name: str, titles: Mapping[str, str]) -> str | None:
    """The id whose title (a key of `titles`) is most like a name that was written in Thai."""
    title = closest(name, titles)
    return titles[title] if title is not None else None


def meant(name: str, titles: Mapping[str, str]) -> str | None:
    """The id that a name which is none probably means: its title, or a slip in the id or in the title.

    Args:
        name: what was written.
        titles: the ids that there are, and their titles; one may be empty.
    """
    by_title = {title: identifier for identifier, title in titles.items() if title}
    return by_title.get(name) or closest(name, titles) or closest_by_title(name, by_title)


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
