"""What became of a manual between two states: a pure function of the two, for reports, histories and approvals."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.diff import (
    Comparer,
    FieldComparer,
    ListDifference,
    Names,
    ProcedureComparison,
    ProcedureName,
    Sort,
    TextComparer,
    TextMeasure,
    compare_areas,
    compare_values,
    edition_label,
    procedure_name,
    reordered,
    segmenter_of,
    whole_difference,
)
from generator.model import Manual, Matter, PlacedProcedure, Procedure, named_by, plain_text, presented_field
from generator.processes import in_halves
from generator.revisions.declared import Stated
from generator.revisions.entries import EntryChanges
from generator.revisions.renaming import as_named_after, find_renamed
from generator.revisions.role_changes import role_changes
from generator.revisions.steps import StepStatements
from generator.revisions.vocabulary import ManualChanges, ProcedureChange, Statement, Unseen
from generator.revisions.weight import Weighing
from generator.words import words_of

_ORDER = {matter: index for index, matter in enumerate(Matter)}
_OWNER = presented_field(Procedure, "owner").key
_INDICATORS_AND_RISKS = ("indicators", "risks")
_MANY = 150
"""How many procedures that differ are worth a second process."""
_Sides = tuple[PlacedProcedure | None, PlacedProcedure | None]


def changes(before: Manual, after: Manual, unseen: Unseen | None = None) -> ManualChanges:
    """What became of a manual.

    Args:
        before: the older state.
        after: the newer state, of the same edition.
        unseen: what is there and cannot be read: it is not told to be gone or new.

    Returns:
        What changed for who reads it, what matters most first. What is the same costs nothing, where both states share
        the models of what did not change.
    """
    return _Changes(before, after, unseen or Unseen()).all()


def procedure_changes(
    before: Manual, after: Manual, unseen: Unseen | None = None
) -> tuple[ProcedureChange, ...]:
    """What became of the procedures of a manual alone; as `changes` tells it."""
    return _Changes(before, after, unseen or Unseen()).procedures()


class _Changes:
    """Finds out what became of one manual."""

    def __init__(self, before: Manual, after: Manual, unseen: Unseen) -> None:
        self._renaming = find_renamed(before, after)
        self._before, self._after, self._unseen = as_named_after(before, self._renaming), after, unseen
        self._reordered = frozenset(_reordered(self._before, after))
        self._names = Names(self._before, after)
        segmenter = segmenter_of(before, after)
        self._comparer = Comparer(self._before, after, segmenter, is_counting=False)
        self._texts = TextComparer(segmenter)
        roles = [*self._before.roles.values(), *after.roles.values()]
        names = (name for role in roles for name in (role.title, role.short) if name)
        self._weighing = Weighing(plain_text(name) for name in names)

    def all(self) -> ManualChanges:
        procedures = self.procedures()
        measure = TextMeasure(self._texts, is_counting=False)
        fields = FieldComparer(self._names, measure)
        states = self._before, self._after, self._renaming, self._unseen
        entries = EntryChanges(*states, self._names, fields, measure, self._weighing)
        return ManualChanges(
            before=edition_label(self._before),
            after=edition_label(self._after),
            procedures=procedures,
            entries=tuple(entries.all()),
            roles=role_changes(procedures, self._before, self._after, self._names.of("role")),
            areas=self._areas(measure),
            values=()
            if self._unseen.is_broken("settings", "manual")
            else tuple(compare_values(self._before, self._after, measure)),
        )

    def _areas(self, measure: TextMeasure) -> ListDifference | None:
        """How titles and order of the areas differ, as far as they can be read."""
        found = compare_areas(self._before, self._after, measure)
        items = [
            each
            for each in (found.items if found else ())
            if not self._unseen.is_broken("area", each.id or "")
        ]
        return replace(found, items=tuple(items)) if found and items else None

    def procedures(self) -> tuple[ProcedureChange, ...]:
        return tuple(self._procedures())

    def _procedures(self) -> Iterator[ProcedureChange]:
        before = {each.id: each for each in self._before.procedures()}
        pairs: list[_Sides] = [(before.pop(each.id, None), each) for each in self._after.procedures()]
        pairs += [(gone, None) for gone in before.values()]
        for change in in_halves(lambda sides: self._change(*sides), pairs, _least(pairs)):
            if change is not None:
                yield change
        yield from self._in_no_manual()

    def _in_no_manual(self) -> Iterator[ProcedureChange]:
        """The procedures of which only the ids are known: either state has them, and neither manual holds them."""
        held = {each.id for manual in (self._before, self._after) for each in manual.procedures()}
        held |= {*self._renaming.ids["procedure"]}
        for identifier in sorted(
            {*_procedures_in(self._unseen.before), *_procedures_in(self._unseen.after)} - held
        ):
            name = ProcedureName(identifier, "", "", identifier)
            sides = [
                name if identifier in each else None for each in (self._unseen.before, self._unseen.after)
            ]
            yield ProcedureChange(identifier, sides[0], sides[1], (), is_incomplete=True)

    def _change(self, one: PlacedProcedure | None, other: PlacedProcedure | None) -> ProcedureChange | None:
        """What became of one procedure; None where nothing did."""
        placed = other or one
        if placed is None:
            return None
        identifier, comparison = placed.id, None
        was = self._renaming.before("procedure", identifier)
        is_incomplete = self._unseen.holds(identifier) or (was is not None and self._unseen.holds(was))
        if one is not None and other is not None:
            if one.procedure != other.procedure:
                comparison = self._comparer.procedure(identifier)
            found = [*self._places(one, other, was), *self._statements(one, other, comparison)]
            if not found and not is_incomplete:
                return None
        elif is_incomplete:
            found = []
        else:
            found = [self._of_one_side(placed, one is None)]
        if (
            not found
            and is_incomplete
            and one is not None
            and other is not None
            and one.procedure == other.procedure
        ):
            return None
        return ProcedureChange(
            id=identifier,
            before=_before_name(one, was),
            after=procedure_name(other) if other is not None else None,
            statements=tuple(sorted(found, key=lambda each: _ORDER[each.matter])),
            comparison=comparison,
            renamed_from=was,
            is_incomplete=is_incomplete,
        )

    def _statements(
        self, one: PlacedProcedure, other: PlacedProcedure, comparison: ProcedureComparison | None
    ) -> Iterator[Statement]:
        """What a procedure of both states says now."""
        if comparison is None:
            return
        titles = self._names.of("role")
        former = self._after.former
        steps = StepStatements(one, other, comparison, self._weighing, titles, former)
        stated = Stated(Procedure, "", (None, None), self._weighing, {})
        for difference in (*comparison.differences, *comparison.records):
            for statement in stated.of(difference):
                count = steps.defaults_changed() if statement.field == _OWNER else 0
                note = words_of("revisions")["step"]["of_owner"].format(count=count)
                yield replace(statement, notes=(*statement.notes, note)) if count else statement
        yield from self._who_controls(one.procedure, other.procedure)
        yield from steps.all()

    def _who_controls(self, one: Procedure, other: Procedure) -> Iterator[Statement]:
        """Who measures an indicator or keeps a risk in check: roles inside the items of a list."""
        for field in (presented_field(Procedure, name) for name in _INDICATORS_AND_RISKS):
            sides = [
                {str(getattr(each, each.identified_by)): each for each in field.of(side)}
                for side in (one, other)
            ]
            for name, item in sides[1].items():
                was = sides[0].get(name)
                roles = [list(named_by(each, "role")) for each in (was, item) if each is not None]
                if was is not None and roles[0] != roles[1]:
                    title = self._names.of("role")
                    text = whole_difference(*(", ".join(map(title, each)) for each in roles))
                    what = words_of("revisions")["keeper"].format(what=field.title, name=plain_text(name))
                    yield Statement(Matter.DOER, text.sort, "", what, text, field=field.key)

    def _places(self, one: PlacedProcedure, other: PlacedProcedure, was: str | None) -> Iterator[Statement]:
        """Whether a procedure stands in another area or under another id, with what that makes of its address."""
        said = words_of("revisions")["procedure"]
        addresses = f"{one.area}/{was or one.id}/", other.url
        is_kept = was is not None and self._after.former.now("procedure", was) == other.id
        notes = (
            said["address_kept" if is_kept else "address"].format(before=addresses[0], after=addresses[1]),
        )
        if one.area != other.area:
            titles = [
                area.title if (area := manual.area(placed.area)) else placed.area
                for manual, placed in ((self._before, one), (self._after, other))
            ]
            text = whole_difference(*map(plain_text, titles))
            yield Statement(Matter.PLACE, Sort.MOVED, "", said["area"], text, notes, field="area")
        if other.id in self._reordered:
            text = whole_difference(one.number, other.number)
            yield Statement(Matter.PLACE, Sort.MOVED, "", said["order"], text, field="number")
        if was is not None:
            text = whole_difference(was, other.id)
            yield Statement(Matter.PLACE, Sort.CHANGED, "", said["id"], text, notes, field="id")

    def _of_one_side(self, placed: PlacedProcedure, is_new: bool) -> Statement:
        """A procedure that only one state has: what it is for, who owns it, and who does how many of its steps."""
        said, summary = words_of("revisions")["procedure"], plain_text(placed.procedure.summary or "")
        names = self._names.of("role")
        done: dict[str, int] = {}
        for step in placed.walk_steps():
            for role in step.roles if step.is_done else ():
                done[role] = done.get(role, 0) + 1
        who = ", ".join(said["does"].format(role=names(role), count=count) for role, count in done.items())
        owner = placed.procedure.owner
        notes = (
            said["owner"].format(role=names(owner)) if owner else "",
            said["doers"].format(who=who) if who else "",
        )
        return Statement(
            Matter.ADDED if is_new else Matter.CUT,
            Sort.ADDED if is_new else Sort.REMOVED,
            "",
            said["new" if is_new else "cut"],
            whole_difference("", summary) if is_new else whole_difference(summary, ""),
            tuple(filter(None, (*notes, self._maybe(is_new)))),
            field="title",
        )

    def _maybe(self, is_new: bool) -> str:
        """What cannot be read in the other state, and could be a procedure that is gone or new."""
        hidden, there = (self._unseen.before, self._after) if is_new else (self._unseen.after, self._before)
        known = {each.id for each in there.procedures()}
        maybe = sorted(_procedures_in(hidden) - known)
        return words_of("revisions")["procedure"]["maybe"].format(ids=", ".join(maybe)) if maybe else ""


def _least(pairs: Sequence[_Sides]) -> int:
    """From how many on half of some procedures are compared in a second process: only where many of them differ."""
    differing = sum(
        one is None or other is None or one.procedure is not other.procedure for one, other in pairs
    )
    return 0 if differing >= _MANY else len(pairs) + 1


def _reordered(before: Manual, after: Manual) -> Iterator[str]:
    """The procedures that stand in another order in their area: as few as can be; of the shared text none has one."""
    places = {each.id: (each.area, index) for index, each in enumerate(before.procedures())}
    lists: dict[str, list[tuple[int, int]]] = {}
    here = [*after.procedures()] if not after.is_base else []
    for index, each in enumerate(here):
        area, place = places.get(each.id, ("", 0))
        if area == each.area:
            lists.setdefault(area, []).append((place, index))
    for pairs in lists.values():
        moved = reordered(pairs)
        yield from (here[index].id for place, index in pairs if place in moved)


def _procedures_in(hidden: Collection[str]) -> set[str]:
    """The procedures among what a state has and its manual does not hold."""
    return {each for each in hidden if "/" not in each and ":" not in each}


def _before_name(one: PlacedProcedure | None, was: str | None) -> ProcedureName | None:
    """What a procedure was called before, by the id that it had then."""
    name = procedure_name(one) if one is not None else None
    return replace(name, id=was) if name is not None and was is not None else name
