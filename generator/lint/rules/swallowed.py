"""Rules about text that YAML reads as something else than the author meant, without any complaint.

A plain text ends at `` #``; what follows is a comment. Comments behind ids, words and dates are welcome anywhere;
behind a text only when they cannot be taken for it: two spaces or more, then ``# `` with a space.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.model import Path, ShapeKind, fields_of, leaves, models_within
from generator.problems import Problem
from generator.project import ProjectFile
from generator.yamltext import ScalarNode, quoted_line

_SWALLOWED = re.compile(r"([ \t]+)(#.*)")
_CLEAR_COMMENT = re.compile(r"[ \t]{2,}#(?: .*)?$")
_SIGN_OF_COMMENT = re.compile(r"[^\s:][ \t]+#")
_CONTINUED = re.compile(r"\n[ \t]*(-[^-\n][^\n]*|([a-z_]+):\S[^\n]*)")
_NOTHING = re.compile(r"~|null", re.IGNORECASE)


def swallowed_comments(facts: ProjectFacts) -> Iterator[Problem]:
    """`swallowed-comment`."""
    for document in facts.documents:
        if document.source.holds(" #") and _SIGN_OF_COMMENT.search(document.source.text):
            for path, _ in _texts(document):
                yield from _after_text(document, path)


def swallowed_lines(facts: ProjectFacts) -> Iterator[Problem]:
    """`swallowed-line`: a line that was meant as an item or a key continues the text above it."""
    for document in facts.project.documents:
        keys = (
            {key for model in models_within(document.shape) for key in fields_of(model)}
            if document.folded
            else set()
        )
        for text in document.folded if document.is_readable else ():
            for match in _CONTINUED.finditer(document.source.text, text.start, text.end):
                if match[2] is None or match[2] in keys:
                    place = document.source.place(match.start(1), match.end(1))
                    variant = "" if match[2] is None else "key"
                    yield found("swallowed-line", place, variant, text=match[1], key=match[2])


def words_for_nothing(facts: ProjectFacts) -> Iterator[Problem]:
    """`null-word`: ``null`` and ``~`` are texts like any other here."""
    for document in facts.documents:
        for path, text in _texts(document) if _has_word_for_nothing(document) else ():
            _, node = document.find(path)
            if _NOTHING.fullmatch(text.strip()) and isinstance(node, ScalarNode) and not node.style:
                yield found("null-word", document.value_place(path), text=text)


def _has_word_for_nothing(document: ProjectFile) -> bool:
    return document.source.holds("~", "null", "Null", "NULL")


def _texts(document: ProjectFile) -> Iterator[tuple[Path, str]]:
    """The texts of a file, and its values."""
    yield from leaves(document.data, document.shape, ShapeKind.TEXT)
    yield from leaves(document.data, document.shape, ShapeKind.STRING)


def _after_text(document: ProjectFile, path: Path) -> Iterator[Problem]:
    """Text behind a plain text on its last line that YAML takes for a comment."""
    _, node = document.find(path)
    if not isinstance(node, ScalarNode) or node.style:
        return
    _, line_end = document.source.line_span(node.end)
    match = _SWALLOWED.match(document.source.text, node.end, line_end)
    if match is not None and not _CLEAR_COMMENT.match(match[0]):
        place = document.source.place(match.start(2), match.end(2))
        suggestion = quoted_line(document.source.text, node.end)
        yield found("swallowed-comment", place, text=match[2], suggestion=suggestion)
