"""Rules about what is done at the same time: a fork has branches, decides nothing, is entered and left as a whole."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import Kind, Path, PlacedStep
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, steps_of
from generator.yamltext import as_text

LEAST_BRANCHES = 2

StepsByPath = Mapping[tuple[int, ...], PlacedStep]
"""The steps of a procedure by their paths."""


def forks(facts: ProjectFacts) -> Iterator[Problem]:
    """`steps-and-parallel`, `few-branches`, `fork-decides`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if document.source.holds("parallel"):
            for path, step in steps_of(document.data):
                if "parallel" in step:
                    yield from _fork(document, path, step)


def _fork(document: ProjectFile, path: Path, step: dict[str, object]) -> Iterator[Problem]:
    """What is wrong with one fork."""
    branches, place = step["parallel"], document.key_place((*path, "parallel"))
    if "steps" in step:
        yield found("steps-and-parallel", place)
        return
    if isinstance(branches, list) and len(branches) < LEAST_BRANCHES:
        yield found("few-branches", place, "" if branches else "none")
    if "outcomes" in step:
        yield found("fork-decides", document.key_place((*path, "outcomes")))
    elif (kind := as_text(step.get("kind"))) and kind != Kind.PROCESS:
        yield found("fork-decides", document.key_place((*path, "kind")), "kind")


def fork_around(steps: StepsByPath, placed: PlacedStep) -> PlacedStep | None:
    """The nearest fork in one of whose branches a step stands."""
    around = (steps[placed.path[:length]] for length in range(len(placed.path) - 1, 0, -1))
    return next((each for each in around if each.step.is_fork), None)


def fork_left(steps: StepsByPath, source: PlacedStep, target: PlacedStep) -> PlacedStep | None:
    """The nearest fork one of whose branches a jump leaves in its middle."""
    return _parting(steps, source, target)


def fork_entered(steps: StepsByPath, source: PlacedStep, target: PlacedStep) -> PlacedStep | None:
    """The outermost fork one of whose branches a jump enters, though it begins in none of them."""
    return _parting(steps, target, source, outermost=True)


def _parting(
    steps: StepsByPath, inner: PlacedStep, other: PlacedStep, outermost: bool = False
) -> PlacedStep | None:
    """The fork in one of whose branches one step stands and another does not."""
    lengths = range(1, len(inner.path))
    for length in lengths if outermost else reversed(lengths):
        fork = steps[inner.path[:length]]
        if fork.step.is_fork and other.path[: length + 1] != inner.path[: length + 1]:
            return fork
    return None
