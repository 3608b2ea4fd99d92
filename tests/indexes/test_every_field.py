"""Whatever text a model declares, the glossary finds its words there, and a profile may ask whether it is stated."""

from dataclasses import replace

from generator.indexes.completeness import completeness_questions
from generator.indexes.glossary import Glossary
from generator.model.catalogue import Term
from generator.model.presentation import presented_field, presented_fields
from generator.model.procedure import Procedure, Step
from tests.support.cases import each_case
from tests.support.every_field import IN_PROCEDURE, THINGS, every_field_manual, text_names

WORD = Term(term="แผนปฏิบัติราชการ", meaning="แผนของปี")
TEXTS = [
    (text, presented_field(THINGS[thing], name).is_looked_through)
    for thing in IN_PROCEDURE
    for name, texts in text_names(thing).items()
    for text in texts
]


@each_case("text, is_found", TEXTS)
def test_a_word_is_found_in_every_text_that_is_looked_through(text: str, is_found: bool) -> None:
    manual = every_field_manual(lambda name: f"ทำ{WORD.term}ให้เสร็จ" if name == text else "x")
    manual = replace(manual, terms={"plan": WORD})
    (placed,) = manual.procedures()
    assert ("plan" in Glossary(manual).used_by(placed)) is is_found


def test_a_profile_may_ask_for_every_field() -> None:
    asked = set(completeness_questions())
    assert {field.name for field in presented_fields(Procedure)} <= asked
    assert {f"step.{field.name}" for field in presented_fields(Step)} <= asked


def test_whether_a_text_is_stated() -> None:
    (placed,) = every_field_manual(str).procedures()
    for name, question in completeness_questions().items():
        model, _, field = name.rpartition(".")
        known = {each.name: each for each in presented_fields(Step if model else Procedure)}
        if field in known and known[field].is_text:
            assert question(placed).given, name
