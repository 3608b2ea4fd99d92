"""What a field's declaration says of how it is presented, and what follows from its type alone."""

from enum import StrEnum
from typing import Annotated

import pytest
from pydantic import Field

from generator.model.base import FormId, Frozen, Identifier, RoleId, Text
from generator.model.calendar import AuthoredDate, AuthoredDuration
from generator.model.presentation import (
    Manner,
    Presented,
    choice_words,
    presented,
    presented_field,
    presented_fields,
    without_presentation,
)
from generator.model.procedure import Procedure, Step
from generator.model.procedure_parts import Source
from generator.model.shapes import Shape, ShapeKind, fields_of, models_within
from generator.project import FileKind, shape_of


class Colour(StrEnum):
    RED = "red"


class Part(Frozen):
    note: Text = Field(title="หมายเหตุ")


class Sample(Frozen):
    plain: Text | None = Field(default=None, title="ข้อความ")
    needed: Annotated[Text, Presented(Manner.NAME, is_explained=True)] = Field(title="ชื่อ")
    column: Annotated[Text | None, Presented(Manner.COLUMN)] = Field(default=None, title="คอลัมน์")
    points: tuple[Text, ...] = Field(default=(), title="ข้อ", description="รายการ")
    id: Identifier | None = Field(default=None, title="รหัส")
    role: RoleId | None = Field(default=None, title="บทบาท")
    forms: tuple[FormId, ...] = Field(default=(), title="แบบฟอร์ม")
    day: AuthoredDate | None = Field(default=None, title="วัน")
    time: AuthoredDuration | None = Field(default=None, title="เวลา")
    colour: Colour = Field(default=Colour.RED, title="สี")
    part: Part | None = Field(default=None, title="ส่วน")
    parts: tuple[Part, ...] = Field(default=(), title="ส่วนต่าง ๆ")
    changed: dict[str, tuple[Part, ...]] = Field(default_factory=dict, title="ที่ปรับ")
    url: str | None = Field(default=None, title="ลิงก์", alias="link")


MANNERS = {
    "plain": Manner.PROSE,
    "needed": Manner.NAME,
    "column": Manner.COLUMN,
    "points": Manner.POINTS,
    "id": Manner.ADDRESS,
    "role": Manner.FACT,
    "forms": Manner.LINKS,
    "day": Manner.FACT,
    "time": Manner.FACT,
    "colour": Manner.FACT,
    "part": Manner.PART,
    "parts": Manner.PART,
    "changed": Manner.PART,
    "url": Manner.ADDRESS,
}


def test_manner_follows_from_the_type_unless_it_is_said() -> None:
    assert {field.name: field.manner for field in presented_fields(Sample)} == MANNERS


def test_text_with_only_a_title_is_explained_labelled_prose() -> None:
    field = presented_field(Sample, "plain")
    assert (field.title, field.manner) == ("ข้อความ", Manner.PROSE)
    assert field.is_text
    assert field.is_explained
    assert field.is_looked_through


@pytest.mark.parametrize("name", ["id", "role", "forms", "day", "time", "colour", "part", "url"])
def test_what_is_no_text_is_neither_text_nor_explained(name: str) -> None:
    field = presented_field(Sample, name)
    assert not any((field.is_text, field.is_explained, field.is_looked_through))


def test_what_ids_name_and_what_parts_are() -> None:
    assert presented_field(Sample, "role").points_at == "role"
    assert presented_field(Sample, "forms").points_at == "form"
    assert presented_field(Sample, "parts").model is Part
    assert presented_field(Sample, "changed").model is Part
    assert presented_field(Sample, "url").key == "link"


def test_texts_of_a_record() -> None:
    sample = Sample(needed="ก", points=("ข", "ค"), role="actor")
    texts = [field.texts(sample) for field in presented_fields(Sample)]
    assert [each for each in texts if each] == [("ก",), ("ข", "ค")]


def test_those_of_some_manners_in_the_order_of_the_model() -> None:
    columns = [field.name for field in presented(Step, Manner.COLUMN)]
    assert columns == ["roles", "duration", "standard", "forms", "references"]
    assert [field.name for field in presented(Procedure, Manner.POINTS)] == ["objective", "scope"]


def test_annotation_without_its_presentation() -> None:
    assert without_presentation(Annotated[Text, Presented(Manner.NAME)]) == Text
    assert without_presentation(Annotated[Text | None, Presented(Manner.NAME)]) == Text | None
    assert without_presentation(Text) == Text


def test_record_of_the_page() -> None:
    records = [field.name for field in presented_fields(Procedure) if field.is_record]
    assert records == [
        "document_control",
        "effective",
        "retired",
        "replaced_by",
        "reviewed",
        "review_every",
        "source",
    ]
    assert not presented_field(Source, "note").is_explained


def choices_of(shape: Shape) -> tuple[str, ...]:
    """The choices of a value, or of each of a list."""
    return choices_of(shape.item) if shape.kind is ShapeKind.LIST and shape.item else shape.choices


@pytest.mark.parametrize("kind", FileKind)
def test_every_choice_has_a_word_in_its_description(kind: FileKind) -> None:
    for model in models_within(shape_of(kind)):
        for field in fields_of(model).values():
            assert choices_of(field.shape) == tuple(
                each for each in choice_words(field.description) if each in choices_of(field.shape)
            ), field.key


def test_a_choice_without_a_word_is_shown_as_it_is_written() -> None:
    assert presented_field(Sample, "colour").word_of(Colour.RED) == "red"
