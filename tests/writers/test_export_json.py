"""The data export: its shape, its schema, its texts."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.assembly import edition_ids, load_manual
from generator.charts import draw_charts
from generator.document.addresses import Addresses
from generator.model.change import Change
from generator.writers.export import MARK, export_files
from generator.writers.export_json import export_manual, manual_files
from tests.support.every_field import BODY, every_field_manual
from tests.support.hostile import HOSTILE
from tests.support.showcase import showcase_manual


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    """The showcase as data."""
    manual = showcase_manual()
    return json.loads(manual_files(manual, draw_charts(manual))["manual.json"])  # type: ignore[no-any-return]  # an object


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The published schema."""
    return json.loads(manual_files(showcase_manual(), {})["manual.schema.json"])  # type: ignore[no-any-return]  # an object


def test_the_schema_is_a_schema_and_describes_every_field(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    for name, definition in {"manual": schema, **schema["$defs"]}.items():
        assert definition["description"], name
        for field, described in definition.get("properties", {}).items():
            assert described["description"], f"{name}.{field}"


def test_the_export_keeps_to_the_schema(data: dict[str, Any], schema: dict[str, Any]) -> None:
    Draft202012Validator(schema).validate(data)


def test_the_real_manuals_keep_to_the_schema(repository: Path, schema: dict[str, Any]) -> None:
    for edition in edition_ids(repository):
        manual, _ = load_manual(repository, edition)
        assert manual is not None
        Draft202012Validator(schema).validate(export_manual(manual, draw_charts(manual)))


@pytest.mark.parametrize("text", ["", HOSTILE[0]])
def test_an_edition_among_others_keeps_to_the_schema(schema: dict[str, Any], text: str) -> None:
    data = export_manual(every_field_manual(lambda field: f"{text}{field}"), {})
    Draft202012Validator(schema).validate(data)
    changes = data["areas"][0]["procedures"][0]["changes"]
    assert changes == [
        {
            "verb": "replace",
            "address": "steps/outer/detail",
            "words": "แก้รายละเอียดของขั้นตอน 1",
            "with": f"{text}outer-detail",
            "reason": f"{text}changed-reason",
            "url": "area/sample/#step-outer",
        },
        {
            "verb": "add",
            "address": "scope",
            "words": f"เพิ่มขอบเขตของงาน “{text}procedure-scope-1”",
            "with": f"{text}procedure-scope-1",
            "reason": f"{text}added-reason",
            "url": None,
        },
    ]
    assert data["areas"][0]["procedures"][0]["is_own"] is False
    assert [each["id"] for each in data["left_out"]] == ["gone", "lost"]
    assert data["left_out"][1]["area_title"] == f"{text}left-out-area"
    assert data["siblings"] == [
        {"id": "north", "office": f"{text}sibling-office", "short": f"{text}sibling-short", "site": None}
    ]
    assert data["site"] == f"{text}site"


def test_what_a_change_puts_in_has_its_values() -> None:
    manual = every_field_manual(lambda field: field)
    (area,) = manual.areas
    (placed,) = area.procedures
    put_in = [{"text": "ส่งทาง ${system}", "forms": ["form"]}, {"text": "${unknown}"}]
    change = Change.model_validate({"insert_after": "steps/outer", "with": put_in})
    changed = replace(area, procedures=(replace(placed, changes=(change,), is_own=True),))
    data = export_manual(replace(manual, areas=(changed,), values={"system": "e-filing"}), {})
    (procedure,) = data["areas"][0]["procedures"]
    assert procedure["is_own"] is True
    assert procedure["changes"][0]["with"] == [
        {"text": "ส่งทาง e-filing", "forms": ["form"]},
        {"text": "${unknown}"},
    ]


def test_the_manual_and_its_areas(data: dict[str, Any]) -> None:
    assert data["edition"] == "sample-2566"
    assert data["title"] == "คู่มือปฏิบัติงาน **กลุ่มแผน**"
    assert data["office"] == "สำนักงานตัวอย่าง เขต 1"
    assert data["year"] == {"iso": "2023", "text": "พ.ศ. 2566", "thai": "พ.ศ. 2566"}
    assert [(area["id"], area["number"], area["title"], area["url"]) for area in data["areas"]] == [
        ("budget", "1", "งานงบประมาณ", "budget/"),
        ("people", "2", "งานบุคคลของเขต 1", "people/"),
    ]


def test_a_procedure(data: dict[str, Any]) -> None:
    plan = data["areas"][0]["procedures"][0]
    assert (plan["id"], plan["number"], plan["status"], plan["url"]) == (
        "spending-plan",
        "1.1",
        "published",
        "budget/spending-plan/",
    )
    assert plan["summary"] == "จัดทำแผนใช้จ่ายของเขตผ่าน My Office"
    assert plan["definitions"] == [{"term": "แผนใช้จ่าย", "meaning": "แผนที่บอกว่าใช้เงิน **เมื่อใด** และเท่าใด"}]
    assert plan["effective"] == {
        "iso": "2022-10-01",
        "text": "1 ตุลาคม พ.ศ. 2565",
        "thai": "1 ตุลาคม พ.ศ. 2565",
    }
    assert plan["references"] == ["budget-regulation", "spending-order"]
    assert plan["citations"] == [{"id": each, "section": None} for each in plan["references"]]
    assert plan["source"] == {"manual": "source-manual", "section": "2.1", "note": "รวมหัวข้อ 2.1 และ 2.2"}
    assert [(chart["id"], chart["svg"][:4]) for chart in plan["charts"]] == [
        ("spending-plan", "<svg"),
        ("spending-plan.draft", "<svg"),
        ("spending-plan.group", "<svg"),
    ]


def test_steps_of_every_depth(data: dict[str, Any]) -> None:
    steps = data["areas"][0]["procedures"][0]["steps"]
    assert steps[0]["detail"] == "ใช้แบบเสนอแผน\nดู[งานตรวจสอบ](procedure:audit) ด้วย"
    amounts = [{"amount": 5, "unit": "working-day"}]
    assert steps[0]["duration"] == {
        "text": "5 วันทำการ",
        "amount": 5,
        "maximum": None,
        "unit": "working-day",
        "least": amounts,
        "most": amounts,
        "per": None,
        "is_open": False,
        "is_limit": False,
        "is_rough": False,
        "is_window": False,
    }
    assert steps[1]["steps"][0]["steps"][1] == {
        "id": "sum",
        "number": "2.1.2",
        "url": "budget/spending-plan/#step-sum",
        "phase": None,
        "text": "รวมยอด",
        "detail": None,
        "role": "committee",
        "roles": ["committee"],
        "is_role_default": False,
        "accountable": None,
        "consulted": [],
        "informed": [],
        "kind": "process",
        "outcomes": [],
        "go": None,
        "call": None,
        "duration": None,
        "schedule": [],
        "standard": None,
        "indicators": [],
        "risks": [],
        "output": None,
        "forms": [],
        "references": [],
        "citations": [],
        "parallel": [],
        "steps": [],
    }
    assert (steps[2]["kind"], steps[2]["outcomes"][1:]) == (
        "decision",
        [{"label": "ให้แก้ไข", "go": "draft", "tone": None}, {"label": "ไม่อนุมัติ", "go": "end", "tone": None}],
    )
    assert steps[1]["steps"][1]["id"] is None


def test_catalogues(data: dict[str, Any]) -> None:
    assert data["roles"][1] == {
        "id": "director",
        "title": "ผู้อำนวยการสำนักงาน",
        "short": "ผอ.",
        "kind": "person",
        "part_of": "planning-group",
        "note": "หรือผู้รักษาการ",
        "source_note": None,
    }
    plan = next(reference for reference in data["references"] if reference["id"] == "five-year-plan")
    assert plan["valid"]["end"] == {"iso": "2021", "text": "พ.ศ. 2564", "thai": "พ.ศ. 2564"}
    assert data["terms"][0]["synonyms"] == ["สำนักงาน กพฐ."]
    assert [form["id"] for form in data["forms"]] == ["request-form", "paper-form"]


def test_knowledge_and_learning_paths() -> None:
    manual = every_field_manual(lambda field: field)
    data = export_manual(manual, {}, Addresses(manual, directory_urls=False))
    (item,), (path,) = data["knowledge"], data["paths"]
    assert {
        key: item[key] for key in ("id", "url", "file", "is_own", "kind", "procedures", "contributor")
    } == {
        "id": "learned",
        "url": "knowledge/learned.html",
        "file": "docs/knowledge/learned.md",
        "is_own": False,
        "kind": "good-practice",
        "procedures": ["sample#inner", "sample"],
        "contributor": "actor",
    }
    assert item["date"]["iso"] == "2025-01-15"
    assert item["body"] == BODY
    assert (path["url"], path["role"]) == ("onboarding/beginning.html", "actor")
    assert path["stops"][3] == {
        "procedure": "sample",
        "step": "inner",
        "term": None,
        "page": None,
        "checkpoint": None,
        "why": "step-stop-why",
    }


def test_addresses_without_directories() -> None:
    manual = showcase_manual()
    data = export_manual(manual, {}, Addresses(manual, directory_urls=False))
    plan = data["areas"][0]["procedures"][0]
    assert (plan["url"], plan["steps"][0]["url"]) == (
        "budget/spending-plan.html",
        "budget/spending-plan.html#step-collect",
    )


def test_files(tmp_path: Path) -> None:
    assert export_files(showcase_manual(), "json", tmp_path / "out") == 2
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        MARK,
        "manual.json",
        "manual.schema.json",
    ]
