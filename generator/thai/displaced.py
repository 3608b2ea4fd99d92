"""Common words whose marks stand on another letter than their own: ครงั้ for ครั้ง, ผูอ้ำนวยการ for ผู้อำนวยการ.

A PDF places marks by themselves, and what copies text from it puts them where it meets them: mostly behind the next
letter. What results looks like Thai, so only what common words become is looked for, and told where the dictionary
knows more of the letters around as they should be than as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import NamedTuple

from generator.thai.clusters import can_end
from generator.thai.damage import Damage
from generator.thai.known_words import unknown_around
from generator.thai.letter_classes import CONSONANTS, MARKS, TONES, VOWEL_MARKS
from generator.thai.lexicon import LONGEST_WORD, common_words, is_word, office_words

_SITE = re.compile(f"[{CONSONANTS}][{MARKS}]?[{CONSONANTS}][{MARKS}]")
"""Where a mark may stand that belongs to the letter before its own."""
_MORE = 2
_BEGINNING = re.compile(f"(?=({_SITE.pattern}.{{0,{_MORE}}}))", re.DOTALL)
"""Such a place with the letters behind it."""
_MARK = re.compile(f"[{MARKS}]")
_PART = re.compile(f"(?P<letter>[^{MARKS}])(?P<marks>[{MARKS}]*)")
_TONE = re.compile(f"[{TONES}]")
_TWICE = re.compile(f"([{MARKS}])\\1")
"""A mark that stands twice was typed twice: กริิยา is กริยา, not กิริยา."""
_CONSONANT = re.compile(f"[{CONSONANTS}]")
_SHORT_WITH_TONE = re.compile(f"[{CONSONANTS}][{VOWEL_MARKS}][{TONES}]")
_COMMONEST = 200
"""Of rarer ones so short, the letters stand side by side by chance."""
_SHORTEST = 4
"""How many letters a word has at least: shorter ones may result by chance."""
_MOST_SITES = 4
"""How many places of a word are moved; longer words are found by their beginning."""


class _Form(NamedTuple):
    """What a word became: how that reads, how many of its letters stand before the place, and the word."""

    text: str
    before: int
    word: str


def displaced_marks(text: str) -> Iterator[Damage]:
    """`misplaced-mark` of common words whose marks stand on the next letter."""
    end = 0
    for start, form in sorted(_occurrences(text), key=_first_and_longest):
        if start >= end and (damage := _judged(text, start, form)):
            yield damage
            end = start + len(form.text)
    for match in _places_passed_on().finditer(text):
        for form, both in _passed_on(match):
            damage = _judged(text, match.start(), form)
            if damage is not None and damage.repair is not None and not _ends_longer_word(text, match):
                is_unsure = both and not unknown_around(text, match.start(), match.end("marks"), both)[1]
                yield _unsure(damage) if is_unsure else damage


def _passed_on(match: re.Match[str]) -> Iterator[tuple[_Form, str]]:
    """What the letters may have been, and what they also may: ผูต้อง of ผู้ต้อง, of which a tone is gone."""
    letter, own, following, marks = match.groups("")
    tone = next(each for each in marks if _TONE.match(each))
    vowel = marks.replace(tone, "")
    text = letter + own + following + marks
    if own and f"{letter}{own}{tone}" in _ending_in_tones():
        yield (
            _Form(text, 0, letter + own + tone + following + vowel),
            letter + own + tone + following + vowel + tone,
        )
    elif not own and f"{letter}{marks}" in _ending_in_tones():
        yield _Form(text, 0, letter + marks + following), ""


def _ends_longer_word(text: str, match: re.Match[str]) -> bool:
    """Whether a longer word ends there as it is: ราชินี, of which nothing was passed on."""
    end = match.start("next")
    return any(is_word(text[start:end]) for start in range(max(0, end - LONGEST_WORD), match.start()))


def _unsure(damage: Damage) -> Damage:
    """A damage without its repair."""
    return replace(damage, repair=None, meant=())


def _occurrences(text: str) -> Iterator[tuple[int, _Form]]:
    """Where something stands that a common word may have become."""
    forms, beginnings = _forms(), set(_BEGINNING.findall(text))
    sites = {each[: 4 if _MARK.match(each, 1) else 3] for each in beginnings}
    for beginning in forms.keys() & (beginnings | sites):
        place = text.find(beginning)
        while place >= 0:
            for form in forms[beginning]:
                if text.startswith(form.text, place - form.before) and place >= form.before:
                    yield place - form.before, form
            place = text.find(beginning, place + 1)


def _first_and_longest(found: tuple[int, _Form]) -> tuple[int, int, str]:
    start, form = found
    return start, -len(form.text), form.word


def _judged(text: str, start: int, form: _Form) -> Damage | None:
    """The damage, as short as it is: only where fewer letters belong to no word then, sure where none is left."""
    end = start + len(form.text)
    if not can_end(text, end) or not unknown_around(text, start, end)[0]:
        return None
    unknown, left = unknown_around(text, start, end, form.word)
    if left >= unknown:
        return None
    differing = [
        index for index, (has, wants) in enumerate(zip(form.text, form.word, strict=True)) if has != wants
    ]
    first, last = differing[0], differing[-1] + 1
    right = form.word[first:last]
    sure, meant = (right, ()) if not left else (None, (right,))
    return Damage("misplaced-mark", start + first, start + last, sure, "displaced", meant)


@cache
def _forms() -> dict[str, list[_Form]]:
    """What common words become, by the letters from the first place that is wrong on: two more, where there are two."""
    forms: dict[str, list[_Form]] = {}
    for word in common_words():
        for form in _forms_of(word) if len(word) >= _SHORTEST else ():
            site = _SITE.match(form.text, form.before)
            if site is not None and not _TWICE.search(form.text):
                longer = form.text[form.before : form.before + len(site[0]) + _MORE]
                is_short = len(longer) < len(site[0]) + _MORE
                forms.setdefault(site[0] if is_short else longer, []).append(form)
    return forms


@cache
def _ending_in_tones() -> frozenset[str]:
    """The commonest words of one consonant with a vowel and a tone: ผู้, ที่, นี้."""
    words = common_words()[: len(office_words()) + _COMMONEST]
    return frozenset(word for word in words if _SHORT_WITH_TONE.fullmatch(word))


@cache
def _places_passed_on() -> re.Pattern[str]:
    """Where the last marks of such a word may stand on the first letter of the next word."""
    beginnings = "".join(sorted({word[0] for word in _ending_in_tones()}))
    return re.compile(
        f"(?=(?P<letter>[{beginnings}])(?P<vowel>[{VOWEL_MARKS}])?(?P<next>[{CONSONANTS}])"
        f"(?P<marks>[{VOWEL_MARKS}]?[{TONES}][{VOWEL_MARKS}]?))"
    )


def _forms_of(word: str) -> Iterator[_Form]:
    """What a word becomes when the marks at one or more of its places move on, all of them or the last alone."""
    parts = [(match["letter"], match["marks"]) for match in _PART.finditer(word)]
    sites = [
        index
        for index, (letter, marks) in enumerate(parts[:-1])
        if marks and _CONSONANT.match(letter) and _CONSONANT.match(parts[index + 1][0])
    ][:_MOST_SITES]
    for moved in product(*(range(len(parts[site][1]) + 1) for site in sites)):
        if not any(moved):
            continue
        count_by_site = dict(zip(sites, moved, strict=True))
        text, carried = "", ""
        for index, (letter, marks) in enumerate(parts):
            staying = len(marks) - count_by_site.get(index, 0)
            text += letter + carried + marks[:staying]
            carried = marks[staying:]
        if not is_word(text):
            first = next(site for site in sites if count_by_site[site])
            yield _Form(text, sum(1 + len(marks) for _, marks in parts[:first]), word)
