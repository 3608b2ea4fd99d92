"""Spaces that a PDF put inside words: before a mark, before a vowel, behind a vowel that is written first.

A PDF places marks without width where it likes; a program that copies text from it takes the leap for a space. The
letter ำ, which many fonts compose of two glyphs, often loses its ring: ทำ becomes ``ท า``, and so does ทา. Only the
dictionary can tell these apart, and not always.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.thai.damage import Damage
from generator.thai.known_words import MOST_LETTERS, Reading, best_reading
from generator.thai.letter_classes import (
    CONSONANTS,
    FOLLOWING_VOWELS,
    GAPS,
    LEADING_VOWELS,
    LETTERS,
    MARKS,
    SARA_AA,
    SARA_AM,
    TONES,
)

_GAP = (
    f"(?:(?<=[{CONSONANTS}{MARKS}])[{GAPS}]+(?=[{MARKS}{FOLLOWING_VOWELS}])"
    f"|(?<=[{LEADING_VOWELS}])[{GAPS}]+(?=[{CONSONANTS}]))"
)
_GAPS = re.compile(_GAP)
_AHEAD = re.compile(f"(?:[{LETTERS}]|{_GAP})+")
_BEHIND = re.compile(f"(?:[{LETTERS}]|{_GAP})+$")
_LEANING = re.compile(f"[{MARKS}{FOLLOWING_VOWELS}]+|[{CONSONANTS}]")
_LETTER = re.compile(f"[{LETTERS}]")
_VOWEL = re.compile(f"[{TONES}]?{SARA_AA}")
_LEADING = "เแโใไ"


def gaps_in_words(text: str) -> Iterator[Damage]:
    """`split-mark` and `lost-sara-am`; letters that are spelt or talked about, each by itself, are left alone."""
    for match in _GAPS.finditer(text):
        vowel = _VOWEL.match(text, match.end())
        stretch = _stretch_around(text, *match.span())
        damage = _without_choice(match, stretch) if vowel is None else _with_choice(match, vowel, stretch)
        if not _is_talked_about(text, match, damage):
            yield damage


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The letters around a gap, without any gaps.

    Attributes:
        letters: for each place what may stand there.
        gap: the place behind the gap.
        unknown_before: how many letters before the gap belong to no word while it is there.
        unknown_behind: how many behind it.
        is_shortened: whether a full stop follows, so that the last letter may stand for a word.
    """

    letters: tuple[str, ...]
    gap: int
    unknown_before: int
    unknown_behind: int
    is_shortened: bool

    def read(self, place: int, letter: str) -> Reading:
        """The likeliest reading with a certain letter at a place."""
        return best_reading((*self.letters[:place], letter, *self.letters[place + 1 :]))

    def gives_word(self, reading: Reading, end: int) -> bool:
        """Whether a reading makes a word of the letters on both sides of the gap, and more words than with the gap."""
        is_better = reading.unknown < self.unknown_before + self.unknown_behind
        return is_better and reading.has_word_over(self.gap - 1, end)


def _without_choice(match: re.Match[str], stretch: _Stretch) -> Damage:
    """What a gap means before anything but า: nothing, if a word results; a vowel alone may be talked about."""
    reading = best_reading(stretch.letters)
    is_sound_behind = stretch.letters[stretch.gap - 1] in _LEADING and not stretch.unknown_behind
    if stretch.gives_word(reading, stretch.gap + 1) and not is_sound_behind:
        return Damage("split-mark", *match.span(), "")
    return Damage("split-mark", *match.span(), None, "unsure")


def _with_choice(match: re.Match[str], vowel: re.Match[str], stretch: _Stretch) -> Damage:
    """What a gap means before า: nothing, or a lost ำ.

    Sure where only one of them gives words; ำ also where it alone gives a longer word, as a PDF seldom leaves a gap
    before a plain า.
    """
    with_am = vowel[0].replace(SARA_AA, SARA_AM)
    place = stretch.gap + len(vowel[0]) - 1
    as_aa, as_am = stretch.read(place, SARA_AA), stretch.read(place, SARA_AM)
    is_aa, is_am = (stretch.gives_word(reading, place + 1) for reading in (as_aa, as_am))
    is_longer = len(vowel[0]) == 1 and as_am.cost < as_aa.cost
    is_open = stretch.is_shortened and is_aa and is_am
    if is_am and not is_open and (as_am.unknown < as_aa.unknown or is_longer):
        return Damage("lost-sara-am", match.start(), vowel.end(), with_am)
    if is_aa and not is_open and as_aa.unknown < as_am.unknown:
        return Damage("split-mark", *match.span(), "")
    return Damage("split-mark", match.start(), vowel.end(), None, "choice", (with_am, vowel[0]))


def _stretch_around(text: str, start: int, end: int) -> _Stretch:
    """The letters around a gap."""
    behind = _BEHIND.search(text, max(0, start - MOST_LETTERS), start)
    ahead = _AHEAD.match(text, end, end + MOST_LETTERS)
    first, last = behind.start() if behind else start, ahead.end() if ahead else end
    letters, places, done, here = list[str](), list[int](), first, 0
    for gap in _GAPS.finditer(text, first, last):
        letters += text[done : gap.start()]
        places.append(len(letters))
        done = gap.end()
        if gap.start() == start:
            here = len(letters)
    letters += text[done:last]
    for place in places:
        vowel = _VOWEL.match("".join(letters[place : place + 2]))
        if vowel is not None:
            letters[place + len(vowel[0]) - 1] = SARA_AM + SARA_AA
    unknown_before, unknown_behind = (best_reading(each).unknown for each in (letters[:here], letters[here:]))
    is_shortened = text[last : last + 1] == "."
    return _Stretch(tuple(letters), here, unknown_before, unknown_behind, is_shortened)


def _is_talked_about(text: str, match: re.Match[str], damage: Damage) -> bool:
    """Whether a letter stands alone at a gap because it is spelt or named, not because a word broke there."""
    leaning = _LEANING.match(text, match.end())
    before, is_first = text[match.start() - 1], _is_first_letter(text, match.start() - 1)
    if damage.repair is None and before in _LEADING:
        return is_first
    if leaning is None or len(leaning[0]) > 1 or _LETTER.match(text, leaning.end()):
        return False
    is_spelt = before in _LEADING or leaning[0] in FOLLOWING_VOWELS or _GAPS.match(text, leaning.end())
    return damage.repair is None or (is_first and bool(is_spelt))


def _is_first_letter(text: str, index: int) -> bool:
    """Whether no letter stands before one."""
    return index == 0 or not _LETTER.match(text, index - 1)
