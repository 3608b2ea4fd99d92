"""Thai that broke on its way: text from PDFs, of old fonts, in wrong encodings, with marks out of their place.

What follows no rule but may be meant (Pali, other languages in Thai letters, letters that are talked about) is left
alone, and so is every word as the dictionary has it.
"""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from generator.thai.contradicting import contradicting_marks
from generator.thai.damage import Damage
from generator.thai.displaced import displaced_marks
from generator.thai.gaps import gaps_in_words
from generator.thai.letter_classes import (
    CONSONANTS,
    FOLLOWING_VOWELS,
    HIGH_MARKS,
    LEADING_VOWELS,
    LETTERS,
    MARKS,
    NIKHAHIT,
    VOWEL_MARKS,
)
from generator.thai.lost_letters import lost_marks, lost_sara_ams
from generator.thai.lost_marks import marks_lost_in_common_words
from generator.thai.lost_together import marks_lost_together
from generator.thai.marks import lone_marks, misspelt, moved_tones
from generator.thai.misread import (
    MISREAD_SIGN,
    misread_texts,
    replacement_characters,
    single_byte_texts,
)
from generator.thai.misread_again import misread_again
from generator.thai.misread_elsewhere import misread_elsewhere, signs_of_misreading
from generator.thai.old_fonts import old_font_letters, with_letters
from generator.thai.slips import slips
from generator.thai.sound_lines import BETWEEN, SoundLines
from generator.thai.torn import swapped_ams, torn_words
from generator.thai.typed_twice import doubled_long_words, doubled_words, mixed_digits

_Look = Callable[[str], Iterator[Damage]]
_LOOKS: tuple[_Look, ...] = (
    misread_again,
    misread_texts,
    single_byte_texts,
    misread_elsewhere,
    replacement_characters,
    displaced_marks,
    contradicting_marks,
    misspelt,
    moved_tones,
    lost_sara_ams,
    lone_marks,
    gaps_in_words,
    torn_words,
    swapped_ams,
    doubled_words,
    doubled_long_words,
    mixed_digits,
    lost_marks,
    marks_lost_in_common_words,
    slips,
    marks_lost_together,
)
"""What looks at a text, the surest first: where two find something, the first tells it."""
_BY_SIGNS: tuple[_Look, ...] = (
    misread_again,
    misread_texts,
    single_byte_texts,
    misread_elsewhere,
    replacement_characters,
    contradicting_marks,
    misspelt,
    moved_tones,
    lone_marks,
    gaps_in_words,
)
"""What finds nothing where no sign is; the others find words that look sound letter by letter."""
_WITHOUT_SIGNS = tuple(look for look in _LOOKS if look not in _BY_SIGNS)

_SIGNS = (
    re.compile("[\x80-\x9f\xa1-\xff\u20ac\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]"),
    re.compile(f"[^{LETTERS}][{MARKS}{FOLLOWING_VOWELS}]"),
    re.compile(f"[{LEADING_VOWELS}][^{CONSONANTS}]"),
    re.compile(f"[{MARKS}{FOLLOWING_VOWELS}][{MARKS}](?<![{VOWEL_MARKS}\u0e3a\u0e47][{HIGH_MARKS}])"),
    re.compile(f"{NIKHAHIT}[ \xa0]*\u0e32"),
    re.compile(f"{NIKHAHIT}[{LEADING_VOWELS}]?[{CONSONANTS}]?\u0e32|\u0e32[{HIGH_MARKS}]?{NIKHAHIT}"),
    re.compile("\u0e33[\u0e32\u0e33]|[\u0e01-\u0e23\u0e25\u0e27-\u0e2e\u0e48-\u0e4b]\u0e45"),
    re.compile(MISREAD_SIGN),
    re.compile(signs_of_misreading()),
)
"""What a sound text seldom holds, each found in the time of reading the text once."""
_MARK = re.compile(f"[{MARKS}{FOLLOWING_VOWELS}]")
_LEADING_VOWEL = re.compile(f"[{LEADING_VOWELS}]")
_SOUND = SoundLines()


def damages(text: str, most: int | None = None) -> Iterator[Damage]:
    """Everything that is broken in a text.

    Args:
        text: any text.
        most: of one kind are enough.

    Yields:
        The broken places, kind after kind. None overlaps one before it, except that letters of old fonts are told each
        by itself even where they are part of another damage.
    """
    lines = _SOUND.others_in(text)
    if next(_looked_for(BETWEEN.join(lines), most), None) is None:
        _SOUND.remember(lines)
    else:
        yield from _looked_for(text, most)


def _looked_for(text: str, most: int | None) -> Iterator[Damage]:
    """The same, without asking what is known of the text's lines."""
    has_signs = _has_signs(text)
    yield from islice(old_font_letters(text) if has_signs else (), most)
    letters = with_letters(text) if has_signs else text
    taken = bytearray(len(text))
    for look in _LOOKS if has_signs else _WITHOUT_SIGNS:
        for damage in islice(look(letters), most):
            if not any(taken[damage.start : damage.end]):
                taken[damage.start : damage.end] = b"\x01" * (damage.end - damage.start)
                yield damage


def _has_signs(text: str) -> bool:
    """Whether looking closer can find anything; quick, as it is asked of every text."""
    return (
        any(sign.search(text) for sign in _SIGNS)
        or _MARK.match(text) is not None
        or _LEADING_VOWEL.match(text[-1:]) is not None
    )
