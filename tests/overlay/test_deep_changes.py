"""An edition changes what stands two deep, in lists of things: the history of a document, a signature, a risk."""

from pathlib import Path

from generator.assembly import load_manual
from generator.document.edition_changes import told_changes
from generator.model.document_control import Revision, Signature
from generator.model.internal_control import Risk
from tests.support import minimal_with, write_project

BASE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
PROCEDURE = """
    title: งานวิเคราะห์
    owner: planning-group
    document_control:
      code: SOP-1
      revision: 1
      prepared: planning-group
      reviewed: {role: planning-group, date: 2566-05-01}
      approved: {role: planning-group, date: 2566-05-21}
      revisions:
        - {number: 0, date: 2565}
        - {number: 1, date: 2566}
    risks: [เอกสารหาย, เงินไม่พอ]
    steps:
      - id: collect
        text: รวบรวม
        risks:
          - ตกหล่น
    """
CHANGES = """
changes:
  expenditure-analysis:
    - {replace: document_control/revisions/1/date, with: 2567}
    - {add: document_control/revisions, with: {number: 2, changes: "${system}"}}
    - {replace: document_control/prepared, with: director}
    - {replace: document_control/approved/date, with: 2567-05-21}
    - {remove: document_control/reviewed}
    - {replace: document_control/revision, with: 2}
    - {add: risks, with: [ช้า]}
    - {replace: risks/เอกสาร…, with: เอกสารขาด}
    - {add: steps/collect/risks/ตกหล่น/control, with: ตรวจนับ}
"""
TOLD = [
    "แก้วันที่ของประวัติการแก้ไข “1” ของการควบคุมเอกสาร",
    "เพิ่มประวัติการแก้ไข “2” ของการควบคุมเอกสาร",
    "แก้ผู้จัดทำของการควบคุมเอกสาร",
    "แก้วันที่ของผู้อนุมัติของการควบคุมเอกสาร",
    "ตัดผู้ทบทวนของการควบคุมเอกสาร",
    "แก้เลขการแก้ไขของการควบคุมเอกสาร",
    "เพิ่มความเสี่ยงและการควบคุม “ช้า”",
    "เขียนความเสี่ยงและการควบคุม “เอกสารหาย” ใหม่ทั้งหมด",
    "เพิ่มจุดควบคุมของความเสี่ยงและการควบคุม “ตกหล่น” ของขั้นตอน 1",
]


def test_every_part_can_be_changed_and_is_told(tmp_path: Path) -> None:
    files = minimal_with({})
    edition = files[EDITION].rstrip() + "\nvalues: {system: ระบบใหม่}\n" + CHANGES
    roles = files["procedures/catalogue/roles.yml"].rstrip() + "\ndirector: {title: ผอ., kind: person}\n"
    write_project(
        tmp_path,
        {**files, BASE: PROCEDURE, EDITION: edition, "procedures/catalogue/roles.yml": roles},
    )
    manual, problems = load_manual(tmp_path, "khonkaen5-2566")
    assert [each for each in problems if each.severity == "error"] == []
    assert manual is not None
    (placed,) = manual.procedures()
    procedure, control = placed.procedure, placed.procedure.document_control
    assert control is not None
    assert (control.prepared, control.reviewed, control.revision) == (Signature(role="director"), None, "2")
    assert [(each.number, each.date and each.date.iso()) for each in control.revisions[:2]] == [
        ("0", "2022"),
        ("1", "2024"),
    ]
    assert control.revisions[2] == Revision(number="2", changes="ระบบใหม่")
    assert procedure.risks == (Risk(risk="เอกสารขาด"), Risk(risk="เงินไม่พอ"), Risk(risk="ช้า"))
    assert procedure.steps[0].risks == (Risk(risk="ตกหล่น", control="ตรวจนับ"),)
    assert [view.words for view in told_changes(manual, placed)] == TOLD
