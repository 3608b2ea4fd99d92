"""What of a text stays on one line where browsers would break it: words, and numbers with what they count.

Browsers find Thai words by models of their own, which cut most compounds (รับผิด|ชอบ) and, behind some words, simple ones
too (การก|ลุ่ม). Which common words they always keep whole was measured once (``data/whole_in_browsers.txt``); all
others are to be kept together, and so is what one reads at once: พ.ศ. 2567, 15 วัน, ต่าง ๆ, การประชุม
(``data/kept_together.json``). Where the same letters can be cut into other words (สำนักงาน|เขียน, สำนัก|งานเขียน), no line
ends between either.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category

from generator.data_files import read_json_data
from generator.thai.clusters import can_end
from generator.thai.lexicon import common_words_as_set, data_lines, is_word, smaller_words
from generator.thai.segmentation import general_segmenter

SHORTEST, LONGEST = 4, 20
"""How many characters a word has that is kept whole: fewer are hardly ever broken, more may be wider than a phone."""
_LONGEST_TOGETHER = 16
"""How many characters words have at most that are kept together."""
_REMEMBERED = 4096
"""Of how many texts it is remembered which of their words stay together: more than a few pages have."""
LINE_MAY_END, WORD_JOINER, KEPT_SPACE = "\u200b", "\u2060", "\u00a0"
"""Signs that say where a text may be broken: between two of its words; not between two that are kept together."""
_REPEATED = "ๆ"
_OPENING = frozenset("([{<«“‘‹/-–\"'")
"""Signs that a line does not end with, or rather not."""

TextPart = tuple[str, bool]
"""A part of a text, and whether it is to be kept on one line."""


@lru_cache(20_000)
def whole_words(text: str) -> tuple[TextPart, ...]:
    """Cut a text into what is to be kept on one line, and the rest.

    Args:
        text: any text; the names of a manual come again and again, so what was cut is remembered.

    Returns:
        The parts in order; joined they are the text.
    """
    parts: list[TextPart] = []
    before = ""
    for words in _together(text):
        said = words[1:] if words[0] in _OPENING and len(words) > 1 else words
        part, is_whole = "".join(words), len(said) > 1 or _may_be_cut(said[0], before)
        before = part
        if parts and not (is_whole or parts[-1][1]):
            parts[-1] = (parts[-1][0] + part, False)
        else:
            parts.append((part, is_whole))
    return tuple(parts)


@lru_cache(20_000)
def with_borders(text: str) -> str:
    """A text with the borders of its words: what scripts are given that show pieces of it.

    Args:
        text: any text on one line; remembered as for `whole_words`.

    Returns:
        The text with `LINE_MAY_END` between words, unless a space stands there; with `WORD_JOINER`, or `KEPT_SPACE` for
        a space, where two are kept together, beside signs, and between a root and what makes a noun of it.
    """
    said = ""
    for words in _together(text):
        kept = WORD_JOINER.join(map(_with_joint, words)).replace(f"{WORD_JOINER} {WORD_JOINER}", KEPT_SPACE)
        between = "" if not said or " " in {said[-1], kept[0]} else _between(said[-1], kept)
        said += between + kept
    return said


def noun_makers() -> list[str]:
    """What makes a noun of a root: การ, ความ …, in alphabetical order."""
    return sorted(_kept("before_a_word"))


def without_borders(text: str) -> str:
    """A text with borders as it was before."""
    return text.replace(LINE_MAY_END, "").replace(WORD_JOINER, "").replace(KEPT_SPACE, " ")


def _between(before: str, after: str) -> str:
    """What stands between two words: a line does not end beside a sign, nor in an abbreviation."""
    is_beside_sign = before in _OPENING or category(after[0])[0] in "PS"
    return WORD_JOINER if is_beside_sign or (after[-1] == "." and len(after) < SHORTEST) else LINE_MAY_END


@lru_cache(20_000)
def _with_joint(word: str) -> str:
    """A word, its root set apart from what makes a noun of it."""
    first, *rest = smaller_words(word) if _is_thai(word) else (word,)
    return f"{first}{WORD_JOINER}{word[len(first) :]}" if rest and first in _kept("before_a_word") else word


@lru_cache(_REMEMBERED)
def _together(text: str) -> tuple[list[str], ...]:
    """The words of a text, those in one list that one reads at once; pages show what the search finds.

    Words of no manual are known here: a term of one would cut the words around it elsewhere.
    """
    return tuple(_groups(text))


def _groups(text: str) -> Iterator[list[str]]:
    group: list[str] = []
    for word in (part for name in general_segmenter().words(text) for part in _short_parts(name)):
        if group and not (word == " " or _belong(group, word)):
            is_other = len(group[-1] + word) <= LONGEST and _is_cut_otherwise(group[-1], word)
            kept = group[-1:] if is_other else []
            yield from _without_space(group[: len(group) - len(kept)])
            group = kept
        group.append(word)
    yield from _without_space(group)


@lru_cache(20_000)
def _short_parts(word: str) -> tuple[str, ...]:
    """The smaller words of a name, and of a word that lines may be too short for."""
    return tuple(
        smaller
        for part in general_segmenter().parts(word)
        for smaller in (smaller_words(part) if len(part) > LONGEST and _is_thai(part) else (part,))
    )


def _without_space(group: list[str]) -> Iterator[list[str]]:
    """Words of which a space at their end is no part."""
    if group and group[-1] == " " and len(group) > 1:
        yield group[:-1]
        yield group[-1:]
    elif group:
        yield group


def _belong(group: list[str], word: str) -> bool:
    """Whether a word is read at once with those before it, behind which there may be a space."""
    if group[-1] in _OPENING:
        return _is_thai(word)
    has_space = group[-1] == " "
    before = group[-2] if has_space and len(group) > 1 else group[-1]
    length = sum(map(len, group)) + len(word)
    is_other = not has_space and length <= LONGEST and _is_cut_otherwise(before, word)
    if is_other or before == " " or length > _LONGEST_TOGETHER:
        return is_other
    if word == _REPEATED:
        return True
    if word[0].isdigit():
        return before in _kept("before_a_number")
    if before[0].isdigit():
        return word in _kept("behind_a_number")
    return not has_space and before in _kept("before_a_word") and _is_thai(word)


@lru_cache(_REMEMBERED)
def _is_cut_otherwise(before: str, word: str) -> bool:
    """Whether two words that meet can be read as others: a common one begins in the first and ends in the second."""
    if not (_is_thai(before) and _is_thai(word)):
        return False
    both, border = before + word, len(before)
    starts = [at for at in range(border - 1) if not at or (can_end(both, at) and _are_words(both[:at]))]
    ends = [at for at in range(border + 2, len(both) + 1) if at == len(both) or _are_words(both[at:])]
    return any(
        SHORTEST <= end - start < len(both) and both[start:end] in common_words_as_set()
        for start in starts
        for end in ends
        if can_end(both, end)
    )


def _are_words(text: str) -> bool:
    """Whether a text is a word, or made of words."""
    return is_word(text) or all(is_word(each) for each in smaller_words(text))


def _may_be_cut(word: str, before: str) -> bool:
    """Whether a browser might break a word behind another, and no line is too short for it."""
    if not (SHORTEST <= len(word) <= LONGEST and _is_thai(word)):
        return False
    cut_behind = _whole_in_browsers().get(word)
    return cut_behind is None or before.endswith(cut_behind)


def _is_thai(word: str) -> bool:
    return "ก" <= word[0] <= "ไ"


@cache
def _kept(which: str) -> frozenset[str]:
    """Words of one of the lists of what is read at once."""
    return frozenset(read_json_data(Path(__file__).parent / "data" / "kept_together.json")[which])


@cache
def _whole_in_browsers() -> dict[str, tuple[str, ...]]:
    """Words that browsers keep whole, each with the words behind which they do not."""
    lines = (line.partition(": ") for line in data_lines("whole_in_browsers.txt"))
    return {word: tuple(behind.split()) for word, _, behind in lines}
