"""A file passes its schema and the check, or neither; but for what a schema cannot say, which is named here.

Whatever a schema refuses, the check refuses; whatever the check refuses of a file by itself (`OF_SHAPE`), so does its
schema.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.assembly import load_manual
from generator.model.shapes import Shape, ShapeKind, fields_of
from generator.problems import Severity
from generator.project.documents import FileKind, shape_of
from generator.scaffold.schema import json_schema
from tests.support.auditing import examples
from tests.support.projects import MINIMAL, write_project

OF_SHAPE = frozenset(
    (
        "bad-change",
        "unknown-key",
        "wrong-type",
        "empty-text",
        "empty-list",
        "missing-key",
        "unknown-choice",
        "bad-id",
    )
) | frozenset(("bad-stop", "step-without-procedure", "empty-path", "bad-value-name", "bad-fingerprint"))
"""What is wrong with a file by itself. All other rules are about what ids name, about what words mean, or advice."""
PLACES = {
    FileKind.SETTINGS: "procedures/manual.yml",
    FileKind.ROLES: "procedures/catalogue/roles.yml",
    FileKind.REFERENCES: "procedures/catalogue/references.yml",
    FileKind.FORMS: "procedures/catalogue/forms.yml",
    FileKind.TERMS: "procedures/catalogue/terms.yml",
    FileKind.EDITION: "procedures/editions/khonkaen5-2566.yml",
    FileKind.AREA: "procedures/budget/_area.yml",
    FileKind.PROCEDURE: "procedures/budget/expenditure-analysis.yml",
    FileKind.KNOWLEDGE: "docs/knowledge/learned.md",
    FileKind.PATH: "procedures/onboarding/beginning.yml",
    FileKind.RETIRED: "procedures/retired.yml",
}
SCALARS: dict[ShapeKind, list[Any]] = {
    ShapeKind.TEXT: ["งาน", "ก ข", 5, True, "12.5"],
    ShapeKind.STRING: ["x", "ก", 2566],
    ShapeKind.DATE: ["2566-03-01", 2566],
    ShapeKind.DURATION: ["1 ปี"],
    ShapeKind.SCHEDULE: ["ทุกเดือน"],
    ShapeKind.FREE: ["งาน", {"text": "ก"}, ["ก"]],
}
"""Values that are read as what they are; whether a text is a date, a duration or a schedule, no schema says."""
ODD: list[Any] = [
    "",
    "  ",
    [],
    {},
    [[]],
    "Bad Id!",
    "งาน",
    5,
    True,
    ["x"],
    [""],
    {"x": "y"},
    {"": "y"},
    "none",
    "abc-1",
]
DEEPEST = 5


@st.composite
def values(draw: st.DrawFn, shape: Shape, depth: int = 0) -> Any:  # noqa: ANN401, PLR0911 - one for each kind
    """Something that stands where the models expect a shape."""
    match shape.kind:
        case ShapeKind.LIST if shape.item is not None:
            if shape.may_be_none and draw(st.integers(0, 4)) == 0:
                return draw(st.sampled_from(["none", "ไม่มี"]))
            if shape.takes_one and draw(st.booleans()):
                return draw(values(shape.item, depth + 1))
            return draw(st.lists(values(shape.item, depth + 1), min_size=1, max_size=2))
        case ShapeKind.ENTRIES if shape.item is not None:
            return {"abc": draw(values(shape.item, depth + 1))}
        case ShapeKind.CHOICE:
            return draw(st.sampled_from(shape.choices))
        case ShapeKind.IDENTIFIER if shape.model is None or draw(st.booleans()):
            return draw(st.sampled_from(["group-a", "x1"]))
    if shape.model is None:
        return draw(st.sampled_from(SCALARS[shape.kind]))
    fields = fields_of(shape.model)
    if shape.model.short_form and draw(st.booleans()):
        return draw(values(fields[shape.model.short_form].shape, depth + 1))
    optional = [key for key, field in fields.items() if not field.is_required]
    more = draw(st.lists(st.sampled_from(optional), max_size=3 if depth < DEEPEST else 0)) if optional else []
    wanted = [key for key, field in fields.items() if field.is_required or key in more]
    return {key: draw(values(fields[key].shape, depth + 1)) for key in wanted}


@st.composite
def files(draw: st.DrawFn, kind: FileKind) -> Any:  # noqa: ANN401 - plain data
    """What a file of a kind may say, perhaps with something changed in it."""
    data = draw(values(shape_of(kind)))
    if draw(st.booleans()):
        return data
    holder, key = draw(st.sampled_from(list(_places({"file": data}))))
    change = draw(st.sampled_from(["put", "add", "drop"]))
    if change == "put":
        holder[key] = draw(st.sampled_from(ODD))
    elif change == "drop" and key != "file":
        del holder[key]
    elif isinstance(holder[key], dict):
        holder[key][draw(st.sampled_from(["unheard", "note", "id"]))] = draw(st.sampled_from(ODD))
    return data


def _places(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain data
    """Every collection in plain data with each key or index of it."""
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(value, dict | list):
            yield from _places(value)


@pytest.mark.parametrize("kind", FileKind)
@settings(
    max_examples=examples(400, 20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.data())
def test_a_file_passes_both_or_neither(kind: FileKind, tmp_path: Path, drawn: st.DataObject) -> None:
    data = drawn.draw(files(kind))
    text = json.dumps(data, ensure_ascii=False)
    root = tmp_path / "project"
    written = f"---\n{text}\n---\nเนื้อหา\n" if kind is FileKind.KNOWLEDGE else text
    write_project(root, {**MINIMAL, PLACES[kind]: written})
    problems = [each for each in load_manual(root)[1] if each.location.file == PLACES[kind]]
    errors = {each.rule for each in problems if each.severity is Severity.ERROR}
    refused = [each.message for each in Draft202012Validator(json_schema(kind)).iter_errors(data)]
    assert errors or not refused, (text, refused)
    assert refused or not errors & OF_SHAPE, (text, errors)
