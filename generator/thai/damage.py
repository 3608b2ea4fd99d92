"""What a broken place of a text is: the one shape of all that the modules about damaged Thai find."""

from collections.abc import Iterable
from dataclasses import dataclass

_MOST_AROUND = 12


@dataclass(frozen=True, slots=True)
class Damage:
    """One broken place.

    Attributes:
        rule: the id of the rule that tells it.
        start: where it begins.
        end: where it ends.
        repair: what to write instead; None where that is not sure.
        variant: how it is told, where the rule has several ways.
        meant: what may be meant where that is not sure, the likeliest first.
    """

    rule: str
    start: int
    end: int
    repair: str | None = None
    variant: str = ""
    meant: tuple[str, ...] = ()


def word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text with the letters beside it, as far as they are not many: enough to recognise the place."""
    first, last = start, end
    while first > 0 and start - first < _MOST_AROUND and _is_of_word(text[first - 1]):
        first -= 1
    while 0 < first < start and (_is_mark(text[first]) or text[first] == " "):
        first -= 1
    while last < len(text) and last - end < _MOST_AROUND and _is_of_word(text[last]):
        last += 1
    while last < len(text) and _is_mark(text[last]):
        last += 1
    return first, last


def with_repairs(text: str, start: int, end: int, damages: Iterable[Damage]) -> str:
    """A stretch of a text with every sure repair in it made; of repairs that overlap, the first."""
    parts, done = list[str](), start
    for damage in sorted(damages, key=lambda damage: (damage.start, -damage.end)):
        if damage.repair is not None and done <= damage.start and damage.end <= end:
            parts += (text[done : damage.start], damage.repair)
            done = damage.end
    return "".join((*parts, text[done:end]))


def _is_of_word(character: str) -> bool:
    """Whether a character belongs to the word beside it: a letter of any script, a Thai mark, one of an old font."""
    return (
        character.isalnum() or _is_mark(character) or "\uf700" <= character <= "\uf8ff" or character in "ๆฯ-"
    )


def _is_mark(character: str) -> bool:
    """Whether a character leans on the letter before it."""
    return "\u0e30" <= character <= "\u0e3a" or "\u0e47" <= character <= "\u0e4e"
