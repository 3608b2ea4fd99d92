"""What the objects of the data export are made of: the fields of the models, and keys that are worked out.

Both the export and its schema follow from this, so that neither names a field. The keys that are worked out, and where
they stand among the fields, are in ``export_keys.yml``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.data_files import read_data
from generator.model import (
    Approval,
    Area,
    Change,
    Edition,
    Form,
    Frozen,
    KnowledgeItem,
    LearningPath,
    PresentedField,
    Procedure,
    Reference,
    Role,
    Settings,
    Term,
    models_within,
    presented_fields,
    record,
)

MANUAL = "manual"
"""The record of the whole document; it tells of the settings and of the edition at once."""
BETWEEN_LANGUAGES = " · "
"""What stands between the Thai and the English of what something is."""

IDS = "id[]"
"""What stands at a field of citations."""
CITATIONS = "citations"
"""The key of what citations say beside the ids."""

_WHOLE = (Procedure, Approval, Area, Role, Reference, Form, Term, KnowledgeItem, LearningPath, Change)


@dataclass(frozen=True, slots=True)
class RecordKey:
    """A key of a record.

    Attributes:
        name: the key.
        about: what stands there, in Thai and English.
        field: the field that stands there, else None.
        model: the model that has the field.
        what: of a key that is worked out, what stands there, as ``export_keys.yml`` has it: ``step[]``, ``id?``; of a
            field of citations, whether it is their ids or all that they say.
        pattern: what a text there matches; empty for anything.
    """

    name: str
    about: str
    field: PresentedField | None = None
    model: type[Frozen] | None = None
    what: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A sort of objects: what it is, in Thai and English, and its keys in order; all of them always stand there."""

    name: str
    about: str
    keys: tuple[RecordKey, ...]


@cache
def records() -> Mapping[str, Record]:
    """All records by name, the whole manual first."""
    told: Mapping[str, Mapping[str, Any]] = _told()["records"]
    models: dict[str, tuple[type[Frozen], ...]] = {
        record_name(model): (model,) for whole in _WHOLE for model in models_within(record(whole))
    }
    models[MANUAL] = (Settings, Edition)
    return {name: _record(name, told.get(name, {}), models.get(name, ())) for name in {**told, **models}}


def basics() -> Mapping[str, str]:
    """What the basic values are, by name, in Thai and English."""
    told: Mapping[str, str] = _told()["basics"]
    return told


@cache
def record_name(model: type[Frozen]) -> str:
    """The name of a model's record: ``knowledge_item``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()


@cache
def _told() -> Mapping[str, Any]:
    told: Mapping[str, Any] = read_data(Path(__file__).with_name("export_keys.yml"))
    return told


def _record(name: str, told: Mapping[str, Any], models: tuple[type[Frozen], ...]) -> Record:
    without, own = told.get("without", ()), told.get("keys", {})
    fields = {
        key.name: key
        for model in reversed(models)
        for field in presented_fields(model)
        if field.name not in without
        for key in _keys_of(field, model)
    }
    renamed = {
        key: replace(fields.pop(each["of"]), name=key, about=each["about"])
        for key, each in own.items()
        if "of" in each
    }
    worked_out = {
        key: RecordKey(key, each["about"], what=each["is"], pattern=each.get("pattern", ""))
        for key, each in own.items()
        if "is" in each
    }
    keys = {**fields, **renamed, **worked_out}
    order = [key for model in models for key in _unmoved(model, fields, own)]
    position = 0
    for key, each in own.items():
        position = order.index(each["after"]) + 1 if "after" in each else position
        order.insert(position, key)
        position += 1
    return Record(name, told.get("about", name), tuple(keys[key] for key in order))


def _keys_of(field: PresentedField, model: type[Frozen]) -> Iterator[RecordKey]:
    """A field's key; of citations two: the ids, as there always were, and behind it all that each says."""
    about = f"{field.declared_title}{BETWEEN_LANGUAGES}{field.name.replace('_', ' ')}"
    if not (field.points_at and field.model):
        yield RecordKey(field.name, about, field, model)
        return
    yield RecordKey(field.name, about, field, model, IDS)
    told: str = _told()["citations"]
    yield RecordKey(CITATIONS, told, field, model, f"{record_name(field.model)}[]")


def _unmoved(model: type[Frozen], fields: Mapping[str, RecordKey], own: Mapping[str, Any]) -> list[str]:
    """The keys of a model's fields that stand where the model has them."""
    return [key for key, each in fields.items() if each.model is model and key not in own]
