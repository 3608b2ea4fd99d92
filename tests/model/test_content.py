"""The fingerprint of what a procedure tells: the same where readers are told the same, another where they are not."""

import json
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.model.content import (
    canonical_json,
    content_fingerprint,
    content_marks,
    procedure_content,
    step_mark,
)
from generator.model.manual import Manual
from generator.model.procedure import Procedure
from generator.model.shapes import models_within, record
from tests.support.cases import each_case
from tests.support.content_vectors import NAMES, VECTORS
from tests.support.every_field import THINGS, every_field_manual, text_names

LayOut = Callable[[Mapping[str, str | None]], Path]
FILE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
ROLES = "procedures/catalogue/roles.yml"
ID = "expenditure-analysis"
TOLD = """\
title: งานวิเคราะห์งบประมาณ
owner: planning-group
objective:
  - เพื่อจัดทำแผน และรายงาน
steps:
  - id: analyse
    text: วิเคราะห์แผนงาน
    detail: |
      ดูเอกสาร

      - ข้อหนึ่ง
      - ข้อสอง
    duration: 3 วัน
  - id: consider
    text: พิจารณา
    outcomes:
      - label: เห็นชอบ
      - label: ไม่เห็นชอบ
        go: analyse
  - text: เผยแพร่ที่ café
    role: [planning-group, director]
"""
CATALOGUES = {
    ROLES: "planning-group: {title: กลุ่มแผน, kind: unit}\ndirector: {title: ผอ., kind: person}\n",
    "procedures/catalogue/references.yml": "budget-act: {title: กฎหมาย, type: act}\n",
}
OTHER_IDS = "ids of steps"
"""Marks follow these by the names that were given up, which a procedure alone does not know."""
RETOLD = {
    "comments": "# หมายเหตุ\n" + TOLD.replace("steps:", "steps:  # ขั้นตอน"),
    "line ends": TOLD.replace("\n", "\r\n"),
    "quotes": TOLD.replace("text: พิจารณา", 'text: "พิจารณา"').replace("go: analyse", "'go': 'analyse'"),
    "folding": TOLD.replace("เพื่อจัดทำแผน และรายงาน", "เพื่อจัดทำแผน\n    และรายงาน"),
    "spaces": TOLD.replace("จัดทำแผน และ", "จัดทำแผน   และ").replace("- ข้อสอง", "-   ข้อสอง"),
    "blank lines": TOLD.replace("ดูเอกสาร\n\n", "ดูเอกสาร\n\n\n\n"),
    "order of keys": "owner: planning-group\n" + TOLD.replace("owner: planning-group\n", ""),
    "normalisation": unicodedata.normalize("NFD", TOLD),
    "defaults": TOLD.replace("text: วิเคราะห์", "kind: process\n    text: วิเคราะห์"),
    "status": TOLD + "status: draft\n",
    "review": TOLD + "reviewed: 2567\nreview_every: 2 ปี\neffective: 2566\n",
    "document control": TOLD + "document_control: {code: SOP-1, revision: 2, approved: director}\n",
    OTHER_IDS: TOLD.replace("analyse", "study"),
}
TOLD_OTHERWISE = {
    "title": ("งานวิเคราะห์งบประมาณ", "งานวิเคราะห์งบประมาณรายจ่าย"),
    "owner": ("owner: planning-group", "owner: director"),
    "a word of a text": ("เพื่อจัดทำแผน", "เพื่อทบทวนแผน"),
    "a paragraph that becomes an item": ("ดูเอกสาร\n\n", "- ดูเอกสาร\n"),
    "an item below another": ("      - ข้อสอง", "        - ข้อสอง"),
    "duration": ("3 วัน", "4 วัน"),
    "where an outcome leads": ("go: analyse", "go: end"),
    "label": ("label: ไม่เห็นชอบ", "label: แก้ไข"),
    "tone": ("go: analyse", "go: analyse\n        tone: neutral"),
    "who leads": ("[planning-group, director]", "[director, planning-group]"),
    "kind": ("text: พิจารณา", "kind: manual\n    text: พิจารณา"),
    "a step": ("  - text: เผยแพร่", "  - text: ส่ง\n  - text: เผยแพร่"),
    "a section": ("steps:", "scope: [ทั้งหมด]\nsteps:"),
    "a law": ("steps:", "references: [budget-act]\nsteps:"),
    "its section": ("steps:", "references: [{id: budget-act, section: ข้อ 2}]\nsteps:"),
}
RECORDS = ("control", "revision", "source")


def fingerprint(manual: Manual | None, identifier: str = ID) -> str:
    placed = manual.procedure(identifier) if manual is not None else None
    assert placed is not None
    return placed.fingerprint


def told(project: LayOut, text: str = TOLD, files: Mapping[str, str | None] | None = None) -> str:
    """The fingerprint of a procedure of a project whose file says something."""
    return fingerprint(load_manual(project({**CATALOGUES, FILE: text, **(files or {})}))[0])


@pytest.mark.parametrize("vector", VECTORS, ids=NAMES)
def test_vectors(vector: dict[str, Any]) -> None:
    assert canonical_json(vector["content"]) == vector["canonical"]
    assert content_fingerprint(vector["content"]) == vector["fingerprint"]


@pytest.mark.parametrize("text", RETOLD.values(), ids=RETOLD)
def test_told_the_same(project: LayOut, text: str) -> None:
    assert text != TOLD
    assert told(project, text) == told(project)


@pytest.mark.parametrize(("old", "new"), TOLD_OTHERWISE.values(), ids=TOLD_OTHERWISE)
def test_told_otherwise(project: LayOut, old: str, new: str) -> None:
    assert TOLD.count(old) == 1
    assert told(project, TOLD.replace(old, new)) != told(project)


def marks(project: LayOut, text: str) -> list[object]:
    """The marks of a procedure's fields and of its steps, as they stand."""
    manual, _ = load_manual(project({**CATALOGUES, FILE: text}))
    placed = manual.procedure(ID) if manual is not None else None
    assert placed is not None
    steps = [step_mark(each.step, placed.titles) for each in placed.walk_steps()]
    return [content_marks(placed.content), steps]


@pytest.mark.parametrize(("old", "new"), TOLD_OTHERWISE.values(), ids=TOLD_OTHERWISE)
def test_marks_say_where_a_text_tells_something_else(project: LayOut, old: str, new: str) -> None:
    assert marks(project, TOLD.replace(old, new)) != marks(project, TOLD)


@pytest.mark.parametrize("name", [each for each in RETOLD if each != OTHER_IDS])
def test_marks_of_what_tells_the_same_are_the_same(project: LayOut, name: str) -> None:
    assert marks(project, RETOLD[name]) == marks(project, TOLD)


def test_a_step_that_only_has_another_number_tells_the_same(project: LayOut) -> None:
    (_, before), (_, after) = (
        marks(project, text) for text in (TOLD, TOLD.replace("steps:\n", "steps:\n  - text: ตั้งเรื่อง\n", 1))
    )
    assert isinstance(before, list)
    assert isinstance(after, list)
    assert after[1:] == before


def test_a_moved_file_and_another_place_tell_the_same(project: LayOut) -> None:
    first = told(project)
    (project({}) / FILE).unlink()
    places = "office: ก\nareas:\n  - id: people\n    title: ด้านอื่น\n    procedures: [expenditure-analysis]\n"
    moved = {FILE: None, f"procedures/people/{ID}.yml": TOLD, EDITION: places}
    assert fingerprint(load_manual(project({**CATALOGUES, **moved}))[0]) == first


def test_what_entries_are_called_counts_and_not_their_ids(project: LayOut) -> None:
    roles = "planning-group: {{title: {0}, kind: unit}}\ndirector: {{title: ผอ., kind: person, short: ผ}}\n"
    first = told(project, files={ROLES: roles.format("กลุ่มแผน")})
    assert told(project, files={ROLES: roles.format("กลุ่มนโยบาย")}) != first
    renamed = {ROLES: roles.format("กลุ่มแผน").replace("planning-group", "plans")}
    assert told(project, TOLD.replace("planning-group", "plans"), renamed) == first
    other_words = {ROLES: roles.format("กลุ่มแผน").replace("short: ผ", "short: ผอ.")}
    assert told(project, files=other_words) == first


def test_each_edition_has_the_fingerprint_of_its_own_text(project: LayOut) -> None:
    places = "office: ก\nareas: [{id: budget, procedures: [expenditure-analysis]}]\n"
    changed = "changes:\n  expenditure-analysis:\n    - replace: steps/analyse/text\n      with: ดูแผนงาน\n"
    text = TOLD.replace("พิจารณา", "พิจารณาใน ${system}")
    files = {FILE: text, EDITION: f"{places}values: {{system: A}}\n"}
    others = {
        "procedures/editions/same.yml": f"{places}values: {{system: A}}\n",
        "procedures/editions/filled.yml": f"{places}values: {{system: B}}\n",
        "procedures/editions/changed.yml": f"{places}values: {{system: A}}\n{changed}",
    }
    root = project({**CATALOGUES, **files, **others})
    names = ("khonkaen5-2566", "same", "filled", "changed")
    found = [fingerprint(load_manual(root, each)[0]) for each in names]
    assert found[0] == found[1]
    assert len(set(found)) == 3


def of_every_field(name: str = "") -> str:
    """The fingerprint of the procedure of every field, of which one text says something else."""
    manual = every_field_manual(lambda text: f"{text} ใหม่" if text == name else text)
    return fingerprint(manual, "sample")


FIRST = of_every_field()
TEXTS = [
    (thing, text)
    for thing, model in THINGS.items()
    if model in models_within(record(Procedure))
    for texts in text_names(thing).values()
    for text in texts
]


@each_case("thing, text", TEXTS)
def test_every_text_that_a_model_declares_counts_but_those_of_the_document(thing: str, text: str) -> None:
    assert (of_every_field(text) == FIRST) == (thing in RECORDS)


def test_what_is_left_out_and_what_holds_by_default_is_not_there() -> None:
    stated = {"title": "ก", "owner": "a", "steps": [{"text": "ข", "kind": "process"}], "scope": []}
    told = {"title": "ก", "owner": "a", "steps": [{"text": "ข"}]}
    assert procedure_content(Procedure.model_validate(stated), {}) == told


def test_that_there_is_none_is_told() -> None:
    stated = {"title": "ก", "owner": "a", "steps": [{"text": "ข"}], "service": {"fees": "ไม่มี"}}
    assert procedure_content(Procedure.model_validate(stated), {})["service"] == {"fees": "none"}


LEAVES = st.text(st.characters(exclude_categories=["Cs"]))
CONTENTS = st.dictionaries(
    st.from_regex("[a-z_]{1,8}", fullmatch=True),
    st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from("abc"), inner)),
)


@given(CONTENTS)
def test_the_canonical_form_says_the_content_whatever_the_order(content: dict[str, Any]) -> None:
    canonical = canonical_json(content)
    assert canonical_json(json.loads(canonical)) == canonical
    assert canonical_json(dict(reversed(content.items()))) == canonical
    decomposed = json.loads(unicodedata.normalize("NFD", json.dumps(content, ensure_ascii=False)))
    assert canonical_json(decomposed) == canonical
