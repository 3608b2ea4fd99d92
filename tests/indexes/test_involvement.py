"""What a role does: its steps at every depth, its decisions, documents, forms, and whom it works with."""

from generator.indexes.involvement import Partner, work_by_role
from tests.document.manuals import manual_of, placed

NESTED = [
    {"text": "ก", "kind": "document", "output": "ร่าง", "forms": ["f"]},
    {
        "text": "ข",
        "steps": [
            {"text": "ข1", "role": "director", "kind": "document", "forms": ["f", "g"]},
            {"text": "ข2"},
        ],
    },
    {"text": "ค", "role": "director", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "end"}]},
]


def test_steps_of_every_depth_by_procedure_in_order() -> None:
    manual = manual_of(placed("first", "1.1", steps=NESTED), placed("second", "1.2", owner="director"))
    works = work_by_role(manual)
    told = {
        role: [
            (each.procedure.id, each.is_owner, [step.number for step in each.steps])
            for each in work.involvements
        ]
        for role, work in works.items()
    }
    assert told == {
        "group": [("first", True, ["1", "2", "2.2"])],
        "director": [("first", False, ["2.1", "3"]), ("second", True, ["1"])],
    }
    assert [each.procedure.id for each in works["director"].owned] == ["second"]
    assert (works["director"].step_count, works["director"].decision_count) == (3, 1)


def test_documents_made_and_received_and_forms_used() -> None:
    works = work_by_role(manual_of(placed(steps=NESTED)))
    (group,), (director,) = works["group"].involvements, works["director"].involvements
    assert [step.number for step in group.makes] == ["1"]
    assert [step.number for step in director.makes] == ["2.1"]
    assert [(each.made_in.number, each.comes_to.number) for each in director.receives] == [("1", "2.1")]
    assert group.receives == ()
    places = {form: [step.number for _, step in uses] for form, uses in works["director"].forms.items()}
    assert places == {"f": ["2.1"], "g": ["2.1"]}


def test_what_one_makes_for_oneself_is_not_received() -> None:
    steps = [{"text": "ก", "output": "ร่าง"}, {"text": "ข"}]
    ((involvement,),) = (work_by_role(manual_of(placed(steps=steps)))["group"].involvements,)
    assert involvement.receives == ()


def test_partners_by_the_number_of_hand_overs() -> None:
    works = work_by_role(manual_of(placed(steps=NESTED)))
    assert works["group"].partners == (Partner("director", 2, 1),)
    assert works["director"].partners == (Partner("group", 1, 2),)


def test_an_owner_that_acts_in_no_step_is_involved_and_others_are_not() -> None:
    works = work_by_role(manual_of(placed(owner="director", steps=[{"text": "ก", "role": "group"}])))
    (owner,) = works["director"].involvements
    assert (owner.is_owner, owner.steps, owner.gives) == (True, (), ())
    assert work_by_role(manual_of())["group"].involvements == ()
