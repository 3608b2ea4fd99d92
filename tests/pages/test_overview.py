"""The home page's newest changes, the catalogue pages and the glossary."""

from datetime import date

from generator.pages import build_pages
from generator.pages.form_pages import form_entries
from generator.pages.labels import labels
from generator.pages.overview import newest_changes
from generator.pages.reference_pages import reference_groups
from generator.pages.role_pages import RoleEntry, role_groups
from generator.pages.term_pages import term_entries
from tests.pages.manuals import TODAY, manual_of, placed


def test_newest_changes_come_from_the_history_and_else_from_authored_dates() -> None:
    manual = manual_of(
        placed("undated", "1.1"),
        placed("authored", "1.2", effective="2560", reviewed="2568-02"),
        placed("changed", "1.3", reviewed="2550"),
    )
    changes = newest_changes(manual, {"procedures/budget/changed.yml": date(2025, 3, 1)})
    assert [(change.name.number, change.on) for change in changes] == [
        ("1.3", "1 มีนาคม พ.ศ. 2568"),
        ("1.2", "กุมภาพันธ์ พ.ศ. 2568"),
    ]


def test_only_the_five_newest_changes_are_shown_in_the_manuals_order() -> None:
    manual = manual_of(*(placed(f"work-{index}", f"1.{index}", effective="2566") for index in range(1, 8)))
    assert [change.name.number for change in newest_changes(manual, {})] == [
        "1.1",
        "1.2",
        "1.3",
        "1.4",
        "1.5",
    ]


def test_an_area_without_procedures_says_so_at_home_and_on_its_page() -> None:
    pages = build_pages(manual_of(), {}, TODAY)
    shown = [
        piece
        for page in pages
        if page.uri in ("index.md", "budget/index.md")
        for piece in page.pieces.values()
    ]
    assert sum(labels()["area"]["none"] in piece for piece in shown) == 2


def test_references_by_type_with_the_procedures_that_cite_them() -> None:
    manual = manual_of(
        placed("one", "1.1", references=["plan"], source={"manual": "old"}),
        placed("two", "1.2", steps=[{"text": "ก", "references": ["plan", "law"]}]),
        references={
            "plan": {"type": "plan", "title": "แผน"},
            "law": {"type": "act", "title": "กฎหมาย"},
            "old": {"type": "manual", "title": "คู่มือเดิม"},
        },
    )
    found = {
        entry.paper.title: [name.number for name in entry.cited_by]
        for group in reference_groups(manual, TODAY)
        for entry in group.entries
    }
    assert [group.key for group in reference_groups(manual, TODAY)] == ["act", "plan", "manual"]
    assert found == {"กฎหมาย": ["1.2"], "แผน": ["1.1", "1.2"], "คู่มือเดิม": ["1.1"]}


def test_roles_by_kind_with_what_they_own_and_where_they_act() -> None:
    manual = manual_of(placed("one", "1.1"), placed("two", "1.2", steps=[{"text": "ก", "role": "director"}]))
    person, unit = role_groups(manual)
    assert (person.title, unit.title) == ("บุคคล", "หน่วยงานและกลุ่ม")
    for group, owns, acts in ((person, [], ["1.2"]), (unit, ["1.1", "1.2"], [])):
        (entry,) = group.entries
        assert isinstance(entry, RoleEntry)
        assert [name.number for name in entry.owns] == owns
        assert [name.number for name in entry.acts] == acts


def test_forms_with_the_procedures_that_use_them() -> None:
    manual = manual_of(placed(forms=["a"]), forms={"a": {"title": "แบบ ก"}, "b": {"title": "แบบ ข"}})
    assert [(entry.paper.title, len(entry.used_by)) for entry in form_entries(manual)] == [
        ("แบบ ก", 1),
        ("แบบ ข", 0),
    ]


def test_the_glossary_joins_terms_and_definitions_in_dictionary_order() -> None:
    manual = manual_of(
        placed(
            definitions=[
                {"term": "แผน", "meaning": "ในงานนี้"},
                {"term": "เงิน", "meaning": "งบ"},
                {"term": "กรอบ", "meaning": "ขอบ"},
            ]
        ),
        terms={"plan": {"term": "แผน", "short": "ผ.", "synonyms": ["โครง"], "meaning": "ทั่วไป"}},
    )
    entries = term_entries(manual)
    assert [entry.term for entry in entries] == ["กรอบ", "เงิน", "แผน"]
    plan = entries[2]
    assert (plan.fragment, plan.short, plan.synonyms) == ("term-plan", "ผ.", ("โครง",))
    assert [(meaning.text, meaning.procedure is not None) for meaning in plan.meanings] == [
        ("ทั่วไป", False),
        ("ในงานนี้", True),
    ]
    assert len({entry.fragment for entry in entries}) == 3
