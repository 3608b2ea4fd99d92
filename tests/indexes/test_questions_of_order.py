"""Questions that put steps in order: only where hands change or one step works on what another made."""

import pytest

from generator.indexes.questions import QuestionKind
from tests.document.manuals import placed
from tests.indexes.test_questions import DECISION, of_kind, office


def test_a_decision_that_sends_the_work_back_leaves_no_order_across_it() -> None:
    assert of_kind(office(placed(steps=DECISION)), QuestionKind.ORDER) == []


HANDED_ON = ("school", "group", "director", "group", "board", "school", "group", "director")


def test_steps_that_go_from_hand_to_hand_are_put_in_order() -> None:
    texts = ("รับ", "มอบหมาย", "จัดทำ", "ตรวจ", "ลงนาม", "ส่ง", "เก็บ", "รายงาน")
    listed = [{"text": text, "role": role} for text, role in zip(texts, HANDED_ON, strict=True)]
    first, second = of_kind(office(placed(steps=listed)), QuestionKind.ORDER)
    assert first.answers() == texts[:5]
    assert second.answers() == texts[5:]


def test_duties_of_the_same_people_have_no_order() -> None:
    listed = [{"text": text} for text in ("ประสานงาน", "ประชาสัมพันธ์", "ให้บริการ", "ดูแลระบบ")]
    assert of_kind(office(placed(steps=listed)), QuestionKind.ORDER) == []


def test_what_is_made_of_what_was_made_comes_after_it() -> None:
    listed = [
        {"text": "สำรวจ", "output": "ข้อมูล"},
        {"text": "วิเคราะห์ข้อมูล", "output": "ร่างแผน"},
        {"text": "เสนอร่างแผน"},
    ]
    (question,) = of_kind(office(placed(steps=listed)), QuestionKind.ORDER)
    assert question.answers() == ("สำรวจ", "วิเคราะห์ข้อมูล", "เสนอร่างแผน")


@pytest.mark.parametrize(
    ("texts", "is_asked"),
    [
        (("เสนอข้อมูล", "พิจารณาข้อมูล", "แจ้งผล"), False),
        (("จัดทำนโยบาย", "เสนอนโยบาย", "พิจารณานโยบายที่เสนอ", "เผยแพร่"), False),
        (("นำข้อมูลการดำเนินงานเสนอ", "พิจารณาการดำเนินงาน", "ติดตามผล"), False),
        (("สำรวจ", "เสนอข้อมูล", "พิจารณา"), False),
        (("แจ้งโรงเรียน", "จัดทำคำขอ", "พิจารณา"), True),
        (("แต่งตั้ง", "วิเคราะห์", "แจ้งผล"), False),
        (("สำรวจ", "วิเคราะห์", "แจ้งผล"), True),
    ],
)
def test_what_goes_the_way_of_all_official_work_is_not_asked(texts: tuple[str, ...], is_asked: bool) -> None:
    listed = [{"text": text, "role": role} for text, role in zip(texts, HANDED_ON, strict=False)]
    asked = of_kind(office(placed(steps=listed)), QuestionKind.ORDER)
    assert [each.answers() for each in asked] == ([texts] if is_asked else [])


def test_an_order_is_never_shown_just_the_other_way_round() -> None:
    texts = ("รับ", "มอบหมาย", "ตรวจ", "ส่ง", "เก็บ", "สรุป", "คัดแยก", "ทำลาย")
    for at in range(len(texts) - 2):
        listed = [
            {"text": text, "role": role} for text, role in zip(texts[at : at + 3], HANDED_ON, strict=False)
        ]
        (question,) = of_kind(office(placed(steps=listed)), QuestionKind.ORDER)
        assert list(question.options) not in (list(question.answers()), list(question.answers())[::-1])
