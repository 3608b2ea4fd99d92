"""Two people change one file: what does not contradict is all there, the rest is asked, and none of it is lost."""

from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from generator.yamltext import quick_data
from tests.desk.chance_edits import ChanceEdit, at, edits_of, paths_of
from tests.desk.chance_steps import Step, a_deed, a_procedure, done
from tests.desk.engine import Engine, Merged
from tests.desk.test_source_edits import COMMENT, changed_lines, plain
from tests.desk.written_yaml import a_file
from tests.support.auditing import examples

PART, PARTS = examples(150), 6
FILES, OTHER_FILES = range(examples(240)), range(240, 240 + examples(60))
AT_ONCE = 40
SIDES = ("mine", "theirs")


def texts_of(value: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif value is not None:
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_of(each)


def what_two_do_apart(seed: int) -> Iterator[tuple[int, Step, Step, Step, Step]]:
    """A procedure, two others made of it, and what is both, wherever that is the same in any order and manner."""
    while True:
        random = Random(seed)  # noqa: S311 - chance, not secrecy
        base = a_procedure(random)
        mine = [a_deed(random, base, "ของฉัน") for _ in range(random.randint(1, 3))]
        theirs = [a_deed(random, base, "ของเขา") for _ in range(random.randint(1, 3))]
        orders = [(deeds, way) for deeds in ((*mine, *theirs), (*theirs, *mine)) for way in (False, True)]
        both, *others = (done(base, *deeds, is_before=way) for deeds, way in orders)
        one, other = done(base, *mine), done(base, *theirs)
        if both and one and other and all(each == both for each in others):
            yield seed, base, one, other, both
        seed += 1


@pytest.mark.parametrize("part", range(PARTS))
def test_what_two_people_do_apart_is_done_in_either_order(engine: Engine, part: int) -> None:
    apart = what_two_do_apart(part * 10_000)
    cases = [next(apart) for _ in range(PART)]
    bases = [each.text for each in engine.edit_many([("", [["set", [], base]]) for _, base, *_ in cases])]
    ours, others = (
        [
            each.text
            for each in engine.edit_many(
                [(text, [["set", [], case[side]]]) for text, case in zip(bases, cases, strict=True)]
            )
        ]
        for side in (2, 3)
    )
    one_way = engine.merge_many([(*each, None) for each in zip(bases, ours, others, strict=True)])
    back = engine.merge_many([(*each, None) for each in zip(bases, others, ours, strict=True)])
    for (seed, *_, both), merged, turned in zip(cases, one_way, back, strict=True):
        assert merged.clashes == turned.clashes == [], seed
        assert both in (merged.value, turned.value), seed  # at one place what is saved stands first


@pytest.mark.parametrize("start", FILES[::AT_ONCE])
def test_nothing_that_anybody_wrote_is_lost_in_any_file(engine: Engine, start: int) -> None:
    for seed in FILES[start : start + AT_ONCE]:
        text, data = a_file(seed)
        edits = [*edits_of(data, seed, 1), *edits_of(data, seed + 10_000, 1)]
        if len(edits) < len(SIDES):
            continue
        mine, theirs = edits
        ours, others = engine.edit_many([(text, [each.call]) for each in (mine, theirs)])
        merged = engine.merge_many([(text, ours.text, others.text, choice) for choice in SIDES])
        for each, kept in zip(merged, (ours, others), strict=True):
            assert each.problems == [], seed
            assert quick_data(plain(each.text)) == each.value, seed
            assert_nothing_lost(data, (ours.value, others.value), kept.value, each)
        if is_a_word(data, mine):
            one, other, both = (set(COMMENT.findall(each.text)) for each in (ours, others, merged[0]))
            assert one & other <= both, seed


def is_a_word(data: Any, edit: ChanceEdit) -> bool:  # noqa: ANN401 - plain data
    """Whether an edit puts a text in the place of another."""
    name, _, *given = edit.call
    is_there = name == "set" and edit.path in list(paths_of(data))
    return is_there and isinstance(given[0], str) and isinstance(at(data, edit.path), str)


def assert_nothing_lost(base: object, both: tuple[object, object], kept: object, merged: Merged) -> None:
    """What either wrote is there or asked; all of whoever was chosen is there."""
    before, after = set(texts_of(base)), set(texts_of(merged.value))
    asked = set(texts_of([clash.get(side) for clash in merged.clashes for side in SIDES]))
    assert set(texts_of(kept)) - before <= after
    assert set(texts_of(list(both))) - before <= after | asked


def test_a_word_of_mine_is_one_line_in_what_they_saved(engine: Engine) -> None:
    for seed in OTHER_FILES:
        text, data = a_file(seed)
        words = [each for each in edits_of(data, seed, 6) if is_a_word(data, each)]
        for mine, theirs in pairwise(words):
            ours, others = engine.edit_many([(text, [each.call]) for each in (mine, theirs)])
            if mine.path == theirs.path or ours.value == data:
                continue
            merged = engine.merge(text, ours.text, others.text)
            alone = changed_lines(plain(text).split("\n"), plain(ours.text).split("\n"))
            there = changed_lines(plain(others.text).split("\n"), plain(merged.text).split("\n"))
            assert merged.clashes == [], seed
            assert [len(each) for each in there] == [len(each) for each in alone], seed


BASE = """\
# ความเห็น
steps:
  - text: รับเรื่อง
    id: step-1

  # ก่อนตรวจ
  - text: ครบหรือไม่   # ดูเอกสารแนบ
    outcomes:
      - label: ครบ
      - {label: ไม่ครบ, go: step-1}
  - text: เสนอ
  - text: แจ้งผล
"""
STEPS = ["steps"]
LAST = "  - text: แจ้งผล\n"
CASES: list[tuple[list[Any], list[Any], list[tuple[str, str]]]] = [
    (
        [["insert", STEPS, 3, {"text": "ลงทะเบียน"}]],
        [["set", [*STEPS, 2, "text"], "เสนอผู้อำนวยการ"]],
        [("  - text: เสนอ\n", "  - text: เสนอผู้อำนวยการ\n  - text: ลงทะเบียน\n")],
    ),
    (
        [["move", [*STEPS, 1], STEPS, 2]],
        [["set", [*STEPS, 1, "text"], "ครบถ้วนหรือไม่"]],
        [
            ("  - text: เสนอ\n", ""),
            ("  # ก่อนตรวจ", "  - text: เสนอ\n  # ก่อนตรวจ"),
            ("ครบหรือไม่", "ครบถ้วนหรือไม่"),
        ],
    ),
    (
        [["set", [*STEPS, 3, "id"], "step-2"], ["set", [*STEPS, 2, "go"], "step-2"]],
        [["set", [*STEPS, 2, "id"], "step-2"], ["set", [*STEPS, 3, "go"], "step-2"]],
        [
            ("text: เสนอ\n", "text: เสนอ\n    id: step-2\n    go: step-3\n"),
            ("text: แจ้งผล\n", "text: แจ้งผล\n    go: step-2\n    id: step-3\n"),
        ],
    ),
    (
        [["insert", STEPS, 3, {"text": "ก"}]],
        [["insert", STEPS, 3, {"text": "ข"}]],
        [(LAST, f"  - text: ข\n  - text: ก\n{LAST}")],
    ),
    (
        [["renameKey", [*STEPS, 1, "outcomes"], "ends"]],
        [["remove", [*STEPS, 3]]],
        [("outcomes", "ends"), (LAST, "")],
    ),
    (
        [["move", [*STEPS, 3], [*STEPS, 2, "steps"], 0]],
        [["set", [*STEPS, 3, "text"], "แจ้งผลให้ทราบ"], ["set", [*STEPS, 2, "duration"], "1 วัน"]],
        [
            ("text: เสนอ\n", "text: เสนอ\n    duration: 1 วัน\n    steps:\n      - text: แจ้งผลให้ทราบ\n"),
            (LAST, ""),
        ],
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "changes"), CASES)
def test_what_stands_side_by_side_is_put_together(
    engine: Engine, mine: list[Any], theirs: list[Any], changes: list[tuple[str, str]]
) -> None:
    wanted = BASE
    for old, new in changes:
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    ours, others = engine.edit_many([(BASE, mine), (BASE, theirs)])
    merged = engine.merge(BASE, ours.text, others.text)
    assert (merged.clashes, merged.text) == ([], wanted)


ASKED: list[tuple[list[Any], list[Any], str]] = [
    (["set", [*STEPS, 2, "text"], "ก"], ["set", [*STEPS, 2, "text"], "ข"], "field"),
    (["set", [*STEPS, 2, "duration"], "1 วัน"], ["set", [*STEPS, 2, "duration"], "2 วัน"], "field"),
    (["remove", [*STEPS, 2]], ["set", [*STEPS, 2, "duration"], "2 วัน"], "thing"),
    (["set", [*STEPS, 1, "outcomes", 0, "label"], "ถูก"], ["remove", [*STEPS, 1]], "thing"),
    (["remove", [*STEPS, 1, "outcomes"]], ["set", [*STEPS, 1, "outcomes", 0, "label"], "ถูก"], "field"),
    (["move", [*STEPS, 3], STEPS, 0], ["move", [*STEPS, 3], STEPS, 1], "place"),
    (["move", [*STEPS, 3], [*STEPS, 0, "steps"], 0], ["move", [*STEPS, 3], [*STEPS, 2, "steps"], 0], "place"),
]


@pytest.mark.parametrize(("mine", "theirs", "kind"), ASKED)
def test_what_contradicts_is_asked_once_and_both_ways_are_open(
    engine: Engine, mine: list[Any], theirs: list[Any], kind: str
) -> None:
    ours, others = engine.edit_many([(BASE, [mine]), (BASE, [theirs])])
    kept, taken = engine.merge_many([(BASE, ours.text, others.text, choice) for choice in SIDES])
    assert [each["kind"] for each in kept.clashes] == [kind]
    assert (kept.value, taken.value) == (ours.value, others.value)
    assert (kept.text, taken.text) == (ours.text, others.text)


def test_a_step_to_which_somebody_leads_is_not_taken_out_unasked(engine: Engine) -> None:
    base = BASE.replace(", go: step-1", "")
    ours, others = engine.edit_many(
        [(base, [["remove", [*STEPS, 0]]]), (base, [["set", [*STEPS, 3, "go"], "step-1"]])]
    )
    merged = engine.merge(base, ours.text, others.text, "theirs")
    assert [each["kind"] for each in merged.clashes] == ["thing"]
    assert merged.text == others.text


def test_a_text_that_cannot_be_read_is_merged_by_its_lines(engine: Engine) -> None:
    broken = BASE.replace("  - text: เสนอ\n", '  - text: "เสนอ\n')
    merged = engine.merge(BASE, broken, BASE.replace("รับเรื่อง", "รับหนังสือ"))
    assert merged.text == broken.replace("รับเรื่อง", "รับหนังสือ")
    assert [each["kind"] for each in engine.merge(BASE, broken, BASE.replace("เสนอ", "ส่ง")).clashes] == [
        "lines"
    ]
