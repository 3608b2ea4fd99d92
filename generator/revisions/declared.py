"""What the differences of a comparison say, one by one: what each is about, the declaration of its field tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diff import (
    Difference,
    FieldDifference,
    ItemDifference,
    ListDifference,
    Sort,
    TextDifference,
    whole_difference,
)
from generator.model import Frozen, Matter, presented_fields
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
        model: type[Frozen] | None = self.model
        matter = Matter.PROMISE
        for name in key.split("/"):
            field = {each.key: each for each in presented_fields(model)}.get(name) if model else None
            if field is None:
                break
            matter, model = field.matter, field.model
            if matter is Matter.RECORD:
                break
        return self.instead.get(matter, matter)

    def _of_list(self, matter: Matter, difference: ListDifference) -> Iterator[Statement]:
        gone = [each for each in difference.items if each.sort is Sort.REMOVED]
        new = [each for each in difference.items if each.sort is Sort.ADDED]
        if matter in _REPLACEABLE and len(gone) == len(new) == 1:
            text = whole_difference(_with_detail(gone[0]), _with_detail(new[0]))
            yield self.statement(matter, Sort.CHANGED, difference.title, text, difference.key)
            rest = [each for each in difference.items if each not in (gone[0], new[0])]
        else:
            rest = list(difference.items)
        for item in rest:
            yield from self._of_item(matter, item, difference)
        moved = ", ".join(each.text.after_text for each in rest if each.sort is Sort.MOVED)
        if moved:
            what = words_of("changes")["order"].format(what=difference.title)
            text = whole_difference(moved, moved)
            yield self.statement(Matter.PLACE, Sort.MOVED, what, text, difference.key)

    def _of_item(self, matter: Matter, item: ItemDifference, of: ListDifference) -> Iterator[Statement]:
        """What an item of a list says that did not only change its place."""
        if item.sort in (Sort.ADDED, Sort.REMOVED):
            whole = _with_detail(item)
            text = whole_difference("", whole) if item.sort is Sort.ADDED else whole_difference(whole, "")
            yield self.statement(matter, item.sort, of.title, text, of.key)
        elif item.sort is Sort.CHANGED:
            if not item.text.is_same:
                yield self.statement(matter, item.sort, of.title, item.text, of.key)
            if item.detail is not None and not item.detail.is_same:
                what = words_of("changes")["item"].format(what=of.title, name=item.text.after_text)
                yield self.statement(matter, item.sort, what, item.detail, of.key)


def _with_detail(item: ItemDifference) -> str:
    """An item that only one state has, with what belongs to it."""
    parts = [each.before_text or each.after_text for each in (item.text, item.detail) if each is not None]
    return str(words_of("changes")["detail_separator"].join(filter(None, parts)))
