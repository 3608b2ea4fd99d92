"""Texts as the print fonts know them: Thai clusters in code points of their own, words in runs; and back again.

Why: `scripts/build_print_fonts.py`. Between two runs a line may end, nowhere else but at spaces and signs; so words
stay whole, and what is read at once (พ.ศ. 2566) stays together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.data_files import read_json_data
from generator.numerals import to_thai_digits
from generator.thai import KEPT_SPACE, LINE_MAY_END, WORD_JOINER, with_borders

FONTS = Path(__file__).parent / "fonts"
_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Signs that are not seen, and only say how others are set or where lines end."""
_MISSING = "\ufffd"
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
HYPHEN = "-"
"""No line ends with it: some readers of PDFs take it for a sign of a word that goes on, and lose it."""
LONGEST_RUN, LONGEST_WITH_HYPHENS = 24, 14
"""How many characters a run without spaces has at most; a line may end in what is longer, before a hyphen if it can."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the fonts have: how clusters are spelled, which text each code point stands for, what else there is."""

    clusters: Mapping[str, str]
    longest: int
    texts: Mapping[str, str]
    kept_space: str
    kept_hyphen: str
    boxes: range
    characters: frozenset[str]


@cache
def _known() -> _Known:
    data: dict[str, Any] = read_json_data(FONTS / "clusters.json")
    clusters: dict[str, str] = data["clusters"]
    texts = {chr(data["first"] + at): text for at, text in enumerate(data["texts"])}
    space, hyphen = chr(data["kept_space"]), chr(data["kept_hyphen"])
    start, count = data["boxes"]
    return _Known(
        clusters,
        max(map(len, clusters)),
        {**texts, space: " ", hyphen: HYPHEN},
        space,
        hyphen,
        range(start, start + count),
        frozenset(data["characters"] + data["symbols"]),
    )


class Letters:
    """The letters of one book: of the characters that no font has, it knows for which box each stands."""

    def __init__(self, is_thai_numbered: bool = False) -> None:
        """Begin a book.

        Args:
            is_thai_numbered: whether numbers are set in Thai digits, but where they are part of Latin words.
        """
        self.is_thai_numbered = is_thai_numbered
        self._boxes: dict[str, str] = {}
        self._set: dict[str, tuple[str, ...]] = {}

    def runs(self, text: str) -> tuple[str, ...]:
        """A text on one line, as the runs of which none is broken over lines; joined and read they are the text."""
        if text not in self._set:
            numbered = _with_thai_digits(text) if self.is_thai_numbered else text
            words = with_borders(numbered).split(LINE_MAY_END)
            pieces = (piece for word in words for piece in _cut(word.replace(WORD_JOINER, "")))
            runs = (self._run(piece.replace(KEPT_SPACE, _known().kept_space)) for piece in pieces)
            self._set[text] = tuple(filter(None, runs))
        return self._set[text]

    def plain(self, text: str) -> str:
        """As `runs`, of a text that nothing breaks over lines."""
        numbered = _with_thai_digits(text) if self.is_thai_numbered else text
        return self._run(numbered)

    def read(self, letters: str) -> str:
        """What letters stand for."""
        return letters.translate(self.table())

    def table(self) -> Mapping[int, str]:
        """What each code point stands for that is no character itself."""
        read = {**_known().texts, **{code: text for text, code in self._boxes.items()}}
        return {ord(code): text for code, text in read.items()}

    def _run(self, text: str) -> str:
        return "".join(self._code(each) for each in _clusters(text))

    def _code(self, cluster: str) -> str:
        known = _known()
        if cluster in known.clusters:
            return known.clusters[cluster]
        if cluster == HYPHEN:
            return known.kept_hyphen
        if cluster in known.characters or cluster == known.kept_space:
            return cluster
        if cluster in _IGNORED:
            return ""
        if cluster.isspace():
            return " "
        return self._box(cluster)

    def _box(self, character: str) -> str:
        """The box that stands for a character that no font has; the same sign for all when there are too many."""
        if character not in self._boxes:
            boxes = _known().boxes
            if len(self._boxes) == len(boxes):
                return "?"
            self._boxes[character] = chr(boxes[len(self._boxes)])
        return self._boxes[character]


def _clusters(text: str) -> Iterator[str]:
    """The longest clusters that the fonts know, and whatever stands between them, a character each."""
    known, at = _known(), 0
    while at < len(text):
        longest = 1 if text[at] < "\u0e00" or text[at] > "\u0e7f" else known.longest
        size = next((n for n in range(longest, 1, -1) if text[at : at + n] in known.clusters), 1)
        yield text[at : at + size]
        at += size


def _cut(word: str) -> Iterator[str]:
    """A word; one that no line may hold in pieces. Of words with spaces between them each is cut that is so long."""
    if " " in word and max(map(len, word.split(" "))) > LONGEST_RUN:
        first, _, rest = word.partition(" ")
        *begun, last = _cut(first)
        yield from begun
        yield f"{last} "
        yield from _cut(rest)
        return
    if " " in word or KEPT_SPACE in word:
        yield word
        return
    if HYPHEN in word[1:] and len(word) > LONGEST_WITH_HYPHENS:
        first, *others = word.split(HYPHEN)
        for piece in (first, *(f"{HYPHEN}{each}" for each in others)):
            yield from _cut(piece)
        return
    start, clusters = "", list(_clusters(word))
    for cluster in clusters:
        if len(start) >= LONGEST_RUN:
            yield start
            start = ""
        start += cluster
    yield start


def _with_thai_digits(text: str) -> str:
    """A text with Thai digits, but in words with Latin letters: ``ISO 9001``, ``A4``."""
    return " ".join(word if _LATIN.intersection(word) else to_thai_digits(word) for word in text.split(" "))
