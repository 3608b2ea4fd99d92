"""How somebody new in a role learns the work: the authored paths, and one computed for every role that has none.

A computed path invents nothing. It begins with the words of the role's procedures, goes through the procedures (those
first in which it has most to do), and after each asks for the decisions and documents that are the role's own.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.model.learning_path import Stop
from generator.model.manual import Manual, PlacedPath, PlacedProcedure, PlacedStep
from generator.model.procedure import Kind, Status
from generator.registers.words import Word, word_named, words_of

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
        page: of a page, its uri.
        checkpoint: what an author wants to be proved.
        why: why it is there, as authored.
        reason: why it is there, when it is computed.
        step_count: how many steps the procedure has in all.
    """

    key: str
    kind: StopKind
    procedure: PlacedProcedure | None = None
    steps: tuple[PlacedStep, ...] = ()
    words: tuple[Word, ...] = ()
    page: str = ""
    checkpoint: str | None = None
    why: str | None = None
    reason: Reason | None = None
    step_count: int = 0


@dataclass(frozen=True, slots=True)
class RolePath:
    """A path of an edition.

    Attributes:
        id: unique among the edition's paths.
        role: the id of the role whose holders it is for.
        stops: what to read and to prove, in order.
        title: as authored; None for a computed path, which is called after its role.
        summary: what one can do at its end, as authored.
        source: the authored file; None for a computed path.
    """

    id: str
    role: str
    stops: tuple[PathStop, ...]
    title: str | None = None
    summary: str | None = None
    source: str | None = None

    @property
    def is_computed(self) -> bool:
        """Whether nobody wrote it."""
        return self.source is None

    def procedures(self) -> tuple[PlacedProcedure, ...]:
        """The procedures that it leads to, each once, in its order."""
        return tuple({stop.procedure.id: stop.procedure for stop in self.stops if stop.procedure}.values())


def paths_of(manual: Manual) -> tuple[RolePath, ...]:
    """All paths of an edition.

    Args:
        manual: the edition.

    Returns:
        The authored paths in their order, then a computed one for each other role that does anything, in the order of
        the catalogue.
    """
    authored = [_authored(manual, each) for each in manual.paths]
    paths = [path for path in authored if path.stops]
    taken, served = {INDEX, *(path.id for path in paths)}, {path.role for path in paths}
    for role in manual.roles:
        if role not in served and (stops := tuple(_computed_stops(manual, role))):
            identifier = _free(role, taken)
            taken.add(identifier)
            paths.append(RolePath(identifier, role, stops))
    return tuple(paths)


def _free(name: str, taken: Collection[str]) -> str:
    while name in taken:
        name += TAKEN_SUFFIX
    return name


def _authored(manual: Manual, placed: PlacedPath) -> RolePath:
    """A path as written; a stop at something that the edition does not have is left out."""
    learning = placed.learning
    stops: list[PathStop] = []
    for stop in learning.stops:
        if made := _authored_stop(manual, stop, {each.key for each in stops}):
            stops.append(made)
    return RolePath(placed.id, learning.role, tuple(stops), learning.title, learning.summary, placed.path)


def _authored_stop(manual: Manual, stop: Stop, taken: Collection[str]) -> PathStop | None:
    if stop.procedure is not None:
        return _procedure_stop(manual, stop, taken)
    if stop.term is not None:
        words = (word_named(manual, stop.term),)
        return PathStop(_key("term", stop.term, taken), StopKind.WORDS, words=words, why=stop.why)
    if stop.page is not None:
        return PathStop(_key("page", stop.page, taken), StopKind.PAGE, page=stop.page, why=stop.why)
    key = _key("checkpoint", stop.checkpoint or "", taken)
    return PathStop(key, StopKind.CHECKPOINT, checkpoint=stop.checkpoint, why=stop.why)


def _procedure_stop(manual: Manual, stop: Stop, taken: Collection[str]) -> PathStop | None:
    procedure = manual.procedure(stop.procedure or "")
    if procedure is None:
        return None
    if stop.step is None:
        key = _key("procedure", procedure.id, taken)
        return PathStop(key, StopKind.PROCEDURE, procedure, why=stop.why)
    step = procedure.step_with_id(stop.step)
    if step is None:
        return None
    key = _key("step", f"{procedure.id}#{stop.step}", taken)
    return PathStop(key, StopKind.STEP, procedure, (step,), why=stop.why)


def _key(sort: str, name: str, taken: Collection[str]) -> str:
    """A key that no earlier stop of the path has: the same thing may be read twice."""
    key, times = f"{sort}:{name}", 1
    while key in taken:
        times += 1
        key = f"{sort}:{name}:{times}"
    return key


def _computed_stops(manual: Manual, role: str) -> Iterator[PathStop]:
    """Words first, then the procedures by the number of the role's steps in them, then those that it only owns."""
    found = [(placed, steps_of(placed, role)) for placed in manual.procedures() if _is_learned(placed)]
    mine = [(placed, steps) for placed, steps in found if steps or placed.procedure.owner == role]
    mine.sort(key=lambda each: -len(each[1]))
    if not mine:
        return
    if words := words_of(manual, [placed for placed, _ in mine]):
        yield PathStop("words", StopKind.WORDS, words=words, reason=Reason.WORDS)
    for placed, steps in mine:
        count = sum(1 for _ in placed.walk_steps())
        reason = Reason.ACTS if steps else Reason.OWNS
        yield PathStop(
            f"procedure:{placed.id}",
            StopKind.PROCEDURE,
            placed,
            steps,
            reason=reason,
            step_count=count,
        )
        if answered_for := tuple(step for step in steps if _is_answered_for(step)):
            key = f"checkpoint:{placed.id}"
            yield PathStop(key, StopKind.CHECKPOINT, placed, answered_for, reason=Reason.ANSWERS_FOR)


def steps_of(placed: PlacedProcedure, role: str) -> tuple[PlacedStep, ...]:
    """The steps of a procedure in which a role acts, in reading order."""
    return tuple(step for step in placed.walk_steps() if step.role == role)


def _is_learned(placed: PlacedProcedure) -> bool:
    return bool(placed.steps) and placed.procedure.status is not Status.RETIRED


def _is_answered_for(placed: PlacedStep) -> bool:
    """Whether a step decides something or makes a document."""
    return placed.step.is_decision or placed.step.kind is Kind.DOCUMENT or placed.step.output is not None
