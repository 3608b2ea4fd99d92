"""A small office's manual in two states, between which texts changed, were only laid out anew, and got other ids."""

from collections.abc import Mapping
from pathlib import Path

from generator.site.build import build_site
from tests.support.projects import SITE, write_project

MANUAL = "office-2568"
KEY = f"khumue.read.{MANUAL}."
TITLES = {"plan": "1.1 จัดทำแผน", "leave": "1.2 การลา", "post": "1.3 รับหนังสือ"}

_PLAN = """
    title: จัดทำแผน
    owner: clerk
    objective: [ให้มีแผนใช้]
    steps:
      - id: collect
        text: รวบรวมข้อมูล
        duration: 3 วัน
      - id: check
        text: ตรวจข้อมูล
        role: head
        outcomes:
          - label: ครบ
          - label: ไม่ครบ
            go: collect
      - id: publish
        text: เผยแพร่แผน
"""
_LEAVE = """
    title: การลา
    owner: clerk
    steps:
      - text: รับใบลา
      - text: เสนอผู้บังคับบัญชา
"""
_FILES = {
    **SITE,
    "mkdocs.yml": """
        site_name: คู่มือตัวอย่าง
        site_url: !ENV [KHUMUE_SITE_URL, ""]
        plugins: [search: {lang: th}, thai_search, procedures]
        theme:
          name: material
          language: th
          font: false
          features: [navigation.footer, navigation.instant]
        """,
    "procedures/manual.yml": """
        title: คู่มือตัวอย่าง
        group: กลุ่มตัวอย่าง
        default_edition: office-2568
        reading_lists: mailto:reading@office.example
        """,
    "procedures/editions/office-2568.yml": """
        office: สำนักงานตัวอย่าง
        year: "2568"
        areas:
          - id: work
            procedures: [plan, leave, post]
        """,
    "procedures/work/_area.yml": "title: งานทั่วไป\n",
    "procedures/catalogue/roles.yml": """
        clerk:
          title: ธุรการ
          kind: person
        head:
          title: หัวหน้ากลุ่ม
          kind: person
        """,
    "procedures/work/plan.yml": _PLAN,
    "procedures/work/leave.yml": _LEAVE,
    "procedures/work/post.yml": """
        title: รับหนังสือ
        owner: head
        steps:
          - text: ลงทะเบียนหนังสือ
        """,
    "procedures/onboarding/start.yml": """
        title: เริ่มงานธุรการ
        role: clerk
        stops:
          - procedure: plan
          - procedure: leave
        """,
}
_LATER: dict[str, str | None] = {
    "procedures/work/plan.yml": _PLAN.replace("ให้มีแผนใช้", "ให้มีแผนใช้ทันปี")
    .replace("steps:\n", "steps:\n      - id: notify\n        text: แจ้งกลุ่มต่าง ๆ\n")
    .replace("3 วัน", "5 วัน")
    .replace("      - id: publish\n        text: เผยแพร่แผน\n", ""),
    # Only laid out in another way.
    "procedures/work/leave.yml": """
        # ใบลา
        owner: "clerk"
        title: "การลา"
        steps: [{text: "รับใบลา"}, {text: 'เสนอผู้บังคับบัญชา'}]
        """,
    # Only called otherwise.
    "procedures/work/post.yml": None,
    "procedures/work/incoming.yml": _FILES["procedures/work/post.yml"],
    "procedures/editions/office-2568.yml": _FILES["procedures/editions/office-2568.yml"].replace(
        "post", "incoming"
    ),
    "procedures/retired.yml": """
        ids:
          - kind: procedure
            old: post
            new: incoming
        """,
}


def build_office(site: Path) -> None:
    """Build the manual's site as it was first."""
    _build(site, {})


def build_office_later(site: Path) -> None:
    """Build the manual's site as it became."""
    _build(site, _LATER)


def _build(site: Path, changes: Mapping[str, str | None]) -> None:
    files = {**_FILES, **changes}
    root = site.with_name(f"{site.name}-project")
    build_site(write_project(root, {name: text for name, text in files.items() if text}), site)
