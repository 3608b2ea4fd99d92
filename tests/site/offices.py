"""The showcase for three offices: its own edition, one with documents and changes of its own, and a small one.

And a manual of one procedure for three offices, for what is about processes and files and not about pages.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.support import MINIMAL, minimal_with, write_project
from tests.support.showcase import SHOWCASE

EDITIONS = ("sample-2566", "second", "third")
PUBLISHED = "https://manual.example/m/"
"""The address that their sites are built for when nobody is served them."""

OWN_TEXT = "คำนำของสำนักงานที่สอง"
_NAVIGATION = "      - about/foreword.md\n"
_FILES = {
    "procedures/editions/second.yml": """
        office: สำนักงานตัวอย่าง เขต 2
        short: สพป.ตัวอย่าง เขต 2
        values:
          system: Other Office
        areas:
          - id: people
            procedures: [leave]
          - id: budget
            procedures: [spending-plan]
        changes:
          spending-plan:
            - {add: steps/collect/role, with: director, reason: มีคำสั่งมอบหมาย}
            - {insert_after: steps/draft, with: {id: weigh, text: ชั่งน้ำหนักทางเลือก}}
        """,
    "procedures/editions/third.yml": """
        office: สำนักงานตัวอย่าง เขต 3
        site: https://third.example/plan
        areas:
          - id: budget
            procedures: [audit, spending-plan]
        """,
    "docs/editions/second/about/foreword.md": f"""
        # {OWN_TEXT}

        ![ตรา](../seals/seal.svg) ดู[ประวัติ](history.md)และ[แผน](../budget/spending-plan.md)
        """,
    "docs/editions/second/about/history.md": """
        # ประวัติของสำนักงาน
        """,
    "docs/editions/second/seals/seal.svg": """
        <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
        """,
}


def write_offices(directory: Path) -> Path:
    """Lay the project out and return its root."""
    root = Path(shutil.copytree(SHOWCASE, directory))
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert _NAVIGATION in text
    added = f"{_NAVIGATION}  - ประวัติ:\n      - about/history.md\n"
    settings.write_text(text.replace(_NAVIGATION, added), encoding="utf-8")
    return write_project(root, _FILES)


_SMALL_FILES = {
    "mkdocs.yml": """
        site_name: คู่มือ
        site_url: !ENV [KHUMUE_SITE_URL, 'https://manual.example/m/']
        theme: {name: material, language: th, font: false}
        plugins: [search, thai_search, procedures]
        markdown_extensions: [attr_list]
        """,
    "docs/about/foreword.md": "# คำนำ\n",
    "docs/editions/second/about/history.md": "# ประวัติ\n",
    **{
        f"procedures/editions/{edition}.yml": f"""
        office: สำนักงาน {edition}
        areas:
          - {{id: budget, procedures: [expenditure-analysis]}}
        """
        for edition in EDITIONS
    },
    "procedures/manual.yml": MINIMAL["procedures/manual.yml"].replace("khonkaen5-2566", EDITIONS[0]),
    "procedures/editions/khonkaen5-2566.yml": None,
}


def write_small_offices(directory: Path) -> Path:
    """Lay out a manual of one procedure for `EDITIONS` and return its root."""
    return write_project(directory, minimal_with(_SMALL_FILES))


def add_hook(root: Path, code: str) -> None:
    """Let MkDocs run Python code at its events."""
    write_project(root, {"hook.py": code})
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    with (root / "procedures/manual.yml").open("a", encoding="utf-8") as manual:
        manual.write("allow: [programs]\n")


def start_build(root: Path, *options: str) -> subprocess.Popen[str]:
    """Start ``khumue build`` as the leader of a group of processes, as a terminal does."""
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "generator", "build", str(root), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
