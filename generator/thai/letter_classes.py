"""The Thai letters by where they may stand, as ranges for regular expressions.

A mark leans on a consonant: a vowel above or below (not more than one), then a tone mark or thanthakhat. Phinthu,
nikhahit, maitaikhu and yamakkan, with which Pali and other languages are written, may stand with any of them.
"""

CONSONANTS = "\u0e01-\u0e2e"
LEADING_VOWELS = "\u0e40-\u0e44"
FOLLOWING_VOWELS = "\u0e30\u0e32\u0e33\u0e45"
VOWEL_MARKS = "\u0e31\u0e34-\u0e39"
TONES = "\u0e48-\u0e4b"
HIGH_MARKS = "\u0e48-\u0e4c"
MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
LETTERS = f"{CONSONANTS}\u0e30-\u0e3a{LEADING_VOWELS}\u0e45\u0e47-\u0e4e"

SARA_AA, SARA_AM, NIKHAHIT = "\u0e32", "\u0e33", "\u0e4d"

GAPS = " \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces of all kinds, of which none ends a line."""

STAND_INS = (
    "\x00A-Za-z\u2423\u25cc\u25cb_\\-\u2010-\u2015*~<>&;\\\\"
    "\ufffd\ue000-\uf8ff\xad\u200b-\u200d\u2060-\u2064\ufeff"
)
"""What stands for a letter where marks are shown alone, what marks text up, and what hides or replaces a letter."""
