"""A manual read back from its data export, ``manual.json``: what was published, where git's history does not reach.

What the export says of a field stands under the field's name (`generator.writers`); what it works out is worked out
again. It does not hold what an office changed of the shared text, nor pages written by hand.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.model import (
    Area,
    Edition,
    EditionArea,
    Form,
    Frozen,
    Kind,
    KnowledgeItem,
    LearningPath,
    Manual,
    PlacedArea,
    PlacedKnowledge,
    PlacedPath,
    PlacedProcedure,
    PresentedField,
    Procedure,
    Reference,
    Role,
    Settings,
    Step,
    Term,
    place_steps,
    presented_fields,
)
from generator.storage import read_beginning, reason_of_failure

_MOST_BYTES = 256 * 1024 * 1024
_CITATIONS = "citations"
_NOT_EXPORTED = ("default_edition", "printing", "effective", "approvals", "reading_lists")
"""The fields of settings and editions that an export tells otherwise, in its procedures, or not at all."""
_TIMES = ("iso", "text")
"""What an exported time is read from: a date's own form, or its author's words."""
Model = TypeVar("Model", bound=Frozen)
Data = Mapping[str, Any]


class UnreadableExportError(Exception):
    """A file is no data export of a manual; the message says why, as the reader of the file said it."""


def read_export(path: Path) -> Manual:
    """The manual of an exported ``manual.json``.

    Args:
        path: the file.

    Raises:
        UnreadableExportError: when it cannot be read, or is something else.
    """
    try:
        content = read_beginning(path.parent, path.name, _MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise UnreadableExportError(f"> {_MOST_BYTES >> 20} MiB")
        return manual_of(json.loads(content))
    except OSError as failure:
        raise UnreadableExportError(reason_of_failure(failure)) from failure
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableExportError(f"{'/'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableExportError(f"{type(error).__name__}: {error}") from error


def exported_manual(content: bytes) -> Manual | None:
    """The manual that an export tells of; None for what is no export of one."""
    try:
        return manual_of(json.loads(content))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # pydantic's too
        return None


def completed(exported: Manual, other: Manual) -> Manual:
    """An exported manual with what no export holds taken from another state, so that it does not count as changed."""
    settings = _completed(exported.settings, other.settings)
    return replace(exported, settings=settings, edition=_completed(exported.edition, other.edition))


def _completed(ours: Model, theirs: Model) -> Model:
    names = (name for name in _NOT_EXPORTED if name in type(ours).model_fields)
    return ours.model_copy(update={name: getattr(theirs, name) for name in names})


def manual_of(data: Data) -> Manual:
    """The manual that an export tells of.

    Raises:
        LookupError: when a key is missing; `TypeError`, `ValueError` and `AttributeError` when something is of another
            kind than in an export.
    """
    identifier = str(data["edition"])
    areas = tuple(_area(each) for each in data["areas"])
    placed = tuple(
        EditionArea(id=area.id, procedures=tuple(each.id for each in area.procedures)) for area in areas
    )
    edition = _record(Edition, {**data, "short": data["office_short"]}, values=data["values"], areas=placed)
    return Manual(
        settings=_record(Settings, data, default_edition=identifier),
        edition_id=identifier,
        edition=edition,
        values=edition.values,
        areas=areas,
        roles=_catalogue(Role, data["roles"]),
        references=_catalogue(Reference, data["references"]),
        forms=_catalogue(Form, data["forms"]),
        terms=_catalogue(Term, data["terms"]),
        knowledge=tuple(
            PlacedKnowledge(each["id"], each["file"], _record(KnowledgeItem, each), each["body"])
            for each in data["knowledge"]
        ),
        paths=tuple(
            PlacedPath(each["id"], each["file"], _record(LearningPath, each)) for each in data["paths"]
        ),
    )


def _catalogue(model: type[Model], entries: list[Data]) -> dict[str, Model]:
    return {str(each["id"]): _record(model, each) for each in entries}


def _area(data: Data) -> PlacedArea:
    stated = _record(Area, data)
    procedures = tuple(_procedure(each, str(data["id"])) for each in data["procedures"])
    return PlacedArea(
        str(data["id"]), str(data["number"]), stated.title, stated.summary, procedures, stated=stated
    )


def _procedure(data: Data, area: str) -> PlacedProcedure:
    procedure = _record(Procedure, data)
    return PlacedProcedure(
        str(data["id"]),
        area,
        str(data["number"]),
        str(data["file"]),
        procedure,
        place_steps(procedure),
        is_own=bool(data["is_own"]),
    )


def _record(model: type[Model], data: Data, **given: object) -> Model:
    """An instance of a model from what the export says under the names of its fields.

    Args:
        model: the model.
        data: the exported object.
        given: the values of fields that the export does not hold, or holds otherwise.
    """
    fields = [each for each in presented_fields(model) if each.name not in given]
    said = {each.key: value for each in fields if (value := _value(each, data)) is not None}
    return model.model_validate(_as_authored(said, data) if model is Step else said | given)


def _as_authored(step: dict[str, object], data: Data) -> dict[str, object]:
    """A step without what the export worked out: who acts where nobody is named, and what decides by its outcomes."""
    is_worked_out = {
        "role": bool(data["is_role_default"]),
        "kind": bool(data["outcomes"]) and data["kind"] == Kind.DECISION,
    }
    return {key: value for key, value in step.items() if not is_worked_out.get(key, False)}


def _value(field: PresentedField, data: Data) -> object:
    """What the export says of a field, as authors would write it; None for nothing."""
    held = data.get(_CITATIONS if field.points_at and field.model else field.name)
    if held is None or (held == [] and field.is_list):
        return None
    return [_one(field, each) for each in held] if isinstance(held, list) else _one(field, held)


def _one(field: PresentedField, value: Any) -> object:  # noqa: ANN401 - whatever the export holds
    if not isinstance(value, Mapping):
        return value
    if field.model is not None:
        return _record(field.model, value).model_dump(mode="json", by_alias=True, exclude_none=True)
    return next((value[key] for key in _TIMES if key in value), dict(value))
