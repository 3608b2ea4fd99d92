"""The same change in many procedures, told once: readers learn what changed, and then where, not a thousand times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.revisions.vocabulary import EntryChange, ProcedureChange, Statement

LEAST_ALIKE = 8
"""How many procedures change in the same way, so that it is told once of all."""
Changed = ProcedureChange | EntryChange
_Pair = tuple[Changed, Statement]
_Kind = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that changed, and in what.

    Attributes:
        pairs: what it changed in, with what is said of each; several where many procedures change in the same way.
    """

    pairs: tuple[_Pair, ...]

    @property
    def changed(self) -> Changed:
        """What it changed in; of many the first."""
        return self.pairs[0][0]

    @property
    def statement(self) -> Statement:
        """What is said; of many the same but for the step."""
        return self.pairs[0][1]

    @property
    def is_of_many(self) -> bool:
        """Whether many procedures change in this way."""
        return self.count > 1

    @property
    def count(self) -> int:
        """In how many procedures or other things it changed."""
        return len({id(changed) for changed, _ in self.pairs})

    def places(self) -> Iterator[tuple[Changed, tuple[str, ...]]]:
        """What it changed in, each with the numbers of its steps, as they are after; those of steps that are gone."""
        for _, group in groupby(self.pairs, key=lambda pair: id(pair[0])):
            pairs = list(group)
            numbers = (after or before for before, after in (each.numbers for _, each in pairs))
            yield pairs[0][0], tuple(filter(None, numbers))


def told_once(told: Sequence[_Pair]) -> list[Told]:
    """Statements, those that many procedures have in common as one, where the first of them stands.

    Args:
        told: what changed, with what is said of it.
    """
    many = common_kinds(told)
    pairs: dict[object, list[_Pair]] = {}
    for index, (changed, statement) in enumerate(told):
        kind = kind_of(statement)
        is_common = isinstance(changed, ProcedureChange) and kind in many
        pairs.setdefault(kind if is_common else index, []).append((changed, statement))
    return [Told(tuple(each)) for each in pairs.values()]


def common_kinds(told: Sequence[_Pair]) -> frozenset[_Kind]:
    """What many procedures have in common among what changed."""
    having: dict[_Kind, set[str]] = {}
    for changed, statement in told:
        if isinstance(changed, ProcedureChange):
            having.setdefault(kind_of(statement), set()).add(changed.id)
    return frozenset(kind for kind, procedures in having.items() if len(procedures) >= LEAST_ALIKE)


def kind_of(statement: Statement) -> _Kind:
    """What a statement says, wherever it stands."""
    return (
        *(statement.matter, statement.sort, statement.what, statement.field),
        *(statement.text, statement.notes, bool(statement.place)),
    )
