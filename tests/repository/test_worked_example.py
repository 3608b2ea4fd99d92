"""The worked examples of ``docs/engineering/fields.md``: one line in the model, a new text everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from textwrap import dedent, indent
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

import generator
from generator.thai import without_borders
from tests.repository.repository import ROOT
from tests.support.projects import minimal_with, write_project
from tests.support.sharing import SharedRun
from tests.support.visible import one_line, visible_text
from tests.writers.test_every_text import strings_of

EXAMPLE = re.compile(r"```python\n( *(\w+): [^\n]*title=\"([^\"]+)\"[^\n]*\)\n)```")
BEFORE_THEM = re.compile(r"(class Step\(.*?\n    output: [^\n]*\n(?: {5,}[^\n]*\n| {4}\)\n)*)", re.DOTALL)
CHOICES = re.compile(r"```python\n(class \w+\(StrEnum\):\n.*?)```", re.DOTALL)
BEFORE_THE_STEP = "class Step("
EXPLAINED = (ROOT / "docs/engineering/fields.md").read_text(encoding="utf-8")
EXAMPLES = EXAMPLE.findall(EXPLAINED)
(_, KEY, TITLE), (_, COLUMN_KEY, COLUMN_TITLE), (_, CHOICE_KEY, CHOICE_TITLE) = EXAMPLES
DECLARED = indent(dedent("".join(line for line, _, _ in EXAMPLES)), "    ")
ROW = re.compile(r"<tr.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]([^>]*)>(.*?)</t[hd]>", re.DOTALL)

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
        changes:
          expenditure-analysis:
            - {replace: steps/analyse/CHOICE, with: low}
        """.replace("CHOICE", CHOICE_KEY),
    f"procedures/{PROCEDURE}.yml": FILES[f"procedures/{PROCEDURE}.yml"].replace(
        "  - id: consider\n",
        f"    {KEY}: ระวัง${{danger}}\n    {COLUMN_KEY}: กันน้ำ${{danger}}\n    {CHOICE_KEY}: high\n  - id: consider\n",
    ),
}
TEXT, COLUMN_TEXT, CHOICE_WORD = "ระวังกระดาษบาดมือ", "กันน้ำกระดาษบาดมือ", "สูงมาก"
PAGE, DOCUMENT = f"site/{PROCEDURE}/index.html", f"site/{PROCEDURE}.md"

MAKE_EVERYTHING = f"""
from pathlib import Path
import json
from generator.cli import main
from generator.desk.schemas import describe_forms
from generator.lint.reference.page import author_reference
from generator.scaffold.schema import write_schemas
from generator.scaffold.skeletons import procedure_skeleton
write_schemas(Path("schemas"))
Path("reference.md").write_text(author_reference(), encoding="utf-8")
Path("new.yml").write_text(procedure_skeleton("area", "new", []), encoding="utf-8")
Path("forms.json").write_text(json.dumps(describe_forms()), encoding="utf-8")
main(["build", "--edition", "{EDITION}", "--quiet"], standalone_mode=False)
for shape in ("markdown", "json"):
    main(["export", shape, "exported"], standalone_mode=False)
for shape in ("docx", "xlsx"):
    main(["export", shape, f"manual.{{shape}}"], standalone_mode=False)
main(["print", "manual.pdf"], standalone_mode=False)
main(["compare", "{EDITION}", "{OTHER}", "-o", "compared.txt"], standalone_mode=False)
"""

TELL_THE_TEXT = (
    PAGE,
    DOCUMENT,
    "site/search/search_index.json",
    "site/llms-full.txt",
    "site/manual.json",
    f"site/{PROCEDURE}.json",
    f"exported/docs/{PROCEDURE}.md",
    "exported/manual.json",
    "site/steps.csv",
    f"site/{PROCEDURE}.table.html",
    "manual.docx",
    "manual.xlsx",
    "manual.pdf",
)
"""The outputs in which readers and programs find what a procedure says in the field."""

TELL_OF_THE_FIELD = (
    "site/manual.schema.json",
    "schemas/procedure.schema.json",
    "reference.md",
    "new.yml",
    "forms.json",
)
"""The outputs that explain the field to authors and to programs."""


@pytest.fixture(scope="session")
def outputs(shared_run: SharedRun) -> Path:
    """Everything that a copy of the package with the new fields makes of a project that uses them."""
    return shared_run.folder_of("worked-example", make_everything)


def make_everything(root: Path) -> None:
    """Lay the project out, and let the copy make all it can of it."""
    package = root.with_name("package")
    shutil.copytree(Path(generator.__file__).parent, package / "generator")
    model = package / "generator/model/procedure.py"
    declared, count = BEFORE_THEM.subn(rf"\1{DECLARED}", model.read_text(encoding="utf-8"))
    (choices,) = CHOICES.findall(EXPLAINED)
    declared = declared.replace(BEFORE_THE_STEP, f"{choices}\n\n{BEFORE_THE_STEP}")
    assert count == 1
    model.write_text(declared, encoding="utf-8")
    write_project(root, PROJECT)
    (root / "docs").mkdir()
    made = subprocess.run(
        [sys.executable, "-c", MAKE_EVERYTHING],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr


def readable(file: Path) -> str:
    """What a file says, without what its format adds."""
    if file.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(file).pages).replace("\n", "")
    if file.suffix in (".docx", ".xlsx"):
        with ZipFile(file) as parts:
            texts = [parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml")]
        return visible_text("".join(texts))
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        return "\n".join(strings_of(json.loads(text)))
    return one_line(visible_text(text)) if file.suffix == ".html" else unescape(text)


@pytest.mark.parametrize("name", TELL_THE_TEXT)
def test_the_texts_are_there(outputs: Path, name: str) -> None:
    told = without_borders(readable(outputs / name))
    assert TEXT in told
    assert COLUMN_TEXT in told
    assert ("high" if name.endswith(".json") and "search" not in name else CHOICE_WORD) in told


@pytest.mark.parametrize("name", TELL_OF_THE_FIELD)
def test_the_fields_are_explained(outputs: Path, name: str) -> None:
    told = readable(outputs / name)
    assert TITLE in told
    assert COLUMN_TITLE in told
    assert CHOICE_TITLE in told


def test_the_prose_stands_behind_its_title(outputs: Path) -> None:
    for name in (PAGE, DOCUMENT):
        assert f"{TITLE}: {TEXT}" in readable(outputs / name), name
        assert f"{CHOICE_TITLE}: {CHOICE_WORD}" in readable(outputs / name), name


def test_the_column_stands_behind_its_title_in_the_row_that_says_it(outputs: Path) -> None:
    page = (outputs / PAGE).read_text(encoding="utf-8")
    rows = [one_line(visible_text(row)) for row in page.split('<li class="step')[1:]]
    assert [f"{COLUMN_TITLE}: {COLUMN_TEXT}" in row for row in rows] == [True, False, False]
    assert page.count(f"{COLUMN_TITLE}:") == 1


@pytest.mark.parametrize("name", [DOCUMENT, f"exported/docs/{PROCEDURE}.md"])
def test_the_column_has_its_head_over_its_cells_in_markdown(outputs: Path, name: str) -> None:
    lines = (outputs / name).read_text(encoding="utf-8").splitlines()
    heads, _, *steps = [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| ")
    ]
    assert {len(step) for step in steps} == {len(heads)}
    assert [step[heads.index(COLUMN_TITLE)] for step in steps] == [COLUMN_TEXT, "", ""]


def test_programs_and_authors_are_told_the_choices(outputs: Path) -> None:
    schemas: dict[str, dict[str, object]] = {
        "schemas/procedure.schema.json": {"enum": ["low", "high"]},
        "site/manual.schema.json": {"anyOf": [{"enum": ["low", "high"]}, {"type": "null"}]},
    }
    for name, expected in schemas.items():
        (step,) = (
            definition
            for key, definition in json.loads((outputs / name).read_text(encoding="utf-8"))["$defs"].items()
            if key.lower() == "step"
        )
        assert expected.items() <= step["properties"][CHOICE_KEY].items()
    explained = readable(outputs / "reference.md").splitlines()
    (row,) = (line for line in explained if line.startswith(f"| `{CHOICE_KEY}` "))
    assert "`low` `high`" in row
    assert f"# {CHOICE_KEY}: low" in readable(outputs / "new.yml")


def test_a_difference_is_told_under_the_title(outputs: Path) -> None:
    told = (outputs / "compared.txt").read_text(encoding="utf-8")
    assert f"{TITLE}: ระวัง[-กระดาษบาดมือ-]{{+ไฟฟ้าดูด+}}" in told
    assert f"{CHOICE_TITLE}: [-สูงมาก-]{{+ต่ำมาก+}}" in told
