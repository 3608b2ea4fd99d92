"""Projects whose edition moves steps, and what the check, the page and the comparison tell of them."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main
from tests.support.projects import minimal_with, write_project
from tests.support.visible import visible_text

EDITION = "procedures/editions/khonkaen5-2566.yml"
BASE = """
    title: งานวิเคราะห์งบประมาณ
    owner: planning-group
    steps:
      - {id: receive, text: รับเรื่อง}
      - {id: register, text: ลงทะเบียน}
      - id: check
        text: ตรวจสอบ
        outcomes: [{label: ถูกต้อง}, {label: ไม่ถูกต้อง, go: receive}]
      - {id: propose, text: เสนอผู้อำนวยการ}
      - {id: sign, text: ลงนาม}
      - {id: copy, text: คัดสำเนา}
      - {id: deliver, text: ส่งหนังสือออก}
    """


def laid_out(folder: Path, changes: Mapping[str, list[str]], base: str = BASE) -> Path:
    """A project with a procedure for each list of changes, all like one another."""
    listed = "".join(
        f"\n          {name}:" + "".join(f"\n            - {change}" for change in of_one)
        for name, of_one in changes.items()
    )
    files: dict[str, str | None] = {f"procedures/budget/{name}.yml": base for name in changes}
    files |= {
        "procedures/budget/expenditure-analysis.yml": None,
        "docs/about.md": "# เกี่ยวกับคู่มือ\n",
        "mkdocs.yml": "site_name: ชื่อ\ntheme: {name: material, font: false}\nplugins: [procedures]\n",
        EDITION: f"""
        office: สำนักงาน
        areas: [{{id: budget, procedures: [{", ".join(changes)}]}}]
        changes:{listed}
        """,
    }
    return write_project(folder, minimal_with(files))


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def told_by_check(root: Path) -> list[tuple[str, int, int]]:
    problems = json.loads(khumue("check", root, "--format", "json").output)["problems"]
    told = [(each["rule"], each["line"], each["column"]) for each in problems]
    return [each for each in told if each[0] != "change-without-base"]


def told_by_the_page(root: Path, name: str) -> tuple[str, list[str]]:
    """How many changes a page counts, and what it says of each."""
    html = (root / "site" / "budget" / name / "index.html").read_text(encoding="utf-8")
    counted = re.search(r"ปรับจากต้นฉบับร่วม (\d+) แห่ง", visible_text(html))
    count = counted[1] if counted else ""
    section = html.partition(' id="changes"')[2].partition("</h2>")[2].partition("</ul>")[0]
    return count, [visible_text(f"<li{each}") for each in section.split("<li")[1:]]


def told_by_compare(root: Path, *arguments: str) -> list[str]:
    """The lines about steps, but those about steps that are the same."""
    result = khumue("compare", *arguments, root)
    assert result.exit_code == 0, result.output
    lines = result.output.partition("ขั้นตอนการปฏิบัติงาน\n")[2].partition("ผู้รับผิดชอบที่ต่างกัน")[0].split("\n")
    told = [line.strip() for line in lines]
    return [line for line in told if line and not line.startswith(("=", "+ ผู้รับผิดชอบ:"))]
