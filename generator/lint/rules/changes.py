"""Rules about the changes of editions: what each means by itself, and what a procedure is like once they are made."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.ends import end_ids
from generator.lint.rules.unknown import unknown
from generator.model import END, Path, Verb
from generator.overlay import CHANGES_KEY, Edited, WrittenChange, changed_procedures, part_of
from generator.problems import Problem, Severity
from generator.project import FileKind, ProjectFile, ids_of_steps, steps_of
from generator.yamltext import as_list, as_mapping, as_text

HANGING = "change-leaves-go-hanging"
_TOLD_BY_OTHERS = ("go-to-nowhere",)
"""Rules that tell in the base what `change-leaves-go-hanging` tells in the edition."""
_ALL_THE_SAME = ("unknown-value",)
"""Rules whose findings in the base are not the changes' doing."""


def changes_as_such(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-change`, `unknown-procedure`; of whole procedures `change-addresses-nothing`, `change-changes-nothing`."""
    for edition in facts.project.of_kind(FileKind.EDITION):
        for procedure in changed_procedures(edition):
            yield from _changed(facts, edition, procedure)


def _changed(facts: ProjectFacts, edition: ProjectFile, procedure: str) -> Iterator[Problem]:
    """What is wrong with the changes of one procedure."""
    place = edition.key_place((CHANGES_KEY, procedure))
    edited = facts.edits.get((edition.id, procedure))
    if facts.project.document(FileKind.PROCEDURE, procedure) is None:
        is_own = facts.project.document(FileKind.PROCEDURE, procedure, edition=edition.id) is not None
        if is_own:
            yield found("change-addresses-nothing", place, "own", address=procedure)
        elif procedure not in facts.project.unread:
            yield unknown(facts, "procedure", procedure, edition, place)
    elif not _is_placed(facts, edition, procedure):
        yield found("change-changes-nothing", place, "unplaced", id=procedure)
    if edited is not None:
        yield from edited.unsound


def hanging_ways(facts: ProjectFacts) -> Iterator[Problem]:
    """`change-leaves-go-hanging`: a `go` of the base leads to a step that an edition takes out."""
    for edited in facts.edits.values():
        if edited.document is not None:
            yield from _hanging(facts, edited, edited.document)


def _hanging(facts: ProjectFacts, edited: Edited, document: ProjectFile) -> Iterator[Problem]:
    """The ways of one changed procedure that lead nowhere since the change."""
    base = facts.project.document(FileKind.PROCEDURE, document.id)
    if base is None:
        return
    before, after = ({*ids_of_steps(each.data), *end_ids(each.data)} for each in (base, document))
    for path, go in _ways(document.data):
        place = document.value_place(path)
        is_hanging = go != END and go in before - after
        if is_hanging and place.location.file == base.source.file:
            change = next((each for each, at in edited.made if _takes_out(each, at.path, base, go)), None)
            if change is not None:
                told = change.edition.value_place(change.address_path)
                yield found(HANGING, told, id=go, address=change.address, way=place.location)


def _ways(data: object) -> Iterator[tuple[Path, str]]:
    """Every `go` of a procedure and where it stands."""
    for path, step in steps_of(data):
        if as_text(step.get("go")):
            yield (*path, "go"), as_text(step.get("go"))
        for index, outcome in enumerate(as_list(step.get("outcomes"))):
            go = as_text(as_mapping(outcome).get("go"))
            if go:
                yield (*path, "outcomes", index, "go"), go


def _takes_out(change: WrittenChange, path: Path, base: ProjectFile, step: str) -> bool:
    """Whether a change replaces or removes what holds a step, or its id."""
    if change.verb not in (Verb.REPLACE, Verb.REMOVE):
        return False
    part = part_of(base.data, path)
    if path[-1] == "id":
        return part == step
    steps = part if isinstance(part, list) else [part]
    ids = {as_text(as_mapping(each).get("id")) for each in steps}
    return step in ids.union(ids_of_steps({"steps": steps}))


class Told:
    """What is wrong with the files as they are, and which of them are broken."""

    def __init__(self, problems: Collection[Problem]) -> None:
        """Keep what was told."""
        self._problems = {(each.rule, each.location) for each in problems}
        self._broken = {
            each.location.file
            for each in problems
            if each.severity is Severity.ERROR and each.rule not in _ALL_THE_SAME
        }

    def __contains__(self, problem: Problem) -> bool:
        """Whether a problem was told."""
        return (problem.rule, problem.location) in self._problems

    def is_broken(self, document: ProjectFile) -> bool:
        """Whether a file has an error, so that what a change makes of it says nothing."""
        return document.source.file in self._broken


def against_the_base(facts: ProjectFacts, edited: Edited, told: Told) -> Iterator[Problem]:
    """`change-addresses-nothing`, `change-changes-nothing`, `contradicting-changes`, `base-moved`,
    `change-without-base`, and `bad-change` of what the base has or lacks; nothing of a base that is broken itself.
    """  # noqa: D205  # the ids of rules, of which there are many
    if not told.is_broken(edited.base) and _is_placed(facts, edited.edition, edited.base.id):
        yield from edited.problems


def consequences(edited: Edited, problems: Collection[Problem], told: Told) -> Iterator[Problem]:
    """What is wrong with a procedure once it is changed, told where the change stands.

    Args:
        edited: what the edition made of the procedure.
        problems: what the rules and the model find in it; places are in the base's file or in the edition's.
        told: what is wrong with all files as they are.
    """
    base = edited.base
    is_single = len(edited.made) == 1
    place = (
        edited.edition.value_place(edited.made[0][0].address_path)
        if is_single
        else edited.edition.key_place((CHANGES_KEY, base.id))
    )
    for problem in problems:
        if problem in told:
            continue
        if problem.location.file != base.source.file or problem.rule in _ALL_THE_SAME:
            yield problem
        elif edited.made and problem.rule not in _TOLD_BY_OTHERS and not told.is_broken(base):
            moved = found(
                "change-breaks-procedure",
                place,
                id=base.id,
                message=problem.message,
                hint=problem.hint,
                way=problem.location,
            )
            yield replace(moved, severity=problem.severity)


def _is_placed(facts: ProjectFacts, edition: ProjectFile, procedure: str) -> bool:
    """Whether an edition shows a procedure, as far as that can be known."""
    return not facts.are_editions_readable or edition.id in facts.editions_of.get(procedure, ())
