"""Manuals made of bare steps, for tests of charts."""

from collections.abc import Sequence
from typing import Any

from generator.charts.flow import charts_of
from generator.charts.graph import ChartGraph
from generator.charts.layout import Engine, lay_out
from generator.charts.places import LaidOut
from generator.charts.typesetting import Typesetter
from generator.model.catalogue import Role
from generator.model.edition import Edition, Settings
from generator.model.manual import Manual, PlacedArea, PlacedProcedure
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure
from generator.thai.segmentation import segmenter_for

Steps = Sequence[dict[str, Any]]
"""Steps as authors write them, read from YAML."""

ROLES = {
    "area-office": Role.model_validate({"title": "สำนักงานเขตพื้นที่การศึกษา", "short": "สพท.", "kind": "unit"}),
    "area-director": Role.model_validate(
        {"title": "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา", "short": "ผอ.สพท.", "kind": "person"}
    ),
    "committee": Role.model_validate({"title": "คณะกรรมการวิเคราะห์งบประมาณรายจ่าย", "kind": "committee"}),
    "school": Role.model_validate({"title": "สถานศึกษา", "kind": "outside-body"}),
}


def manual_of(*procedures: Steps, title: str = "งานตัวอย่าง", ends: Sequence[dict[str, Any]] = ()) -> Manual:
    """A manual of procedures ``example-1``, ``example-2`` … of the area ``examples``, owned by the area office."""
    placed = []
    for number, steps in enumerate(procedures, 1):
        procedure = Procedure.model_validate(
            {"title": title, "owner": "area-office", "steps": steps, "ends": ends}
        )
        identifier = f"example-{number}"
        path = f"procedures/examples/{identifier}.yml"
        placed.append(
            PlacedProcedure(identifier, "examples", f"1.{number}", path, procedure, place_steps(procedure))
        )
    settings = Settings.model_validate({"title": "คู่มือ", "group": "กลุ่ม", "default_edition": "office"})
    edition = Edition.model_validate(
        {"office": "สำนักงาน", "areas": [{"id": "examples", "procedures": [each.id for each in placed]}]}
    )
    area = PlacedArea("examples", "1", "ด้านตัวอย่าง", None, tuple(placed))
    return Manual(settings, "office", edition, {}, (area,), ROLES)


def graphs_of(steps: Steps) -> list[ChartGraph]:
    """The flow graphs of one procedure."""
    manual = manual_of(steps)
    return charts_of(next(manual.procedures()), manual)


def lay_out_steps(
    steps: Steps, engines: Sequence[Engine] | None = None, ends: Sequence[dict[str, Any]] = ()
) -> list[LaidOut]:
    """The charts of one procedure, laid out."""
    manual = manual_of(steps, ends=ends)
    graphs = charts_of(next(manual.procedures()), manual)
    return lay_out(graphs, Typesetter(segmenter_for(manual)), engines)
