"""Rules about what texts link to, and about markup that is shown as it was written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.addresses import is_bare_address, is_broken_address
from generator.lint.rules.rich_texts import is_rich
from generator.lint.rules.unknown import linked_procedure, unknown, unknown_step
from generator.model import (
    PLACEHOLDER_PATTERN,
    PROCEDURE_SCHEME,
    RICH_PICTURE,
    BadLink,
    ExternalLink,
    Path,
    Plain,
    ProcedureLink,
    RichLine,
    Segment,
    ShapeKind,
    file_path,
    leaves,
    parse_markup,
    parse_rich_markup,
    read_rich_text,
)
from generator.problems import Problem
from generator.project import ProjectFile, ids_of_steps
from generator.yamltext import TextSpan

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
                    for line in _lines(document, path, text):
                        yield from _in_line(facts, document, line)


@dataclass(frozen=True, slots=True)
class _Line:
    """Words with inline markup: their segments, where a stretch of them stands, and which of them are told elsewhere.

    Pictures are, as they are no inline markup.
    """

    text: str
    segments: tuple[Segment, ...]
    place: Callable[[int, int], TextSpan]
    is_rich: bool = False

    def is_of_picture(self, start: int) -> bool:
        """Whether a character is part of what is written as a picture."""
        return any(match.start() <= start < match.end() for match in RICH_PICTURE.finditer(self.text))


def _lines(document: ProjectFile, path: Path, text: str) -> Iterator[_Line]:
    """The words of one text; one of several blocks has several lines."""
    if not is_rich(document, path):
        yield _Line(text, parse_markup(text), partial(document.text_place, path))
        return
    for line in read_rich_text(text).lines():
        yield _Line(line.text, parse_rich_markup(line.text), partial(_place, document, path, line), True)


def _place(document: ProjectFile, path: Path, line: RichLine, start: int, length: int) -> TextSpan:
    return document.text_place(path, line.offset(start), length)


def _in_line(facts: ProjectFacts, document: ProjectFile, line: _Line) -> Iterator[Problem]:
    """What is wrong with the markup of a line."""
    for segment in line.segments:
        if isinstance(segment, Plain):
            for match in _LEFT_OVER.finditer(segment.text):
                start = segment.offset + match.start()
                if not line.is_of_picture(start):
                    variant = "tag" if line.is_rich and match[0].startswith("<") else ""
                    yield found("markup-left-over", line.place(start, len(match[0])), variant, text=match[0])
        elif isinstance(segment, ProcedureLink | ExternalLink | BadLink):
            start = line.text.index(_TARGET_MARK, segment.offset) + len(_TARGET_MARK)
            target = line.text[start : line.text.index(")", start)]
            if not (PLACEHOLDER_PATTERN.search(target) or line.is_of_picture(start)):
                yield from _link(facts, document, line, segment, _Target(target, start))


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a link leads, as written, and where in the text that is written."""

    text: str
    start: int


def _link(
    facts: ProjectFacts,
    document: ProjectFile,
    line: _Line,
    link: ProcedureLink | ExternalLink | BadLink,
    target: _Target,
) -> Iterator[Problem]:
    """What is wrong with one link."""
    if isinstance(link, ProcedureLink):
        yield from _procedure_link(facts, document, line, link, target.start + len(PROCEDURE_SCHEME) + 1)
    elif isinstance(link, BadLink) or is_broken_address(target.text):
        place = line.place(target.start, len(target.text))
        if meant := linked_procedure(facts, target.text, document.scope):
            yield found("bad-link", place, "procedure", target=target.text, suggestion=meant)
            return
        variant = _link_variant(target.text, line.is_rich) if isinstance(link, BadLink) else ""
        yield found("bad-link", place, variant, target=target.text)


def _link_variant(target: str, is_rich: bool) -> str:
    """Which mistake the target of a link that leads nowhere looks like."""
    if not target:
        return "empty"
    if is_bare_address(target):
        return "bare"
    if is_rich:
        return "text"
    return "file" if file_path(target) else ""


def _procedure_link(
    facts: ProjectFacts, document: ProjectFile, line: _Line, link: ProcedureLink, start: int
) -> Iterator[Problem]:
    """What is wrong with a link to a procedure or one of its steps; its name starts at an offset of the text."""
    known = facts.names(document.scope)["procedure"] or {}
    if link.procedure not in known:
        if link.procedure not in facts.project.unread:
            place = line.place(start, max(1, len(link.procedure)))
            yield unknown(facts, "procedure", link.procedure, document, place)
        return
    target = facts.procedure(link.procedure, document.scope)
    if link.step is None or target is None or not target.is_readable:
        return
    identifiers = ids_of_steps(target.data)
    if link.step not in identifiers:
        place = line.place(start + len(link.procedure) + 1, max(1, len(link.step)))
        yield unknown_step(facts, link.step, identifiers, target, place, f"#{link.step}")
