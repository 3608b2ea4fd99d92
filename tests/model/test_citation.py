"""Citations: an id alone or with a section, in one list; what else stands there is refused at its exact place."""

from generator.model.citation import Citation
from generator.model.procedure import Procedure, Step
from generator.model.shapes import fields_of
from generator.model.walking import Pointer, pointers
from generator.project.documents import FileKind, shape_of


def test_ids_and_sections_stand_in_one_list() -> None:
    step = Step.model_validate(
        {"text": "ทำ", "references": ["act", {"id": "act", "section": "มาตรา 39"}, {"id": "plan"}]}
    )
    assert step.references == (
        Citation(id="act"),
        Citation(id="act", section="มาตรา 39"),
        Citation(id="plan"),
    )
    assert step.model_dump(mode="json")["references"] == ["act", {"id": "act", "section": "มาตรา 39"}, "plan"]
    assert Step.model_validate(step.model_dump(mode="json", exclude_none=True)) == step


def test_ids_are_found_however_they_are_written() -> None:
    data = {"references": ["act", {"id": "plan", "section": "ข้อ 1"}], "steps": [{"references": ["act"]}]}
    assert set(pointers(data, shape_of(FileKind.PROCEDURE))) == {
        Pointer(("references", 0), "reference", "act"),
        Pointer(("references", 1, "id"), "reference", "plan"),
        Pointer(("steps", 0, "references", 0), "reference", "act"),
    }


def test_what_a_citation_may_say_is_known_to_hints() -> None:
    item = fields_of(Procedure)["references"].shape.item
    assert item is not None
    assert (item.points_at, item.model) == ("reference", Citation)
