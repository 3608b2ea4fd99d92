"""Whatever field a model declares, authors find it: in the reference, in the schemas and in the files to fill in."""

import re

import pytest

from generator.lint.reference.page import author_reference
from generator.model.base import Frozen
from generator.model.change import Change
from generator.model.edition import Area, Edition, EditionArea
from generator.model.knowledge_item import KnowledgeItem
from generator.model.learning_path import LearningPath, Stop
from generator.model.presentation import presented_fields
from generator.model.procedure import Procedure
from generator.model.shapes import models_within, record
from generator.project import FileKind, shape_of
from generator.scaffold.beginnings import Listed
from generator.scaffold.schema import json_schema
from generator.scaffold.skeletons import (
    area_skeleton,
    edition_skeleton,
    knowledge_skeleton,
    path_skeleton,
    procedure_skeleton,
)

AREAS = [Listed("area", "ด้าน", (Listed("sample", "งาน"),))]
IN_PROCEDURE = models_within(record(Procedure))
SKELETONS: dict[str, tuple[type[Frozen], ...]] = {
    procedure_skeleton("area", "sample", [("actor", "ผู้ทำ")]): IN_PROCEDURE,
    area_skeleton("area"): (Area,),
    knowledge_skeleton("sample", {"title": "ชื่อ", "kind": "lesson"}): (KnowledgeItem,),
    edition_skeleton("north", {"office": "สำนักงาน"}, AREAS, []): (Edition, EditionArea, Change),
    path_skeleton("sample", "actor", "ผู้ทำ", [("sample", "งาน")], "th"): (LearningPath, Stop),
}
FILLED_IN = [(text, model) for text, models in SKELETONS.items() for model in models]


@pytest.mark.parametrize(("text", "model"), FILLED_IN, ids=[model.__name__ for _, model in FILLED_IN])
def test_a_new_file_offers_every_field(text: str, model: type[Frozen]) -> None:
    for field in presented_fields(model):
        assert re.search(rf"\b{field.key}(:| \({re.escape(field.title)}\))", text), field.key


@pytest.fixture(scope="module")
def reference() -> str:
    """The author's reference."""
    return author_reference()


@pytest.mark.parametrize("kind", FileKind)
def test_the_schema_and_the_reference_explain_every_field(kind: FileKind, reference: str) -> None:
    schema = json_schema(kind)
    for model in models_within(shape_of(kind)):
        for field in presented_fields(model):
            described = schema["$defs"][model.__name__]["properties"][field.key]
            assert described["title"] == field.title
            assert re.search(rf"^\| `{field.key}` .*{re.escape(field.title)}", reference, re.MULTILINE)
