"""A text in place of a thing: data and tree say the long form alike, and what is told stands at the text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.model.document_control import Signature
from generator.model.internal_control import Indicator, Risk
from generator.model.procedure import Procedure
from generator.model.service import Applicant, Complaint
from generator.model.shapes import models_within, record
from generator.project import FileKind, expand_tree, read_project, shape_of
from generator.project.short_forms import expand_data
from generator.yamltext import SourceText, compose, quick_data, to_data
from tests.support import minimal_with, write_project

BASE = "procedures/budget/expenditure-analysis.yml"
SHORT = """
    title: งานสั้น
    owner: planning-group
    document_control:
      prepared: planning-group
      reviewed: [planning-group]
      approved: {role: planning-group, date: 2566}
    indicators: [ทันเวลา]
    risks:
      - เอกสารหาย
      - risk: เงินไม่พอ
        control: ตรวจยอด
    steps:
      - text: ทำ
        steps:
          - text: ทำย่อย
            risks: [ลืมลงชื่อ]
    """
LEAF = st.text("กขค ab", max_size=6)
THING = LEAF | st.fixed_dictionaries({"risk": LEAF}, optional={"control": LEAF}) | st.lists(LEAF, max_size=2)
STEP = st.fixed_dictionaries({"text": LEAF}, optional={"risks": LEAF | st.lists(THING, max_size=3)})
PROCEDURE = st.fixed_dictionaries(
    {"title": LEAF},
    optional={
        "document_control": LEAF | st.fixed_dictionaries({}, optional={"prepared": THING, "code": LEAF}),
        "risks": LEAF | st.lists(THING, max_size=3),
        "steps": st.lists(STEP | LEAF, max_size=3),
    },
)


def written(data: object) -> str:
    """Data as a text of YAML on one line."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(written, data)) + "]"
    return f"'{data}'"


def test_which_things_have_a_short_form() -> None:
    assert {each for each in models_within(record(Procedure)) if each.short_form} == {
        Signature,
        Indicator,
        Risk,
        Applicant,
        Complaint,
    }


def test_the_manual_has_the_long_form(tmp_path: Path) -> None:
    write_project(tmp_path, minimal_with({BASE: SHORT}))
    manual, problems = load_manual(tmp_path)
    assert [each for each in problems if each.location.file == BASE] == []
    assert manual is not None
    (placed,) = manual.procedures()
    control = placed.procedure.document_control
    assert control is not None
    assert control.prepared == Signature(role=("planning-group",))
    assert control.reviewed == Signature(role=("planning-group",))
    assert control.approved is not None
    assert control.approved.date is not None
    assert placed.procedure.indicators == (Indicator(name="ทันเวลา"),)
    assert placed.procedure.risks == (Risk(risk="เอกสารหาย"), Risk(risk="เงินไม่พอ", control="ตรวจยอด"))
    assert placed.procedure.steps[0].steps[0].risks == (Risk(risk="ลืมลงชื่อ"),)


def test_what_is_wrong_is_told_at_the_text(tmp_path: Path) -> None:
    text = SHORT.replace("prepared: planning-group", "prepared: nobody").replace("ลืมลงชื่อ", '"${nothing}"')
    write_project(tmp_path, minimal_with({BASE: text}))
    _, problems = load_manual(tmp_path)
    assert {
        f"{each.rule} {each.location.line}:{each.location.column}"
        for each in problems
        if each.location.file == BASE
    } == {"unknown-role 4:13", "unknown-value 16:18"}


@given(PROCEDURE)
def test_data_and_tree_say_the_same(data: dict[str, object]) -> None:
    text, shape = written(data) + "\n", shape_of(FileKind.PROCEDURE)
    quick, root = quick_data(text), compose(SourceText("", text), text).root
    assert quick is not None
    assert root is not None
    expand_data(quick, shape)
    expand_tree(root, shape)
    assert to_data(root) == quick


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind is not FileKind.PROCEDURE])
def test_other_files_are_left_as_they_are(kind: FileKind, tmp_path: Path) -> None:
    write_project(tmp_path, minimal_with({}))
    for document in read_project(tmp_path).of_kind(kind):
        assert document.root is None or to_data(document.root) == document.data
