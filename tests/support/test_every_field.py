"""The manual of every field fills every field: whatever text a model has, tests that use it see."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.model.base import Frozen
from generator.model.change import Change
from generator.model.edition import EditionArea
from generator.model.learning_path import Stop
from generator.model.presentation import presented_fields
from generator.model.shapes import models_within, record
from generator.project import MODELS
from tests.support.cases import each_case
from tests.support.every_field import THINGS, every_field_manual

MODELS_OF_FILES: dict[type[Frozen], None] = dict.fromkeys((Change,))
for _model in MODELS.values():
    MODELS_OF_FILES |= dict.fromkeys(models_within(record(_model)))
TEXTS: list[tuple[type[Frozen], str]] = [
    (model, field.name)
    for model in MODELS_OF_FILES
    for field in presented_fields(model)
    if field.is_text and model is not EditionArea  # its title takes the place of the area's own
]


def records_of(value: object) -> Iterator[Frozen]:
    """Every instance of a model in a manual."""
    if isinstance(value, Frozen):
        yield value
        for name in type(value).model_fields:
            yield from records_of(getattr(value, name))
    elif is_dataclass(value):
        for each in fields(value):
            yield from records_of(getattr(value, each.name))
    elif isinstance(value, dict):
        yield from records_of(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from records_of(each)


RECORDS = list(records_of(every_field_manual(str)))


def test_every_model_is_a_thing_that_says_texts() -> None:
    assert {model for model, _ in TEXTS} == set(THINGS.values())
    assert Stop in MODELS_OF_FILES


@each_case("model, name", TEXTS)
def test_every_text_field_is_filled(model: type[Frozen], name: str) -> None:
    assert any(isinstance(each, model) and getattr(each, name) for each in RECORDS)
