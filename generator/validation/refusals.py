"""What a model refuses becomes problems at their places: pydantic finds, this module locates and words.

The models are asked once for every part of a file; their errors carry a path, and the document knows where that
path stands.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic_core import ErrorDetails

from generator.diagnostics import closest, closest_by_title, found, unspaced
from generator.model import (
    BODY_KEYS,
    END,
    IDENTIFIER_PATTERN,
    LONGEST_IDENTIFIER,
    FieldShape,
    Path,
    Shape,
    ShapeKind,
    Status,
    choice_words,
    field_at,
    fields_of,
    is_too_long,
    shape_at,
    to_identifier,
)
from generator.overlay import CHANGES_KEY
from generator.problems import Problem
from generator.project import CATALOGUES, FileKind, ProjectFile
from generator.validation.lost_items import as_item, take_items_too_far_left
from generator.validation.lost_keys import (
    field_elsewhere,
    is_lack_explained,
    key_of_a_title_like,
    suggested_key,
)
from generator.validation.short_forms import needed_keys, told_otherwise, without_key_of_a_text
from generator.validation.unread_durations import unreadable_duration
from generator.validation.written_dates import readable_date
from generator.yamltext import (
    ITEM_NUMBER,
    LIST_MARK,
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlNode,
    as_mapping,
    as_text,
    quoted,
    quoted_line,
)

MOST_REFUSALS = 60
"""How many refusals of one part of a file are worth telling."""

_KEY = "[key]"
"""What pydantic's path of an error ends with when it is the key of a mapping that is refused, not its value."""
_WRONG_TYPES = {"tuple_type": "list", "model_type": "record", "dict_type": "record"}
_TOLD_ELSEWHERE = ("unknown-value", "missing-key", "bad-stop", "step-without-procedure")
_LIST_MARK = re.compile(rf"\s*(?:[-*]|{LIST_MARK}|{ITEM_NUMBER})")
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+")
_CURLY_QUOTES = "“”‘’"
_UNSPACED_KEY = re.compile(r"([a-z_]+):(?=\S)")
_COMMENT = re.compile(r"[ ]*(#.*)")
_CLEAR_COMMENT = re.compile(r"[ ]{2,}#(?: .*)?$")


def explain(document: ProjectFile, base: Path, errors: list[ErrorDetails]) -> Iterator[Problem]:
    """Turn what a model refused into problems.

    Args:
        document: the file.
        base: the path of the validated part in it.
        errors: pydantic's errors; those that a rule of its own tells better are passed over.
    """
    told_here = (error for error in errors if error["type"] not in _TOLD_ELSEWHERE)
    for error in islice(told_here, MOST_REFUSALS):
        yield from _explain_one(document, (*base, *error["loc"]), error["type"])


def _explain_one(document: ProjectFile, path: Path, kind: str) -> Iterator[Problem]:
    """The problem that one error means, unless it was told already."""
    path = without_key_of_a_text(document, path)
    field = field_at(document.shape, path)
    about = (
        {"key": field.key, "title": field.title} if field else {"key": path[-1] if path else "", "title": ""}
    )
    if kind == "missing":
        if not is_lack_explained(document, path[:-1], str(path[-1])):
            yield missing_key(document, path[:-1], str(path[-1]))
        return
    if kind == "extra_forbidden":
        yield _unknown_key(document, path)
        return
    _, node = document.find(path)
    if isinstance(node, ScalarNode) and not node.value.strip():
        yield _empty(document, path, node, about)
        return
    if kind == "bad-id" and _points_somewhere(document.shape, path):
        return
    if kind in _WRONG_TYPES or not isinstance(node, ScalarNode):
        yield _wrong_type(document, path, _WRONG_TYPES.get(kind, "text"), about)
    elif kind == "enum" and field is not None:
        yield _unknown_choice(document, path, node.value, field)
    elif kind == "bad-id":
        yield bad_id(document, path, node.value)
    elif kind in ("bad-date", "no-such-date", "bad-duration", "bad-interval"):
        yield _unreadable(document, path, kind, node.value, about)


def _unreadable(
    document: ProjectFile, path: Path, kind: str, text: str, about: Mapping[str, object]
) -> Problem:
    """A date or a duration that is not written as one, or a date that no calendar has."""
    if kind in ("bad-duration", "bad-interval"):
        return unreadable_duration(document, path, kind, text, about)
    return found(kind, document.value_place(path), "", text=text, suggestion=readable_date(text), **about)


def _empty(document: ProjectFile, path: Path, node: ScalarNode, about: Mapping[str, object]) -> Problem:
    """A key or an item without a value, or with one that YAML takes for a comment."""
    _, line_end = document.source.line_span(node.end)
    comment = _COMMENT.match(document.source.text, node.end, line_end)
    if comment is not None and not _CLEAR_COMMENT.match(comment[0]):
        place = document.source.place(comment.start(1), comment.end(1))
        suggestion = quoted_line(document.source.text, node.end)
        return found("swallowed-comment", place, text=comment[1], suggestion=suggestion)
    key, _ = document.find(path)
    if take_items_too_far_left(document, path):
        return found("empty-text", document.key_place(path), "items-too-far-left", **about)
    field = field_at(document.shape, path)
    is_needed = field is not None and (field.is_required or _is_body(document, path))
    here = shape_at(document.shape, path)
    may_be_none = here is not None and here.may_be_none
    variant = "item" if key is None else "required" if is_needed else "none" if may_be_none else ""
    description = field.description if field is not None else ""
    return found("empty-text", document.key_place(path), variant, **about, description=description)


def _is_body(document: ProjectFile, path: Path) -> bool:
    """Whether a procedure must have what stands at a path, as it is more than planned."""
    is_planned = as_text(as_mapping(document.data).get("status")) == Status.PLANNED
    is_procedure = document.kind is FileKind.PROCEDURE and not is_planned
    return is_procedure and len(path) == 1 and path[0] in BODY_KEYS


def missing_key(document: ProjectFile, path: Path, key: str) -> Problem:
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


def bad_id(document: ProjectFile, path: Path, identifier: str, suggestion: str | None = None) -> Problem:
    """An id is not written as one; shown at its value, or at the key when the key is the id."""
    _, node = document.find(path)
    is_value = isinstance(node, ScalarNode) and node.value == identifier
    place = document.value_place(path) if is_value else document.key_place(path)
    variant = (
        "quotes" if any(mark in identifier for mark in _CURLY_QUOTES) and to_identifier(identifier) else ""
    )
    if is_too_long(identifier):
        return found("bad-id", place, "long", id=identifier, length=len(identifier), limit=LONGEST_IDENTIFIER)
    nearest = suggestion or to_identifier(identifier)
    several = [part for part in _SEPARATOR.split(identifier.strip()) if part]
    if (
        len(several) > 1
        and all(map(IDENTIFIER_PATTERN.fullmatch, several))
        and re.search(r"[,;]", identifier)
    ):
        variant, nearest = "several", several[0]
    if IDENTIFIER_PATTERN.fullmatch(unspaced(identifier)):
        variant, nearest = "space", unspaced(identifier)
    return found("bad-id", place, variant, id=identifier, suggestion=nearest if nearest != END else None)


def _unknown_key(document: ProjectFile, path: Path) -> Problem:
    """A key that no field has: a slip of the pen, a Thai name, or one that belongs to another level."""
    key, place = str(path[-1]), document.key_place(path)
    parent = shape_at(document.shape, path[:-1])
    fields = fields_of(parent.model) if parent is not None and parent.model is not None else {}
    known = ", ".join(fields)
    suggestion = suggested_key(key, fields)
    if suggestion is None:
        elsewhere = field_elsewhere(document, key)
        if elsewhere is not None:
            return found("unknown-key", place, "elsewhere", key=key, title=elsewhere.title, known=known)
        suggestion = key_of_a_title_like(key, fields)
    title = fields[suggestion].title if suggestion else None
    variant = "space" if suggestion == unspaced(key) else ""
    return found("unknown-key", place, variant, key=key, suggestion=suggestion, title=title, known=known)


def _wrong_type(document: ProjectFile, path: Path, expected: str, about: Mapping[str, object]) -> Problem:
    """A text stands where a list should, or the like; the hint fits what was probably meant."""
    _, node = document.find(path)
    if (told := told_otherwise(document, path, about)) is not None:
        return told
    place, here = document.value_place(path), shape_at(document.shape, path)
    if expected == "record" and (here is None or here.kind is not ShapeKind.IDENTIFIER):
        return _no_record(document, path, about)
    if expected == "list":
        return _no_list(document, path, about)
    if isinstance(path[-1], int):
        if (only := _only_text(node)) is not None:
            variant = "nested-item" if isinstance(node, SequenceNode) else "item"
            return found("wrong-type", place, variant, **about, suggestion=_item(only, document, path))
        is_one_line = quoted_line(document.source.text, place.start) is not None
        item = document.source.text[place.start : document.source.line_span(place.start)[1]].rstrip()
        return found(
            "wrong-type", place, "item", **about, suggestion=f"- {quoted(item)}" if is_one_line else None
        )
    return found("wrong-type", place, "text", **about, suggestion=_only_text(node))


def _item(text: str, document: ProjectFile, path: Path) -> str:
    """An item of a list as it should be written: an id as it is, other text in quotation marks."""
    here = shape_at(document.shape, path)
    is_identifier = here is not None and here.kind is ShapeKind.IDENTIFIER
    return f"- {text if is_identifier else quoted(text)}"


def _only_text(node: YamlNode | None) -> str | None:
    """The text in a list of one text, or in a mapping of one short key and a text that is meant alone."""
    if isinstance(node, SequenceNode) and len(node.items) == 1 and isinstance(node.items[0], ScalarNode):
        return node.items[0].value
    if (
        isinstance(node, MappingNode)
        and list(node.entries) == ["id"]
        and isinstance(node.entries["id"][1], ScalarNode)
    ):
        return node.entries["id"][1].value
    return None


def _no_list(document: ProjectFile, path: Path, about: Mapping[str, object]) -> Problem:
    """Something else stands where a list should."""
    _, node = document.find(path)
    place, shape = document.value_place(path), shape_at(document.shape, path)
    item = shape.item if shape is not None else None
    main = _main_key(item)
    if not isinstance(node, ScalarNode):
        suggestion = f"- {main}: …" if main is not None else as_item(node, item)
        return found("wrong-type", place, "list", **about, suggestion=suggestion)
    lines = range(document.source.line_number(node.start) + 1, document.source.line_number(node.end) + 1)
    document.told_lines.update(lines)
    if _LIST_MARK.match(node.value):
        return found("wrong-type", place, "list-mark", **about)
    if item is not None and item.model is not None and len(needed := needed_keys(item)) > 1:
        return found("wrong-type", place, "list-of-records", **about, keys=" ".join(needed))
    several = _SEPARATOR.split(node.value.strip())
    if item is not None and item.kind is ShapeKind.IDENTIFIER and len(several) > 1:
        items = " ".join(f"“- {each}”" for each in several)
        return found("wrong-type", place, "list-of-several", **about, suggestion=items)
    start = f"- {main}: " if main is not None and item is not None and item.as_text is None else "- "
    return found("wrong-type", place, "list", **about, suggestion=start + node.value)


def _main_key(shape: Shape | None) -> str | None:
    """The key of a record under which its first text stands; before all, one that must be there."""
    is_record = shape is not None and shape.kind is ShapeKind.RECORD and shape.model is not None
    known = fields_of(shape.model).values() if shape is not None and shape.model and is_record else ()
    fields = sorted(known, key=lambda each: not each.is_required)
    return next((each.key for each in fields if each.shape.kind in (ShapeKind.TEXT, ShapeKind.STRING)), None)


def _no_record(document: ProjectFile, path: Path, about: Mapping[str, object]) -> Problem:
    """Something else stands where keys should."""
    _, node = document.find(path)
    place, shape = document.value_place(path), shape_at(document.shape, path)
    fields = fields_of(shape.model) if shape is not None and shape.model is not None else {}
    if document.kind in CATALOGUES and len(path) == 1 and path[0] in fields:
        lost = fields[str(path[0])]
        return found("wrong-type", document.key_place(path), "no-id", key=lost.key, title=lost.title)
    if not isinstance(node, ScalarNode):
        return found("wrong-type", place, "record", **about, keys=", ".join(fields))
    if match := _UNSPACED_KEY.match(node.value):
        suggestion = f"{match[1]}: {node.value[len(match[1]) + 1 :]}"
        return found("wrong-type", place, "unspaced-key", **{**about, "key": match[1]}, suggestion=suggestion)
    main = _main_key(shape)
    is_item = bool(path) and isinstance(path[-1], int)
    suggestion = f"{main}: {node.value}" if main is not None and is_item else ""
    return found("wrong-type", place, "record", **about, keys=", ".join(fields), suggestion=suggestion)


def _unknown_choice(document: ProjectFile, path: Path, word: str, field: FieldShape) -> Problem:
    """A word that is none of those that may be chosen; its Thai meaning is understood for the hint."""
    choices = field.shape.choices
    meanings = {meaning: choice for choice, meaning in choice_words(field.description).items()}
    suggestion = closest(word, choices) or closest_by_title(word, meanings)
    return found(
        "unknown-choice",
        document.value_place(path),
        "space" if suggestion == unspaced(word) else "",
        word=word,
        key=field.key,
        title=field.title,
        suggestion=suggestion,
        choices=", ".join(choices),
        description=field.description,
    )


def _points_somewhere(shape: Shape, path: Path) -> bool:
    """Whether an id at a path names something else; then the rules about references tell what is wrong with it."""
    if path[-1:] == (_KEY,):
        return path[0] == CHANGES_KEY
    here = shape_at(shape, path)
    return here is not None and here.kind is ShapeKind.IDENTIFIER and here.points_at is not None
