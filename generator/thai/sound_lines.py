"""Lines that were looked at and are sound: the files of a project repeat most of theirs, and each is looked at once.

What is broken shows within a line, but for a word that the end of one tears; so lines between which none can be torn
stand for themselves, and so do they without the keys and signs before their first letter. Remembered are only lines all
of whose letters belong to words, as where many do not, the looks give up on the rest of a text.
"""

import re
from collections.abc import Iterable

from generator.thai.letter_classes import GAPS, LETTERS
from generator.thai.lost_together import is_known

BETWEEN = "\n\n"
"""What lines stand apart by, of which none goes on in the next."""
_LINE = re.compile(f"[^\n]?[^\x00-\x7f][^\n]*(?:\n[{GAPS}]*[{LETTERS}][^\n]*)*")
"""A line from one sign before its first letter that is not of ASCII on, with those in which a word may go on."""
_MOST = 30_000
"""How many lines are remembered: those of some hundred files."""


class SoundLines:
    """Remembers the sound lines of all texts that this process looked at."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: set[str] = set()

    def others_in(self, text: str) -> list[str]:
        """The lines of a text that are not known to be sound, each once; in others than Thai ones nothing is broken."""
        return [line for line in dict.fromkeys(_LINE.findall(text)) if line not in self._known]

    def remember(self, lines: Iterable[str]) -> None:
        """Remember lines, side by side, in which nothing was found."""
        if len(self._known) > _MOST:
            self._known.clear()
        self._known.update(filter(is_known, lines))
