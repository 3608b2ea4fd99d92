"""What a model refuses becomes problems at their places: pydantic finds, this module locates and words.

The models are asked once for every part of a file; their errors carry a path, and the document knows where that
path stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from pydantic_core import ErrorDetails

from generator.diagnostics import found
from generator.model import (
    BODY_KEYS,
    Path,
    Shape,
    ShapeKind,
    Status,
    Step,
    field_at,
    fields_of,
    shape_at,
)
from generator.overlay import CHANGES_KEY
from generator.problems import Problem
from generator.project import CATALOGUES, FileKind, ProjectFile, ids_of_steps
from generator.validation.advised_lines import quoted_lines
from generator.validation.bad_ids import SEPARATOR, bad_address, bad_id
from generator.validation.choices import unknown_choice
from generator.validation.lost_items import (
    as_item,
    in_its_list,
    item_without_mark,
    take_items_too_far_left,
)
from generator.validation.lost_keys import is_lack_explained, main_key
from generator.validation.rewriting import (
    as_written,
    only_text,
    rewritten_record,
    rewritten_value,
    short_texts,
    written_key,
)
from generator.validation.schedules import bad_schedule
from generator.validation.short_forms import needed_keys, told_otherwise
from generator.validation.turned_round import (
    items_of_pairs,
    keys_of_items,
    known_choice,
    numbered_record,
    whole_record,
)
from generator.validation.unknown_keys import unknown_key
from generator.validation.unread_durations import unreadable_duration
from generator.validation.written_dates import readable_date
from generator.yamltext import (
    ITEM_NUMBER,
    LIST_MARK,
    ScalarNode,
    SequenceNode,
    YamlNode,
    as_mapping,
    as_scalar,
    as_text,
    quoted,
    quoted_line,
)

MOST_REFUSALS = 60
"""How many refusals of one part of a file are worth telling."""

_KEY = "[key]"
"""What pydantic's path of an error ends with when it is the key of a mapping that is refused, not its value."""
_BAD_IDS: Mapping[str, Callable[[ProjectFile, Path, str], Problem]] = {
    "bad-id": bad_id,
    "bad-address": bad_address,
}
_WRONG_TYPES = {"tuple_type": "list", "model_type": "record", "dict_type": "record"}
_TOLD_ELSEWHERE = ("unknown-value", "missing-key", "bad-stop", "step-without-procedure")
_FLAGS = ("true", "yes", "on", "false", "no", "off")
"""What says whether, in place of what: of a list of things that tells nothing."""
_LIST_MARK = re.compile(rf"\s*(?:[-*]|{LIST_MARK}|{ITEM_NUMBER})")
_UNSPACED_KEY = re.compile(r"([a-z_]+):(?=\S)(?!//)")
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
    path = as_written(document, path)
    field = field_at(document.shape, path)
    about = (
        {"key": field.key, "title": field.title} if field else {"key": path[-1] if path else "", "title": ""}
    )
    if kind == "missing":
        if not is_lack_explained(document, path[:-1], str(path[-1])):
            yield missing_key(document, path[:-1], str(path[-1]))
        return
    if kind == "extra_forbidden":
        yield from unknown_key(document, path)
        return
    _, node = document.find(path)
    if isinstance(node, ScalarNode) and not node.value.strip():
        yield _empty(document, path, node, about)
        return
    if kind in _BAD_IDS and _points_somewhere(document.shape, path):
        return
    if kind in _WRONG_TYPES or not isinstance(node, ScalarNode):
        yield _wrong_type(document, path, _WRONG_TYPES.get(kind, "text"), about)
    elif kind == "enum" and field is not None:
        yield unknown_choice(document, path, node.value, field)
    elif kind in _BAD_IDS:
        yield _BAD_IDS[kind](document, path, node.value)
    elif kind in ("bad-date", "no-such-date", "bad-duration", "bad-interval", "bad-schedule"):
        yield _unreadable(document, path, kind, node.value, about)


def _unreadable(
    document: ProjectFile, path: Path, kind: str, text: str, about: Mapping[str, object]
) -> Problem:
    """A date, a duration or a schedule that is not written as one, or a date that no calendar has."""
    if kind in ("bad-duration", "bad-interval"):
        return unreadable_duration(document, path, kind, text, about)
    if kind == "bad-schedule":
        return bad_schedule(document, path, text, about)
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


def _wrong_type(  # noqa: PLR0911 - one for each form
    document: ProjectFile, path: Path, expected: str, about: Mapping[str, object]
) -> Problem:
    """A text stands where a list should, or the like; the hint fits what was probably meant."""
    _, node = document.find(path)
    if (told := told_otherwise(document, path, about)) is not None:
        return told
    place, here = document.value_place(path), shape_at(document.shape, path)
    if expected == "record" and (here is None or here.kind is not ShapeKind.IDENTIFIER):
        return _no_record(document, path, about)
    if expected == "list":
        return _no_list(document, path, about)
    if (rewritten := rewritten_value(document, path, node, about)) is not None:
        return rewritten
    if isinstance(path[-1], int):
        if (only := only_text(node)) is not None:
            variant = "nested-item" if isinstance(node, SequenceNode) else "item"
            return found("wrong-type", place, variant, **about, suggestion=_item(only, document, path))
        if texts := _texts_of(node):
            lines = quoted_lines([_item(each, document, path) for each in texts])
            return found("wrong-type", place, "nested-items", **about, lines=lines)
        is_one_line = quoted_line(document.source.text, place.start) is not None
        item = document.source.text[place.start : document.source.line_span(place.start)[1]].rstrip()
        return found(
            "wrong-type", place, "item", **about, suggestion=f"- {quoted(item)}" if is_one_line else None
        )
    only, field = only_text(node), field_at(document.shape, path)
    is_text = here is None or here.kind in (ShapeKind.TEXT, ShapeKind.STRING, ShapeKind.FREE)
    description = field.description if field is not None else None
    about = {**about, "suggestion": only, "written": written_key(document, path), "description": description}
    variant = "one-item" if only is not None else "text" if is_text else "one-such"
    return found("wrong-type", place, variant, **about)


def _texts_of(node: YamlNode | None) -> list[str]:
    """The texts of a list of nothing else; none of anything else."""
    items = node.items if isinstance(node, SequenceNode) else []
    texts = [each.value for each in items if isinstance(each, ScalarNode)]
    return texts if len(texts) == len(items) else []


def _item(text: str, document: ProjectFile, path: Path) -> str:
    """An item of a list as it should be written: an id as it is, other text in quotation marks."""
    here = shape_at(document.shape, path)
    is_identifier = here is not None and here.kind is ShapeKind.IDENTIFIER
    return f"- {text if is_identifier else quoted(text)}"


def _no_list(  # noqa: PLR0911 - one for each form
    document: ProjectFile, path: Path, about: Mapping[str, object]
) -> Problem:
    """Something else stands where a list should."""
    _, node = document.find(path)
    place, shape = document.value_place(path), shape_at(document.shape, path)
    item = shape.item if shape is not None else None
    main = main_key(item)
    if pairs := items_of_pairs(node, item):
        items = " ".join(f"“{each}”" for each in pairs)
        return found("wrong-type", place, "list-of-pairs", **about, suggestion=items)
    if not isinstance(node, ScalarNode):
        cited = as_item(node, item) if item is not None and item.model is not None else None
        if cited is None and (rewritten := rewritten_value(document, path, node, about)) is not None:
            return rewritten
        suggestion = cited if main is None else f"- {main}: …"
        return found("wrong-type", place, "list", **about, suggestion=suggestion)
    lines = range(document.source.line_number(node.start) + 1, document.source.line_number(node.end) + 1)
    document.told_lines.update(lines)
    if _LIST_MARK.match(node.value):
        return found("wrong-type", place, "list-mark", **about)
    if item is not None and (first := item_without_mark(document, node)):
        return found("wrong-type", place, first.variant, **about, suggestion=f"- {first.text}")
    if main is not None and item is not None and item.model is not None and node.value.lower() in _FLAGS:
        return found("wrong-type", place, "list-of-records", **about, keys=main)
    if item is not None and item.model is not None and len(needed := needed_keys(item)) > 1:
        return found("wrong-type", place, "list-of-records", **about, keys=" ".join(needed))
    several = SEPARATOR.split(node.value.strip())
    if item is not None and item.kind is ShapeKind.IDENTIFIER and len(several) > 1:
        items = " ".join(f"“- {each}”" for each in several)
        return found("wrong-type", place, "list-of-several", **about, suggestion=items)
    short = short_texts(item, node.value)
    if short:
        items = " ".join(f"“- {as_scalar(each)}”" for each in short)
        return found("wrong-type", place, "list-of-several", **about, suggestion=items)
    is_short = item is not None and item.model is not None and bool(item.model.short_form)
    start = f"- {main}: " if main is not None and not is_short else "- "
    return found("wrong-type", place, "list", **about, suggestion=start + known_choice(item, node.value))


def _no_record(  # noqa: PLR0911 - one for each form
    document: ProjectFile, path: Path, about: Mapping[str, object]
) -> Problem:
    """Something else stands where keys should."""
    _, node = document.find(path)
    place, shape = document.value_place(path), shape_at(document.shape, path)
    fields = fields_of(shape.model) if shape is not None and shape.model is not None else {}
    if document.kind in CATALOGUES and len(path) == 1 and path[0] in fields:
        lost = fields[str(path[0])]
        return found("wrong-type", document.key_place(path), "no-id", key=lost.key, title=lost.title)
    text = node.value if isinstance(node, ScalarNode) else ""
    if match := _UNSPACED_KEY.match(text):
        suggestion = f"{match[1]}: {text[len(match[1]) + 1 :]}"
        return found("wrong-type", place, "unspaced-key", **{**about, "key": match[1]}, suggestion=suggestion)
    short = shape.model.short_form if shape is not None and shape.model is not None else ""
    if short and not text and isinstance(path[-1], str) and (only := only_text(node)) is not None:
        written = written_key(document, path)
        return found("wrong-type", place, "one-item", **about, suggestion=only, written=written)
    if not fields and (keys := list(keys_of_items(node))):
        lines = " ".join(f"“{each}”" for each in keys)
        return found("wrong-type", place, "no-marks", **about, suggestion=lines)
    if fields and (told := rewritten_record(document, path, about)) is not None:
        return told
    main = main_key(shape) if isinstance(node, ScalarNode) else None
    is_item = bool(path) and isinstance(path[-1], int)
    if shape is not None and shape.model is Step and text in ids_of_steps(document.data):
        return found("wrong-type", place, "step-elsewhere", **about, id=text)
    suggestion = numbered_record(shape, text, path[-1]) if text and path else ""
    if text and is_item:
        suggestion = suggestion or whole_record(shape, text, path[-1], str(about["key"]))
    if main is not None and is_item and not suggestion:
        suggestion = in_its_list(document, node, f"{main}: {text}")
    return found("wrong-type", place, "record", **about, keys=", ".join(fields), suggestion=suggestion)


def _points_somewhere(shape: Shape, path: Path) -> bool:
    """Whether an id at a path names something else; then the rules about references tell what is wrong with it."""
    if path[-1:] == (_KEY,):
        return path[0] == CHANGES_KEY
    here = shape_at(shape, path)
    here = here.item if here is not None and here.takes_one else here
    return here is not None and here.kind is ShapeKind.IDENTIFIER and here.points_at is not None
