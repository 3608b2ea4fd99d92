"""Numbers, anchors and default roles of placed steps."""

from generator.model.manual import PlacedProcedure
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure

PROCEDURE = Procedure.model_validate(
    {
        "title": "งานตัวอย่าง",
        "owner": "clerk",
        "steps": [
            {"text": "ก"},
            {
                "text": "ข",
                "id": "check",
                "role": "head",
                "steps": [{"text": "ข1"}, {"text": "ข2", "steps": [{"text": "ข2ก"}]}],
            },
        ],
    }
)


def test_steps_are_numbered_and_addressed_at_every_depth() -> None:
    walked = [each for placed in place_steps(PROCEDURE) for each in placed.walk()]
    assert [(each.number, each.anchor) for each in walked] == [
        ("1", "step-1"),
        ("2", "step-check"),
        ("2.1", "step-2-1"),
        ("2.2", "step-2-2"),
        ("2.2.1", "step-2-2-1"),
    ]


def test_a_step_without_a_role_is_that_of_the_step_above_or_the_owners() -> None:
    roles = [each.role for placed in place_steps(PROCEDURE) for each in placed.walk()]
    assert roles == ["clerk", "head", "head", "head", "head"]


def test_sub_steps_are_done_by_whom_the_step_above_names() -> None:
    inner = {"text": "ก", "steps": [{"text": "ข"}, {"text": "ค", "role": "director"}]}
    steps = [
        {"text": "ง", "role": ["clerk", "nurse"], "steps": [inner]},
        {"text": "จ", "steps": [{"text": "ฉ"}]},
    ]
    procedure = Procedure.model_validate({"title": "งาน", "owner": "group", "steps": steps})
    found = {
        each.number: (each.roles, each.is_role_default)
        for step in place_steps(procedure)
        for each in step.walk()
    }
    assert found == {
        "1": (("clerk", "nurse"), False),
        "1.1": (("clerk", "nurse"), False),
        "1.1.1": (("clerk", "nurse"), False),
        "1.1.2": (("director",), False),
        "2": (("group",), True),
        "2.1": (("group",), True),
    }


def test_a_placed_procedure_knows_its_address_and_its_steps() -> None:
    placed = PlacedProcedure(
        "sample", "budget", "4.1", "procedures/budget/sample.yml", PROCEDURE, place_steps(PROCEDURE)
    )
    assert placed.url == "budget/sample/"
    found = placed.step_with_id("check")
    assert found is not None
    assert (found.number, found.chart_key) == ("2", "check")
    assert placed.step_with_id("nothing") is None
