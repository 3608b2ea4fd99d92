"""The words that segmentation knows: PyThaiNLP's general list and our own data files, read once a process."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.metadata import distribution
from pathlib import Path

import nlpo3

from generator.data_files import data_text, first_lines
from generator.storage import temporary_folder, write_missing
from generator.thai.clusters import can_end, clusters

_DATA = Path(__file__).parent / "data"
_PART_MARK = "|"
_COST_OF_A_WORD = 1
_COST_OF_A_LETTER = 10
_MOST_COMMON = 4000
_REMEMBERED = 4096
"""Of how many runs of letters it is remembered how they are matched: more than a few pages have."""
LONGEST_WORD = 30
"""In letters; longer entries of the list are names and phrases."""


class WholeWords:
    """Words that stand whole in a text, found quickly by how they begin."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take in the words; those of a single character are left out."""
        self._by_beginning: dict[str, list[str]] = {}
        for word in sorted(set(words), key=lambda word: (-len(word), word)):
            if len(word) > 1:
                self._by_beginning.setdefault(word[:2], []).append(word)

    def at(self, text: str, start: int) -> list[str]:
        """The words that a text has at an offset, longest first; none ends within a cluster."""
        candidates = self._by_beginning.get(text[start : start + 2])
        if candidates is None:
            return []
        return [
            word for word in candidates if text.startswith(word, start) and can_end(text, start + len(word))
        ]


@cache
def office_words() -> tuple[str, ...]:
    """The words of Thai offices (``data/words.txt``)."""
    return tuple(line.replace(_PART_MARK, "") for line in data_lines("words.txt"))


@cache
def long_name_parts() -> dict[str, list[str]]:
    """Long names of ``data/words.txt``: the parts between which a line may break."""
    return _parts_by_word(line for line in data_lines("words.txt") if _PART_MARK in line)


@cache
def split_words() -> dict[str, list[str]]:
    """Entries of the general list that are two words in running text (``data/split_words.txt``): the two."""
    return _parts_by_word(data_lines("split_words.txt"))


def is_office_word(text: str) -> bool:
    """Whether a text is a word of Thai offices."""
    return text in _office_words()


def is_word(text: str) -> bool:
    """Whether a text is a word of the general list, or one of Thai offices."""
    return text in words_of_the_list() or text in _office_words()


@lru_cache(_REMEMBERED)
def longest_match(run: str) -> tuple[str, ...]:
    """The words of a run of Thai letters by nlpo3's maximal matching; joined they are the run.

    Runs come again with other words around them: a step's text with its number, on its page, in its chart.
    """
    return tuple(nlpo3.segment(run, _dictionary()))


def smaller_words(word: str) -> list[str]:
    """The fewest known words that a longer word is made of, letters where there are none; joined they are it."""
    ends = [0]
    for cluster in clusters(word):
        ends.append(ends[-1] + len(cluster))
    cheapest: dict[int, tuple[int, int]] = {0: (0, 0)}
    for index, end in enumerate(ends[1:], 1):
        ways = [(cheapest[ends[index - 1]][0] + _COST_OF_A_LETTER, ends[index - 1])]
        ways += [
            (cheapest[start][0] + _COST_OF_A_WORD, start)
            for start in ends[max(0, index - LONGEST_WORD) : index - 1]
            if end - start < len(word) and word[start:end] in words_of_the_list()
        ]
        cheapest[end] = min(ways)
    pieces: list[str] = []
    end = len(word)
    while end:
        start = cheapest[end][1]
        pieces.append(word[start:end])
        end = start
    return pieces[::-1]


def _parts_by_word(lines: Iterable[str]) -> dict[str, list[str]]:
    """The parts of each word of which a line marks the parts."""
    return {line.replace(_PART_MARK, ""): line.split(_PART_MARK) for line in lines}


def data_lines(name: str) -> list[str]:
    """The lines of a data file without comments and empty lines."""
    lines = (line.strip() for line in data_text(_DATA / name).splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _office_words() -> frozenset[str]:
    """The words of Thai offices, to be looked up."""
    return frozenset(office_words())


@cache
def words_of_the_list() -> dict[str, None]:
    """PyThaiNLP's words; its package is not imported, which would take longer than all of our own work."""
    file = Path(str(distribution("pythainlp").locate_file("pythainlp/corpus/words_th.txt")))
    slips = frozenset(data_lines("no_words.txt"))
    return dict.fromkeys(
        word for word in data_text(file).splitlines() if " " not in word and word not in slips
    )


@cache
def common_words() -> tuple[str, ...]:
    """The words of Thai offices, and those of the general list that are used most, the commonest first."""
    file = Path(str(distribution("pythainlp").locate_file("pythainlp/corpus/tnc_freq.txt")))
    used = (line.partition("\t")[0] for line in first_lines(file, _MOST_COMMON))
    known = words_of_the_list()
    return tuple(dict.fromkeys((*office_words(), *(word for word in used if word in known))))


@cache
def common_words_as_set() -> frozenset[str]:
    """The same words, to be looked up."""
    return frozenset(common_words())


@cache
def _dictionary() -> str:
    """The name under which nlpo3 holds the word lists; it reads one file and keeps it for good."""
    words = (*words_of_the_list(), *office_words())
    with temporary_folder() as folder:
        write_missing(folder, [("words.txt", "\n".join(words))])
        message, is_loaded = nlpo3.load_dict(str(folder / "words.txt"), __name__)
    if not is_loaded:
        raise RuntimeError(message)
    return __name__
