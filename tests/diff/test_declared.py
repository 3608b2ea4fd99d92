"""Whatever kind of value a field holds, one or a list, a comparison shows it as readers read it."""

from enum import StrEnum

from pydantic import Field

from generator.diff.declared import FieldComparer
from generator.diff.differences import ListDifference
from generator.diff.fields import TextMeasure
from generator.diff.names import Names
from generator.diff.runs import Sort
from generator.diff.texts import TextComparer
from generator.model.base import Frozen
from generator.model.calendar import AuthoredDate
from generator.model.presentation import presented_field, presented_fields
from generator.model.procedure import Procedure
from generator.thai import Segmenter
from tests.document.manuals import manual_of, placed


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Sample(Frozen):
    sort: Colour | None = Field(default=None, title="สี", description="red (แดง) blue (น้ำเงิน)")
    colours: tuple[Colour, ...] = Field(default=(), title="สีต่าง ๆ", description="red (แดง) blue (น้ำเงิน)")
    days: tuple[AuthoredDate, ...] = Field(default=(), title="วัน")


def test_choices_and_dates_are_shown_in_words() -> None:
    manual = manual_of(placed("plan"))
    comparer = FieldComparer(Names(manual, manual), TextMeasure(TextComparer(Segmenter())))
    sides = (
        Sample.model_validate({"sort": "red", "colours": ["red"], "days": ["2566"]}),
        Sample.model_validate({"sort": "blue", "colours": ["red", "blue"], "days": ["2567"]}),
    )
    told = "".join(
        str(each) for field in presented_fields(Sample) for each in comparer.compare(field, *sides)
    )
    for word in ("แดง", "น้ำเงิน", "พ.ศ.", "2566", "2567"):
        assert word in told


def test_the_section_of_a_document_is_compared_word_by_word() -> None:
    manual = manual_of(placed("plan"), references={"law": {"type": "act", "title": "กฎหมาย"}})
    comparer = FieldComparer(Names(manual, manual), TextMeasure(TextComparer(Segmenter())))
    one, other = (
        Procedure.model_validate({"title": "งาน", "status": "planned", "references": cited})
        for cited in (
            ["law", {"id": "law", "section": "ข้อ 22"}],
            ["law", {"id": "law", "section": "ข้อ 23"}, {"id": "law", "section": "ข้อ 1"}],
        )
    )
    (told,) = comparer.compare(presented_field(Procedure, "references"), one, other)
    assert isinstance(told, ListDifference)
    assert [(each.sort, each.id) for each in told.items] == [(Sort.CHANGED, "law"), (Sort.ADDED, "law")]
    details = ["".join(run.text for run in each.detail.runs) for each in told.items if each.detail]
    assert [detail.replace("2223", "→") for detail in details] == ["ข้อ →", "ข้อ 1"]
    assert told.same == 1
