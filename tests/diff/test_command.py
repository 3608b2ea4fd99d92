"""``khumue compare``: what it prints and writes, its exit codes, and what it says of wrong usage and broken files."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.charts import layout
from generator.cli import main
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
FILES = {
    PROCEDURE: MINIMAL[PROCEDURE].replace("และเผยแพร่ให้", "และเผยแพร่ผ่าน ${system} ให้"),
    "procedures/editions/khonkaen5-2566.yml": """
        office: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5
        short: สพป.ขอนแก่น เขต 5
        year: "2566"
        values: {system: Smart Office}
        areas: [{id: budget, procedures: [expenditure-analysis]}]
        """,
    "procedures/editions/uttaradit2.yml": """
        office: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุตรดิตถ์ เขต 2
        short: สพป.อุตรดิตถ์ เขต 2
        values: {system: e-filing}
        areas: [{id: budget, procedures: [expenditure-analysis, budget-plan]}]
        changes:
          expenditure-analysis:
            - insert_after: steps/analyse
              with: {id: meet, text: ประชุมคณะทำงาน}
        """,
    "procedures/editions/uttaradit2/budget/budget-plan.yml": """
        title: งานแผนงบประมาณ
        owner: planning-group
        steps: [{text: จัดทำแผน}]
        """,
}


@pytest.fixture
def root(project: Project) -> Path:
    return project(FILES)


def compare(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments)])


def test_two_editions_are_compared_as_text(root: Path) -> None:
    result = compare("khonkaen5-2566", "uttaradit2", root)
    assert result.exit_code == 0, result.output
    assert "  + 1.2 งานแผนงบประมาณ (budget-plan)\n" in result.output
    assert "    + ขั้นตอนที่ 2: ประชุมคณะทำงาน\n" in result.output
    assert "ผ่าน [-Smart Office-]{+e-filing+} ให้" in result.output
    assert "\x1b" not in result.output


def test_an_edition_is_compared_with_the_base(root: Path) -> None:
    result = compare("base", "uttaradit2", root, "--format", "json")
    data = json.loads(result.output)
    assert (data["before"]["edition"], data["before"]["name"]) == ("base", "ต้นฉบับร่วม")
    assert data["drift"]["steps_added"] == 1
    assert {"kind": "removed", "text": "${system}"} in data["procedures"][0]["steps"][1]["words"]
    assert [name["id"] for name in data["only_after"]] == ["budget-plan"]


def test_the_order_of_the_editions_is_that_of_the_report(root: Path) -> None:
    data = json.loads(compare("uttaradit2", "base", root, "--format", "json").output)
    assert (data["after"]["edition"], data["drift"]["steps_removed"]) == ("base", 1)


def test_one_procedure_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "procedures" / "budget")
    result = compare("khonkaen5-2566", "uttaradit2", "expenditure-analysis", "--format", "json")
    data = json.loads(result.output)
    assert [each["id"] for each in data["procedures"]] == ["expenditure-analysis"]
    assert (data["values"], data["only_after"]) == ([], [])


def test_a_procedure_of_one_edition_is_told_to_be_that(root: Path) -> None:
    result = compare("khonkaen5-2566", "uttaradit2", "budget-plan", root)
    assert result.exit_code == 0
    assert "+ 1.2 งานแผนงบประมาณ (budget-plan)" in result.output


def test_html_is_a_whole_document_with_charts(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "compare.html"
    result = compare("khonkaen5-2566", "uttaradit2", root, "--format", "html", "--output", target)
    assert (result.exit_code, result.output) == (0, "")
    document = target.read_text(encoding="utf-8")
    assert document.startswith("<!doctype html>")
    assert document.count('class="khumue-chart"') == 2
    assert document == compare("khonkaen5-2566", "uttaradit2", root, "--format", "html").output


def test_an_edition_does_not_differ_from_itself(root: Path) -> None:
    result = compare("uttaradit2", "uttaradit2", root)
    assert result.exit_code == 0
    assert "ทั้งสองฉบับเหมือนกันทุกงาน" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "ใส่รหัสของสองฉบับ"),
        (["base"], "ใส่รหัสของสองฉบับ"),
        (["base", "utaradit2"], "หมายถึง uttaradit2 หรือไม่"),
        (["khonkaen5", "uttaradit2"], "ฉบับที่มีคือ khonkaen5-2566, uttaradit2, base"),
        (["base", "uttaradit2", "budget-plans"], "หมายถึง budget-plan หรือไม่"),
        (["base", "uttaradit2", "แผนงบประมาณ"], "หมายถึง budget-plan หรือไม่"),
        (["base", "uttaradit2", "nothing-like-it"], "ทั้งสองฉบับไม่มีงาน nothing-like-it"),
        (["base", "uttaradit2", "budget-plan", "one-more"], "ใส่รหัสของสองฉบับ"),
        (["base", "uttaradit2", "--format", "xml"], "xml"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_meant(
    root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(root)
    result = compare(*arguments)
    assert result.exit_code == 2
    assert says in result.output


def test_broken_files_are_told_and_end_with_1(root: Path) -> None:
    procedure = root / PROCEDURE
    text = procedure.read_text(encoding="utf-8")
    procedure.write_text(text.replace("go: analyse", "go: analyze"), encoding="utf-8")
    result = compare("base", "uttaradit2", root)
    assert result.exit_code == 1
    assert f"{PROCEDURE}:11:13" in result.output


def test_without_graphviz_html_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_sources: object) -> list[layout.GraphvizAnswer]:
        raise OSError("not installed")

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(layout, "run_module", broken)
    assert compare("base", "uttaradit2", root).exit_code == 0
    result = compare("base", "uttaradit2", root, "--format", "html")
    assert result.exit_code == 1
    assert "graphviz.org/download" in result.output
