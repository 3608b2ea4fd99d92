"""Two offices that share some procedures; the second also changes one and brings its own area and procedures."""

FIRST, SECOND = "khonkaen5-2566", "uttaradit2"
OWN = f"procedures/editions/{SECOND}"

FILES: dict[str, str | None] = {
    "procedures/manual.yml": """
        title: คู่มือ
        group: กลุ่มนโยบายและแผน
        default_edition: khonkaen5-2566
        values:
          place: สำนักงาน
    """,
    f"procedures/editions/{FIRST}.yml": """
        office: สำนักงานขอนแก่น
        short: ขอนแก่น
        site: https://kk5.example/
        values:
          system: Smart Office
        areas:
          - id: budget
            procedures: [expenditure-analysis, budget-request]
          - id: letters
            procedures: [correspondence]
    """,
    f"procedures/editions/{SECOND}.yml": """
        office: สำนักงานอุตรดิตถ์
        values:
          system: e-filing
        areas:
          - id: letters
            title: งานหนังสือ
            procedures: [correspondence, scanning]
          - id: committee
            procedures: [meetings]
        changes:
          correspondence:
            - replace: steps/register/role
              with: deputy
              base: 07c1222a
            - add: source
              with: {manual: order, section: "1"}
    """,
    f"{OWN}/letters/scanning.yml": """
        title: งานสแกนด้วย ${system}
        owner: planning-group
        related: [correspondence, meetings]
        steps:
          - text: สแกน
            forms: [scan-form]
    """,
    f"{OWN}/committee/_area.yml": """
        title: งานคณะกรรมการ
    """,
    f"{OWN}/committee/meetings.yml": """
        title: งานประชุม
        status: planned
    """,
    "procedures/letters/_area.yml": """
        title: งานสารบรรณ
    """,
    "procedures/letters/correspondence.yml": """
        title: งานรับหนังสือของ${place}
        owner: planning-group
        steps:
          - id: register
            text: ลงทะเบียนใน ${system}
            role: director
    """,
    "procedures/letters/old-way.yml": """
        title: งานเลิกใช้
        status: retired
        owner: planning-group
        steps:
          - text: ทำ
    """,
    "procedures/budget/budget-request.yml": """
        title: งานขอตั้งงบประมาณ
        owner: planning-group
        references: [act]
        steps:
          - text: รวบรวมคำขอ
    """,
    "procedures/catalogue/roles.yml": """
        planning-group:
          title: กลุ่มนโยบายและแผน
          kind: unit
        director:
          title: ผู้อำนวยการ
          kind: person
        deputy:
          title: รองผู้อำนวยการ
          kind: person
    """,
    "procedures/catalogue/references.yml": """
        act:
          title: พระราชบัญญัติ
          type: act
        order:
          title: คำสั่ง
          type: order
          replaced_by: new-order
        new-order:
          title: คำสั่งใหม่
          type: order
    """,
    "procedures/catalogue/forms.yml": """
        scan-form:
          title: แบบสแกน
    """,
}
"""The files of the project, laid over the smallest one."""
