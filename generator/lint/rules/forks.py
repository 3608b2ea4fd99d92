"""Rules about what is done at the same time: a fork has branches, decides nothing, is entered and left as a whole."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.steps import steps_of
from generator.model import Kind, Path, PlacedStep
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
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


def crossing(
    document: ProjectFile, steps: StepsByPath, source: PlacedStep, target: PlacedStep, path: Path
) -> Problem | None:
    """`go-out-of-branch` or `go-into-branch`: what is wrong with a jump that enters or leaves a fork in its middle.

    Args:
        document: the procedure.
        steps: its steps.
        source: the step that sends the work elsewhere.
        target: where it does.
        path: where its `go` stands.
    """
    for length in range(len(source.path) - 1, 0, -1):
        fork = steps[source.path[:length]]
        if fork.step.is_fork and target.path[: length + 1] != source.path[: length + 1]:
            return found("go-out-of-branch", document.value_place(path), number=fork.number)
    for length in range(1, len(target.path)):
        fork = steps[target.path[:length]]
        if fork.step.is_fork and target.path[: length + 1] != source.path[: length + 1]:
            place = document.value_place(path)
            return found("go-into-branch", place, number=fork.number, target=target.number, id=fork.step.id)
    return None
