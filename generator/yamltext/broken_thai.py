"""How broken Thai is told: what `generator.thai` finds becomes a problem that shows it, and what was meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, read_page
from generator.diagnostics import found, mendable, with_spaces
from generator.problems import Problem
from generator.thai import Damage, damages, letter_names, with_repairs, word_around
from generator.yamltext.source import SourceText

_OF_WORDS = ("displaced", "swapped")
"""Ways in which a whole word is known, so that it is shown."""
_SHORT = ("sara-am", "doubled-sara-e", "misplaced-mark")
"""What is shown with the letter before it; of others the whole word is shown, as far as it is not long."""
_NEAR = 6
"""How many damages before and behind one may be of the same words."""
_BESIDE = 300
"""How many letters of a line before and behind a repair are looked at again."""
_CODE = "\x00"
_IN_ANGLES = re.compile(r"<[^<>\n]+>")


def broken_thai(source: SourceText, prose_start: int, most: int | None) -> Iterator[Problem]:
    """Everything that is broken in the Thai of a file.

    Args:
        source: the file.
        prose_start: where its Markdown begins, in which code is left alone; its end when there is none.
        most: of one kind are enough.
    """
    text = source.text
    prose = text[prose_start:]
    if "`" in prose or "~~~" in prose:
        text = without_code(text, prose_start, _CODE)
    everything: Sequence[Damage] = _in_order(text, most)
    if everything and prose:
        everything = _in_prose(everything, text, prose_start)
    for index, damage in enumerate(everything):
        yield _told(source, damage, everything[max(0, index - _NEAR) : index + _NEAR + 1])


@lru_cache(maxsize=128)
def _in_order(text: str, most: int | None) -> tuple[Damage, ...]:
    """What is broken in a text, by its place; kept, as a file that nobody changed is read again and again."""
    return tuple(sorted(damages(text, most), key=lambda damage: damage.start))


def _in_prose(everything: Sequence[Damage], text: str, start: int) -> list[Damage]:
    """What is broken in words of Markdown: addresses and what stands in angle brackets are none, and stay."""
    targets = (link.target for link in read_page(text[start:], Dialect.PAGE).links)
    others = [(start + each.start, start + each.end) for each in targets]
    others += [match.span() for match in _IN_ANGLES.finditer(text, start)]
    return [
        damage
        for damage in everything
        if not any(first < damage.end and damage.start < last for first, last in others)
    ]


def _told(source: SourceText, damage: Damage, near: Sequence[Damage]) -> Problem:
    """One damage as a problem; what stands near it is mended as well in what is to be written."""
    text, here = source.text, source.text[damage.start : damage.end]
    start, end = _around(text, damage, near)
    others = [each for each in near if each is not damage and not _overlap(each, damage)]
    meant = [
        with_repairs(text, start, end, [*others, replace(damage, repair=each)])
        for each in (damage.repair, *damage.meant)
        if each is not None
    ]
    named = damage.repair if damage.rule == "old-font-letter" else here
    problem = found(
        damage.rule,
        source.place(damage.start, damage.end),
        damage.variant,
        wrong=with_spaces(text[start:end]),
        suggestion=meant[0] if meant else None,
        other=meant[1] if len(meant) > 1 else None,
        letter=letter_names((named or here).strip() or text[damage.end : damage.end + 1]),
        code=letter_names(here),
    )
    return mendable(problem, damage.repair if _is_sound_afterwards(source, damage, near) else None)


def _is_sound_afterwards(source: SourceText, damage: Damage, near: Sequence[Damage]) -> bool:
    """Whether nothing is broken any more where a repair was made; what is only broken otherwise was no repair."""
    if damage.repair is None:
        return False
    start, end = source.line_span(damage.start)
    start, end = max(start, damage.start - _BESIDE), min(end, damage.end + _BESIDE)
    others = [each for each in near if not _overlap(each, damage)]
    before = with_repairs(source.text, start, damage.start, others)
    behind = with_repairs(source.text, damage.end, end, others)
    first, last = len(before), len(before) + len(damage.repair)
    left = damages(before + damage.repair + behind)
    return not any(each.start <= last and first <= each.end for each in left)


def _around(text: str, damage: Damage, near: Sequence[Damage]) -> tuple[int, int]:
    """The stretch that is shown of a damage: of a short one the letter before it too, else the words that it broke."""
    if damage.rule in _SHORT and damage.variant not in _OF_WORDS:
        start = damage.start - 1 if damage.start and not text[damage.start - 1].isspace() else damage.start
        return start, damage.end
    start, end = word_around(text, damage.start, damage.end)
    for each in (*near, *reversed(near)):
        if each.start <= end and start <= each.end and "\n" not in text[each.start : each.end]:
            first, last = word_around(text, each.start, each.end)
            start, end = min(start, first), max(end, last)
    return start, end


def _overlap(one: Damage, other: Damage) -> bool:
    """Whether two damages share a letter."""
    return one.start < other.end and other.start < one.end
