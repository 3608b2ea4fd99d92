"""What the differences of a comparison say, one by one: what each is about, the declaration of its field tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.diff import (
    Difference,
    FieldDifference,
    ItemDifference,
    ListDifference,
    Sort,
    TextDifference,
    whole_difference,
)
from generator.model import Frozen, Matter, PresentedField, presented_fields
from generator.revisions.vocabulary import Statement
from generator.revisions.weight import Weighing
from generator.words import words_of

_REPLACEABLE = frozenset({Matter.LAW, Matter.DOCUMENT, Matter.DOER, Matter.LINK, Matter.TIME})
"""Of lists of these, what alone is gone and what alone is new are told as one replaced by the other."""
_WEIGHED = frozenset({Matter.WORDS, Matter.MEANING, Matter.CONTROL, Matter.PROMISE, Matter.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Stated:
    """Makes statements of what differs in one thing.

    Attributes:
        model: the model of the thing.
        place: which step it is, in words; empty for a procedure or an entry as a whole.
        numbers: of the step.
        weighing: tells what in a text is to be looked at.
        instead: what some matters count as in this thing: the words of a role's title are who acts.
    """

    model: type[Frozen]
    place: str
    numbers: tuple[str | None, str | None]
    weighing: Weighing
    instead: Mapping[Matter, Matter]

    def of(self, difference: Difference) -> Iterator[Statement]:
        """What a field or a list that differs says."""
        matter = self.matter(difference.key)
        if isinstance(difference, FieldDifference):
            yield self.statement(matter, difference.sort, difference.title, difference.text, difference.key)
        else:
            yield from self._of_list(matter, difference)

    def statement(self, matter: Matter, sort: Sort, what: str, text: TextDifference, field: str) -> Statement:
        """One statement, with what is to be looked at in its words."""
        notes = tuple(self.weighing.notes(text)) if matter in _WEIGHED else ()
        return Statement(matter, sort, self.place, what, text, notes, self.numbers, field)

    def matter(self, key: str) -> Matter:
        """What a field is about, by its key: ``service/documents`` for one of a part."""
        matter = Matter.PROMISE
        for field in self._way(key):
            matter = field.matter
            if matter is Matter.RECORD:
                break
        return self.instead.get(matter, matter)

    def _field(self, key: str) -> PresentedField | None:
        """A field by its key; None where the model has none."""
        way = list(self._way(key))
        return way[-1] if len(way) == key.count("/") + 1 else None

    def _way(self, key: str) -> Iterator[PresentedField]:
        """The fields that a key leads through, as far as there are any."""
        model: type[Frozen] | None = self.model
        for name in key.split("/"):
            field = {each.key: each for each in presented_fields(model)}.get(name) if model else None
            if field is None:
                return
            yield field
            model = field.model

    def _of_list(self, matter: Matter, difference: ListDifference) -> Iterator[Statement]:
        gone = [each for each in difference.items if each.sort is Sort.REMOVED]
        new = [each for each in difference.items if each.sort is Sort.ADDED]
        is_none = self._was_or_is_none(difference, gone, new)
        if is_none or (matter in _REPLACEABLE and len(gone) == len(new) == 1):
            sides = (words_of("revisions")["items"].join(map(with_detail, each)) for each in (gone, new))
            text = whole_difference(*sides)
            said = self.statement(matter, Sort.CHANGED, difference.title, text, difference.key)
            yield replace(said, notes=()) if is_none else said
            rest = [each for each in difference.items if each not in (*gone, *new)]
        else:
            rest = list(difference.items)
        for item in rest:
            yield from self._of_item(matter, item, difference)
        moved = ", ".join(each.text.after_text for each in rest if each.sort is Sort.MOVED)
        if moved:
            what = words_of("revisions")["order"].format(what=difference.title)
            text = whole_difference(moved, moved)
            yield self.statement(Matter.PLACE, Sort.MOVED, what, text, difference.key)

    def _was_or_is_none(
        self, difference: ListDifference, gone: Sequence[ItemDifference], new: Sequence[ItemDifference]
    ) -> bool:
        """Whether a list is stated to be empty in one state, and not in the other: there is something in its place."""
        field = self._field(difference.key)
        none = field.word_of_none if field is not None else ""
        sides = [[each.text.before_text or each.text.after_text for each in items] for items in (gone, new)]
        return bool(none and gone and new) and [none] in sides

    def _of_item(self, matter: Matter, item: ItemDifference, of: ListDifference) -> Iterator[Statement]:
        """What an item of a list says that did not only change its place."""
        if item.sort in (Sort.ADDED, Sort.REMOVED):
            whole = with_detail(item)
            text = whole_difference("", whole) if item.sort is Sort.ADDED else whole_difference(whole, "")
            yield self.statement(matter, item.sort, of.title, text, of.key)
        elif item.sort is Sort.CHANGED:
            if not item.text.is_same:
                yield self.statement(matter, item.sort, of.title, item.text, of.key)
            if item.detail is not None and not item.detail.is_same:
                what = words_of("revisions")["item"].format(what=of.title, name=item.text.after_text)
                yield self.statement(matter, item.sort, what, item.detail, of.key)


def with_detail(item: ItemDifference) -> str:
    """An item that only one state has, with what belongs to it."""
    parts = [each.before_text or each.after_text for each in (item.text, item.detail) if each is not None]
    return str(words_of("revisions")["detail_separator"].join(filter(None, parts)))
