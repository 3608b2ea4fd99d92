"""Where references and forms are used: in whole procedures and in steps, each once."""

from generator.indexes.uses import (
    citations,
    cited_references,
    cited_sections,
    form_uses,
    replaced_by_each,
    taken_from,
    used_forms,
)
from tests.document.manuals import manual_of, placed

NESTED = [
    {"text": "ก", "references": ["b"], "steps": [{"text": "ข", "references": ["c", "a"], "forms": ["f"]}]}
]


def test_what_a_procedure_and_its_steps_name_once() -> None:
    procedure = placed(steps=NESTED, references=["a"], forms=["g"])
    assert cited_references(procedure) == ("a", "b", "c")
    assert used_forms(procedure) == ("g", "f")


def test_citations_know_their_procedures_and_steps() -> None:
    first = placed("first", "1.1", steps=NESTED, references=["a"])
    second = placed("second", "1.2", references=["a"], source={"manual": "b"})
    found = citations(manual_of(first, second))
    told = {
        key: [(use.placed.id, use.is_whole, [step.number for step in use.steps]) for use in uses]
        for key, uses in found.items()
    }
    assert told == {
        "a": [("first", True, ["1.1"]), ("second", True, [])],
        "b": [("first", False, ["1"])],
        "c": [("first", False, ["1.1"])],
    }


def test_citations_know_what_is_cited() -> None:
    cited = ["a", {"id": "a", "section": "ข้อ 1"}, {"id": "b", "section": "ข้อ 2"}]
    procedure = placed(
        references=cited, steps=[{"text": "ก", "references": [{"id": "a", "section": "ข้อ 3"}]}]
    )
    assert cited_references(procedure) == ("a", "b")
    assert cited_sections(procedure) == {"a": ("ข้อ 1", "ข้อ 3"), "b": ("ข้อ 2",)}
    (use,) = citations(manual_of(procedure))["a"]
    assert use.sections == {"": ("ข้อ 1",), "1": ("ข้อ 3",)}


def test_forms_know_their_steps() -> None:
    (use,) = form_uses(manual_of(placed(steps=NESTED)))["f"]
    assert (use.is_whole, [step.number for step in use.steps]) == (False, ["1.1"])


def test_a_source_is_told_apart_from_a_citation() -> None:
    procedure = placed(source={"manual": "handbook"})
    manual = manual_of(procedure)
    assert citations(manual) == {}
    assert taken_from(manual) == {"handbook": (procedure,)}


def test_what_a_reference_replaced() -> None:
    old = {"type": "act", "title": "เก่า", "replaced_by": "new"}
    older = {"type": "act", "title": "เก่ากว่า", "replaced_by": "new"}
    references = {"old": old, "older": older, "new": {"type": "act", "title": "ใหม่"}}
    assert replaced_by_each(manual_of(references=references)) == {"new": ("old", "older")}
