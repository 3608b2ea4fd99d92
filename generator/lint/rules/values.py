"""Rules about values: what ``${name}`` in a text stands for, in every edition that shows the text."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from generator.diagnostics import closest_by_title, found, slip_of
from generator.lint.facts import ProjectFacts
from generator.model import PLACEHOLDER_PATTERN, VALUE_NAME_PATTERN, Path, ShapeKind, leaves, pointers
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, value_entries
from generator.yamltext import TextSpan

_OPENING = "${"
_UNCLOSED_PATTERN = re.compile(r"\$\{(?![^{}]*\})")


def placeholders(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-value` and `unclosed-value`."""
    values = facts.values
    if facts.project.only(FileKind.SETTINGS) is None:
        return  # it is missed itself, and with it perhaps these values
    for document in facts.documents:
        if document.source.holds(_OPENING):
            editions = editions_showing(facts, document, tuple(values))
            shown_with = {edition: values[edition] for edition in editions}
            for path, text in leaves(document.data, document.shape, ShapeKind.TEXT):
                yield from _in_text(partial(document.text_place, path), text, shown_with)
            yield from _in_text(document.body_place, document.body, shown_with)


def unused_values(facts: ProjectFacts) -> Iterator[Problem]:
    """`unused-value`: the settings or an edition define a value that no text uses."""
    documents = facts.project.documents
    if not facts.is_whole:
        return
    used = {name for document in documents for name in PLACEHOLDER_PATTERN.findall(document.source.text)}
    for document in _with_values(facts):
        for name in value_entries(document):
            if name not in used and VALUE_NAME_PATTERN.fullmatch(name):
                yield found("unused-value", document.key_place(("values", name)), name=name)


def value_definitions(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-value-name`, `nested-value`, and `empty-text` of a value."""
    for document in _with_values(facts):
        for name, value in value_entries(document).items():
            path: Path = ("values", name)
            if not VALUE_NAME_PATTERN.fullmatch(name):
                suggestion = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_0123456789")
                yield found("bad-value-name", document.key_place(path), name=name, suggestion=suggestion)
            if _OPENING in value:
                place = document.text_place(path, value.index(_OPENING), len(_OPENING))
                yield found("nested-value", place, name=name)
            if not value.strip():
                yield found("empty-text", document.key_place(path), key=name, title=name)


def editions_showing(facts: ProjectFacts, document: ProjectFile, every: tuple[str, ...]) -> tuple[str, ...]:
    """The editions in which the texts of a file are shown; a procedure in none is judged by all."""
    if document.scope:
        return (document.scope,) if document.scope in every else ()
    if document.kind is FileKind.KNOWLEDGE:
        return _editions_of_item(facts, document, every)
    if document.kind is FileKind.PROCEDURE:
        placing = facts.editions_of.get(document.id)
        return every if placing is None else tuple(each for each in placing if facts.shows(document, each))
    return every


def _editions_of_item(facts: ProjectFacts, document: ProjectFile, every: tuple[str, ...]) -> tuple[str, ...]:
    """The editions that place one of the procedures that an item names; every one when it names none, or none does."""
    named = [each.identifier.partition("#")[0].strip() for each in pointers(document.data, document.shape)]
    placing = {edition for procedure in named for edition in facts.editions_of.get(procedure, ())}
    return tuple(each for each in every if each in placing) or every


def _with_values(facts: ProjectFacts) -> Iterator[ProjectFile]:
    """The files that define values."""
    yield from facts.project.of_kind(FileKind.SETTINGS)
    yield from facts.project.of_kind(FileKind.EDITION)


def _in_text(
    place: Callable[[int, int], TextSpan], text: str, values: dict[str, dict[str, str]]
) -> Iterator[Problem]:
    """What is wrong with the values of one text, of which a stretch stands at a place."""
    for match in PLACEHOLDER_PATTERN.finditer(text):
        name = match[1]
        lacking = [edition for edition, known in values.items() if name not in known]
        if lacking:
            every = {each for edition in values.values() for each in edition}
            known = sorted(each for each in every if VALUE_NAME_PATTERN.fullmatch(each))
            in_some = ", ".join(lacking) if len(lacking) < len(values) else None
            if not VALUE_NAME_PATTERN.fullmatch(name):
                yield _misnamed(place(match.start(), len(match[0])), name, values, known)
                continue
            yield found(
                "unknown-value",
                place(match.start(), len(match[0])),
                "in-edition" if in_some else "",
                name=name,
                editions=in_some,
                suggestion=slip_of(name, known),
                known=", ".join(known),
            )
    for match in _UNCLOSED_PATTERN.finditer(text):
        yield found("unclosed-value", place(match.start(), len(_OPENING)))


def _misnamed(place: TextSpan, name: str, values: dict[str, dict[str, str]], known: list[str]) -> Problem:
    """A value that nobody can name so, as names of values are English; perhaps one whose text it is."""
    texts = {text: key for edition in values.values() for key, text in edition.items()}
    new = next(each for number in range(1, len(known) + 2) if (each := f"value_{number}") not in known)
    return found(
        "unknown-value",
        place,
        "misnamed",
        name=name,
        suggestion=closest_by_title(name, texts),
        new=new,
        known=", ".join(known),
        below="values" if known else None,
    )
