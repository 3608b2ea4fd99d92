"""What the models expect at each place of a file."""

import pytest

from generator.model.catalogue import Reference
from generator.model.edition import Edition, Settings
from generator.model.procedure import Procedure, Step
from generator.model.shapes import (
    ShapeKind,
    entries_of,
    field_at,
    fields_of,
    models_within,
    record,
    shape_at,
)
from generator.model.walking import leaves, pointers
from generator.project.documents import MODELS, FileKind, shape_of

PROCEDURE = record(Procedure)


@pytest.mark.parametrize("kind", FileKind)
def test_every_field_of_every_model_has_a_shape_a_thai_title_and_a_description(kind: FileKind) -> None:
    for model in models_within(shape_of(kind)):
        for key, field in fields_of(model).items():
            assert field.title != key
            assert field.description
            assert not field.title.isascii()


def test_every_file_has_a_model() -> None:
    assert set(MODELS) == set(FileKind)


@pytest.mark.parametrize(
    ("path", "kind", "points_at"),
    [
        (("title",), ShapeKind.TEXT, None),
        (("owner",), ShapeKind.IDENTIFIER, "role"),
        (("steps", 3, "steps", 0, "outcomes", 1, "go"), ShapeKind.IDENTIFIER, "step"),
        (("steps", 0, "kind"), ShapeKind.CHOICE, None),
        (("effective",), ShapeKind.DATE, None),
        (("source", "manual"), ShapeKind.IDENTIFIER, "reference"),
        (("scope", 0), ShapeKind.TEXT, None),
    ],
)
def test_the_shape_at_a_path(path: tuple[str | int, ...], kind: ShapeKind, points_at: str | None) -> None:
    shape = shape_at(PROCEDURE, path)
    assert shape is not None
    assert (shape.kind, shape.points_at) == (kind, points_at)


def test_where_nothing_is_expected_there_is_no_shape() -> None:
    assert shape_at(PROCEDURE, ("titel",)) is None
    assert shape_at(PROCEDURE, ("titel", 0, "x")) is None
    assert field_at(PROCEDURE, ("titel",)) is None


def test_the_field_of_a_path_is_the_innermost_named_one() -> None:
    field = field_at(PROCEDURE, ("steps", 0, "forms", 2))
    assert field is not None
    assert (field.key, field.title) == ("forms", "แบบฟอร์ม")


def test_aliases_are_known_by_the_key_that_authors_write() -> None:
    assert shape_at(entries_of(Reference), ("plan", "valid", "from")) is not None
    assert shape_at(entries_of(Reference), ("plan", "valid", "start")) is None


def test_pointers_are_found_at_every_depth_and_wrong_types_passed_over() -> None:
    data = {
        "owner": "clerk",
        "forms": "form-1",
        "related": ["a", ["b"]],
        "source": {"manual": "m"},
        "steps": [
            {"role": "clerk", "steps": [{"go": "x", "outcomes": [{"go": "end"}, "ก"]}]},
            "ก",
            {"role": {}},
        ],
    }
    found = [(pointer.path, pointer.points_at, pointer.identifier) for pointer in pointers(data, PROCEDURE)]
    assert found == [
        (("owner",), "role", "clerk"),
        (("steps", 0, "role"), "role", "clerk"),
        (("steps", 0, "steps", 0, "outcomes", 0, "go"), "step", "end"),
        (("steps", 0, "steps", 0, "go"), "step", "x"),
        (("related", 0), "procedure", "a"),
        (("source", "manual"), "reference", "m"),
    ]


def test_texts_and_values_are_leaves() -> None:
    settings = record(Settings)
    data = {"title": "ก", "values": {"a": "ข"}, "feedback": "ค"}
    assert leaves(data, settings, ShapeKind.TEXT) == [(("title",), "ก")]
    assert leaves(data, settings, ShapeKind.STRING) == [(("values", "a"), "ข"), (("feedback",), "ค")]
    assert leaves("ก", settings, ShapeKind.TEXT) == []
    assert leaves({"areas": [{"title": "ก"}]}, record(Edition), ShapeKind.TEXT) == [
        (("areas", 0, "title"), "ก")
    ]
    assert fields_of(Step)["text"].is_required
