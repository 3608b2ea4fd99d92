"""Where the problems of changes are: within what a change puts in, at the change, never at what it follows from."""

from os import times
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.problems import Severity
from tests.support import minimal_with, write_project
from tests.support.auditing import examples
from tests.support.changing import BASE, EDITION, FILES, SHARED, Project, edition_with, problems_of


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("- add: steps/publish/role\n  with: directer", ["8:13 unknown-role"]),
        ("- add: references\n  with: [order, oder]", ["8:21 unknown-reference"]),
        ("- add: forms\n  with:\n    - note-form\n    - no-form", ["10:11 unknown-form"]),
        ("- add: related\n  with: nowhere", ["8:13 unknown-procedure"]),
        ("- add: related\n  with: expenditure-analysis", ["8:13 related-to-itself"]),
        ("- add: references\n  with: budget-act", ["8:13 repeated-name"]),
        ("- add: effective\n  with: เมื่อวาน", ["8:13 bad-date"]),
        ("- add: steps/ask/duration\n  with: นาน", ["8:13 bad-duration"]),
        ("- replace: steps/publish/kind\n  with: docment", ["8:13 unknown-choice"]),
        ("- insert_after: steps/publish\n  with:\n    text: ก\n    rol: director", ["10:9 unknown-key"]),
        ("- insert_after: steps/publish\n  with: {role: director}", ["8:14 missing-key"]),
        ("- replace: objective\n  with: ข้อเดียว", ["8:13 wrong-type"]),
        ("- replace: title\n  with: [ก, ข]", ["8:7 wrong-type"]),
        ("- replace: source\n  with: ก", ["8:13 wrong-type"]),
        ("- insert_after: steps/publish\n  with: ก", ["8:13 wrong-type"]),
        ('- add: scope\n  with: [ก, ""]', ["8:17 empty-text"]),
        ("- add: scope\n  with: ก **ข", ["8:15 markup-left-over"]),
        ("- replace: title\n  with: >\n    ใช้\n    ${systm} นี้", ["10:9 unknown-value"]),
        ('- replace: title\n  with: "ใช้ ${system"', ["8:18 unclosed-value"]),
        ('- add: scope\n  with: "[ก](procedure:nowhere)"', ["8:28 unknown-procedure"]),
        (
            '- add: scope\n  with: "[ก](procedure:expenditure-analysis#nothing)"',
            ["8:49 unknown-step"],
        ),
        ("- replace: title\n  with: null", ["8:13 null-word"]),
        ("- replace: title\n  with: ก #ข", ["8:15 swallowed-comment"]),
        ("- insert_after: steps/publish\n  with: {text: ก, go: nowhere}", ["8:27 go-to-nowhere"]),
        ("- insert_after: steps/publish\n  with: {id: ask, text: ก}", ["8:18 duplicate-step-id"]),
        ("- add: steps/publish/standard\n  with:", ["8:7 bad-change"]),
    ],
)
def test_what_is_wrong_in_a_change_is_told_at_its_place(
    changes: str, expected: list[str], project: Project
) -> None:
    assert problems_of(project, changes) == [f"khonkaen5-2566.yml:{each}" for each in expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("- remove: owner", ["7:15 change-breaks-procedure"]),
        ("- remove: title", ["7:15 change-breaks-procedure"]),
        ("- remove: steps", ["7:15 change-breaks-procedure"]),
        ("- replace: title\n  with: ก\n- remove: owner", ["6:3 change-breaks-procedure"]),
        ("- remove: steps/analyse", ["7:15 change-leaves-go-hanging"]),
        ("- remove: steps/analyse/id", ["7:15 change-leaves-go-hanging"]),
        ("- replace: steps/analyse/id\n  with: analyze", ["7:16 change-leaves-go-hanging"]),
        ("- replace: steps/analyse\n  with: {text: ก}", ["7:16 change-leaves-go-hanging"]),
        ("- replace: steps/analyse\n  with: {id: analyse, text: ก}", []),
        (
            "- remove: steps/analyse\n- replace: steps/consider/outcomes/ไม่เห็นชอบ/go\n  with: consider",
            [],
        ),
        (
            "- replace: steps\n  with:\n    - text: ก\n      go: nowhere",
            ["10:15 go-to-nowhere"],
        ),
        ("- remove: steps/consider/outcomes/ไม่เห็นชอบ", ["7:15 change-breaks-procedure"]),
        ("- insert_before: steps/analyse\n  with: {id: ask, text: ก}", ["8:18 duplicate-step-id"]),
        ("- remove: steps/ask", []),
    ],
)
def test_what_follows_from_a_change_is_told_where_the_change_stands(
    changes: str, expected: list[str], project: Project
) -> None:
    assert problems_of(project, changes) == [f"khonkaen5-2566.yml:{each}" for each in expected]


def test_a_consequence_names_the_place_in_the_base_and_the_cause(project: Project) -> None:
    _, problems = load_manual(project({**FILES, EDITION: edition_with("- remove: steps\n  base: 00000000")}))
    broken = next(each for each in problems if each.rule == "change-breaks-procedure")
    assert broken.message == (
        "เมื่อปรับแล้ว งาน “expenditure-analysis” มีปัญหาใหม่ที่ procedures/budget/expenditure-analysis.yml:1:1: "
        "ขาดช่อง “steps” (ขั้นตอนการปฏิบัติงาน)"
    )
    assert broken.hint.startswith("แก้ในส่วนที่ปรับของงานนี้ ไม่ใช่ในต้นฉบับร่วม: ")


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (SHARED.replace("owner:", "owners:"), ["expenditure-analysis.yml:3:1 unknown-key"]),
        (SHARED.replace("- id: publish", "- id: Publish"), ["expenditure-analysis.yml:31:9 bad-id"]),
        (SHARED.replace("summary: ", 'summary: "'), ["expenditure-analysis.yml:2:10 unclosed-quote"]),
        (SHARED.replace("title: ", "title: [" + "[" * 50), ["expenditure-analysis.yml:1:47 too-deep"]),
        ("", ["expenditure-analysis.yml:1:1 empty-file"]),
    ],
)
def test_a_broken_base_is_told_once(broken: str, expected: list[str], project: Project) -> None:
    changes = (
        "- replace: title\n  with: ใหม่\n- remove: steps/publish\n- remove: owner\n- remove: steps/nothing"
    )
    problems = problems_of(project, changes, {BASE: broken})
    assert [each for each in problems if "khonkaen" in each] == []
    assert problems[: len(expected)] == expected


def test_a_broken_base_does_not_hide_what_is_wrong_with_a_change_itself(project: Project) -> None:
    changes = "- add: steps/publish/role\n  with: directer\n- repalce: title\n- remove: title\n  with: ก"
    problems = problems_of(project, changes, {BASE: SHARED.replace("summary:", "sumary:")})
    assert problems == [
        "expenditure-analysis.yml:2:1 unknown-key",
        "khonkaen5-2566.yml:8:13 unknown-role",
        "khonkaen5-2566.yml:9:7 unknown-key",
        "khonkaen5-2566.yml:11:7 bad-change",
    ]


ADDRESSES = (
    *(
        "title",
        "owner",
        "effective",
        "objective",
        "scope",
        "definitions",
        "steps",
        "references",
        "source",
        "status",
    ),
    *("objective/เพื่อ…", "scope/การวิเคราะห์งบประมาณ", "definitions/แผน", "definitions/แผน/โครงการ/meaning"),
    *(
        "steps/analyse",
        "steps/gather",
        "steps/ask",
        "steps/ask/text",
        "steps/analyse/id",
        "steps/gather/steps",
    ),
    *("steps/consider/outcomes", "steps/consider/outcomes/ไม่เห็นชอบ", "steps/consider/outcomes/ไม่เห็นชอบ/go"),
    *(
        "source/section",
        "source/note",
        "forms/request-form",
        "related/budget-request",
        "steps/2",
        "nothing/…",
        "/",
    ),
)
NEW = (
    *(
        "with: ใหม่",
        "with: end",
        "with: director",
        "with: publish",
        "with: planned",
        "with: null",
        "with:",
        "wiht: ก",
    ),
    *("with: [ใหม่, อีก]", "with: {text: ใหม่}", "with: {id: ask, text: ใหม่}", "with: {label: ใหม่, go: gather}"),
    *(
        "with: {term: ก, meaning: ข}",
        "with: [{text: ก, steps: [{text: ข}]}]",
        "with: '${x} **[ก](procedure:a#b)'",
    ),
    *("base: 12345678", "reason: เพราะ", "reason:", "base: [x]", "remove: title"),
)
CHANGES = st.tuples(
    st.sampled_from(["replace", "remove", "insert_before", "insert_after", "add"]),
    st.sampled_from(ADDRESSES),
    st.lists(st.sampled_from(NEW), max_size=2, unique=True),
)


@given(st.lists(CHANGES, min_size=1, max_size=6))
@example([("replace", "steps/consider/outcomes/ไม่เห็นชอบ", ["with: {label: ใหม่, go: gather}", "with: ใหม่"])])
@settings(max_examples=examples(120), deadline=None)
def test_any_changes_are_judged_at_places_that_exist(changes: list[tuple[str, str, list[str]]]) -> None:
    written = "\n".join("\n  ".join([f"- {verb}: {address}", *further]) for verb, address, further in changes)
    files = minimal_with({**FILES, EDITION: edition_with(written)})
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder), files)
        manual, problems = load_manual(root)
        assert (manual, problems) == load_manual(root)
        lines = {
            each.location.file: (root / each.location.file).read_text(encoding="utf-8").split("\n")
            for each in problems
        }
    for problem in problems:
        location = problem.location
        assert problem.line_text == lines[location.file][location.line - 1]
        assert 1 <= location.column <= len(problem.line_text) + 1
        assert problem.hint
    errors = [each.location.file for each in problems if each.severity is Severity.ERROR]
    assert set(errors) <= {EDITION}
    assert manual is None or (manual.procedure("expenditure-analysis") is None) == bool(errors)


@pytest.mark.parametrize("verb", ["replace", "insert_after", "lost", "unknown-role"])
def test_thousands_of_changes_are_read_quickly(verb: str, project: Project) -> None:
    count = 2000
    steps = "".join(f"  - id: s{index}\n    text: ทำเรื่องที่ {index}\n" for index in range(count))
    written = {
        "replace": "- replace: steps/s{}/text\n  with: ใหม่",
        "insert_after": "- insert_after: steps/s{}\n  with: {{text: ใหม่}}",
        "lost": "- replace: steps/x{}x/text\n  with: ใหม่",
        "unknown-role": "- add: steps/s{}/role\n  with: directer",
    }[verb]
    changes = "\n".join(written.format(index) for index in range(count))
    base = f"title: งาน\nowner: planning-group\nsteps:\n{steps}"
    root = project({**FILES, BASE: base, EDITION: edition_with(changes)})
    started = times().user
    load_manual(root)
    assert times().user - started < 5
