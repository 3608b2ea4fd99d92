"""Compares what two things of one model say, field by field: which fields there are, the model declares."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    rich_value,
    schedule_value,
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
    Schedule,
    StatedNone,
    presented,
    presented_fields,
)

_NOT_IN_A_DETAIL = (Manner.NAME, Manner.ADDRESS, Manner.FLOW)
_OF_TIME: Mapping[type, Callable[[Any], FieldValue]] = {
    CalendarDate: date_value,
    Schedule: schedule_value,
    Duration: duration_value,
}


_NOTHING = (type(None), tuple)
"""The types of what is simply not written; that there is none, as somebody stated, is of another."""


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
        self._uncounted = TextMeasure(measure.texts, is_counting=False)

    def compare(
        self,
        field: PresentedField,
        before: Frozen | None,
        after: Frozen | None,
        above: tuple[PresentedField, ...] = (),
    ) -> Iterator[Difference | None]:
        """How a field differs: in one way, or of a part with fields of its own in one each; None where it does not.

        Args:
            field: the field.
            before: what has it in the one edition; None where nothing does.
            after: what has it in the other.
            above: the fields in whose parts it stands, the outermost first.
        """
        if field.manner is Manner.ADDRESS:
            return
        one, other = (field.of(each) if each is not None else None for each in (before, after))
        measure = self._uncounted if (*above, field)[0].is_record else self._measure
        if not measure.is_counting and type(one) is type(other) and one == other:
            return
        if field.model is not None and not field.is_list:
            for part in presented_fields(field.model):
                yield from self.compare(part, one, other, (*above, field))
            return
        if not one and not other and type(one) in _NOTHING and type(other) in _NOTHING:
            return
        way = (*above, field)
        key, title = "/".join(each.key for each in way), ": ".join(each.title for each in way)
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
        if make := _OF_TIME.get(type(value)):
            return make(value)
        return rich_value(value) if field.is_rich else text_value(str(value))

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
            return [self._thing(each) for each in values]
        return [ComparedItem(self._value(field, each).shown) for each in values]

    def _thing(self, thing: Frozen) -> ComparedItem:
        """A thing with fields of its own; one without a name is all that it says."""
        name, said = name_of(thing) or self._named_by_id(thing), self.said_of(thing)
        return ComparedItem(name, id=name, detail=said) if name else ComparedItem(said)

    def _named_by_id(self, thing: Frozen) -> str:
        """The title of what a thing is about, where an id tells it from the others: an approval's procedure."""
        fields = (each for each in presented_fields(type(thing)) if each.name == thing.identified_by)
        return next((self._names.of(each.points_at)(each.of(thing)) for each in fields if each.points_at), "")

    def said_of(self, thing: Frozen) -> str:
        """All that a thing says besides its name, as readers see it: what needs a label with its title."""
        said = (
            (field, shown)
            for field in presented_fields(type(thing))
            if field.manner not in _NOT_IN_A_DETAIL
            if (shown := self._shown(field, field.of(thing)))
        )
        return " · ".join(
            shown if field.manner is Manner.LEAD else f"{field.title}: {shown}" for field, shown in said
        )

    def _shown(self, field: PresentedField, held: Any) -> str:  # noqa: ANN401 - the value of any field
        """What a field holds, as readers see it."""
        each = held if isinstance(held, tuple) else (held,) if held else ()
        if field.model is None:
            return ", ".join(self._value(field, one).shown for one in each)
        return "; ".join(" · ".join(filter(None, (name_of(one), self.said_of(one)))) for one in each)


def name_of(thing: Frozen) -> str:
    """What a thing is called; empty when nothing of it is a name."""
    names = (text for field in presented(type(thing), Manner.NAME) for text in field.texts(thing))
    return next(names, "")


def _kind(field: PresentedField) -> ListKind:
    """How the items of a list are paired."""
    if field.points_at:
        return CITED if field.model else NAMED
    return TERMS if field.model is not None else TEXTS
