"""Compares two editions: whole manuals, or one procedure that both have."""

from collections.abc import Iterator
from dataclasses import replace

from generator.diff.declared import FieldComparer
from generator.diff.differences import (
    Difference,
    Drift,
    EditionName,
    ListDifference,
    ManualComparison,
    ProcedureComparison,
    ProcedureName,
    StepDifference,
    ValueDifference,
)
from generator.diff.edition_moves import as_in_base
from generator.diff.fields import TextMeasure
from generator.diff.lists import NAMED, ComparedItem, compare_lists
from generator.diff.names import Names
from generator.diff.runs import Sort
from generator.diff.steps import StepComparer, compare_roles
from generator.diff.texts import TextComparer
from generator.model import Change, Manual, PlacedProcedure, Procedure, plain_text, presented_fields
from generator.thai import Segmenter, segmenter_for
from generator.thai import edition_name as called
from generator.words import words_of

RECORDS = frozenset(field.key for field in presented_fields(Procedure) if field.is_record)
"""The keys of the fields of a procedure that tell of the page rather than of the work."""

STEPS = "steps"
"""The field of a procedure that is compared in a way of its own."""


def compare_manuals(before: Manual, after: Manual, segmenter: Segmenter | None = None) -> ManualComparison:
    """Compare two editions.

    Args:
        before: the one.
        after: the other.
        segmenter: finds the words; by default the one that knows the terms and roles of both. Who compares many
            editions hands the same one in each time.

    Returns:
        What differs. The work is in what differs: a text that is the same in both is not cut into words.
    """
    return Comparer(before, after, segmenter).compare()


def compare_with_base(manual: Manual, placed: PlacedProcedure) -> tuple[StepDifference, ...]:
    """What an edition made of the steps of the shared text, its values filled in on either side.

    Args:
        manual: the edition.
        placed: a procedure of it.
    """
    texts = TextComparer(segmenter_for(manual), manual.values.values())
    names, measure = Names(manual, manual), TextMeasure(texts)
    return StepComparer(as_in_base(placed), placed, names, measure).compare()


def changes_of_work(placed: PlacedProcedure) -> list[Change]:
    """What an edition changed in a procedure, but for what tells of the page rather than of the work."""
    return [each for each in placed.changes if each.address.partition("/")[0].strip() not in RECORDS]


def edition_label(manual: Manual) -> EditionName:
    """What an edition is called, as plain text; the base by a word of its own."""
    if manual.is_base:
        return EditionName(manual.edition_id, words_of("diff")["base"], words_of("diff")["base"])
    name, office = plain_text(called(manual.edition)), plain_text(manual.edition.office)
    return EditionName(manual.edition_id, name, office)


class Comparer:
    """Compares two editions, procedure by procedure."""

    def __init__(
        self, before: Manual, after: Manual, segmenter: Segmenter | None = None, is_counting: bool = True
    ) -> None:
        """Take the two editions.

        Args:
            before: the one.
            after: the other.
            segmenter: as for `compare_manuals`.
            is_counting: whether it is asked how large a share of a procedure differs; else what is the same in both
                is passed over, and no `Drift` knows of letters.
        """
        self._before, self._after, self._is_counting = before, after, is_counting
        self._names = Names(before, after)
        self._texts = TextComparer(
            segmenter or segmenter_of(before, after), [*before.values.values(), *after.values.values()]
        )
        self._placed = {each.id: each for each in before.procedures()}
        self._placed_after = {each.id: each for each in after.procedures()}

    def compare(self) -> ManualComparison:
        """Everything that differs."""
        compared = map(self.procedure, self._placed_after)
        return ManualComparison(
            before=edition_label(self._before),
            after=edition_label(self._after),
            procedures=tuple(each for each in compared if each is not None),
            only_before=_only(self._placed, self._placed_after),
            only_after=_only(self._placed_after, self._placed),
            areas=compare_areas(self._before, self._after, TextMeasure(self._texts)),
            values=tuple(compare_values(self._before, self._after, TextMeasure(self._texts))),
        )

    def compare_only(self, identifier: str) -> ManualComparison:
        """What differs in one procedure, and nothing else; where only one edition has it, that is told."""
        compared = self.procedure(identifier)
        before, after = (
            {key: placed for key, placed in side.items() if key == identifier}
            for side in (self._placed, self._placed_after)
        )
        return ManualComparison(
            before=edition_label(self._before),
            after=edition_label(self._after),
            procedures=(compared,) if compared else (),
            only_before=_only(before, after),
            only_after=_only(after, before),
            areas=None,
            values=(),
        )

    def procedure(self, identifier: str) -> ProcedureComparison | None:
        """What differs in one procedure; None unless both editions have it."""
        before, after = self._placed.get(identifier), self._placed_after.get(identifier)
        if before is None or after is None:
            return None
        measure = TextMeasure(self._texts, self._is_counting)
        found = [each for each in self._differences(before, after, measure) if each is not None]
        records = tuple(each for each in found if each.key.partition("/")[0] in RECORDS)
        differences = tuple(each for each in found if each not in records)
        comparer = StepComparer(before, after, self._names, measure)
        steps = comparer.compare()
        sorts = [step.sort for step in steps]
        return ProcedureComparison(
            id=identifier,
            before=procedure_name(before),
            after=procedure_name(after),
            differences=differences,
            records=records,
            steps=steps,
            roles=compare_roles(steps),
            regrouped=comparer.regrouped,
            drift=Drift(
                letters=measure.letters if self._is_counting else 0,
                letters_changed=measure.letters_changed,
                fields=len(differences),
                records=len(records),
                steps_added=sorts.count(Sort.ADDED),
                steps_removed=sorts.count(Sort.REMOVED),
                steps_changed=sorts.count(Sort.CHANGED),
                steps_moved=sorts.count(Sort.MOVED),
                roles_changed=sum(step.is_role_changed for step in steps),
            ),
        )

    def _differences(
        self, before: PlacedProcedure, after: PlacedProcedure, measure: TextMeasure
    ) -> Iterator[Difference | None]:
        """The fields and lists of a procedure, steps aside, in the model's order; None for those that are the same."""
        fields = FieldComparer(self._names, measure)
        for field in presented_fields(Procedure):
            if field.name != STEPS:
                yield from fields.compare(field, before.procedure, after.procedure)


def compare_areas(before: Manual, after: Manual, measure: TextMeasure) -> ListDifference | None:
    """How the titles and the order of the areas differ, by id; None when they do not."""
    one, other = (
        [ComparedItem(area.title, id=area.id) for area in manual.areas] for manual in (before, after)
    )
    return compare_lists(("areas", words_of("diff")["areas"]), NAMED, one, other, measure)


def compare_values(before: Manual, after: Manual, measure: TextMeasure) -> Iterator[ValueDifference]:
    """The values that differ, by name."""
    for name in sorted({*before.values, *after.values}):
        text = measure.text(before.values.get(name, ""), after.values.get(name, ""))
        if not text.is_same:
            yield ValueDifference(name, text)


def segmenter_of(before: Manual, after: Manual) -> Segmenter:
    """The segmenter that knows the terms and roles of both editions."""
    roles, terms = {**before.roles, **after.roles}, {**before.terms, **after.terms}
    return segmenter_for(replace(after, roles=roles, terms=terms))


def procedure_name(placed: PlacedProcedure) -> ProcedureName:
    """A procedure as a comparison calls it."""
    return ProcedureName(placed.id, placed.area, placed.number, plain_text(placed.title))


def _only(these: dict[str, PlacedProcedure], those: dict[str, PlacedProcedure]) -> tuple[ProcedureName, ...]:
    """The names of the procedures that are not among others too."""
    return tuple(procedure_name(placed) for identifier, placed in these.items() if identifier not in those)
