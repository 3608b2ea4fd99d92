"""Many editions of one text: what each has of its own, what it knows of the others, and that none of them is kept."""

import gc
import weakref
from pathlib import Path

import pytest

from generator.assembly import Editions, load_manual, read_editions
from generator.model.manual import BASE, Manual
from generator.problems import Problem
from tests.support.changing import Project
from tests.support.offices import FILES, FIRST, OWN, SECOND


def read(project: Project, changes: dict[str, str | None] | None = None, check: bool = True) -> Editions:
    return read_editions(project({**FILES, **(changes or {})}), check)


def manual_of(editions: Editions, identifier: str) -> Manual:
    manual = editions.manual(identifier)
    assert manual is not None
    return manual


def rules(problems: list[Problem]) -> list[str]:
    return [f"{problem.location} {problem.rule}" for problem in problems]


def placed(manual: Manual) -> list[tuple[str, str, str]]:
    return [(each.number, each.area, each.id) for each in manual.procedures()]


def test_editions_of_one_project(project: Project) -> None:
    editions = read(project)
    assert rules(editions.problems) == []
    assert editions.ids == (FIRST, SECOND)
    assert editions.default == FIRST
    assert editions.manual("nowhere") is None


def test_an_edition_has_its_own_order_titles_areas_and_procedures(project: Project) -> None:
    second = manual_of(read(project), SECOND)
    assert placed(second) == [
        ("1.1", "letters", "correspondence"),
        ("1.2", "letters", "scanning"),
        ("2.1", "committee", "meetings"),
    ]
    assert [(area.title, area.number) for area in second.areas] == [
        ("งานหนังสือ", "1"),
        ("งานคณะกรรมการ", "2"),
    ]
    assert [(each.is_own, bool(each.changes), each.path) for each in second.procedures()] == [
        (False, True, "procedures/letters/correspondence.yml"),
        (True, False, f"{OWN}/letters/scanning.yml"),
        (True, False, f"{OWN}/committee/meetings.yml"),
    ]
    assert [each.title for each in second.procedures()] == [
        "งานรับหนังสือของสำนักงาน",
        "งานสแกนด้วย e-filing",
        "งานประชุม",
    ]


def test_values_fill_the_texts_of_each_edition(project: Project) -> None:
    editions = read(project)
    found = [manual_of(editions, each).procedure("correspondence") for each in (FIRST, SECOND)]
    assert [each.steps[0].step.text for each in found if each is not None] == [
        "ลงทะเบียนใน Smart Office",
        "ลงทะเบียนใน e-filing",
    ]


def test_what_an_edition_leaves_out_is_listed_and_what_is_retired_is_not(project: Project) -> None:
    editions = read(project)
    assert [
        (each.id, each.area, each.title, each.area_title) for each in manual_of(editions, SECOND).left_out
    ] == [
        ("expenditure-analysis", "budget", "งานวิเคราะห์งบประมาณรายจ่าย", "งานวิเคราะห์งบประมาณ"),
        ("budget-request", "budget", "งานขอตั้งงบประมาณ", "งานวิเคราะห์งบประมาณ"),
    ]
    assert manual_of(editions, FIRST).left_out == ()


def test_an_edition_knows_its_siblings_but_not_itself(project: Project) -> None:
    editions = read(project)
    (first,) = manual_of(editions, SECOND).siblings
    assert (first.id, first.office, first.short, first.site) == (
        FIRST,
        "สำนักงานขอนแก่น",
        "ขอนแก่น",
        "https://kk5.example/",
    )
    assert first.procedures == {"expenditure-analysis", "budget-request", "correspondence"}
    (second,) = manual_of(editions, FIRST).siblings
    assert (second.short, second.site) == ("สำนักงานอุตรดิตถ์", None)
    assert second.procedures == {"correspondence", "scanning", "meetings"}


def test_the_base_is_every_shared_procedure_unchanged(project: Project) -> None:
    base = read(project).base()
    assert base is not None
    assert (base.edition_id, base.is_base) == (BASE, True)
    assert placed(base) == [
        ("1.1", "budget", "expenditure-analysis"),
        ("1.2", "budget", "budget-request"),
        ("2.1", "letters", "correspondence"),
    ]
    correspondence = base.procedure("correspondence")
    assert correspondence is not None
    assert correspondence.title == "งานรับหนังสือของสำนักงาน"
    assert correspondence.steps[0].step.text == "ลงทะเบียนใน ${system}"
    assert (correspondence.steps[0].role, correspondence.changes, correspondence.base) == (
        "director",
        (),
        None,
    )
    assert [each.id for each in base.siblings] == [FIRST, SECOND]
    assert base.left_out == ()


def test_an_edition_has_the_catalogue_entries_that_it_needs(project: Project) -> None:
    editions = read(project)
    first, second = manual_of(editions, FIRST), manual_of(editions, SECOND)
    assert (list(first.roles), list(second.roles)) == (
        ["planning-group", "director"],
        ["planning-group", "deputy"],
    )
    assert (list(first.references), list(second.references)) == (["act"], ["order", "new-order"])
    assert (list(first.forms), list(second.forms)) == ([], ["scan-form"])
    assert second.removed == {("role", "director"): "ผู้อำนวยการ"}
    assert first.removed == {}


WITH_RELATED = """
    title: งาน
    owner: planning-group
    related: [scanning]
    steps:
      - id: register
        text: ทำ
        role: director
"""
WITH_LINK = """
    title: งาน
    owner: planning-group
    scope: ["[ก](procedure:meetings)"]
    steps:
      - id: register
        text: ทำ
        role: director
"""
WITH_PROCEDURE = """
    office: ก
    values: {system: ก}
    areas:
      - id: budget
        procedures: [expenditure-analysis, budget-request]
      - id: letters
        procedures: [correspondence, scanning]
"""
WITH_AREA = """
    office: ก
    values: {system: ก}
    areas:
      - id: budget
        procedures: [expenditure-analysis, budget-request]
      - id: committee
        procedures: []
"""


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("procedures/letters/correspondence.yml", WITH_RELATED, ["3:11 unknown-procedure"]),
        ("procedures/letters/correspondence.yml", WITH_LINK, ["3:24 unknown-procedure"]),
        (f"procedures/editions/{FIRST}.yml", WITH_PROCEDURE, ["7:34 unknown-procedure"]),
        (f"procedures/editions/{FIRST}.yml", WITH_AREA, ["6:9 unknown-area"]),
    ],
)
def test_names_of_an_edition_are_unknown_outside_it(
    file: str, text: str, expected: list[str], project: Project
) -> None:
    problems = read(project, {file: text}).problems
    assert [each.rpartition("/")[2] for each in rules(problems) if "unused" not in each] == [
        f"{Path(file).name}:{each}" for each in expected
    ]


def test_an_own_procedure_is_judged_with_its_editions_values_only(project: Project) -> None:
    text = "title: งานสแกน ${nothing} ${system}\nowner: planning-group\nforms: [scan-form]\nsteps:\n  - text: ก\n"
    problems = read(project, {f"{OWN}/letters/scanning.yml": text}).problems
    assert rules(problems) == [f"{OWN}/letters/scanning.yml:1:16 unknown-value"]


def test_own_procedures_of_one_name_in_two_editions_do_not_meet(project: Project) -> None:
    editions = read(
        project,
        {
            f"procedures/editions/{FIRST}/letters/scanning.yml": """
                title: งานสแกนของขอนแก่น
                owner: planning-group
                steps:
                  - text: สแกน
            """,
            f"procedures/editions/{FIRST}.yml": f"{FILES[f'procedures/editions/{FIRST}.yml']}".replace(
                "[correspondence]", "[correspondence, scanning]"
            ),
        },
    )
    assert rules(editions.problems) == []
    titles = [manual_of(editions, each).title_of("scanning") for each in (FIRST, SECOND)]
    assert titles == ["งานสแกนของขอนแก่น", "งานสแกนด้วย e-filing"]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("procedures/editions/base.yml", "reserved-name"),
        ("procedures/editions/compare.yml", "reserved-name"),
        (f"{OWN}/loose.yml", "unexpected-file"),
        (f"{OWN}/letters/deeper/one.yml", "unexpected-file"),
        ("procedures/editions/uttaradit/letters/one.yml", "folder-without-edition"),
        (f"{OWN}/letters/correspondence.yml", "same-procedure-name"),
        (f"{OWN}/reports/one.yml", "missing-file"),
    ],
)
def test_a_file_of_an_edition_out_of_place_is_told(name: str, rule: str, project: Project) -> None:
    text = "title: งาน\nstatus: retired\nowner: planning-group\nsteps:\n  - text: ทำ\n"
    problems = read(project, {name: text}).problems
    assert rule in {problem.rule for problem in problems}
    assert all(problem.hint for problem in problems)


def test_one_folder_without_an_edition_is_told_once_with_the_name_that_was_meant(project: Project) -> None:
    text = "title: งาน\nstatus: retired\nowner: planning-group\nsteps:\n  - text: ทำ\n"
    folder = "procedures/editions/uttaradit/letters"
    problems = read(project, {f"{folder}/one.yml": text, f"{folder}/two.yml": text}).problems
    (told,) = [each for each in problems if each.rule == "folder-without-edition"]
    assert "procedures/editions/uttaradit2/" in told.hint


@pytest.mark.parametrize("broken", ["office: [", "office: ก\n", "", "x: y\n", "office: ก\nareas: ก\n"])
def test_a_broken_edition_leaves_the_others_whole(broken: str, project: Project) -> None:
    whole = manual_of(read(project), FIRST)
    editions = read(project, {f"procedures/editions/{SECOND}.yml": broken})
    assert editions.problems
    assert editions.manual(SECOND) is None
    first = manual_of(editions, FIRST)
    assert list(first.procedures()) == list(whole.procedures())
    assert first.siblings == ()


def test_editions_that_are_not_checked_are_the_same(project: Project) -> None:
    checked, unchecked = read(project), read(project, check=False)
    assert unchecked.problems == []
    assert [unchecked.manual(each) for each in unchecked.ids] == [
        checked.manual(each) for each in checked.ids
    ]
    assert unchecked.base() == checked.base()


def test_the_only_edition_that_is_loaded_is_the_one_that_is_asked_for(project: Project) -> None:
    root = project(FILES)
    editions = read_editions(root)
    for identifier in editions.ids:
        manual, problems = load_manual(root, identifier)
        assert manual == editions.manual(identifier)
        assert problems == editions.problems
    assert load_manual(root)[0] == editions.manual(FIRST)


def test_no_edition_is_kept(project: Project) -> None:
    editions = read(project, check=False)
    kept: list[weakref.ref[object]] = []
    for identifier in editions.ids:
        manual = manual_of(editions, identifier)
        changed: list[object] = [each.procedure for each in manual.procedures() if each.changes]
        kept += map(weakref.ref, [manual.edition, *changed])
        del manual, changed
    gc.collect()
    assert len(kept) == 3
    assert [each() for each in kept] == [None, None, None]


def test_memory_does_not_grow_with_the_number_of_editions(project: Project) -> None:
    second = f"{FILES[f'procedures/editions/{SECOND}.yml']}".replace(", scanning]", "]").replace(
        "          - id: committee\n            procedures: [meetings]\n", ""
    )
    many: dict[str, str | None] = {f"procedures/editions/office-{number}.yml": second for number in range(60)}
    editions = read(project, many, check=False)
    first, *others = [each for each in editions.ids if each.startswith("office-")]
    manual_of(editions, first)
    gc.collect()
    before = len(gc.get_objects())
    for identifier in others:
        manual_of(editions, identifier)
    gc.collect()
    assert len(gc.get_objects()) - before < 5 * len(others)
