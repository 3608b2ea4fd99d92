"""Whether the label of an outcome says something good or bad: what charts and tables colour by, where nobody said it.

Words that are good or bad are looked for (``data/polarity.yml``), and what stands before them: ไม่ and its like turn
them over, ไม่ต้อง takes back what is good, ขอ says that it is not there yet. A label of which that tells nothing, or
both, is neutral: where the steps stand in the file says nothing of it.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from generator.data_files import read_data
from generator.model import NamedEnd, Outcome, Tone, plain_text

_DATA = Path(__file__).parent / "data" / "polarity.yml"
_THAI = "\u0e01-\u0e5b"


class _Part(StrEnum):
    """What a word does in a label; the names of the lists in the data."""

    GOOD = "good"
    BAD = "bad"
    TOPIC = "topics"
    NEUTRAL = "neutral"
    NEGATOR = "negators"
    WAIVER = "waivers"
    REQUEST = "requests"
    FILLER = "fillers"
    TURN = "turns"


def tone_of(outcome: Outcome) -> Tone:
    """What an outcome is: as its author says, else as its label sounds."""
    return outcome.tone or tone_of_label(plain_text(outcome.label))


def tone_of_end(end: NamedEnd) -> Tone:
    """What a named end is, by the same rule as an outcome."""
    return end.tone or tone_of_label(plain_text(end.text))


@lru_cache(maxsize=2**12)
def tone_of_label(label: str) -> Tone:
    """What the label of an outcome sounds like.

    Args:
        label: plain text, in Thai or English.

    Returns:
        Good or bad where its words say so without a doubt; else neutral.
    """
    said: set[Tone] = set()
    topics: set[Tone] = set()
    is_negated = is_waived = is_requested = False
    for part in _parts(label):
        match part:
            case _Part.TOPIC:
                topics.add(Tone.BAD if is_negated else Tone.GOOD)
            case _Part.GOOD | _Part.BAD:
                is_good = (part is _Part.GOOD) is not (is_negated or is_waived)
                if not is_requested and not (is_waived and not is_good):
                    said.add(Tone.GOOD if is_good else Tone.BAD)
            case _Part.TURN:
                said.clear()
                topics.clear()
        if part is not _Part.FILLER:
            is_negated = (part is _Part.NEGATOR) is not (is_negated and part is _Part.NEGATOR)
            is_waived, is_requested = part is _Part.WAIVER, part is _Part.REQUEST
    said = said or topics
    return said.pop() if len(said) == 1 else Tone.NEUTRAL


def _parts(label: str) -> Iterator[_Part | None]:
    """What the words of a label do, one after the other; None for those that do nothing."""
    text = re.sub(rf"(?<=[{_THAI}])\s+(?=[{_THAI}])", "", label.casefold())
    pattern, parts = _words()
    for match in pattern.finditer(text):
        yield parts.get(match[0])


@cache
def _words() -> tuple[re.Pattern[str], dict[str, _Part]]:
    """What finds the words, the longest at each place, or else one letter; and what each of them does."""
    lists: dict[str, list[str]] = read_data(_DATA)
    parts = {word: part for part in _Part for word in lists[part]}
    longest_first = sorted(parts, key=lambda word: (-len(word), word))
    found = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in longest_first)
    return re.compile("|".join((*found, r"[a-z0-9'-]+", r"\S"))), parts
