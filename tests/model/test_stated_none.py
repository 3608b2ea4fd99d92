"""A list, or the word `none`: stated is more than left out, wherever it is asked."""

import pickle

import pytest
from pydantic import Field, ValidationError

from generator.model.base import Frozen, Text
from generator.model.presentation import presented_field
from generator.model.service import Service
from generator.model.shapes import ShapeKind, fields_of
from generator.model.stated_none import ListOrNone, StatedNone, means_none, says_none


class Sample(Frozen):
    points: ListOrNone[Text] = Field(default=(), title="ข้อ", description="none (ไม่มีข้อใด)")


@pytest.mark.parametrize("word", ["none", "ไม่มี", " none ", "None", "NONE"])
def test_the_word_stands_in_place_of_a_list(word: str) -> None:
    sample = Sample.model_validate({"points": word})
    field = presented_field(Sample, "points")
    assert isinstance(sample.points, StatedNone)
    assert (list(sample.points), field.is_stated(sample), field.word_of_none) == ([], True, "ไม่มีข้อใด")
    assert sample.model_dump(mode="json") == {"points": "none"}
    assert Sample.model_validate(sample.model_dump(mode="json")) == sample
    assert isinstance(pickle.loads(pickle.dumps(sample)).points, StatedNone)  # noqa: S301 - our own


def test_a_list_is_a_list_and_nothing_is_no_statement() -> None:
    field = presented_field(Sample, "points")
    assert field.is_stated(Sample.model_validate({"points": ["ก"]}))
    assert not field.is_stated(Sample.model_validate({}))
    assert not field.is_stated(Sample.model_validate({"points": []}))
    assert Sample.model_validate({"points": ["ก"]}).model_dump(mode="json") == {"points": ["ก"]}


@pytest.mark.parametrize("data", ["ฟรี", "0", {"a": "b"}])
def test_nothing_else_is_the_word(data: object) -> None:
    with pytest.raises(ValidationError) as refused:
        Sample.model_validate({"points": data})
    assert refused.value.errors()[0]["loc"] == ("points",)


def test_the_shape_says_where_the_word_may_stand() -> None:
    shapes = {key: field.shape for key, field in fields_of(Service).items()}
    assert {key for key, shape in shapes.items() if shape.may_be_none} == {"documents", "fees"}
    assert shapes["fees"].kind is ShapeKind.LIST
    assert shapes["fees"].item is not None


@pytest.mark.parametrize(
    "text", ["0", "๐", "-", "ไม่มีค่าธรรมเนียม", "ไม่เสียค่าใช้จ่าย", "ฟรี", "0 บาท", "ยกเว้นค่าธรรมเนียม"]
)
def test_what_probably_means_that_there_is_nothing(text: str) -> None:
    assert means_none(text)
    assert not says_none(text)


@pytest.mark.parametrize(
    "text",
    [
        "100 บาท",
        "บัตรประชาชน",
        "05",
        "ไม่มีค่าธรรมเนียม (ยกเว้นขอสำเนา 10 บาท)",
        "ไม่เก็บค่าธรรมเนียม กรณีผู้สูงอายุ",
        "ฟรี 3 วันแรก",
    ],
)
def test_what_does_not(text: str) -> None:
    assert not means_none(text)
