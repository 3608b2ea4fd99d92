"""How somebody new in a role learns the work: the authored paths, and one computed for every role that has none.

A computed path invents nothing. It begins with the words of the role's procedures, goes through the procedures (those
first in which it has most to do), and after each asks for the decisions and documents that are the role's own.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, partial

from generator.indexes.glossary import Glossary
from generator.indexes.involvement import Involvement, Work
from generator.indexes.words import Word, word_named, words_to_know
from generator.model import (
    LearningPath,
    Manual,
    PlacedPath,
    PlacedProcedure,
    PlacedStep,
    RoleKind,
    Status,
    Stop,
)

INDEX = "index"
"""The name of the page that opens a folder: no path may have it."""
TAKEN_SUFFIX = "-role"


class StopKind(StrEnum):
    """What a learner does at a stop."""

    WORDS = "words"
    PROCEDURE = "procedure"
    STEP = "step"
    PAGE = "page"
    CHECKPOINT = "checkpoint"


class Reason(StrEnum):
    """Why a computed path has a stop."""

    WORDS = "words"
    OWNS = "owns"
    ACTS = "acts"
    ANSWERS_FOR = "answers_for"


@dataclass(frozen=True, slots=True)
class PathStop:
    """One stop of a path.

    Attributes:
        key: what names it in this path as long as it says the same, for a browser to remember it by.
        kind: what sort of stop it is.
        procedure: the procedure of a procedure, a step, or a computed checkpoint.
        steps: of a step, it; of a computed procedure, the role's steps in it; of a computed checkpoint, what the
            learner must be able to do.
        words: of words, them.
        authored: the stop as written, or several that name steps of one procedure, one after the other: who reads one
            of them has all of them in sight. None when it is computed.
        reason: why it is there, when it is computed.
        step_count: how many steps the procedure has in all.
    """

    key: str
    kind: StopKind
    procedure: PlacedProcedure | None = None
    steps: tuple[PlacedStep, ...] = ()
    words: tuple[Word, ...] = ()
    authored: tuple[Stop, ...] = ()
    reason: Reason | None = None
    step_count: int = 0


@dataclass(frozen=True)
class RolePath:
    """A path of an edition.

    Attributes:
        id: unique among the edition's paths.
        role: the id of the role whose holders it is for.
        find_stops: finds what to read and to prove, in order; computed paths of a large manual take long.
        learning: the path as written; None for a computed path, which is called after its role.
        source: the authored file; None for a computed path.
    """

    id: str
    role: str
    find_stops: Callable[[], Iterable[PathStop]]
    learning: LearningPath | None = None
    source: str | None = None

    @cached_property
    def stops(self) -> tuple[PathStop, ...]:
        """What to read and to prove, in order."""
        return tuple(self.find_stops())

    @property
    def is_computed(self) -> bool:
        """Whether nobody wrote it."""
        return self.learning is None

    def procedures(self) -> tuple[PlacedProcedure, ...]:
        """The procedures that it leads to, each once, in its order."""
        return tuple({stop.procedure.id: stop.procedure for stop in self.stops if stop.procedure}.values())


def has_paths(manual: Manual) -> bool:
    """Whether an edition has any path."""
    return any(
        _leads_somewhere(manual, stop) for path in manual.paths for stop in path.learning.stops
    ) or any(
        role in manual.roles
        for placed in manual.procedures()
        if _is_learned(placed)
        for role in (placed.procedure.owner, *(role for step in placed.walk_steps() for role in step.roles))
    )


def paths_of(manual: Manual, glossary: Glossary, work: Mapping[str, Work]) -> tuple[RolePath, ...]:
    """All paths of an edition.

    Args:
        manual: the edition.
        glossary: its words.
        work: what its roles do.

    Returns:
        The authored paths, those for a whole unit first: whoever is new begins with what everybody learns there. Then
        a computed one for each other role that does anything, in the order of the catalogue.
    """
    authored = [path for path in (_authored(manual, each) for each in manual.paths) if path.stops]
    paths = sorted(authored, key=lambda path: not _is_for_a_unit(manual, path.role))
    taken, served = {INDEX, *(path.id for path in paths)}, {path.role for path in paths}
    for role in manual.roles:
        if role not in served and (learned := _learned(work[role])):
            identifier = _free(role, taken)
            taken.add(identifier)
            paths.append(RolePath(identifier, role, partial(_computed_stops, manual, glossary, learned)))
    return tuple(paths)


def _is_for_a_unit(manual: Manual, role: str) -> bool:
    return role in manual.roles and manual.roles[role].kind is RoleKind.UNIT


def _free(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += TAKEN_SUFFIX
    return name


def _authored(manual: Manual, placed: PlacedPath) -> RolePath:
    """A path as written; what the edition does not have is left out, steps of one procedure in a row are one stop."""
    learning = placed.learning
    stops: list[PathStop] = []
    for stop in learning.stops:
        if _leads_somewhere(manual, stop):
            made = _authored_stop(manual, stop, {each.key for each in stops})
            if stops and _stand_together(stops[-1], made):
                first = stops.pop()
                made = replace(
                    first, steps=(*first.steps, *made.steps), authored=(*first.authored, *made.authored)
                )
            stops.append(made)
    return RolePath(placed.id, learning.role, lambda: stops, learning, placed.path)


def _stand_together(one: PathStop, other: PathStop) -> bool:
    """Whether two stops are rows of one table."""
    are_steps = one.kind is StopKind.STEP and other.kind is StopKind.STEP
    return are_steps and one.procedure is other.procedure


def _leads_somewhere(manual: Manual, stop: Stop) -> bool:
    """Whether an edition has the procedure and the step that a stop names, if it names any."""
    if stop.procedure is None:
        return True
    procedure = manual.procedure(stop.procedure)
    return procedure is not None and (stop.step is None or procedure.step_with_id(stop.step) is not None)


def _authored_stop(manual: Manual, stop: Stop, taken: Collection[str]) -> PathStop:
    if procedure := manual.procedure(stop.procedure or ""):
        return _procedure_stop(procedure, stop, taken)
    if stop.term is not None:
        words = (word_named(manual, stop.term),)
        return PathStop(_key("term", stop.term, taken), StopKind.WORDS, words=words, authored=(stop,))
    if stop.page is not None:
        return PathStop(_key("page", stop.page, taken), StopKind.PAGE, authored=(stop,))
    key = _key("checkpoint", stop.checkpoint or "", taken)
    return PathStop(key, StopKind.CHECKPOINT, authored=(stop,))


def _procedure_stop(procedure: PlacedProcedure, stop: Stop, taken: Collection[str]) -> PathStop:
    step = procedure.step_with_id(stop.step) if stop.step else None
    if step is None:
        key = _key("procedure", procedure.id, taken)
        return PathStop(key, StopKind.PROCEDURE, procedure, authored=(stop,))
    key = _key("step", f"{procedure.id}#{stop.step}", taken)
    return PathStop(key, StopKind.STEP, procedure, (step,), authored=(stop,))


def _key(sort: str, name: str, taken: Collection[str]) -> str:
    """A key that no earlier stop of the path has: the same thing may be read twice."""
    key, times = f"{sort}:{name}", 1
    while key in taken:
        times += 1
        key = f"{sort}:{name}:{times}"
    return key


def _learned(work: Work) -> list[Involvement]:
    """What a role has to learn: the procedures by the number of its steps in them, then those that it only owns."""
    learned = [each for each in work.involvements if _is_learned(each.procedure)]
    return sorted(learned, key=lambda each: -len(each.steps))


def _computed_stops(manual: Manual, glossary: Glossary, learned: Sequence[Involvement]) -> Iterator[PathStop]:
    """Words first, then the procedures, each with what must be proved of it."""
    if words := words_to_know(manual, glossary, [each.procedure for each in learned]):
        yield PathStop("words", StopKind.WORDS, words=words, reason=Reason.WORDS)
    for each in learned:
        placed = each.procedure
        yield PathStop(
            f"procedure:{placed.id}",
            StopKind.PROCEDURE,
            placed,
            each.steps,
            reason=Reason.ACTS if each.steps else Reason.OWNS,
            step_count=placed.step_count,
        )
        answered_for = {step.path for step in (*each.decisions, *each.makes)}
        if own := tuple(step for step in each.steps if step.path in answered_for):
            key = f"checkpoint:{placed.id}"
            yield PathStop(key, StopKind.CHECKPOINT, placed, own, reason=Reason.ANSWERS_FOR)


def _is_learned(placed: PlacedProcedure) -> bool:
    return bool(placed.steps) and placed.procedure.status is not Status.RETIRED
