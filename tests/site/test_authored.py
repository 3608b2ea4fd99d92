"""The pages written by hand are part of the Markdown export, as the edition's site shows them."""

from pathlib import Path

import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import MINIMAL, write_project

SETTINGS = """\
site_name: คู่มือ
theme: {name: material}
plugins: [procedures]
exclude_docs: |
  drafts/
nav:
  - เกี่ยวกับ:
      - about/foreword.md
      - about/history.md
"""
EDITION = MINIMAL["procedures/editions/khonkaen5-2566.yml"]
FILES = {
    **MINIMAL,
    "mkdocs.yml": SETTINGS,
    "procedures/editions/other.yml": EDITION,
    "docs/about/foreword.md": "# คำนำกลาง\n",
    "docs/about/seal.svg": "<svg/>",
    "docs/drafts/idea.md": "# ร่าง\n",
    "docs/editions/other/about/foreword.md": "# คำนำของเรา\n",
    "docs/editions/other/about/history.md": "# ประวัติ\n",
}


def test_an_export_holds_what_the_site_of_its_edition_shows(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", FILES)
    for edition, foreword, has_history in (
        ("khonkaen5-2566", "# คำนำกลาง\n", False),
        ("other", "# คำนำของเรา\n", True),
    ):
        out = tmp_path / edition
        done = CliRunner().invoke(main, ["export", "markdown", str(out), str(root), "--edition", edition])
        assert done.exit_code == 0, done.output
        documents = out / "docs"
        assert (documents / "about" / "foreword.md").read_text(encoding="utf-8") == foreword
        assert (documents / "about" / "seal.svg").read_text(encoding="utf-8") == "<svg/>"
        assert (documents / "about" / "history.md").is_file() is has_history
        assert not (documents / "drafts").exists()
        assert not (documents / "editions").exists()
        entries = yaml.safe_load((out / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
        assert ("about/history.md" in str(entries)) is has_history


def test_a_project_without_a_site_exports_its_procedures(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", MINIMAL)
    done = CliRunner().invoke(main, ["export", "markdown", str(tmp_path / "out"), str(root)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "docs" / "index.md").is_file()
