"""Rules about single steps: their ids, and what makes a decision."""

from collections.abc import Iterator
from functools import partial

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import END, Kind, Path, Step, choice_words, fields_of
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, steps_of
from generator.yamltext import as_list, as_mapping, as_text

LEAST_OUTCOMES = 2


def step_ids(facts: ProjectFacts) -> Iterator[Problem]:
    """`duplicate-step-id` and `reserved-step-id`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        yield from document.once("step-ids", partial(_ids, document))


def _ids(document: ProjectFile) -> Iterator[Problem]:
    """What is wrong with the ids of the steps of one procedure."""
    seen: dict[str, Path] = {}
    for path, step in steps_of(document.data):
        identifier = as_text(step.get("id"))
        if not identifier:
            continue
        place_path = (*path, "id")
        if identifier == END:
            yield found("reserved-step-id", document.value_place(place_path), id=identifier)
        elif identifier in seen:
            yield _duplicate(document, identifier, seen[identifier], place_path)
        seen.setdefault(identifier, place_path)


def _duplicate(document: ProjectFile, identifier: str, first: Path, second: Path) -> Problem:
    """An id that two steps have; told of the step that an edition brought, if only one of them is such."""
    there, here = document.value_place(first), document.value_place(second)
    file = document.source.file
    if here.location.file == file != there.location.file:
        here, there = there, here
    variant = "in-file" if here.location.file != there.location.file else ""
    line = there.location.line
    return found("duplicate-step-id", here, variant, id=identifier, line=line, file=there.location.file)


def decisions(facts: ProjectFacts) -> Iterator[Problem]:
    """`few-outcomes`, `same-outcomes` (alike labels), `go-with-outcomes`, `kind-with-outcomes`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        yield from document.once("decisions", partial(_decisions, document))


def _decisions(document: ProjectFile) -> Iterator[Problem]:
    """What is wrong with the decisions of one procedure."""
    for path, step in steps_of(document.data):
        kind = as_text(step.get("kind"))
        if "outcomes" in step or (kind == Kind.DECISION and "parallel" not in step):
            yield from _decision(document, path, step, kind)


def _decision(document: ProjectFile, path: Path, step: dict[str, object], kind: str) -> Iterator[Problem]:
    """What is wrong with one decision."""
    outcomes = step.get("outcomes", [])
    if isinstance(outcomes, list) and len(outcomes) < LEAST_OUTCOMES:
        where = "outcomes" if "outcomes" in step else "kind"
        variant = "" if outcomes else "none"
        yield found("few-outcomes", document.key_place((*path, where)), variant)
    if outcomes and "go" in step:
        yield found("go-with-outcomes", document.key_place((*path, "go")), go=as_text(step["go"]))
    if outcomes and kind and kind != Kind.DECISION:
        named = choice_words(fields_of(Step)["kind"].description).get(kind)
        variant = "drawn" if named and kind != Kind.PROCESS else ""
        yield found(
            "kind-with-outcomes", document.value_place((*path, "kind")), variant, kind=kind, name=named
        )
    seen: dict[str, str] = {}
    for index, outcome in enumerate(as_list(outcomes)):
        label = as_text(as_mapping(outcome).get("label"))
        folded = "".join(label.split()).casefold()
        if folded and folded in seen:
            place = document.value_place((*path, "outcomes", index, "label"))
            yield found("same-outcomes", place, label=label, other=seen[folded])
        seen.setdefault(folded, label)
