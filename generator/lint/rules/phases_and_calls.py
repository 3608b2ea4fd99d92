"""Rules about phases, which head the procedure's own steps, and about steps that call other procedures."""

from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, steps_of
from generator.yamltext import as_text

TOP = len(("steps", 0))
"""How long the path of one of the procedure's own steps is."""


def phases(facts: ProjectFacts) -> Iterator[Problem]:
    """`phase-of-sub-step` and `same-phase`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if document.source.holds("phase"):
            yield from _phases(document)


def _phases(document: ProjectFile) -> Iterator[Problem]:
    """What is wrong with the phases of one procedure."""
    seen: set[str] = set()
    for path, step in steps_of(document.data):
        phase = as_text(step.get("phase"))
        if phase and len(path) > TOP:
            yield found("phase-of-sub-step", document.key_place((*path, "phase")))
        elif phase:
            if phase in seen:
                yield found("same-phase", document.value_place((*path, "phase")), phase=phase)
            seen.add(phase)


def calls(facts: ProjectFacts) -> Iterator[Problem]:
    """`calls-itself` and `call-with-steps`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if document.source.holds("call"):
            for path, step in steps_of(document.data):
                called = as_text(step.get("call"))
                if called and called == document.id:
                    yield found("calls-itself", document.value_place((*path, "call")), id=called)
                if called and (step.get("steps") or step.get("parallel")):
                    yield found("call-with-steps", document.key_place((*path, "call")), id=called)
