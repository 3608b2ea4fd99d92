"""Schemas: valid themselves, true to the models, in Thai."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.editing.schema import json_schema, write_schemas
from generator.reading.documents import Kind, shape_of
from generator.reading.project import read_project
from generator.reading.shapes import fields_of, models_within

STEP = {"text": "ทำงาน"}
PROCEDURE: dict[str, Any] = {"title": "งาน", "owner": "group", "steps": [STEP]}


def is_valid(kind: Kind, data: object) -> bool:
    return bool(Draft202012Validator(json_schema(kind)).is_valid(data))


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


def test_the_real_manual_is_valid(repository: Path) -> None:
    documents = read_project(repository).documents
    assert {document.kind for document in documents} == set(Kind)
    assert [
        document.source.file for document in documents if not is_valid(document.kind, document.data)
    ] == []


@pytest.mark.parametrize(
    "data",
    [
        PROCEDURE,
        {"title": "งาน", "status": "planned"},
        PROCEDURE | {"title": 1, "effective": 2566, "source": {"manual": "m", "section": 4.1}},
        PROCEDURE | {"steps": [{"text": "ก", "steps": [{"text": "ข", "steps": [STEP]}]}]},
        PROCEDURE | {"steps": [{"text": True, "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "end"}]}]},
    ],
)
def test_what_authors_may_write_is_valid(data: dict[str, Any]) -> None:
    assert is_valid(Kind.PROCEDURE, data)


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        {"title": "งาน"},
        {"title": "งาน", "status": "draft"},
        {"title": "งาน", "owner": "group"},
        PROCEDURE | {"title": None},
        PROCEDURE | {"title": "  "},
        PROCEDURE | {"titel": "งาน"},
        PROCEDURE | {"status": "done"},
        PROCEDURE | {"owner": "Group Director"},
        PROCEDURE | {"objective": "ข้อเดียว"},
        PROCEDURE | {"steps": [{"text": "ก", "steps": [{"txt": "ข"}]}]},
    ],
)
def test_what_they_may_not_is_not(data: object) -> None:
    assert not is_valid(Kind.PROCEDURE, data)


def test_catalogues_and_values_are_maps_with_good_names() -> None:
    assert is_valid(Kind.ROLES, {"group-director": {"title": "ผอ.", "kind": "person"}})
    assert not is_valid(Kind.ROLES, {"Group": {"title": "ผอ.", "kind": "person"}})
    edition = {"office": "สำนักงาน", "areas": [{"id": "a", "procedures": ["b"]}]}
    assert is_valid(Kind.EDITION, edition | {"values": {"e_document_system": "Smart Office"}})
    assert not is_valid(Kind.EDITION, edition | {"values": {"e-document": "x"}})


@pytest.mark.parametrize("kind", Kind)
def test_every_key_is_explained_in_thai(kind: Kind) -> None:
    definitions = json_schema(kind)["$defs"]
    for model in models_within(shape_of(kind)):
        properties = definitions[model.__name__]["properties"]
        for key, field in fields_of(model).items():
            assert (properties[key]["title"], properties[key]["description"]) == (
                field.title,
                field.description,
            )
            assert any("ก" <= character <= "๛" for character in field.title)


def test_schemas_are_written_the_same_each_time(tmp_path: Path) -> None:
    files = write_schemas(tmp_path / "schemas")
    first = {file.name: file.read_bytes() for file in files}
    assert sorted(first) == sorted(f"{kind.value}.schema.json" for kind in Kind)
    assert {file.name: file.read_bytes() for file in write_schemas(tmp_path / "schemas")} == first
    assert json.loads(first["procedure.schema.json"]) == json_schema(Kind.PROCEDURE)
