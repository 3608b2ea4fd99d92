"""Fields of one value: as data, as readers see them, and how two of them differ."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.diff.differences import FieldDifference
from generator.diff.runs import RunKind, TextDifference
from generator.diff.texts import TextComparer, letter_count, whole_difference
from generator.model import CalendarDate, Duration, PresentedField, Schedule, read_rich_text, rich_words
from generator.thai import thai_date, thai_duration
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class FieldValue:
    """What a field holds.

    Attributes:
        data: the text, the id, the ISO date; None when the field is empty.
        shown: what readers see of it; empty when the field is empty.
        is_text: whether it is authored text, which is compared word by word; other values are replaced as wholes.
    """

    data: str | None = None
    shown: str = ""
    is_text: bool = False


NOTHING = FieldValue()
"""A field that is empty, or of something that is not there."""


def text_value(text: str | None) -> FieldValue:
    """Authored text."""
    return FieldValue(text, text, is_text=True) if text is not None else NOTHING


def rich_value(text: str) -> FieldValue:
    """Authored text of several blocks: a line for each paragraph, item and row."""
    return FieldValue(text, rich_words(read_rich_text(text), words_of("diff")["picture"]), is_text=True)


def named_value(identifier: str | None, name: Callable[[str], str]) -> FieldValue:
    """An id, shown as what it names."""
    return FieldValue(identifier, name(identifier)) if identifier else NOTHING


def chosen_value(field: PresentedField, choice: StrEnum) -> FieldValue:
    """One of several choices, shown by its word."""
    return FieldValue(choice.value, field.word_of(choice))


def date_value(date: CalendarDate | None) -> FieldValue:
    """A date, shown in the Buddhist era."""
    return FieldValue(date.iso(), thai_date(date)) if date is not None else NOTHING


def duration_value(duration: Duration | None) -> FieldValue:
    """A duration in its author's words."""
    return FieldValue(duration.text, thai_duration(duration)) if duration is not None else NOTHING


def schedule_value(schedule: Schedule) -> FieldValue:
    """When something is done, in its author's words."""
    return FieldValue(schedule.text, schedule.text)


class TextMeasure:
    """Compares texts, and counts the letters that went by and those that differ.

    Attributes:
        texts: compares texts.
        is_counting: whether the letters are asked for; else what is the same need not be looked at.
        letters: how many went by.
        letters_changed: how many of them differ.
    """

    def __init__(self, texts: TextComparer, is_counting: bool = True) -> None:
        """Begin to count; see the class."""
        self.texts, self.is_counting = texts, is_counting
        self.letters = 0
        self.letters_changed = 0

    def text(self, before: str, after: str, by_words: bool = True) -> TextDifference:
        """How two texts differ; empty for none.

        Args:
            before: the one.
            after: the other.
            by_words: whether word by word; else one is replaced by the other as a whole.
        """
        difference = self.texts.compare(before, after) if by_words else whole_difference(before, after)
        self.letters += letter_count(before) + letter_count(after)
        if before != after:
            changed = (run.text for run in difference.runs if run.kind is not RunKind.SAME)
            self.letters_changed += sum(map(letter_count, changed))
        return difference

    def field(self, key: str, title: str, before: FieldValue, after: FieldValue) -> FieldDifference | None:
        """How two values of a field differ; None when they do not."""
        is_same = before.is_text and after.is_text and before.shown == after.shown
        if before.data == after.data or is_same:
            self.letters += 2 * letter_count(after.shown)
            return None
        difference = self.text(before.shown, after.shown, by_words=before.is_text and after.is_text)
        return FieldDifference(key, title, difference, before.data, after.data)
