"""Questions about what the manual says beside the way and the doers: what is asked at work, made, meant."""

import pytest

from generator.indexes.questions import QuestionKind
from generator.model.knowledge_item import ItemKind, KnowledgeItem
from generator.model.placed_learning import PlacedKnowledge
from tests.document.manuals import placed
from tests.indexes.test_questions import DECISION, of_kind, office


def test_an_output_that_the_step_names_is_not_asked() -> None:
    steps = [
        {"id": f"s{n}", "text": f"จัดทำ{name}", "output": name}
        for n, name in enumerate(("แผน", "บันทึก", "คำสั่ง"))
    ]
    assert of_kind(office(placed(steps=steps)), QuestionKind.DOCUMENT) == []
    hidden = [{**step, "text": text} for step, text in zip(steps, ("วิเคราะห์", "ประชุม", "ลงนาม"), strict=True)]
    asked = of_kind(office(placed(steps=hidden)), QuestionKind.DOCUMENT)
    assert [each.answers() for each in asked] == [("แผน",), ("บันทึก",), ("คำสั่ง",)]


def item(title: str, body: str = "", *steps: str, kind: ItemKind = ItemKind.QUESTION) -> PlacedKnowledge:
    """A question, or something else that was learned, at steps of the procedure."""
    head = KnowledgeItem(title=title, kind=kind, procedures=tuple(f"plan#{each}" for each in steps))
    return PlacedKnowledge("late", "docs/knowledge/late.md", head, body)


@pytest.mark.parametrize(
    ("known", "is_asked"),
    [
        (item("อย่าส่งช้า", "ร่างแผนต้องครบ", "draft"), True),
        (item("อย่าส่งช้า", "ร่างแผนต้องครบ", "draft", "collect"), False),
        (item("จัดทำร่างแผนให้ครบ", "", "draft"), False),
        (item("อย่าส่งช้า", "เรื่องอื่น", "draft"), False),
        (item("ต้องเตรียมข้อมูลอะไร", "ร่างแผนต้องครบ", "draft"), False),
        (item("ใครต้องไม่ส่งช้า", "ร่างแผนต้องครบ", "draft"), False),
        *(
            (item("อย่าส่งช้า", "ร่างแผนต้องครบ", "draft", kind=kind), kind is ItemKind.QUESTION)
            for kind in ItemKind
        ),
    ],
    ids=[
        "of one step",
        "of two steps",
        "tells the step",
        "has nothing in common with it",
        "asks for data",
        "asks for somebody",
        *ItemKind,
    ],
)
def test_to_which_step_something_belongs_that_was_learned(known: PlacedKnowledge, is_asked: bool) -> None:
    asked = of_kind(office(placed(steps=DECISION), knowledge=(known,)), QuestionKind.KNOWLEDGE)
    expected = [("ถ้ามีผู้ถามว่า “อย่าส่งช้า” คำตอบตามคู่มือคือการทำขั้นตอนใด", ("จัดทำร่างแผน",))]
    assert [(each.text, each.answers()) for each in asked] == (expected if is_asked else [])


def test_which_word_has_a_meaning_is_asked_among_the_words_of_the_procedure() -> None:
    told = {"การโอน": "ย้ายเงิน", "การจัดสรร": "แบ่งวงเงิน", "การติดตาม": "ดูผลเป็นระยะ"}
    procedure = placed(definitions=[{"term": term, "meaning": meaning} for term, meaning in told.items()])
    asked = of_kind(office(procedure), QuestionKind.MEANING)
    assert [each.answers()[0] for each in asked] == list(told)
    assert all(each.anchor.startswith("definition-") for each in asked)


def test_a_word_whose_meaning_has_most_of_it_is_not_asked() -> None:
    told = {"แผนพัฒนาจังหวัด": "แผนงานเพื่อการพัฒนาของจังหวัด", "การจัดสรร": "แบ่งวงเงิน", "การติดตาม": "ดูผลเป็นระยะ"}
    procedure = placed(definitions=[{"term": term, "meaning": meaning} for term, meaning in told.items()])
    asked = of_kind(office(procedure), QuestionKind.MEANING)
    assert [each.answers()[0] for each in asked] == ["การจัดสรร", "การติดตาม"]
