"""Whether a procedure has a step: in the base, and as the editions show it that change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.unknown import unknown_step
from generator.problems import Problem
from generator.project import FileKind, ids_of_steps
from generator.yamltext import TextSpan


@dataclass(frozen=True, slots=True)
class NamedStep:
    """A step that something names.

    Attributes:
        procedure: the id of its procedure.
        step: its id.
        place: where that is written.
        scope: the edition of whose own files that one is; empty for one that all share.
        part: what names the step there, and can be left out.
    """

    procedure: str
    step: str
    place: TextSpan
    scope: str
    part: str


def step_problems(facts: ProjectFacts, named: NamedStep) -> Iterator[Problem]:
    """`unknown-step` when no such step is there at all, `step-removed` when editions that show it removed it.

    Args:
        facts: about the project.
        named: the step; that there is its procedure is another rule's matter.
    """
    base = facts.project.document(FileKind.PROCEDURE, named.procedure, edition=named.scope)
    here = facts.procedure(named.procedure, named.scope)
    if base is None or here is None or not (base.is_readable and here.is_readable):
        return
    identifiers = list(dict.fromkeys([*ids_of_steps(here.data), *ids_of_steps(base.data)]))
    if named.step not in identifiers:
        yield unknown_step(facts, named.step, identifiers, base, named.place, named.part)
        return
    removing = [each for each in _editions(facts, named) if _lacks(facts, each, named)]
    if removing:
        yield found(
            "step-removed",
            named.place,
            id=named.step,
            procedure=named.procedure,
            editions=", ".join(removing),
        )


def _editions(facts: ProjectFacts, named: NamedStep) -> tuple[str, ...]:
    """The editions that show the procedure to readers of the file that names its step."""
    return (named.scope,) if named.scope else facts.editions_of.get(named.procedure, ())


def _lacks(facts: ProjectFacts, edition: str, named: NamedStep) -> bool:
    """Whether an edition changed the procedure so that the step is gone."""
    edited = facts.edits.get((edition, named.procedure))
    document = edited.document if edited is not None else None
    return document is not None and named.step not in ids_of_steps(document.data)
