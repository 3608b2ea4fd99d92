"""Lists of items: which are new, gone, elsewhere, or say something else."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from generator.diff.differences import ItemDifference, ListDifference
from generator.diff.fields import TextMeasure
from generator.diff.matching import Pairs, pair_by_likeness, pair_by_name, reading_order, reordered
from generator.diff.runs import Sort, TextDifference

_LEAST_LIKENESS = 0.45
"""How much two items must have in common to be versions of one."""


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """An item of a list.

    Attributes:
        text: what readers see.
        id: what names it, if anything does.
        detail: what belongs to it; None in lists without such a thing.
        target: where it leads, if anywhere: two items with one target have the same detail, however that reads.
    """

    text: str
    id: str | None = None
    detail: str | None = None
    target: Hashable = None


Naming = Callable[[ComparedItem], Hashable | None]


def by_id(item: ComparedItem) -> Hashable | None:
    """Items with one id are the same item."""
    return item.id


def by_text(item: ComparedItem) -> Hashable | None:
    """Items with one text are the same item."""
    return item.text


def by_id_and_detail(item: ComparedItem) -> Hashable | None:
    """Items with one id are the same item where they also say the same."""
    return (item.id, item.detail)


def by_target(item: ComparedItem) -> Hashable | None:
    """Items that lead to the same place are the same item."""
    return item.target


@dataclass(frozen=True, slots=True)
class ListKind:
    """How the items of a list are paired: by each of some names in turn, and then perhaps by likeness."""

    names: tuple[Naming, ...]
    is_by_likeness: bool


NAMED = ListKind((by_id,), is_by_likeness=False)
CITED = ListKind((by_id_and_detail, by_id), is_by_likeness=False)
TEXTS = ListKind((by_text,), is_by_likeness=True)
TERMS = ListKind((by_id,), is_by_likeness=True)
OUTCOMES = ListKind((by_text, by_target), is_by_likeness=True)


def compare_lists(
    field: tuple[str, str],
    kind: ListKind,
    before: Sequence[ComparedItem],
    after: Sequence[ComparedItem],
    measure: TextMeasure,
) -> ListDifference | None:
    """Compare two lists.

    Args:
        field: the list's key and its Thai title.
        kind: how items are paired.
        before: the one list.
        after: the other.
        measure: compares the texts.

    Returns:
        What differs; None when nothing does.
    """
    pairs = _paired(kind, before, after, measure)
    elsewhere = reordered(pairs.items())
    items = []
    for index, other in reading_order(len(before), len(after), pairs, elsewhere):
        text, detail = _texts(
            before[index] if index is not None else None, after[other] if other is not None else None, measure
        )
        sort = _sort(index, other, index in elsewhere, text, detail)
        if sort is not Sort.SAME:
            named = after[other] if other is not None else before[index or 0]
            items.append(ItemDifference(sort, named.id, _position(index), _position(other), text, detail))
    key, title = field
    same = len(pairs) - sum(each.before is not None and each.after is not None for each in items)
    return ListDifference(key, title, tuple(items), same) if items else None


def _position(index: int | None) -> int | None:
    """An index, counting from 1."""
    return None if index is None else index + 1


def _paired(
    kind: ListKind, before: Sequence[ComparedItem], after: Sequence[ComparedItem], measure: TextMeasure
) -> Pairs:
    pairs: Pairs = {}
    for name in kind.names:
        pair_by_name(before, after, name, pairs)
    if kind.is_by_likeness:

        def likeness(one: ComparedItem, other: ComparedItem) -> float:
            return measure.texts.likeness(
                f"{one.text} {one.detail or ''}", f"{other.text} {other.detail or ''}"
            )

        pair_by_likeness(before, after, likeness, _LEAST_LIKENESS, pairs)
    return pairs


def _texts(
    before: ComparedItem | None, after: ComparedItem | None, measure: TextMeasure
) -> tuple[TextDifference, TextDifference | None]:
    """How the text and the detail of an item differ; one that is not there has no words."""
    text = measure.text(before.text if before else "", after.text if after else "")
    detail, other_detail = before.detail if before else None, after.detail if after else None
    if detail is None and other_detail is None:
        return text, None
    if before and after and before.target is not None and before.target == after.target:
        detail = other_detail
    leads = any(item is not None and item.target is not None for item in (before, after))
    return text, measure.text(detail or "", other_detail or "", by_words=not leads)


def _sort(
    before: int | None, after: int | None, is_moved: bool, text: TextDifference, detail: TextDifference | None
) -> Sort:
    if before is None:
        return Sort.ADDED
    if after is None:
        return Sort.REMOVED
    if not text.is_same or (detail is not None and not detail.is_same):
        return Sort.CHANGED
    return Sort.MOVED if is_moved else Sort.SAME
