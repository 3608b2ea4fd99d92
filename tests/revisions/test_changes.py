"""What became of a manual: every field of the models, told as what its declaration says it is about; nothing else."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from generator.diff import RunKind, Sort, TextDifference, whole_difference
from generator.model import (
    Frozen,
    Manner,
    Manual,
    Matter,
    PresentedField,
    Procedure,
    Step,
    presented_fields,
)
from generator.model.matter import DUTIES
from generator.revisions import ManualChanges, Statement, Unseen, changes, one_line
from generator.revisions.weight import Weighing
from tests.diff.manuals import office, one_procedure, steps_of
from tests.support.cases import each_case
from tests.support.every_field import IN_PROCEDURE, THINGS, every_field_manual, text_names

BESIDE = {"role": "role", "reference": "reference", "form": "form", "term": "term", "knowledge": "knowledge"}
TEXTS = [text for thing in (*IN_PROCEDURE, *BESIDE) for texts in text_names(thing).values() for text in texts]


@cache
def plain() -> Manual:
    return every_field_manual(lambda name: f"คำว่า {name}")


def statements(changed: ManualChanges) -> list[Statement]:
    return [statement for _, statement in changed.statements()]


def only(changed: ManualChanges) -> Statement:
    (statement,) = statements(changed)
    return statement


@each_case("name", TEXTS)
def test_every_text_that_changes_is_told_word_by_word(name: str) -> None:
    other = every_field_manual(lambda each: f"คำว่า {each}{' ซึ่งแก้แล้ว' if each == name else ''}")
    told = statements(changes(plain(), other))
    assert any("ซึ่งแก้แล้ว" in each.text.after_text and name in each.text.after_text for each in told), told
    assert not any("ซึ่งแก้แล้ว" in each.text.before_text for each in told)


VALUES: Mapping[str, object] = {
    "accountable": "head",
    "call": "work",
    "consulted": ["head"],
    "duration": "3 วัน",
    "effective": "2566",
    "forms": ["register"],
    "informed": ["head"],
    "kind": "document",
    "owner": "head",
    "references": ["computer-act"],
    "related": ["work"],
    "replaced_by": "work",
    "retired": "2566",
    "review_every": "1 ปี",
    "reviewed": "2566",
    "roles": ["head"],
    "schedule": ["ทุกเดือน"],
    "status": "draft",
}
"""What may stand in the fields that are no texts, and hold none."""
OF_THEIR_OWN: Mapping[type[Frozen], set[str]] = {
    Procedure: {"title", "steps", "owner"},
    Step: {"text", "steps", "parallel", "outcomes", "go"},
}
"""What a procedure and a step consist of: told in ways of their own."""
FIELDS = [
    (model, field)
    for model, others in OF_THEIR_OWN.items()
    for field in presented_fields(model)
    if field.manner is not Manner.ADDRESS and field.name not in others
]


def written(model: type[Frozen], field: PresentedField) -> object:
    """What an author may write in a field."""
    if field.name in VALUES:
        return VALUES[field.name]
    procedure = next(iter(plain().procedures())).procedure
    things = (
        [procedure]
        if model is Procedure
        else [each.step for each in next(iter(plain().procedures())).walk_steps()]
    )
    stated = next(each for each in things if field.is_stated(each))
    return stated.model_dump(mode="json", by_alias=True, exclude_none=True)[field.key]


@pytest.mark.parametrize(
    ("model", "field"),
    FIELDS,
    ids=lambda each: getattr(each, "name", each.__name__ if isinstance(each, type) else ""),
)
def test_every_field_that_appears_or_goes_is_told_as_what_it_is_about(
    model: type[Frozen], field: PresentedField
) -> None:
    value = {field.key: written(model, field)}
    if model is Procedure:
        bare, full = one_procedure(), one_procedure(**value)
    else:
        step = {"id": "only", "text": "ทำ"}
        bare, full = one_procedure(steps=[step]), one_procedure(steps=[{**step, **value}])
    parts = (
        presented_fields(field.model)
        if field.model and not field.is_list and not field.is_record
        else (field,)
    )
    inner = {each.matter for each in parts}
    for one, other, sort in ((bare, full, Sort.ADDED), (full, bare, Sort.REMOVED)):
        told = statements(changes(one, other))
        assert told
        assert {each.matter for each in told} <= inner
        assert all(each.sort in (sort, Sort.CHANGED) for each in told)
        assert all(field.title in each.what for each in told)


def test_a_manual_that_is_the_same_has_not_changed() -> None:
    for manual in (plain(), office("before"), office("after")):
        assert changes(manual, manual).is_same
    assert changes(plain(), every_field_manual(lambda name: f"คำว่า {name}")).is_same


def test_changes_there_are_the_changes_back_turned_round() -> None:
    there, back = changes(office("before"), office("after")), changes(office("after"), office("before"))
    turned = {Sort.ADDED: Sort.REMOVED, Sort.REMOVED: Sort.ADDED}
    ids = [sorted(each.id for each in changed.procedures) for changed in (there, back)]
    assert ids[0] == ids[1]
    sorts = {each.id: each.sort for each in back.procedures}
    assert all(turned.get(each.sort, each.sort) is sorts[each.id] for each in there.procedures)


def test_what_matters_most_comes_first() -> None:
    order = list(Matter)
    for each in changes(office("before"), office("after")).procedures:
        places = [order.index(statement.matter) for statement in each.statements]
        assert places == sorted(places)


def test_what_only_follows_from_another_change_is_told_once() -> None:
    steps = [{"id": "outer", "text": "หัวข้อ", "role": "head", "steps": [{"id": "in", "text": "ทำข้างใน"}]}]
    before = one_procedure(owner="group", steps=[*steps, {"id": "last", "text": "ปิดงาน"}])
    other = [{**steps[0], "role": "director"}]
    after = one_procedure(owner="clerk", steps=[*other, {"id": "last", "text": "ปิดงาน"}])
    told = [each for each in statements(changes(before, after)) if each.matter is Matter.DOER]
    assert [(each.field, each.numbers) for each in told] == [("owner", (None, None)), ("role", ("1", "1"))]
    assert told[0].notes == ("รวม 1 ขั้นตอนที่ไม่ได้ระบุผู้ทำ",)


def test_a_step_that_names_nobody_any_more_says_who_does_it() -> None:
    before = steps_of({"id": "a", "text": "ทำ", "role": "head"})
    told = only(changes(before, steps_of({"id": "a", "text": "ทำ"})))
    assert told.notes == ("ไม่ได้ระบุผู้ทำแล้ว จึงถือว่าเจ้าของงานเป็นผู้ทำ",)


def test_a_step_put_under_another_is_moved() -> None:
    before = steps_of("a", {"id": "b", "steps": ["c"], "text": "หัวข้อ"}, "d")
    after = steps_of("a", {"id": "b", "steps": ["c", "d"], "text": "หัวข้อ"})
    told = only(changes(before, after))
    assert (told.matter, told.sort) == (Matter.PLACE, Sort.MOVED)
    assert (told.text.before_text, told.text.after_text) == ("ขั้นตอนที่ 3", "ขั้นตอนที่ 2.2 (อยู่ในขั้นตอนที่ 2 หัวข้อ)")


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, "end", "ทางไปต่อเมื่อเสร็จ"),
        (None, "a", "ทางย้อนกลับเมื่อเสร็จ"),
        ("a", None, "ทางต่อจากขั้นตอนนี้ (ไม่ย้อนกลับแล้ว)"),
        ("a", "b", "ทางย้อนกลับเมื่อเสร็จ"),
    ],
)
def test_a_step_that_leads_elsewhere_is_told_with_where(
    before: str | None, after: str | None, what: str
) -> None:
    one, other = [
        steps_of("a", "b", {"id": "c", "text": "ทำ c", **({"go": go} if go else {})}, "d")
        for go in (before, after)
    ]
    told = [each for each in statements(changes(one, other)) if each.field == "go"]
    assert [(each.matter, each.what) for each in told] == [(Matter.FLOW, what)]


def test_a_procedure_with_another_id_and_some_other_words_is_the_same() -> None:
    texts = ["รับเรื่อง", "ตรวจเอกสาร", "เสนอผู้บริหาร", "แจ้งผล"]
    before = office_with("old", [*texts, "เก็บเรื่อง"])
    after = office_with("new", [*texts, "เก็บเรื่องไว้ห้าปี"])
    (change,) = changes(before, after).procedures
    assert (change.id, change.renamed_from) == ("new", "old")
    assert [each.matter for each in change.statements] == [Matter.PLACE, Matter.WORDS]
    (gone,) = [
        each
        for each in changes(before, office_with("new", ["ทำสิ่งอื่น"])).procedures
        if each.sort is Sort.REMOVED
    ]
    assert gone.id == "old"


def office_with(identifier: str, texts: list[str]) -> Manual:
    """A manual whose only procedure has an id and these steps."""
    manual = steps_of(*({"id": f"s{index}", "text": text} for index, text in enumerate(texts)))
    area = manual.areas[0]
    placed = replace(area.procedures[0], id=identifier)
    return replace(manual, areas=(replace(area, procedures=(placed,)),))


def test_what_cannot_be_read_is_neither_gone_nor_new() -> None:
    whole, nothing = office_with("work", ["ทำ"]), replace(office_with("work", ["ทำ"]), areas=())
    for one, other, unseen in (
        (whole, nothing, Unseen(after={"work"})),
        (nothing, whole, Unseen(before={"work"})),
        (nothing, nothing, Unseen({"work"}, {"work"})),
    ):
        (change,) = changes(one, other, unseen).procedures
        assert (change.statements, change.is_incomplete) == ((), True)
    gone, _ = changes(whole, nothing, Unseen(after={"labour"})).procedures
    assert gone.sort is Sort.REMOVED
    assert "labour" in gone.statements[0].notes[-1]


def test_duties_are_who_acts_what_there_is_to_do_what_is_decided_and_who_answers() -> None:
    assert {each.value for each in DUTIES} == {"doer", "cut", "added", "flow", "approver"}


@pytest.mark.parametrize(
    ("before", "after", "notes"),
    [
        ("ส่งภายใน 3 วัน", "ส่งภายใน ๓ วัน", []),
        ("ส่งภายใน 3 วัน", "ส่งภายใน 30 วัน", ["ตัวเลขเปลี่ยน: 3 → 30"]),
        ("ต้องส่งสำเนา", "ไม่ต้องส่งสำเนา", ["คำที่กลับความหมายได้: ต้อง → ไม่ต้อง"]),
        ("แจ้งหัวหน้า", "แจ้งผู้บริหาร", ["ชื่อผู้รับผิดชอบในข้อความ ตัด: หัวหน้า"]),
        ("ส่งสำเนา", "ไม่ส่งสำเนา 2 ชุด", ["มีตัวเลขเพิ่ม: 2", "คำที่กลับความหมายได้ เพิ่มคำว่า: ไม่"]),
        ("เสนอเรื่อง", "เสนอเรื่องนั้น", []),
        ("you may sign", "you must sign", ["คำที่กลับความหมายได้: may → must"]),
        ("note this", "notes this", []),
        ("", "ไม่ส่ง 3 ฉบับ", []),
    ],
)
def test_what_a_few_letters_turn_is_pointed_out(before: str, after: str, notes: list[str]) -> None:
    assert list(Weighing(["หัวหน้า"]).notes(whole_difference(before, after))) == notes


def test_one_line_tells_what_matters_most_and_how_much_more_there_is() -> None:
    told = changes(office("before"), office("after")).procedures
    change = max(told, key=lambda each: len({statement.what for statement in each.statements}))
    line = one_line(change, most=2)
    assert "\n" not in line
    assert line.count("; ") == 2
    assert line.endswith(" เรื่อง")
    everything = one_line(change, most=1000)
    assert everything.startswith(line.rpartition("; ")[0])


def test_the_words_of_a_statement_are_its_texts() -> None:
    for each in statements(changes(office("before"), office("after"))):
        assert isinstance(each.text, TextDifference)
        assert all(run.text for run in each.text.runs)
        assert each.sort is not Sort.ADDED or {run.kind for run in each.text.runs} <= {RunKind.ADDED}


def test_things_that_the_models_declare_are_about_something() -> None:
    for model in {*THINGS.values(), Procedure, Step}:
        assert all(isinstance(field.matter, Matter) for field in presented_fields(model))


@pytest.mark.parametrize("more", ["", " และของกลุ่ม" * 20])
def test_one_line_shows_where_two_long_texts_that_begin_alike_differ(more: str) -> None:
    common = "ส่งรายงานผลการปฏิบัติงานประจำปีงบประมาณต่อสำนักงานเขตพื้นที่การศึกษาตามแบบที่กำหนด "
    before, after = (
        steps_of({"id": "send", "text": "ส่ง", "output": f"{common}{each}{more}"})
        for each in ("ทุกเดือน", "ทุกปี")
    )
    (change,) = changes(before, after).procedures
    line = one_line(change)
    assert "ทุกเดือน" in line
    assert "ทุกปี" in line
    assert common not in line


@pytest.mark.parametrize(
    ("more", "line"), [(" ในเล่ม" * 20, "ปรับถ้อยคำใน{}"), ("", "เปลี่ยน{} จาก ต้นฉบับพิมพ์ว่า ก เป็น ต้นฉบับพิมพ์ว่า ข")]
)
def test_one_line_says_of_a_long_note_that_it_was_edited_and_cuts_no_pieces_out_of_it(
    more: str, line: str
) -> None:
    """Two pieces of sentences, of which neither begins nor ends, say nothing to who reads a history."""
    before, after = (
        one_procedure(source={"manual": "law", "note": f"ต้นฉบับพิมพ์ว่า {each}{more}"}) for each in ("ก", "ข")
    )
    (change,) = changes(before, after).procedures
    assert one_line(change) == line.format("ที่มา: หมายเหตุ")
