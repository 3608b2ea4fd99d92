"""The worked example of ``docs/engineering/fields.md``: one line in the model, a new text everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from tests.repository.repository import ROOT
from tests.support.projects import minimal_with, write_project
from tests.support.visible import one_line, visible_text
from tests.writers.test_every_text import strings_of

EXAMPLE = re.compile(r"```python\n(    (\w+): Text .*title=\"([^\"]+)\"\)\n)```")
BEFORE_IT = re.compile(r"(class Step\(.*?\n    output: [^\n]*\n)", re.DOTALL)
LINE, KEY, TITLE = EXAMPLE.findall((ROOT / "docs/engineering/fields.md").read_text(encoding="utf-8"))[0]

EDITION, OTHER = "khonkaen5-2566", "north"
PROCEDURE = "budget/expenditure-analysis"
FILES = minimal_with({})
PROJECT = {
    **FILES,
    "mkdocs.yml": """
        site_name: คู่มือ
        site_url: https://a.example/
        theme: {name: material, font: false}
        plugins: [search, thai_search, procedures]
        markdown_extensions: [attr_list]
        """,
    f"procedures/editions/{EDITION}.yml": FILES[f"procedures/editions/{EDITION}.yml"]
    + "values: {danger: กระดาษบาดมือ}\n",
    f"procedures/editions/{OTHER}.yml": """
        office: สำนักงานเหนือ
        values: {danger: ไฟฟ้าดูด}
        areas:
          - {id: budget, procedures: [expenditure-analysis]}
        """,
    f"procedures/{PROCEDURE}.yml": FILES[f"procedures/{PROCEDURE}.yml"].replace(
        "  - id: consider\n", f"    {KEY}: ระวัง${{danger}}\n  - id: consider\n"
    ),
}
TEXT = "ระวังกระดาษบาดมือ"

WHAT_AUTHORS_GET = """
from pathlib import Path
from generator.lint.reference.page import author_reference
from generator.scaffold.schema import write_schemas
from generator.scaffold.skeletons import procedure_skeleton
write_schemas(Path("schemas"))
Path("reference.md").write_text(author_reference(), encoding="utf-8")
Path("new.yml").write_text(procedure_skeleton("area", "new", []), encoding="utf-8")
"""

TELL_THE_TEXT = (
    f"site/{EDITION}/manual.json",
    f"site/{EDITION}/{PROCEDURE}.json",
)
"""The outputs in which readers and programs find what a procedure says in the field."""

TELL_OF_THE_FIELD = (
    f"site/{EDITION}/manual.schema.json",
    "schemas/procedure.schema.json",
    "reference.md",
    "new.yml",
)
"""The outputs that explain the field to authors and to programs."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that a copy of the package with the new field makes of a project that uses it."""
    package = tmp_path_factory.mktemp("package")
    shutil.copytree(Path(generator.__file__).parent, package / "generator")
    model = package / "generator/model/procedure.py"
    declared, count = BEFORE_IT.subn(rf"\1{LINE}", model.read_text(encoding="utf-8"))
    assert count == 1
    model.write_text(declared, encoding="utf-8")
    root = write_project(tmp_path_factory.mktemp("project"), PROJECT)
    (root / "docs").mkdir()

    def run(*arguments: str) -> str:
        made = subprocess.run(
            [sys.executable, *arguments],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert made.returncode == 0, made.stdout + made.stderr
        return made.stdout

    run("-c", WHAT_AUTHORS_GET)
    run("-m", "generator", "build", "--quiet")
    (root / "compared.txt").write_text(run("-m", "generator", "compare", EDITION, OTHER), encoding="utf-8")
    return root


def readable(file: Path) -> str:
    """What a file says, without what its format adds."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        return "\n".join(strings_of(json.loads(text)))
    return one_line(visible_text(text)) if file.suffix == ".html" else text


@pytest.mark.parametrize("name", TELL_THE_TEXT)
def test_the_text_is_there(outputs: Path, name: str) -> None:
    assert TEXT in readable(outputs / name)


@pytest.mark.parametrize("name", TELL_OF_THE_FIELD)
def test_the_field_is_explained(outputs: Path, name: str) -> None:
    assert TITLE in readable(outputs / name)


def test_a_difference_is_told_under_the_title(outputs: Path) -> None:
    told = (outputs / "compared.txt").read_text(encoding="utf-8")
    assert f"{TITLE}: ระวัง[-กระดาษบาดมือ-]{{+ไฟฟ้าดูด+}}" in told
