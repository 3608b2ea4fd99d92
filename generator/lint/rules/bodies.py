"""The rule that a procedure which is more than planned has a body: an owner and steps."""

from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import BODY_KEYS, Procedure, Status, fields_of
from generator.problems import Problem
from generator.project import FileKind
from generator.validation import is_lack_explained, missing_key
from generator.yamltext import as_mapping, as_text


def missing_bodies(facts: ProjectFacts) -> Iterator[Problem]:
    """`missing-key` of `owner` and `steps`; the model asks for the same, but only when all else is right."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        data = as_mapping(document.data)
        if not document.is_readable or not data or as_text(data.get("status")) == Status.PLANNED:
            continue
        for key in BODY_KEYS:
            if key not in data and not is_lack_explained(document, (), key):
                yield missing_key(document, (), key)
            elif data.get(key) == []:
                yield found(
                    "empty-list", document.key_place((key,)), key=key, title=fields_of(Procedure)[key].title
                )
