"""A changed procedure: what each verb does to each kind of target, and what stays as it is."""

from collections.abc import Callable

import pytest

from generator.assembly import read_editions
from generator.model.manual import PlacedProcedure
from tests.support.changing import BASE, EDITION, FILES, SHARED, Project, changed, edition_with, problems_of

Reading = Callable[[PlacedProcedure], object]


def texts(placed: PlacedProcedure) -> list[str]:
    return [f"{step.number} {step.step.text}" for step in placed.walk_steps()]


def outcomes(placed: PlacedProcedure) -> list[tuple[str, str | None]]:
    step = placed.step_with_id("consider")
    assert step is not None
    return [(each.label, each.go) for each in step.step.outcomes]


def of_step(identifier: str, field: str) -> Reading:
    def read(placed: PlacedProcedure) -> object:
        step = placed.step_with_id(identifier)
        assert step is not None
        value: object = getattr(step.step, field)
        return value

    return read


def of_source(field: str) -> Reading:
    return lambda placed: getattr(placed.procedure.source, field)


def of_procedure(field: str) -> Reading:
    return lambda placed: getattr(placed.procedure, field)


def cited(placed: PlacedProcedure) -> list[tuple[str, str | None]]:
    return [(each.id, each.section) for each in placed.procedure.references]


@pytest.mark.parametrize(
    ("changes", "reading", "expected"),
    [
        ("- replace: title\n  with: งานใหม่", of_procedure("title"), "งานใหม่"),
        ("- replace: summary\n  with: ใช้ ${system}", of_procedure("summary"), "ใช้ ระบบสำนักงาน"),
        ("- replace: owner\n  with: director", lambda placed: placed.steps[0].role, "director"),
        ("- remove: summary", of_procedure("summary"), None),
        (
            "- add: effective\n  with: 2566",
            lambda placed: placed.procedure.effective and placed.procedure.effective.year,
            2023,
        ),
        ("- replace: objective\n  with: [ข้อเดียว]", of_procedure("objective"), ("ข้อเดียว",)),
        (
            "- replace: objective/เพื่อจัดทำ/ทบทวนแผน\n  with: เพื่อแผน",
            of_procedure("objective"),
            ("เพื่อแผน", "เพื่อรายงานด้วย ระบบสำนักงาน"),
        ),
        (
            "- remove: objective/เพื่อรายงาน…",
            of_procedure("objective"),
            ("เพื่อจัดทำ/ทบทวนแผน",),
        ),
        (
            (
                "- insert_before: scope/การวิเคราะห์งบประมาณ\n  with: ก่อน\n"
                "- insert_after: scope/การวิเคราะห์งบประมาณ\n  with: [หลัง, หลังอีก]\n"
                "- add: scope\n  with: ท้าย"
            ),
            of_procedure("scope"),
            ("ก่อน", "การวิเคราะห์งบประมาณ", "หลัง", "หลังอีก", "ท้าย"),
        ),
        (
            "- replace: definitions/แผน/โครงการ/meaning\n  with: ใหม่",
            lambda placed: [each.meaning for each in placed.procedure.definitions],
            ["สิ่งที่คิดไว้", "ใหม่"],
        ),
        (
            "- replace: definitions/แผน\n  with: {term: แผนงาน, meaning: ใหม่}",
            lambda placed: [each.term for each in placed.procedure.definitions],
            ["แผนงาน", "แผน/โครงการ"],
        ),
        (
            "- insert_after: definitions/แผน\n  with: {term: งบ, meaning: เงิน}\n- remove: definitions/แผน",
            lambda placed: [each.term for each in placed.procedure.definitions],
            ["งบ", "แผน/โครงการ"],
        ),
        ("- replace: steps/publish/text\n  with: ใหม่", of_step("publish", "text"), "ใหม่"),
        ("- add: steps/publish/detail\n  with: ใหม่", of_step("publish", "detail"), "ใหม่"),
        ("- add: steps/ask/role\n  with: director", of_step("ask", "role"), "director"),
        ("- remove: steps/publish/kind", of_step("publish", "kind"), "process"),
        (
            "- replace: steps/publish\n  with: {id: publish, text: ใหม่, role: director}",
            of_step("publish", "role"),
            "director",
        ),
        (
            "- remove: steps/publish",
            texts,
            ["1 วิเคราะห์แผนงาน", "1.1 รวบรวมข้อมูล", "1.1.1 ขอข้อมูล", "1.1.2 รับข้อมูล", "2 พิจารณารายงาน"],
        ),
        (
            (
                "- insert_before: steps/consider\n  with: {text: ก่อน}\n"
                "- insert_after: steps/consider\n  with: {text: หลัง}\n"
                "- insert_before: steps/consider\n  with: {text: ก่อนอีก}\n"
                "- insert_after: steps/consider\n  with: [{text: หลังอีก}]\n"
                "- remove: steps/gather"
            ),
            texts,
            [
                "1 วิเคราะห์แผนงาน",
                "2 ก่อน",
                "3 ก่อนอีก",
                "4 พิจารณารายงาน",
                "5 หลัง",
                "6 หลังอีก",
                "7 เผยแพร่รายงาน",
            ],
        ),
        (
            (
                "- replace: steps/ask\n  with: {text: ใหม่}\n- insert_before: steps/ask\n  with: {text: ก่อน}\n"
                "- add: steps/gather/steps\n  with: {text: ท้าย}\n- add: steps/publish/steps\n  with: {text: ย่อย}\n"
                "- add: steps/publish/steps\n  with: [{text: ย่อยอีก}]"
            ),
            texts,
            [
                "1 วิเคราะห์แผนงาน",
                "1.1 รวบรวมข้อมูล",
                "1.1.1 ก่อน",
                "1.1.2 ใหม่",
                "1.1.3 รับข้อมูล",
                "1.1.4 ท้าย",
                "2 พิจารณารายงาน",
                "3 เผยแพร่รายงาน",
                "3.1 ย่อย",
                "3.2 ย่อยอีก",
            ],
        ),
        (
            "- replace: steps/consider/outcomes/ไม่เห็นชอบ/go\n  with: end",
            outcomes,
            [("เห็นชอบ/รับทราบ", None), ("ไม่เห็นชอบ", "end")],
        ),
        (
            (
                "- add: steps/consider/outcomes/เห็นชอบ/รับทราบ/go\n  with: publish\n"
                "- insert_after: steps/consider/outcomes/ไม่เห็นชอบ\n  with: {label: ส่งคืน, go: end}\n"
                "- remove: steps/consider/outcomes/ไม่เห็นชอบ"
            ),
            outcomes,
            [("เห็นชอบ/รับทราบ", "publish"), ("ส่งคืน", "end")],
        ),
        ("- remove: steps/consider/outcomes", outcomes, []),
        ("- add: references\n  with: order", cited, [("budget-act", None), ("order", None)]),
        ("- replace: references/budget-act\n  with: order", cited, [("order", None)]),
        (
            "- replace: references/budget-act\n  with: {id: budget-act, section: มาตรา 22/1}",
            cited,
            [("budget-act", "มาตรา 22/1")],
        ),
        (
            "- insert_after: references/budget-act\n  with: [{id: order, section: ข้อ 3}, {id: order, section: ข้อ 5}]",
            cited,
            [("budget-act", None), ("order", "ข้อ 3"), ("order", "ข้อ 5")],
        ),
        (
            "- remove: steps/analyse/references/handbook",
            lambda placed: [each.id for each in placed.steps[0].step.references],
            ["budget-act"],
        ),
        (
            "- insert_before: forms/report-form\n  with: note-form",
            lambda p: p.procedure.forms[1],
            "note-form",
        ),
        ("- remove: forms/request-form", of_procedure("forms"), ("report-form",)),
        ("- remove: related/budget-request", of_procedure("related"), ()),
        ("- remove: related", of_procedure("related"), ()),
        (
            "- replace: source/section\n  with: 4.2",
            of_source("section"),
            "4.2",
        ),
        (
            "- add: source/note\n  with: ต่าง",
            of_source("note"),
            "ต่าง",
        ),
        ("- remove: source", of_procedure("source"), None),
    ],
)
def test_a_change_does_what_its_verb_says(
    changes: str, reading: Reading, expected: object, project: Project
) -> None:
    assert reading(changed(project, changes)) == expected
    assert problems_of(project, changes) == []


def test_the_order_of_changes_matters_only_at_one_place(project: Project) -> None:
    changes = [
        "- remove: steps/gather",
        "- replace: title\n  with: ใหม่",
        "- add: objective\n  with: ท้าย",
        "- insert_after: steps/publish\n  with: {text: ท้าย}",
    ]
    forwards, backwards = "\n".join(changes), "\n".join(reversed(changes))
    assert changed(project, forwards).procedure == changed(project, backwards).procedure


def test_what_is_unchanged_is_as_the_base_has_it(project: Project) -> None:
    placed = changed(project, "- replace: title\n  with: ใหม่")
    assert placed.base is not None
    assert placed.base.title == "งานวิเคราะห์งบประมาณรายจ่าย"
    assert placed.procedure == placed.base.model_copy(update={"title": "ใหม่"})
    assert not placed.is_own


def test_the_procedure_of_other_editions_stays_the_same_object(project: Project) -> None:
    shared = {
        BASE: SHARED.replace("${system}", "ระบบ"),
        "procedures/editions/third.yml": FILES[OTHER_EDITION],
    }
    text = edition_with("- replace: title\n  with: ใหม่")
    editions = read_editions(project({**FILES, EDITION: text, **shared}))
    manuals = [editions.manual(each) for each in ("khonkaen5-2566", "uttaradit2", "third")]
    mine, other, third = (
        manual.procedure("expenditure-analysis") for manual in manuals if manual is not None
    )
    assert mine is not None
    assert other is not None
    assert third is not None
    assert mine.procedure.title == "ใหม่"
    assert other.procedure is third.procedure
    assert mine.base is other.procedure
    assert (other.changes, other.base) == ((), None)


OTHER_EDITION = "procedures/editions/uttaradit2.yml"


def test_a_manual_says_what_was_changed_and_why(project: Project) -> None:
    placed = changed(
        project,
        "- replace: title\n  with: ใหม่\n  reason: เพราะ ${system}\n- remove: steps/publish\n  base: 12345678",
    )
    assert [(each.verb, each.address, each.reason) for each in placed.changes] == [
        ("replace", "title", "เพราะ ระบบสำนักงาน"),
        ("remove", "steps/publish", None),
    ]
    assert placed.changes[1].base == "12345678"


def test_a_wrong_change_takes_its_procedure_out_of_its_edition_only(project: Project) -> None:
    text = edition_with("- add: steps/publish/role\n  with: directer")
    editions = read_editions(project({**FILES, EDITION: text}))
    mine, other = editions.manual("khonkaen5-2566"), editions.manual("uttaradit2")
    assert mine is not None
    assert other is not None
    assert [each.id for each in mine.procedures()] == ["budget-request"]
    assert [each.id for each in other.procedures()] == ["expenditure-analysis", "budget-request"]


def test_two_editions_change_one_procedure_each_in_its_way(project: Project) -> None:
    second = edition_with("- replace: title\n  with: ชื่อของสอง\n- remove: steps/publish")
    first = edition_with("- replace: title\n  with: ชื่อของหนึ่ง")
    editions = read_editions(project({**FILES, EDITION: first, OTHER_EDITION: second}), check=False)
    manuals = [editions.manual("khonkaen5-2566"), editions.manual("uttaradit2"), editions.base()]
    placed = [manual.procedure("expenditure-analysis") for manual in manuals if manual is not None]
    assert [(each.title, len(each.steps)) for each in placed if each is not None] == [
        ("ชื่อของหนึ่ง", 3),
        ("ชื่อของสอง", 2),
        ("งานวิเคราะห์งบประมาณรายจ่าย", 3),
    ]


def test_a_planned_procedure_can_be_filled_in(project: Project) -> None:
    changes = (
        "- remove: status\n- add: owner\n  with: planning-group\n- add: steps\n  with: {text: ก}\n"
        "- add: steps\n  with: [{text: ข}]"
    )
    placed = changed(project, changes, {BASE: "title: งานที่จะทำ\nstatus: planned\n"})
    assert not placed.is_planned
    assert texts(placed) == ["1 ก", "2 ข"]
