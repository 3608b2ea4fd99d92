"""Rules about what texts link to, and about markup that is shown as it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.addresses import is_bare_address, is_broken_address
from generator.lint.rules.steps import steps_of
from generator.lint.rules.unknown import unknown, unknown_step
from generator.model import (
    PLACEHOLDER_PATTERN,
    PROCEDURE_SCHEME,
    BadLink,
    ExternalLink,
    Path,
    Plain,
    ProcedureLink,
    ShapeKind,
    leaves,
    parse_markup,
)
from generator.problems import Problem
from generator.project import ProjectFile
from generator.yamltext import as_text

_TARGET_MARK = "]("
_SIGNS_OF_MARKUP = ("](", "**", "<", "] (")
_LEFT_OVER = re.compile(r"\*\*|\] ?\(|</?[A-Za-z][A-Za-z0-9]*\s*/?>|!(?=\[)")


def markup(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-link`, `unknown-procedure`, `unknown-step` and `markup-left-over` in texts, and in values that fill them."""
    for document in facts.documents:
        if document.source.holds(*_SIGNS_OF_MARKUP):
            texts = leaves(document.data, document.shape, ShapeKind.TEXT)
            strings = leaves(document.data, document.shape, ShapeKind.STRING)
            for path, text in [*texts, *(entry for entry in strings if entry[0][0] == "values")]:
                if any(sign in text for sign in _SIGNS_OF_MARKUP):
                    yield from _in_text(facts, document, path, text)


def _in_text(facts: ProjectFacts, document: ProjectFile, path: Path, text: str) -> Iterator[Problem]:
    """What is wrong with the markup of one text."""
    for segment in parse_markup(text):
        if isinstance(segment, Plain):
            for match in _LEFT_OVER.finditer(segment.text):
                place = document.text_place(path, segment.offset + match.start(), len(match[0]))
                yield found("markup-left-over", place, text=match[0])
        elif isinstance(segment, ProcedureLink | ExternalLink | BadLink):
            start = text.index(_TARGET_MARK, segment.offset) + len(_TARGET_MARK)
            target = text[start : text.index(")", start)]
            if not PLACEHOLDER_PATTERN.search(target):
                yield from _link(facts, document, path, segment, _Target(target, start))


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a link leads, as written, and where in the text that is written."""

    text: str
    start: int


def _link(
    facts: ProjectFacts,
    document: ProjectFile,
    path: Path,
    link: ProcedureLink | ExternalLink | BadLink,
    target: _Target,
) -> Iterator[Problem]:
    """What is wrong with one link."""
    if isinstance(link, ProcedureLink):
        yield from _procedure_link(facts, document, path, link, target.start + len(PROCEDURE_SCHEME) + 1)
    elif isinstance(link, BadLink) or is_broken_address(target.text):
        place = document.text_place(path, target.start, len(target.text))
        variant = _link_variant(target.text) if isinstance(link, BadLink) else ""
        yield found("bad-link", place, variant, target=target.text)


def _link_variant(target: str) -> str:
    """Which mistake the target of a link that leads nowhere looks like."""
    if not target:
        return "empty"
    return "bare" if is_bare_address(target) else ""


def _procedure_link(
    facts: ProjectFacts, document: ProjectFile, path: Path, link: ProcedureLink, start: int
) -> Iterator[Problem]:
    """What is wrong with a link to a procedure or one of its steps; its name starts at an offset of the text."""
    known = facts.names(document.scope)["procedure"] or {}
    if link.procedure not in known:
        if link.procedure not in facts.project.unread:
            place = document.text_place(path, start, max(1, len(link.procedure)))
            yield unknown(facts, "procedure", link.procedure, document, place)
        return
    target = facts.procedure(link.procedure, document.scope)
    if link.step is None or target is None or not target.is_readable:
        return
    identifiers = [name for _, step in steps_of(target.data) if (name := as_text(step.get("id")))]
    if link.step not in identifiers:
        place = document.text_place(path, start + len(link.procedure) + 1, max(1, len(link.step)))
        yield unknown_step(link.procedure, link.step, identifiers, target, place, f"#{link.step}")
