"""Whole comparisons: fields, lists, values, areas, what only one edition has, and how far all that is."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from generator.diff.comparing import Comparer, compare_manuals, edition_label
from generator.diff.differences import Drift, FieldDifference, ListDifference, ProcedureComparison
from generator.diff.text_report import text_report
from generator.model.calendar import CalendarDate
from generator.model.manual import BASE, Manual
from generator.model.presentation import presented_field
from generator.thai.segmentation import Segmenter
from tests.diff.manuals import manual_of, office, one_procedure
from tests.support.cases import each_case
from tests.support.every_field import IN_PROCEDURE, THINGS, every_field_manual, text_names


def one(before: Mapping[str, Any], after: Mapping[str, Any]) -> ProcedureComparison:
    """Two versions of the procedure ``work``, compared."""
    comparison = Comparer(one_procedure(**before), one_procedure(**after)).procedure("work")
    assert comparison is not None
    return comparison


def items(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, int | None, int | None]]:
    """The items that differ in the only list that does."""
    (difference,) = one(before, after).differences
    assert isinstance(difference, ListDifference)
    return [(item.sort.value, item.before, item.after) for item in difference.items]


def test_manuals_are_the_same_as_themselves() -> None:
    comparison = compare_manuals(office("before"), office("before"))
    assert comparison.is_same
    assert comparison.drift.is_same
    assert len(comparison.procedures) == 5


def test_what_is_the_same_is_not_cut_into_words() -> None:
    class Counting(Segmenter):
        cut = 0

        def words(self, text: str) -> list[str]:
            self.cut += 1
            return super().words(text)

    before, segmenter = office("before"), Counting()
    assert compare_manuals(before, replace(before, edition_id="copy"), segmenter).is_same
    assert segmenter.cut == 0
    compare_manuals(before, office("after"), segmenter)
    assert segmenter.cut > 0


def test_the_other_way_round_what_was_added_is_removed() -> None:
    there, back = (
        compare_manuals(office("before"), office("after")),
        compare_manuals(office("after"), office("before")),
    )
    assert [name.id for name in there.only_after] == [name.id for name in back.only_before] == ["budget-plan"]
    assert {each.id for each in there.differing} == {each.id for each in back.differing}
    assert there.drift.steps_added == back.drift.steps_removed
    assert there.drift.steps_changed == back.drift.steps_changed


def test_a_procedure_alone_is_compared_without_the_rest() -> None:
    comparer = Comparer(office("before"), office("after"))
    alone = comparer.compare_only("correspondence")
    assert alone.procedures == (comparer.procedure("correspondence"),)
    assert (alone.only_before, alone.only_after, alone.areas, alone.values) == ((), (), None, ())
    only = comparer.compare_only("archives")
    assert (only.procedures, [name.id for name in only.only_before], only.only_after) == (
        (),
        ["archives"],
        (),
    )


TEXTS = [text for thing in IN_PROCEDURE for texts in text_names(thing).values() for text in texts]


@each_case("text", TEXTS)
def test_a_change_of_any_text_of_a_procedure_is_told_word_by_word(text: str) -> None:
    before = every_field_manual(lambda field: f"{field} เก่า" if field == text else field)
    after = every_field_manual(lambda field: f"{field} ใหม่" if field == text else field)
    report = text_report(compare_manuals(before, after))
    assert "[-เก่า-]{+ใหม่+}" in report


@pytest.mark.parametrize("thing", ["outer", "procedure"])
def test_a_text_is_told_under_its_title(thing: str) -> None:
    before, after = every_field_manual(str), every_field_manual(lambda field: f"{field} ใหม่")
    (procedure,) = compare_manuals(before, after).procedures
    step = next(each for each in procedure.steps if each.before and each.before.number == "1")
    told = {each.key: each.title for each in (step if thing == "outer" else procedure).differences}
    for name in set(text_names(thing)) - {"text"}:
        assert told[name] == presented_field(THINGS[thing], name).title


@pytest.mark.parametrize(
    ("key", "before", "after", "shown"),
    [
        ("status", "draft", "published", ("ร่าง", "ประกาศใช้")),
        ("owner", "group", "director", ("กลุ่มนโยบายและแผน", "ผู้อำนวยการกลุ่มนโยบายและแผน")),
        ("effective", "2566", "2567-05", ("พ.ศ. 2566", "พฤษภาคม พ.ศ. 2567")),
        ("reviewed", "21/05/2566", None, ("21 พฤษภาคม พ.ศ. 2566", "")),
        ("review_every", "1 ปี", "๒ ปี", ("1 ปี", "2 ปี")),
    ],
)
def test_values_that_are_no_text_are_shown_in_words_and_replaced_whole(
    key: str, before: str | None, after: str | None, shown: tuple[str, str]
) -> None:
    steps = [{"id": "only", "text": "ทำ", "role": "officer"}]
    versions = [{"steps": steps, **({key: value} if value else {})} for value in (before, after)]
    compared = one(*versions)
    (difference,) = (*compared.differences, *compared.records)
    assert isinstance(difference, FieldDifference)
    assert difference.key == key
    assert (difference.text.before_text, difference.text.after_text) == shown
    assert len(difference.text.runs) == sum(map(bool, shown))


def test_new_items_move_no_others() -> None:
    before, after = {"scope": ["ก ก", "ข ข", "ค ค"]}, {"scope": ["ใหม่", "ก ก", "ข ข", "ค ค"]}
    assert items(before, after) == [("added", None, 1)]


def test_items_that_are_nearly_the_same_have_changed() -> None:
    before = {"objective": ["ให้หนังสือราชการได้รับการปฏิบัติอย่างรวดเร็ว", "ให้ตรวจสอบได้"]}
    after = {"objective": ["ให้หนังสือราชการได้รับการปฏิบัติอย่างถูกต้อง", "ให้ประหยัดงบประมาณแผ่นดิน"]}
    assert items(before, after) == [("changed", 1, 1), ("removed", 2, None), ("added", None, 2)]


def test_as_few_items_as_can_be_have_moved() -> None:
    before, after = {"scope": ["ก", "ข", "ค"]}, {"scope": ["ข", "ค", "ก"]}
    assert items(before, after) == [("moved", 1, 3)]


def test_repeated_items_are_counted() -> None:
    assert items({"scope": ["ก", "ก", "ข"]}, {"scope": ["ก", "ข"]}) == [("removed", 2, None)]


def test_definitions_are_paired_by_term_and_their_meanings_compared() -> None:
    before = {
        "definitions": [{"term": "หนังสือ", "meaning": "เอกสารราชการ"}, {"term": "แผน", "meaning": "แผนงาน"}]
    }
    after = {
        "definitions": [
            {"term": "แผน", "meaning": "แผนงานและโครงการ"},
            {"term": "หนังสือ", "meaning": "เอกสารราชการ"},
        ]
    }
    (difference,) = one(before, after).differences
    assert isinstance(difference, ListDifference)
    found = {item.id: (item.sort.value, item.detail and item.detail.after_text) for item in difference.items}
    assert found["แผน"] == ("changed", "แผนงานและโครงการ")


def test_ids_in_lists_are_shown_by_their_titles() -> None:
    (difference,) = one(
        {"references": ["regulation-2526"]}, {"references": ["information-act", "unknown-one"]}
    ).differences
    assert isinstance(difference, ListDifference)
    assert [(item.id, item.text.before_text or item.text.after_text) for item in difference.items] == [
        ("regulation-2526", "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526"),
        ("information-act", "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540"),
        ("unknown-one", "unknown-one"),
    ]


def test_dates_and_sources_are_records_that_do_not_count_as_text() -> None:
    source = {"manual": "regulation-2526", "section": "1.1"}
    drift = one(
        {"effective": "2566", "source": source}, {"effective": "2567", "source": source | {"section": "2"}}
    ).drift
    assert (drift.records, drift.fields, drift.letters_changed, drift.share) == (2, 0, 0, 0.0)
    assert not drift.is_same


def test_the_share_is_of_the_letters_before_and_after() -> None:
    same = one({"summary": "ก"}, {"summary": "ก"}).drift.letters
    drift = one({"summary": "กก"}, {"summary": "ขขข"}).drift
    assert (drift.letters_changed, drift.letters) == (5, same + 3)
    assert drift.share == pytest.approx(5 / (same + 3))


def test_drifts_add_up() -> None:
    each = Drift(*range(1, len(fields(Drift)) + 1))
    assert each + Drift() == each
    assert (each + each).letters == 2 * each.letters
    assert Drift().share == 0


def test_areas_differ_by_title_and_order() -> None:
    names = ("a", "b", "c")
    procedures = {name: {"title": name, "owner": "group", "steps": [{"text": "ทำ"}]} for name in names}
    first, second = {"id": "administration", "procedures": ["a"]}, {"id": "monitoring", "procedures": ["b"]}

    def manual(*areas: Mapping[str, Any]) -> Manual:
        return manual_of({"office": "สำนักงาน", "areas": areas}, procedures, "office")

    assert compare_manuals(manual(first, second), manual(first, second)).areas is None
    titled = compare_manuals(manual(first, second), manual(first, second | {"title": "งานติดตามผล"})).areas
    assert titled is not None
    assert [(item.sort.value, item.id) for item in titled.items] == [("changed", "monitoring")]
    turned = compare_manuals(manual(first, second), manual(second, first)).areas
    assert turned is not None
    assert [(item.sort.value, item.before, item.after) for item in turned.items] == [("moved", 1, 2)]
    fewer = compare_manuals(manual(first, second), manual(first)).areas
    assert fewer is not None
    assert [(item.sort.value, item.id) for item in fewer.items] == [("removed", "monitoring")]


def test_the_base_is_called_by_a_word_of_its_own() -> None:
    base = replace(office("before"), edition_id=BASE)
    assert (edition_label(base).id, edition_label(base).name) == ("base", "ต้นฉบับร่วม")
    assert edition_label(office("before")).name == "สพป.ขอนแก่น เขต 5"


def test_two_editions_of_one_office_are_told_apart_by_their_years() -> None:
    whole = office("before")
    later = whole.edition.model_copy(update={"short": "**สพป.**", "year": CalendarDate(year=2027)})
    assert edition_label(replace(whole, edition=later)).name == "สพป. พ.ศ. 2570"
