"""Rules about named ends: steps and ends share their ids, and an end that nothing leads to tells readers nothing."""

from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import END
from generator.problems import Problem
from generator.project import FileKind, steps_of
from generator.yamltext import as_list, as_mapping, as_text


def end_ids(data: object) -> list[str]:
    """The ids of the named ends of a procedure, as far as it states them."""
    ends = map(as_mapping, as_list(as_mapping(data).get("ends")))
    return [name for end in ends if (name := as_text(end.get("id")))]


def named_ends(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-end-id` and `unused-end`."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if not document.source.holds("ends"):
            continue
        steps = [step for _, step in steps_of(document.data)]
        taken = {as_text(step.get("id")): "step" for step in steps}
        named = {as_text(step.get("go")) for step in steps}
        named |= {
            as_text(as_mapping(outcome).get("go"))
            for step in steps
            for outcome in as_list(step.get("outcomes"))
        }
        for index, end in enumerate(as_list(as_mapping(document.data).get("ends"))):
            identifier = as_text(as_mapping(end).get("id"))
            if not identifier:
                continue
            place = document.value_place(("ends", index, "id"))
            if identifier == END:
                yield found("bad-end-id", place, id=identifier)
            elif identifier in taken:
                yield found("bad-end-id", place, taken[identifier], id=identifier)
            elif identifier not in named:
                yield found("unused-end", place, id=identifier)
            taken.setdefault(identifier, "end")
