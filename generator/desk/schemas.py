"""Every form of the desk, described once for its page: which kinds of files there are, and the fields of each.

All of it is made of the models, and of the words in which the author's reference tells of files.
"""

from collections.abc import Sequence
from typing import Any

from generator.lint import files_described
from generator.model import (
    ADDRESS_FORM,
    BODY_KEYS,
    IDENTIFIER_FORM,
    LONGEST_IDENTIFIER,
    NONE_WORDS,
    TARGETS,
    VALUE_NAME_PATTERN,
    Change,
    FieldShape,
    Frozen,
    PresentedField,
    Procedure,
    Shape,
    ShapeKind,
    Status,
    Stop,
    Verb,
    choice_words,
    fields_of,
    models_within,
    notice_kinds,
    presented_fields,
    unit_names,
)
from generator.project import WITH_FRONT_MATTER, FileKind, shape_of

_ONE_OF: dict[type[Frozen], Sequence[str]] = {Stop: TARGETS, Change: [verb.value for verb in Verb]}
"""The models of which an instance has exactly one of some fields."""
Described = dict[str, Any]
"""Plain data, as JSON takes it."""


def describe_forms() -> Described:
    """What the page of the desk must know to show and change any file that people edit.

    Returns:
        Plain data:

        - ``models``: by the name of a model its ``fields`` in order (`_field`), ``identified_by`` (the field that tells
          items of a list apart), ``short_form`` (the field that a plain text means in place of the whole), and where
          there are such ``one_of`` (fields of which exactly one stands in it) and ``required_unless``;
        - ``files``: each kind of file, in the order in which authors are told of them: ``kind``, ``title``, ``path``
          (what authors choose in angle brackets), ``introduction``, ``parts`` (what its parts are called, by model),
          ``has_body`` (Markdown follows), ``value`` (what it holds, `_value`);
        - ``patterns``: how ids, addresses of steps and names of values are written; ``longest_id``;
        - ``none_words``: what may stand in place of a list that is stated to be empty;
        - ``notices``: the words that begin a notice in prose; ``units``: those of durations.
    """
    models = dict.fromkeys(model for kind in FileKind for model in models_within(shape_of(kind)))
    return {
        "models": {model.__name__: _model(model) for model in models},
        "files": [_file(described.kind) for described in files_described()],
        "patterns": {
            "id": f"^{IDENTIFIER_FORM}$",
            "address": f"^{ADDRESS_FORM}$",
            "value_name": f"^{VALUE_NAME_PATTERN.pattern}$",
        },
        "longest_id": LONGEST_IDENTIFIER,
        "none_words": list(NONE_WORDS),
        "notices": list(notice_kinds()),
        "units": list(unit_names()),
    }


def _file(kind: FileKind) -> Described:
    told = next(each for each in files_described() if each.kind is kind)
    return {
        "kind": kind.value,
        "title": told.title,
        "path": told.path,
        "introduction": told.introduction,
        "parts": dict(told.records),
        "has_body": kind in WITH_FRONT_MATTER,
        "value": _value(shape_of(kind)),
    }


def _model(model: type[Frozen]) -> Described:
    presented = {field.key: field for field in presented_fields(model)}
    described: Described = {
        "identified_by": _key_of(model, model.identified_by),
        "short_form": model.short_form,
        "fields": [_field(model, field, presented[key]) for key, field in fields_of(model).items()],
    }
    if model in _ONE_OF:
        described["one_of"] = list(_ONE_OF[model])
    if model is Procedure:
        described["required_unless"] = {"fields": list(BODY_KEYS), "status": Status.PLANNED.value}
    return described


def _key_of(model: type[Frozen], name: str) -> str:
    """What authors write for an attribute of a model."""
    return next((field.key for field in fields_of(model).values() if field.name == name), name)


def _field(model: type[Frozen], field: FieldShape, presented: PresentedField) -> Described:
    """A field: ``key``, ``title``, ``help``, ``required``, ``is_record`` (of the document, not of the work), its value.

    Words of choices, and of none, are those that its description gives them; ``default`` is the choice that leaving it
    out means.
    """
    described: Described = {
        "key": field.key,
        "title": field.title,
        "help": field.description,
        "required": field.is_required,
        "is_record": presented.is_record,
        "manner": field.manner.value,
        **_value(field.shape),
    }
    words = choice_words(field.description)
    value = described.get("item", described) if described["kind"] == ShapeKind.LIST else described
    if "choices" in value:
        value["choices"] = [{"value": each, "title": words.get(each, each)} for each in value["choices"]]
    default = model.model_fields[field.name].default
    if field.shape.choices and isinstance(default, str):
        described["default"] = str(default)
    if field.shape.may_be_none:
        described["none_title"] = words.get(NONE_WORDS[0], NONE_WORDS[0])
    return described


def _value(shape: Shape) -> Described:
    """What stands somewhere: its ``kind``, and what else there is to tell of it; what is not so is left out.

    Kinds are those of `ShapeKind`, but ``prose`` for a text of several paragraphs and ``model`` for a record. A list
    may say ``takes_one`` and ``may_be_none``; an identifier has ``points_at``, and ``model`` where it may be written
    with more about it; entries may say what their ``keys_point_at``.
    """
    kind = {ShapeKind.RECORD: "model"}.get(shape.kind, shape.kind.value)
    described: Described = {"kind": "prose" if shape.is_rich else kind}
    if shape.choices:
        described["choices"] = list(shape.choices)
    if shape.item is not None:
        described["item"] = _value(shape.item)
    if shape.model is not None:
        described["model"] = shape.model.__name__
    for name in ("points_at", "keys_point_at", "takes_one", "may_be_none"):
        if value := getattr(shape, name):
            described[name] = str(value) if isinstance(value, str) else value
    return described
