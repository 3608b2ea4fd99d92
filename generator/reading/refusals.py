"""What a model refuses becomes problems at their places: pydantic finds, this module locates and words.

The models are asked once for every part of a file; their errors carry a path, and the document knows where that
path stands.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic_core import ErrorDetails

from generator.model.base import to_identifier
from generator.model.calendar import unit_names
from generator.problems import Problem
from generator.reading.documents import Document
from generator.reading.findings import found
from generator.reading.positions import Scalar
from generator.reading.quoting import quoted, quoted_line
from generator.reading.shapes import (
    FieldShape,
    Shape,
    ShapeKind,
    field_at,
    fields_of,
    models_within,
    shape_at,
)
from generator.reading.suggestions import closest, closest_by_title
from generator.reading.walking import Path

MOST_REFUSALS = 60
"""How many refusals of one part of a file are worth telling."""

_WRONG_TYPES = {"tuple_type": "list", "model_type": "record", "dict_type": "record"}
_TOLD_ELSEWHERE = ("unknown-value", "missing-key")
_MEANING_IN_THAI = re.compile(r"([a-z][a-z/-]*) \(([^)]+)\)")
_LIST_MARK = re.compile(r"\s*[-–—•●·▪◦*‣]")
_CURLY_QUOTES = "“”‘’"
_UNSPACED_KEY = re.compile(r"([a-z_]+):(?=\S)")
_COMMENT = re.compile(r"[ ]*(#.*)")
_CLEAR_COMMENT = re.compile(r"[ ]{2,}#(?: .*)?$")


def explain(document: Document, base: Path, errors: list[ErrorDetails]) -> Iterator[Problem]:
    """Turn what a model refused into problems.

    Args:
        document: the file.
        base: the path of the validated part in it.
        errors: pydantic's errors; those that a rule of its own tells better are passed over.
    """
    told_here = (error for error in errors if error["type"] not in _TOLD_ELSEWHERE)
    for error in islice(told_here, MOST_REFUSALS):
        yield from _explain_one(document, (*base, *error["loc"]), error["type"])


def _explain_one(document: Document, path: Path, kind: str) -> Iterator[Problem]:
    """The problem that one error means, unless it was told already."""
    field = field_at(document.shape, path)
    about = (
        {"key": field.key, "title": field.title} if field else {"key": path[-1] if path else "", "title": ""}
    )
    if kind == "missing":
        yield missing_key(document, path[:-1], str(path[-1]))
        return
    if kind == "extra_forbidden":
        yield _unknown_key(document, path)
        return
    _, node = document.find(path)
    if isinstance(node, Scalar) and not node.value.strip():
        yield _empty(document, path, node, about)
        return
    if kind in _WRONG_TYPES or not isinstance(node, Scalar):
        yield _wrong_type(document, path, _WRONG_TYPES.get(kind, "text"), about)
    elif kind == "enum" and field is not None:
        yield _unknown_choice(document, path, node.value, field)
    elif kind == "bad-id":
        if not _points_somewhere(document.shape, path):
            yield bad_id(document, path, node.value)
    elif kind == "bad-duration":
        yield found(kind, document.value_place(path), text=node.value, units=", ".join(unit_names()), **about)
    elif kind in ("bad-date", "no-such-date"):
        yield found(kind, document.value_place(path), text=node.value, **about)


def _empty(document: Document, path: Path, node: Scalar, about: Mapping[str, object]) -> Problem:
    """A key or an item without a value, or with one that YAML takes for a comment."""
    _, line_end = document.source.line_span(node.end)
    comment = _COMMENT.match(document.source.text, node.end, line_end)
    if comment is not None and not _CLEAR_COMMENT.match(comment[0]):
        place = document.source.place(comment.start(1), comment.end(1))
        suggestion = quoted_line(document.source.text, node.end)
        return found("swallowed-comment", place, text=comment[1], suggestion=suggestion)
    key, _ = document.find(path)
    return found("empty-text", document.key_place(path), "" if key is not None else "item", **about)


def missing_key(document: Document, path: Path, key: str) -> Problem:
    """A mapping lacks a key that it must have; shown where the mapping begins."""
    parent = shape_at(document.shape, path)
    field = fields_of(parent.model).get(key) if parent is not None and parent.model is not None else None
    return found(
        "missing-key",
        document.start_place(path),
        key=key,
        title=field.title if field else key,
        description=field.description if field else key,
    )


def bad_id(document: Document, path: Path, identifier: str, suggestion: str | None = None) -> Problem:
    """An id is not written as one; shown at its value, or at the key when the key is the id."""
    _, node = document.find(path)
    is_value = isinstance(node, Scalar) and node.value == identifier
    place = document.value_place(path) if is_value else document.key_place(path)
    variant = (
        "quotes" if any(mark in identifier for mark in _CURLY_QUOTES) and to_identifier(identifier) else ""
    )
    return found("bad-id", place, variant, id=identifier, suggestion=suggestion or to_identifier(identifier))


def _unknown_key(document: Document, path: Path) -> Problem:
    """A key that no field has: a slip of the pen, a Thai name, or one that belongs to another level."""
    key, place = str(path[-1]), document.key_place(path)
    parent = shape_at(document.shape, path[:-1])
    fields = fields_of(parent.model) if parent is not None and parent.model is not None else {}
    known = ", ".join(fields)
    by_title = {field.title: field.key for field in fields.values()}
    suggestion = closest(key, fields) or by_title.get(key)
    if suggestion is None:
        elsewhere = next((each for each in models_within(document.shape) if key in fields_of(each)), None)
        if elsewhere is not None:
            return found(
                "unknown-key", place, "elsewhere", key=key, title=fields_of(elsewhere)[key].title, known=known
            )
        suggestion = closest_by_title(key, by_title)
    title = fields[suggestion].title if suggestion else None
    return found("unknown-key", place, key=key, suggestion=suggestion, title=title, known=known)


def _wrong_type(document: Document, path: Path, expected: str, about: Mapping[str, object]) -> Problem:
    """A text stands where a list should, or the like; the hint fits what was probably meant."""
    _, node = document.find(path)
    place = document.value_place(path)
    if expected == "record":
        return _no_record(document, path, about)
    if expected == "list" and isinstance(node, Scalar):
        variant = "list-mark" if _LIST_MARK.match(node.value) else "list"
        return found("wrong-type", place, variant, **about, suggestion=f"- {node.value}")
    if expected == "list":
        return found("wrong-type", place, "list", **about)
    if isinstance(path[-1], int):
        is_one_line = quoted_line(document.source.text, place.start) is not None
        item = document.source.text[place.start : document.source.line_span(place.start)[1]].rstrip()
        return found(
            "wrong-type", place, "item", **about, suggestion=f"- {quoted(item)}" if is_one_line else None
        )
    return found("wrong-type", place, "text", **about)


def _no_record(document: Document, path: Path, about: Mapping[str, object]) -> Problem:
    """Something else stands where keys should."""
    _, node = document.find(path)
    place, shape = document.value_place(path), shape_at(document.shape, path)
    fields = fields_of(shape.model) if shape is not None and shape.model is not None else {}
    if not isinstance(node, Scalar):
        return found("wrong-type", place, "record", **about, keys=", ".join(fields))
    if match := _UNSPACED_KEY.match(node.value):
        suggestion = f"{match[1]}: {node.value[len(match[1]) + 1 :]}"
        return found("wrong-type", place, "unspaced-key", **{**about, "key": match[1]}, suggestion=suggestion)
    main = next((field.key for field in fields.values() if field.shape.kind is ShapeKind.TEXT), None)
    suggestion = f"{main}: {node.value}" if main is not None else ""
    return found("wrong-type", place, "record", **about, keys=", ".join(fields), suggestion=suggestion)


def _unknown_choice(document: Document, path: Path, word: str, field: FieldShape) -> Problem:
    """A word that is none of those that may be chosen; its Thai meaning is understood for the hint."""
    choices = field.shape.choices
    meanings = {meaning: choice for choice, meaning in _MEANING_IN_THAI.findall(field.description)}
    suggestion = closest(word, choices) or closest_by_title(word, meanings)
    return found(
        "unknown-choice",
        document.value_place(path),
        word=word,
        key=field.key,
        title=field.title,
        suggestion=suggestion,
        choices=", ".join(choices),
        description=field.description,
    )


def _points_somewhere(shape: Shape, path: Path) -> bool:
    """Whether an id at a path names something else; then the rules about references tell what is wrong with it."""
    here = shape_at(shape, path)
    return here is not None and here.kind is ShapeKind.IDENTIFIER and here.points_at is not None
