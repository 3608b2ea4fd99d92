"""Compares what two things of one model say, field by field: which fields there are, the model declares."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from generator.diff.differences import Difference
from generator.diff.fields import (
    NOTHING,
    FieldValue,
    TextMeasure,
    chosen_value,
    date_value,
    duration_value,
    named_value,
    text_value,
)
from generator.diff.lists import CITED, NAMED, TERMS, TEXTS, ComparedItem, ListKind, compare_lists
from generator.diff.names import Names
from generator.model import (
    CalendarDate,
    Duration,
    Frozen,
    Manner,
    PresentedField,
    StatedNone,
    presented,
    presented_fields,
)


class FieldComparer:
    """Compares fields by how they are declared."""

    def __init__(self, names: Names, measure: TextMeasure) -> None:
        """Take what they are compared with.

        Args:
            names: the titles of what ids name.
            measure: compares texts, and counts their letters; those of fields that only tell of the page go uncounted.
        """
        self._names = names
        self._measure = measure
        self._uncounted = TextMeasure(measure.texts)

    def compare(
        self,
        field: PresentedField,
        before: Frozen | None,
        after: Frozen | None,
        whole: PresentedField | None = None,
    ) -> Iterator[Difference | None]:
        """How a field differs: in one way, or of a part with fields of its own in one each; None where it does not.

        Args:
            field: the field.
            before: what has it in the one edition; None where nothing does.
            after: what has it in the other.
            whole: the field whose part it stands in, if it does.
        """
        if field.manner is Manner.ADDRESS:
            return
        one, other = (field.of(each) if each is not None else None for each in (before, after))
        if field.model is not None and not field.is_list:
            for part in presented_fields(field.model):
                yield from self.compare(part, one, other, whole=field)
            return
        key = f"{whole.key}/{field.key}" if whole else field.key
        title = f"{whole.title}: {field.title}" if whole else field.title
        measure = self._uncounted if (whole or field).is_record else self._measure
        if field.is_list:
            items = [self._items(field, () if values is None else values) for values in (one, other)]
            yield compare_lists((key, title), _kind(field), items[0], items[1], measure)
        else:
            yield measure.field(key, title, self._value(field, one), self._value(field, other))

    def _value(self, field: PresentedField, value: Any) -> FieldValue:  # noqa: ANN401 - the value of any field
        """A single value."""
        if value is None:
            return NOTHING
        if field.points_at:
            return named_value(value, self._names.of(field.points_at))
        if isinstance(value, StrEnum):
            return chosen_value(field, value)
        if isinstance(value, CalendarDate):
            return date_value(value)
        return duration_value(value) if isinstance(value, Duration) else text_value(str(value))

    def _items(self, field: PresentedField, values: Sequence[Any]) -> list[ComparedItem]:
        """The values of a list; where it is stated that there are none, what readers see of that."""
        if isinstance(values, StatedNone):
            return [ComparedItem(field.word_of_none)]
        if field.points_at and field.model:
            title = self._names.of(field.points_at)
            return [ComparedItem(title(each.id), id=each.id, detail=each.section) for each in values]
        if field.points_at:
            title = self._names.of(field.points_at)
            return [ComparedItem(title(identifier), id=identifier) for identifier in values]
        if field.model is not None:
            return [ComparedItem(name_of(each), id=name_of(each), detail=self._said(each)) for each in values]
        return [ComparedItem(self._value(field, each).shown) for each in values]

    def _said(self, thing: Frozen) -> str:
        """All that a thing says besides its name, names for the ids in it."""
        named = (
            f"{field.title}: {self._value(field, field.of(thing)).shown}"
            for field in presented_fields(type(thing))
            if field.points_at and not field.is_list and field.of(thing)
        )
        return " · ".join(filter(None, (said_of(thing), *named)))


def name_of(thing: Frozen) -> str:
    """What a thing is called; empty when nothing of it is a name."""
    names = (text for field in presented(type(thing), Manner.NAME) for text in field.texts(thing))
    return next(names, "")


def said_of(thing: Frozen) -> str:
    """All other texts and choices of a thing: those that need a label with their titles."""
    return " · ".join(
        text if field.manner is Manner.LEAD else f"{field.title}: {text}"
        for field in presented_fields(type(thing))
        if field.manner is not Manner.NAME
        for text in (*field.texts(thing), *_choices(field, thing))
    )


def _choices(field: PresentedField, thing: Frozen) -> Iterator[str]:
    """The word of a choice that a field of a thing holds."""
    value = field.of(thing)
    if isinstance(value, StrEnum):
        yield field.word_of(value)


def _kind(field: PresentedField) -> ListKind:
    """How the items of a list are paired."""
    if field.points_at:
        return CITED if field.model else NAMED
    return TERMS if field.model is not None else TEXTS
