"""``khumue draw`` and what ``khumue check`` says of charts that are out of date."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.charts import layout
from generator.cli import main
from tests.support import SITE

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_draw_writes_the_charts_and_check_finds_them_in_order(project: Project) -> None:
    root = project(SITE)
    assert run("draw", root).exit_code == 0
    drawn = sorted(path.name for path in (root / "flowcharts").rglob("*.*"))
    assert drawn == ["expenditure-analysis.gv", "expenditure-analysis.svg"]
    assert run("check", "--strict", root).exit_code == 0
    assert "0 ไฟล์" in run("draw", root).output


def test_check_warns_of_a_chart_that_is_out_of_date(project: Project) -> None:
    root = project(SITE)
    run("draw", "--quiet", root)
    procedure = root / PROCEDURE
    text = procedure.read_text(encoding="utf-8")
    procedure.write_text(text.replace("จัดทำรายงาน", "จัดทำสรุป"), encoding="utf-8")
    result = run("check", root)
    assert result.exit_code == 0
    assert "expenditure-analysis.svg" in result.output
    assert run("check", "--strict", root).exit_code == 1


def test_draw_draws_nothing_while_there_are_errors(project: Project) -> None:
    root = project({PROCEDURE: "title: ขาดอย่างอื่น\n"})
    result = run("draw", root)
    assert result.exit_code == 1
    assert PROCEDURE in result.output
    assert not (root / "flowcharts").exists()


def test_draw_says_what_to_install_when_there_is_no_graphviz(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_sources: object) -> list[layout.GraphvizAnswer]:
        raise OSError("not installed")

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(layout, "run_module", broken)
    result = run("draw", project({}))
    assert result.exit_code == 1
    assert "graphviz.org/download" in result.output
