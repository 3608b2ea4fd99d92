"""A procedure of the base with everything in it that an edition can change, and an edition that changes it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.assembly import read_editions
from generator.model.manual import PlacedProcedure

Project = Callable[[Mapping[str, str | None]], Path]

BASE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
FIRST_LINE = 7
"""Of the first change in the edition's file; changes begin in column 7."""

SHARED = """\
title: งานวิเคราะห์งบประมาณรายจ่าย
summary: วิเคราะห์งบประมาณด้วย ${system}
owner: planning-group
objective:
  - เพื่อจัดทำ/ทบทวนแผน
  - เพื่อรายงานด้วย ${system}
scope:
  - การวิเคราะห์งบประมาณ
definitions:
  - term: แผน
    meaning: สิ่งที่คิดไว้
  - term: แผน/โครงการ
    meaning: สิ่งที่จะทำ
steps:
  - id: analyse
    text: วิเคราะห์แผนงาน
    references: [budget-act, handbook]
    steps:
      - id: gather
        text: รวบรวมข้อมูล
        steps:
          - id: ask
            text: ขอข้อมูล
          - text: รับข้อมูล
  - id: consider
    text: พิจารณารายงาน
    outcomes:
      - label: เห็นชอบ/รับทราบ
      - label: ไม่เห็นชอบ
        go: analyse
  - id: publish
    text: เผยแพร่รายงาน
    kind: document
forms: [request-form, report-form]
references: [budget-act]
related: [budget-request]
source:
  manual: handbook
  section: "4.1"
"""

FILES: dict[str, str | None] = {
    BASE: SHARED,
    "procedures/budget/budget-request.yml": """
        title: งานขอตั้งงบประมาณ
        owner: planning-group
        steps:
          - text: รวบรวมคำขอ
    """,
    "procedures/manual.yml": """
        title: คู่มือ
        group: กลุ่มนโยบายและแผน
        default_edition: khonkaen5-2566
        values:
          system: ระบบสำนักงาน
    """,
    "procedures/catalogue/references.yml": """
        budget-act:
          title: พระราชบัญญัติวิธีการงบประมาณ
          type: act
        handbook:
          title: คู่มือการปฏิบัติงาน
          type: manual
        order:
          title: คำสั่งสำนักงาน
          type: order
    """,
    "procedures/catalogue/forms.yml": """
        request-form:
          title: แบบคำขอ
        report-form:
          title: แบบรายงาน
        note-form:
          title: แบบบันทึก
    """,
    "procedures/catalogue/roles.yml": """
        planning-group:
          title: กลุ่มนโยบายและแผน
          kind: unit
        director:
          title: ผู้อำนวยการ
          kind: person
    """,
    "procedures/editions/uttaradit2.yml": """
        office: สำนักงานอื่น
        areas:
          - id: budget
            procedures: [expenditure-analysis, budget-request]
    """,
}
"""Files besides the changing edition; `uttaradit2` is another that changes nothing."""


def edition_with(changes: str, further: str = "") -> str:
    """The text of an edition's file with changes of the shared procedure, written from the first column on."""
    listed = "".join(f"    {line}\n" if line else "\n" for line in changes.strip("\n").split("\n"))
    return (
        "office: สำนักงาน\nareas:\n  - id: budget\n    procedures: [expenditure-analysis, budget-request]\n"
        f"changes:\n  expenditure-analysis:\n{listed}{further}"
    )


def changed(project: Project, changes: str, files: Mapping[str, str | None] | None = None) -> PlacedProcedure:
    """The procedure once it is changed."""
    manual = read_editions(
        project({**FILES, EDITION: edition_with(changes), **(files or {})}), check=False
    ).manual("khonkaen5-2566")
    assert manual is not None
    placed = manual.procedure("expenditure-analysis")
    assert placed is not None
    return placed


def problems_of(project: Project, changes: str, files: Mapping[str, str | None] | None = None) -> list[str]:
    """What is wrong with changes, as ``file:line:column rule``; files without their folders, no missing fingerprints.

    What nothing names in the catalogues is passed over as well.
    """
    editions = read_editions(project({**FILES, EDITION: edition_with(changes), **(files or {})}))
    assert all(problem.hint for problem in editions.problems)
    return [
        f"{str(problem.location).rpartition('/')[2]} {problem.rule}"
        for problem in editions.problems
        if problem.rule not in ("change-without-base", "unused-entry")
    ]
