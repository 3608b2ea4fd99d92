"""The command runs nothing that lies in the folder where it is called, whatever it is named like."""

import subprocess
import sys
from pathlib import Path

from tests.support import MINIMAL, write_project

SETTINGS = """\
site_name: ก
theme: material
plugins: [search, thai_search, procedures]
markdown_extensions: [pymdownx.superfences]
"""
NAMES = ("json", "click", "yaml", "markdown", "mkdocs", "material", "pymdownx")


def test_modules_of_a_project_are_not_run(tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "project", {**MINIMAL, "mkdocs.yml": SETTINGS, "docs/about/foreword.md": "# ก\n"}
    )
    marker = tmp_path / "has-run"
    for name in NAMES:
        (root / name).mkdir()
        (root / name / "__init__.py").write_text(f"open({str(marker)!r}, 'w')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "generator", "build", "--site-dir", str(tmp_path / "site")],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, marker.exists()) == (0, False), done.stderr
