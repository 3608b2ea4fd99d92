"""Errors of the program itself in a build: wherever they happen, one line and a report, and the old site whole."""

from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.failing import EXIT_UNEXPECTED
from generator.diagnostics.unexpected import REPORT, report_of
from generator.site.beside import ElsewhereError, written_beside
from generator.site.crew import Task, work
from generator.site.errors import SiteError
from generator.site.worker import nothing
from tests.cli.test_failing import PRIVATE, LostError, fail
from tests.site.test_build import digests


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_old_site_stays_whole(
    showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    assert CliRunner().invoke(main, ["build", str(showcase), "-q"]).exit_code == 0
    before = digests(showcase / "site")
    monkeypatch.setattr("generator.document.procedure_page.procedure_document", fail)
    monkeypatch.setattr("generator.site.page_crew.Making.pages", fail)
    monkeypatch.setattr("generator.site.content.SiteContent.page", fail)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", str(showcase), "-q", "--jobs", jobs])
    assert result.exit_code == EXIT_UNEXPECTED
    assert len(result.stderr.splitlines()) == 1
    assert digests(showcase / "site") == before
    assert list(showcase.glob(".khumue-*")) == []
    assert "LostError" in (tmp_path / REPORT).read_text(encoding="utf-8")


def test_files_beside_the_pages_that_fail_are_told_alike(
    showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.site.composing.written_files", fail)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", str(showcase), "-q"])
    assert result.exit_code == EXIT_UNEXPECTED
    report = (tmp_path / REPORT).read_text(encoding="utf-8")
    assert "LostError" in report
    assert PRIVATE not in report


@pytest.mark.parametrize("start", ["spawn", "fork"])
def test_other_processes_tell_where_they_failed(start: Literal["spawn", "fork"]) -> None:
    with closing(work([Task("ก", fail)], 1, nothing, start)) as results, pytest.raises(LostError) as caught:
        next(results)
    report = report_of(caught.value, "build")
    assert "LostError" in report
    assert "generator.site.crew:" in report
    assert PRIVATE not in report


def test_a_process_beside_tells_where_it_failed(tmp_path: Path) -> None:
    with pytest.raises(ElsewhereError) as caught, written_beside(fail, tmp_path, is_split=True):
        pass
    report = report_of(caught.value, "build")
    assert "ElsewhereError LostError" in report
    assert "generator.site.beside:" in report
    assert PRIVATE not in report
    assert str(Path.home()) not in report


def test_a_process_beside_says_what_may_be_expected(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with (
        pytest.raises(SiteError, match="taken"),
        written_beside(lambda: iter([("a.txt", "ก")]), tmp_path / "taken", is_split=True),
    ):
        pass
