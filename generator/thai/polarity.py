"""Whether the label of an outcome says something good or bad: what charts and tables colour by, where nobody said it.

Words that are good or bad are looked for (``data/polarity.yml``), and what stands before them: ไม่ and its like turn
the next one over, and those that follow it at once; ไม่มี reaches over a noun to what is bad of it (ไม่มีหนี้ค้างชำระ is
good). ไม่ต้อง takes back what is good, ขอ says that it is not there yet. A label of which that tells nothing, or both, is
neutral: where the steps stand in the file says nothing of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

from generator.data_files import read_data
from generator.model import NamedEnd, Outcome, Tone, plain_text

_DATA = Path(__file__).parent / "data" / "polarity.yml"
_THAI = "\u0e01-\u0e5b"
_BETWEEN_THAI = re.compile(rf"(?<=[{_THAI}])\s+(?=[{_THAI}])")
_SIGN = re.compile(rf"[^\w{_THAI}]")


class _Part(StrEnum):
    """What a word does in a label; the names of the lists in the data, and what no list has: spaces and signs."""

    GOOD = "good"
    BAD = "bad"
    ACT = "acts"
    TOPIC = "topics"
    NEUTRAL = "neutral"
    NEGATOR = "negators"
    ABSENCE = "absences"
    EXISTENCE = "existence"
    WAIVER = "waivers"
    REQUEST = "requests"
    FILLER = "fillers"
    TURN = "turns"
    GAP = "gap"
    STOP = "stop"


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
    reading = _Reading()
    for part in _parts(label):
        reading.take(part)
    said = reading.said or reading.topics
    return said.pop() if len(said) == 1 else Tone.NEUTRAL


@dataclass(slots=True)
class _Reading:
    """What the parts of a label said so far, and what stands before the next.

    Attributes:
        said: the tones of its good and bad words.
        topics: of what is good to have.
        is_negated: whether the next word is turned over.
        reach: what ไม่มี reaches: nothing, what follows at once, or what follows behind other words.
        is_waived: whether the next word need not be.
        is_requested: whether it is only asked for.
        before: the good or bad word just before, and whether it was turned over.
    """

    said: set[Tone] = field(default_factory=set)
    topics: set[Tone] = field(default_factory=set)
    is_negated: bool = False
    reach: "_Reach" = field(default_factory=lambda: _Reach.NOTHING)
    is_waived: bool = False
    is_requested: bool = False
    before: tuple[bool, bool] | None = None

    def take(self, part: _Part | None) -> None:
        """Read on."""
        match part:
            case _Part.FILLER:
                return
            case _Part.GAP:
                self.reach = _Reach.NOTHING if self.reach is _Reach.FAR else self.reach
                self.before = None
                return
            case _Part.EXISTENCE:
                if self.is_negated:
                    self.is_negated, self.reach = False, _Reach.NEXT
                return
            case _Part.TOPIC:
                self.topics.add(Tone.BAD if self.is_negated or self.reach else Tone.GOOD)
            case _Part.GOOD | _Part.BAD | _Part.ACT:
                self._say(part)
                return
            case _Part.TURN:
                self.said.clear()
                self.topics.clear()
                self.reach = _Reach.NOTHING
            case _Part.STOP:
                self.reach = _Reach.NOTHING
            case _Part.ABSENCE:
                self.reach = _Reach.NEXT
            case _:
                self.reach = _Reach.FAR if self.reach else _Reach.NOTHING
        self._go_on(part)

    def _say(self, part: _Part) -> None:
        """A good or bad word, as what stands before it makes it."""
        is_far, is_shared = self.reach is _Reach.FAR and not self.is_negated, False
        is_turned = (self.is_negated or self.is_waived) is not (self.reach is not _Reach.NOTHING)
        if self.before is not None and not (is_turned or self.reach):
            is_shared = self.before == (part is _Part.GOOD, True)
        is_good = (part is _Part.GOOD) is not (is_turned or is_shared)
        is_in_doubt = is_far and part is not _Part.BAD
        if not (self.is_requested or is_in_doubt or (self.is_waived and not is_good)):
            self.said.add(Tone.GOOD if is_good else Tone.BAD)
        self._go_on(part)
        self.reach, self.before = _Reach.NOTHING, (part is _Part.GOOD, is_turned or is_shared)

    def _go_on(self, part: _Part | None) -> None:
        """What a part that is read makes of the next."""
        is_negator = part is _Part.NEGATOR
        self.is_negated = is_negator is not (self.is_negated and is_negator)
        self.is_waived, self.is_requested = part is _Part.WAIVER, part is _Part.REQUEST
        self.before = None


class _Reach(IntEnum):
    """How far what is not there reaches."""

    NOTHING = 0
    NEXT = 1
    FAR = 2


def _parts(label: str) -> Iterator[_Part | None]:
    """What the words of a label do, one after the other; None for those that do nothing."""
    pieces = _BETWEEN_THAI.split(label.casefold())
    gaps = set(accumulate(map(len, pieces)))
    pattern, parts = _words()
    for match in pattern.finditer("".join(pieces)):
        if match.start() in gaps:
            yield _Part.GAP
        yield parts.get(match[0], _Part.STOP if _SIGN.fullmatch(match[0]) else None)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, _Part]]:
    """What finds the words, the longest at each place, or else one letter; and what each of them does."""
    lists: dict[str, list[str]] = read_data(_DATA)
    parts = {word: part for part in _Part for word in lists.get(part, ())}
    longest_first = sorted(parts, key=lambda word: (-len(word), word))
    found = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in longest_first)
    return re.compile("|".join((*found, r"[a-z0-9'-]+", r"\S"))), parts
