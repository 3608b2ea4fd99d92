"""The showcase with everything else in it that can name an id: another office's changes, odd ways of writing, `nav`."""

from pathlib import Path

from generator.assembly import load_manual
from generator.scaffold.accept import accept_changes
from tests.support.projects import write_project
from tests.support.showcase import copy_showcase

OFFICE = "procedures/editions/other-2566.yml"
RETIRED = "procedures/retired.yml"
ROLES = "procedures/catalogue/roles.yml"
PLAN = "procedures/budget/spending-plan.yml"
WINDOWS = "docs/knowledge/written-on-windows.md"
FILES = {
    OFFICE: """
        # ฉบับของอีกสำนักงาน
        office: สำนักงานตัวอย่าง เขต 2
        year: 2566
        values:
          system: ระบบอื่น
          plan: spending-plan
          first: collect
        areas:
          - {id: budget, procedures: [spending-plan, "audit", old-plan]}   # งบประมาณ
          - id: people
            procedures:
              - leave
              - own-leave
        approvals:
          - procedure: "spending-plan"   # งานหลัก
            role: [director, committee]
            date: 2569-01-15
            fingerprint: '@spending-plan@'
          - {procedure: own-leave, role: director, date: 2569-01-16, fingerprint: "@own-leave@"}
          - {procedure: audit, role: planning-group, date: 2569-01-16, fingerprint: 0123456789abcdef}
        changes:
          'spending-plan':
            - replace: steps/propose/role   # เขต 2 ให้คณะกรรมการเสนอ
              with: [committee, 'director']
            - replace: steps/draft/references
              with:
                - {id: five-year-plan, section: บทที่ 1}
                - "spending-order"
            - remove: steps/collect/forms/request-form
            - insert_after: steps/collect
              with:
                id: check-again
                text: ตรวจข้อมูลอีกครั้ง
                role: planning-group
                accountable: >-
                  director
                outcomes:
                  - {label: ครบ, go: draft}
                  - {label: ไม่ครบ, go: collect}
                detail: |
                  ดู[ขั้นรวม](procedure:spending-plan#collect) และ[งานตรวจสอบ](procedure:audit)

                  - [เสนอ](procedure:spending-plan#propose)
            - replace: references/spending-order
              with: {id: spending-order-2565, section: ข้อ 22}
            - replace: related/audit
              with: own-leave
            - add: document_control/reviewed
              with: committee
            - replace: steps/propose/outcomes/ให้แก้ไข/go
              with: check-again
            - replace: scope/ดู[งานลา](procedure:leave) ด้วย
              with: ทุกกลุ่มในเขต 2 [](procedure:own-leave)
        """,
    "procedures/editions/other-2566/people/own-leave.yml": """
        title: "งานลาของเขต 2"
        owner: "director"
        steps:
          - id: ask
            text: ขอลาตาม[งาน](procedure:${plan}#${first}) และ[งาน](procedure:${plan})
          - text: ทำแผน
            call: spending-plan
        ends:
          - {id: granted, text: อนุญาตแล้ว}
        related: [leave]
        """,
    "procedures/editions/other-2566/onboarding/committee.yml": """
        title: คณะกรรมการใหม่
        role: committee
        stops:
          - {procedure: spending-plan, step: check-again}
          - page: roles/committee.md
          - page: references/five-year-plan.md
          - page: budget/audit.md
        """,
    "docs/about/where.md": """
        # ที่ใด

        [แผน](../budget/spending-plan.md) [ขั้น](../budget/spending-plan.md#step-collect) [ค][ง]
        [งาน](procedure:spending-plan#draft) <procedure:audit> [แบบ](../forms.md#form-paper-form)
        [คำ](../terms.md#term-obec "คำ") [บทบาท](../roles/director.md) [ข้อมูล](../budget/audit.json)

        `procedure:audit` เป็นเพียงตัวอย่าง

        [ง]: procedure:leave
        """,
    "mkdocs.yml": None,
}
NAVIGATION = """\
nav:
  - เกี่ยวกับคู่มือ:
      - about/foreword.md
      - "about/where.md"
  - แผน: 'budget/spending-plan.md'   # หน้าแรกของงาน
  - roles/director.md
"""


def write_named_everywhere(directory: Path) -> Path:
    """Lay it out; it has no errors, and its changes are accepted.

    Returns:
        Its root.
    """
    root = copy_showcase(directory)
    write_project(root, {name: text for name, text in FILES.items() if text is not None})
    plan, settings = root / "procedures/budget/spending-plan.yml", root / "mkdocs.yml"
    written = plan.read_text(encoding="utf-8")
    written = written.replace("  - ทุกกลุ่มในเขต\n", "  - ทุกกลุ่มในเขต\n  - ดู[งานลา](procedure:leave) ด้วย\n")
    plan.write_text(written, encoding="utf-8", newline="\n")
    before, _, after = settings.read_text(encoding="utf-8").partition("nav:\n")
    rest = after.partition("theme:\n")[2]
    settings.write_text(f"{before}{NAVIGATION}theme:\n{rest}", encoding="utf-8", newline="\n")
    lines = ["---", "title: เขียนบน Windows", "kind: case", "procedures: [spending-plan#propose, 'audit']"]
    lines += ("contributor: director   # ผอ.", "---", "", "อ่าน[แผน](procedure:spending-plan#sort)", "")
    (root / WINDOWS).write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    accept_changes(root)
    manual, _ = load_manual(root, "other-2566")
    office = (root / OFFICE).read_text(encoding="utf-8")
    for placed in manual.procedures() if manual else ():
        office = office.replace(f"@{placed.id}@", placed.fingerprint)
    (root / OFFICE).write_text(office, encoding="utf-8", newline="\n")
    return root


def contents(root: Path) -> dict[str, bytes]:
    """The files of a project, by path."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
