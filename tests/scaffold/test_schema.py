"""Schemas: valid themselves, true to the models, in Thai."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.assembly import load_manual
from generator.model.shapes import fields_of, models_within
from generator.project.documents import FileKind, shape_of
from generator.project.project import read_project
from generator.scaffold.schema import json_schema, write_schemas
from tests.support.services import SERVICE

STEP = {"text": "ทำงาน"}
PROCEDURE: dict[str, Any] = {"title": "งาน", "owner": "group", "steps": [STEP]}


def is_valid(kind: FileKind, data: object) -> bool:
    return bool(Draft202012Validator(json_schema(kind)).is_valid(data))


@pytest.mark.parametrize("kind", FileKind)
def test_a_schema_is_one(kind: FileKind) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


def test_the_real_manual_is_valid(repository: Path) -> None:
    documents = read_project(repository).documents
    assert {document.kind for document in documents} | {FileKind.RETIRED} == set(FileKind)
    assert [
        document.source.file for document in documents if not is_valid(document.kind, document.data)
    ] == []


@pytest.mark.parametrize(
    "data",
    [
        PROCEDURE,
        {"title": "งาน", "status": "planned"},
        PROCEDURE | {"title": 1, "effective": 2566, "source": {"manual": "m", "section": 4.1}},
        PROCEDURE | {"steps": [{"text": "ก", "steps": [{"text": "ข", "steps": [STEP]}]}]},
        PROCEDURE | {"service": SERVICE},
        PROCEDURE | {"service": {"fees": "none", "documents": "ไม่มี", "complaints": ["ก"]}},
        PROCEDURE | {"risks": ["หาย", {"risk": "ช้า", "control": "ตรวจ"}], "indicators": [90]},
        PROCEDURE | {"document_control": {"prepared": "group", "approved": {"role": "group", "date": 2566}}},
        PROCEDURE | {"steps": [{"text": True, "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "end"}]}]},
    ],
)
def test_what_authors_may_write_is_valid(data: dict[str, Any]) -> None:
    assert is_valid(FileKind.PROCEDURE, data)


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        {"title": "งาน"},
        {"title": "งาน", "status": "draft"},
        {"title": "งาน", "owner": "group"},
        PROCEDURE | {"title": None},
        PROCEDURE | {"title": "  "},
        PROCEDURE | {"titel": "งาน"},
        PROCEDURE | {"status": "done"},
        PROCEDURE | {"owner": "Group Director"},
        PROCEDURE | {"objective": "ข้อเดียว"},
        PROCEDURE | {"service": {"fees": "ฟรี"}},
        PROCEDURE | {"service": {"channels": "none"}},
        PROCEDURE | {"service": {"fees": ["none"]}},
        PROCEDURE | {"service": {"channels": ["เคาน์เตอร์"]}},
        PROCEDURE | {"risks": "หาย"},
        PROCEDURE | {"risks": [""]},
        PROCEDURE | {"risks": [{"control": "ตรวจ"}]},
        PROCEDURE | {"document_control": "SOP-1"},
        PROCEDURE | {"document_control": {"prepared": "Group Director"}},
        PROCEDURE | {"steps": [{"text": "ก", "steps": [{"txt": "ข"}]}]},
    ],
)
def test_what_they_may_not_is_not(data: object) -> None:
    assert not is_valid(FileKind.PROCEDURE, data)


def test_catalogues_and_values_are_maps_with_good_names() -> None:
    assert is_valid(FileKind.ROLES, {"group-director": {"title": "ผอ.", "kind": "person"}})
    assert not is_valid(FileKind.ROLES, {"Group": {"title": "ผอ.", "kind": "person"}})
    edition = {"office": "สำนักงาน", "areas": [{"id": "a", "procedures": ["b"]}]}
    assert is_valid(FileKind.EDITION, edition | {"values": {"e_document_system": "Smart Office"}})
    assert not is_valid(FileKind.EDITION, edition | {"values": {"e-document": "x"}})


@pytest.mark.parametrize("kind", FileKind)
def test_every_key_is_explained_in_thai(kind: FileKind) -> None:
    definitions = json_schema(kind)["$defs"]
    for model in models_within(shape_of(kind)):
        properties = definitions[model.__name__]["properties"]
        for key, field in fields_of(model).items():
            assert (properties[key]["title"], properties[key]["description"]) == (
                field.title,
                field.description,
            )
            assert any("ก" <= character <= "๛" for character in field.title)


def test_schemas_are_written_the_same_each_time(tmp_path: Path) -> None:
    files = write_schemas(tmp_path / "schemas")
    first = {file.name: file.read_bytes() for file in files}
    assert sorted(first) == sorted(f"{kind.value}.schema.json" for kind in FileKind)
    assert {file.name: file.read_bytes() for file in write_schemas(tmp_path / "schemas")} == first
    assert json.loads(first["procedure.schema.json"]) == json_schema(FileKind.PROCEDURE)


def with_change(change: object) -> dict[str, Any]:
    """An edition with one change."""
    areas = [{"id": "budget", "procedures": ["expenditure-analysis"]}]
    return {"office": "สำนักงาน", "areas": areas, "changes": {"expenditure-analysis": [change]}}


GOOD_CHANGES: list[dict[str, Any]] = [
    {"replace": "title", "with": "งาน"},
    {"replace": "title", "with": "งาน", "reason": "เหตุ", "base": "1a2b3c4d"},
    {"replace": "source", "with": {"manual": "m", "section": "1"}},
    {"remove": "steps/publish"},
    {"remove": "steps/publish", "base": "00000000", "reason": "เหตุ"},
    {"insert_before": "steps/publish", "with": {"text": "ก"}},
    {"insert_after": "steps/publish", "with": [{"text": "ก"}, {"text": "ข"}]},
    {"add": "scope", "with": "ก"},
]
BAD_CHANGES: list[object] = [
    {},
    "remove: title",
    {"reason": "เหตุ"},
    {"with": "ก"},
    {"replace": "title"},
    {"replace": "title", "with": ""},
    {"replace": "title", "with": []},
    {"replace": "title", "with": {}},
    {"replace": "", "with": "ก"},
    {"add": "scope"},
    {"remove": "title", "with": "ก"},
    {"remove": "title", "replace": "title", "with": "ก"},
    {"insert_before": "steps/publish", "insert_after": "steps/publish", "with": {"text": "ก"}},
    {"remove": "title", "bass": "00000000"},
]


@pytest.mark.parametrize("change", GOOD_CHANGES)
def test_a_change_has_one_verb_and_what_it_needs(change: dict[str, Any]) -> None:
    assert is_valid(FileKind.EDITION, with_change(change))


@pytest.mark.parametrize("change", BAD_CHANGES)
def test_a_change_without_them_is_none(change: object) -> None:
    assert not is_valid(FileKind.EDITION, with_change(change))


@pytest.mark.parametrize("base", ["1a2b3c4", "1a2b3c4d5", "1A2B3C4D", "xxxxxxxx", " 1a2b3c4d"])
def test_a_fingerprint_has_eight_hexadecimal_digits(base: str) -> None:
    assert not is_valid(FileKind.EDITION, with_change({"remove": "title", "base": base}))


@pytest.mark.parametrize(
    ("changes", "refused"), [(GOOD_CHANGES, False), (BAD_CHANGES, True)], ids=["good", "bad"]
)
def test_the_rules_refuse_the_same_changes(
    project: Callable[[Mapping[str, str | None]], Path], changes: list[object], refused: bool
) -> None:
    """What the schema refuses, the rules refuse too, and the other way round; addresses aside."""
    edition = "procedures/editions/khonkaen5-2566.yml"
    of_shape = {"bad-change", "unknown-key", "wrong-type", "empty-text", "empty-list"}
    for change in changes:
        root = project({edition: json.dumps(with_change(change), ensure_ascii=False)})
        rules = {problem.rule for problem in load_manual(root)[1] if problem.location.file == edition}
        assert bool(rules & of_shape) is refused, (change, rules)


ITEM: dict[str, Any] = {"title": "เรื่อง", "kind": "lesson"}
GOOD_ITEMS: list[dict[str, Any]] = [
    ITEM,
    ITEM | {"procedures": ["expenditure-analysis", "expenditure-analysis#analyse"], "tags": ["ก", 2566]},
    ITEM | {"date": 2566, "reviewed": "2566-03-01", "contributor": "planning-group"},
]
BAD_ITEMS: list[object] = [
    {},
    {"title": "เรื่อง"},
    ITEM | {"kind": "บทเรียน"},
    ITEM | {"procedures": "expenditure-analysis"},
    ITEM | {"procedures": ["expenditure-analysis#"]},
    ITEM | {"procedures": ["#analyse"]},
    ITEM | {"tags": [""]},
    ITEM | {"author": "ก"},
]
GOOD_STOPS: list[dict[str, Any]] = [
    {"procedure": "expenditure-analysis"},
    {"procedure": "expenditure-analysis", "step": "analyse", "why": "เพราะ"},
    {"page": "terms.md"},
    {"checkpoint": "ทำได้", "why": "เพราะ"},
]
BAD_STOPS: list[object] = [
    {},
    "expenditure-analysis",
    {"why": "เพราะ"},
    {"step": "analyse"},
    {"checkpoint": "ทำได้", "step": "analyse"},
    {"procedure": "expenditure-analysis", "checkpoint": "ทำได้"},
    {"checkpoint": ""},
    {"procedure": "expenditure-analysis", "because": "เพราะ"},
]


def with_stop(stop: object) -> dict[str, Any]:
    """A learning path with one stop."""
    return {"title": "เริ่มงาน", "role": "planning-group", "stops": [stop]}


LEARNING = [
    *((FileKind.KNOWLEDGE, data, True) for data in GOOD_ITEMS),
    *((FileKind.KNOWLEDGE, data, False) for data in BAD_ITEMS),
    *((FileKind.PATH, with_stop(stop), True) for stop in GOOD_STOPS),
    *((FileKind.PATH, with_stop(stop), False) for stop in BAD_STOPS),
    (FileKind.PATH, with_stop("x") | {"stops": []}, False),
]


@pytest.mark.parametrize(("kind", "data", "is_good"), LEARNING)
def test_schema_and_rules_agree_on_items_and_paths(
    project: Callable[[Mapping[str, str | None]], Path], kind: FileKind, data: object, is_good: bool
) -> None:
    assert is_valid(kind, data) is is_good
    text = json.dumps(data, ensure_ascii=False)
    files = {
        FileKind.KNOWLEDGE: {"docs/knowledge/learned.md": f"---\n{text}\n---\nเนื้อหา\n"},
        FileKind.PATH: {"procedures/onboarding/beginning.yml": text},
    }
    assert ([problem.rule for problem in load_manual(project(files[kind]))[1]] == []) is is_good
