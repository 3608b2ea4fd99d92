"""What in a changed text may change what it means: numbers, words that deny or allow, names of who is in the manual.

Whether a sentence means something else, no program knows; these are the places where a few letters often do. The
words stand in ``data/weighty_words.yml``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.data_files import read_data
from generator.diff import RunKind, TextDifference
from generator.numerals import to_arabic_digits
from generator.words import words_of

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,/:][0-9๐-๙]+)*")
_SHORTEST_NAME = 3
_WORDS: list[str] = read_data(Path(__file__).parent / "data" / "weighty_words.yml")
_WEIGHTY = re.compile(
    "|".join(
        rf"\b{word}\b" if word.isascii() else re.escape(word)
        for word in sorted(_WORDS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)


class Weighing:
    """Knows the names of who is in a manual."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the titles and short titles of roles."""
        known = sorted({each for each in names if len(each) >= _SHORTEST_NAME}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, known))) if known else None

    def notes(self, text: TextDifference) -> Iterator[str]:
        """What is to be looked at in a text that changed; nothing of one that is all new or all gone."""
        kinds = {run.kind for run in text.runs}
        if not {RunKind.REMOVED, RunKind.ADDED} & kinds or not (text.before and text.after):
            return
        said = words_of("revisions")["weight"]
        for key, pattern in (("numbers", _NUMBER), ("words", _WEIGHTY), ("names", self._names)):
            if pattern is None:
                continue
            before, after = (
                Counter(map(to_arabic_digits, pattern.findall(side)))
                for side in (text.before_text, text.after_text)
            )
            if before != after:
                gone, new = (_listed(one - other) for one, other in ((before, after), (after, before)))
                form = key if gone and new else f"{key}_new" if new else f"{key}_gone"
                yield said[form].format(before=gone, after=new)


def _listed(found: Counter[str]) -> str:
    return ", ".join(found)
