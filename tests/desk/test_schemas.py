"""The forms of the desk are those of the models: no field is missing, all speak Thai, every choice has a word."""

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from generator.desk.schemas import describe_forms
from generator.model.base import Frozen
from generator.model.shapes import ShapeKind, fields_of, models_within
from generator.project.documents import FileKind, shape_of

FORMS = describe_forms()
PARTS = json.loads((resources.files("generator.desk") / "app" / "parts.json").read_text(encoding="utf-8"))
MODELS = {model.__name__: model for kind in FileKind for model in models_within(shape_of(kind))}
OWN_KINDS = {"prose", "model"}


def has_thai(text: str) -> bool:
    return any("ก" <= sign <= "๛" for sign in text)


def values(described: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - plain data
    """Every part of plain data that tells what stands somewhere."""
    if isinstance(described, dict):
        if "kind" in described and "path" not in described:
            yield described
        for each in described.values():
            yield from values(each)
    elif isinstance(described, list):
        for each in described:
            yield from values(each)


def test_every_kind_of_file_has_a_form() -> None:
    assert {each["kind"] for each in FORMS["files"]} == {kind.value for kind in FileKind}
    for each in FORMS["files"]:
        assert has_thai(each["title"])
        assert has_thai(each["introduction"])
        assert each["has_body"] == each["path"].endswith(".md")


def test_tabs_name_only_fields_that_there_are() -> None:
    for kind, parts in PARTS.items():
        named = {name for part in parts for name in part["fields"] or ()}
        assert named
        assert named <= set(fields_of(shape_of(FileKind(kind)).model))


def test_it_is_plain_data() -> None:
    assert json.loads(json.dumps(FORMS, ensure_ascii=False)) == FORMS


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_a_model_has_all_its_fields_in_order_and_in_thai(model: type[Frozen]) -> None:
    described = FORMS["models"][model.__name__]
    fields = list(fields_of(model).values())
    assert [each["key"] for each in described["fields"]] == [field.key for field in fields]
    for told, field in zip(described["fields"], fields, strict=True):
        assert told["required"] == field.is_required
        assert (told["title"], told["help"]) == (field.title, field.description)
        assert has_thai(told["title"])
        assert has_thai(told["help"])
    keys = {field.key for field in fields}
    assert {described["short_form"], described["identified_by"]} - {""} <= keys
    assert set(described.get("one_of", ())) <= keys
    assert set(described.get("required_unless", {}).get("fields", ())) <= keys


def test_choices_are_shown_by_thai_words_and_none_too() -> None:
    choices = [each for each in values(FORMS) if "choices" in each]
    assert choices
    for each in choices:
        assert all(has_thai(choice["title"]) for choice in each["choices"]), each
        assert each.get("default", each["choices"][0]["value"]) in [
            choice["value"] for choice in each["choices"]
        ]
    stated = [each for each in values(FORMS) if each.get("may_be_none")]
    assert stated
    assert all(has_thai(each["none_title"]) for each in stated)


def test_every_value_is_of_a_known_kind_and_names_known_models() -> None:
    known = {kind.value for kind in ShapeKind} - {"record"} | OWN_KINDS
    for each in values([FORMS["models"], [file["value"] for file in FORMS["files"]]]):
        assert each["kind"] in known
        assert ("item" in each) == (each["kind"] in {"list", "entries"})
        assert each.get("model", "Procedure") in MODELS
        assert each["kind"] != "model" or "model" in each
