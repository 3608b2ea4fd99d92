"""``khumue export`` of one file: what is refused, in words that lead on, and what is never lost."""

import io
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from generator.cli.common import TEXTS
from generator.writers.office_export import FILE_EXPORTS, WORD_FORMS
from tests.support.moving import khumue
from tests.support.showcase import copy_showcase
from tests.support.word import WordFile

SHAPES = tuple(FILE_EXPORTS)


@pytest.fixture
def showcase(tmp_path: Path) -> Path:
    """A project of one edition."""
    return copy_showcase(tmp_path / "project")


def _changed(content: bytes) -> bytes:
    """A file as another program saves it: who changed it last is somebody else."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(written, "w") as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), before.read(name).replace(b"khumue</cp:last", b"somebody</cp:last"))
    return written.getvalue()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_is_written_and_told(showcase: Path, tmp_path: Path, shape: str) -> None:
    file = tmp_path / "new" / f"manual.{shape}"
    done = khumue("export", shape, file, showcase)
    assert (done.exit_code, done.stderr) == (0, "")
    assert str(file) in done.stdout
    first = file.read_bytes()
    assert first.startswith(b"PK")
    assert khumue("export", shape, file, showcase, "--quiet").output == ""
    assert file.read_bytes() == first


@pytest.mark.parametrize("shape", SHAPES)
def test_what_somebody_wrote_stays(showcase: Path, tmp_path: Path, shape: str) -> None:
    file = tmp_path / f"manual.{shape}"
    assert khumue("export", shape, file, showcase).exit_code == 0
    for mine in (b"", b"mine", _changed(file.read_bytes())):
        file.write_bytes(mine)
        refused = khumue("export", shape, file, showcase)
        assert refused.exit_code == 2
        assert "--force" in refused.stderr
        assert file.read_bytes() == mine
    assert khumue("export", shape, file, showcase, "--force").exit_code == 0
    assert khumue("export", shape, file, showcase).exit_code == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_a_folder_or_another_name_is_told_with_one_that_works(
    showcase: Path, tmp_path: Path, shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    for given, meant in (
        ("out", f"out/manual.{shape}"),
        ("book", f"book.{shape}"),
        ("a.pdf", f"a.{shape}"),
        (".", f"manual.{shape}"),
    ):
        refused = khumue("export", shape, given, showcase)
        assert refused.exit_code == 2
        assert f"เช่น {meant}\n" in refused.stderr
        assert khumue("export", shape, meant, showcase).exit_code == 0
        (tmp_path / meant).unlink()
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_sources_of_the_manual_are_no_place(showcase: Path, shape: str) -> None:
    before = sorted(showcase.rglob("*"))
    for place in ("docs", "procedures/budget", "flowcharts", ".git"):
        refused = khumue("export", shape, showcase / place / f"manual.{shape}", showcase, "--force")
        assert refused.exit_code == 2
        assert f"เช่น manual.{shape}\n" in refused.stderr
    assert sorted(showcase.rglob("*")) == before


@pytest.mark.parametrize("shape", SHAPES)
def test_an_edition_that_is_not_there_is_told(showcase: Path, tmp_path: Path, shape: str) -> None:
    file = tmp_path / f"manual.{shape}"
    refused = khumue("export", shape, file, showcase, "--edition", "nowhere")
    assert refused.exit_code == 2
    assert "sample-2566" in refused.stderr
    assert not file.exists()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_manual_with_mistakes_is_not_written(showcase: Path, tmp_path: Path, shape: str) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    file = tmp_path / f"manual.{shape}"
    refused = khumue("export", shape, file, showcase)
    assert refused.exit_code == 1
    assert "procedures/budget/audit.yml:2:8" in refused.stderr
    assert not file.exists()


def test_shapes_of_whole_manuals_take_no_procedure(showcase: Path, tmp_path: Path) -> None:
    for shape in ("json", "markdown", "xlsx"):
        refused = khumue("export", shape, tmp_path / f"m.{shape}", showcase, "--procedure", "spending-plan")
        assert refused.exit_code == 2
        assert "docx" in refused.stderr


def test_a_file_is_no_folder(showcase: Path, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    refused = khumue("export", "json", file, showcase, "--force")
    assert refused.exit_code == 2
    assert "ให้บอกชื่อโฟลเดอร์" in refused.stderr
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("given", ["spending-plam", "งานจัดทำแผนใช้จ่าย"])
def test_a_procedure_that_is_not_there_is_told_with_the_one_that_was_meant(
    showcase: Path, tmp_path: Path, given: str
) -> None:
    file = tmp_path / "one.docx"
    refused = khumue("export", "docx", file, showcase, "--procedure", "audit", "--procedure", given)
    assert refused.exit_code == 2
    assert f"ไม่มีงาน “{given}” ในฉบับ sample-2566" in refused.stderr
    assert "--procedure spending-plan" in refused.stderr
    assert not file.exists()
    for works in ("spending-plan", "1.1"):
        assert khumue("export", "docx", file, showcase, "--procedure", works).exit_code == 0


def test_a_procedure_like_no_other_is_told_with_those_that_there_are(showcase: Path, tmp_path: Path) -> None:
    refused = khumue("export", "docx", tmp_path / "one.docx", showcase, "--procedure", "zzz")
    assert refused.exit_code == 2
    assert "ถ้าหมายถึง" not in refused.stderr
    assert "spending-plan" in refused.stderr


def test_only_the_procedures_that_were_asked_for_are_in_it(showcase: Path, tmp_path: Path) -> None:
    whole, one = tmp_path / "whole.docx", tmp_path / "one.docx"
    assert khumue("export", "docx", whole, showcase).exit_code == 0
    assert khumue("export", "docx", one, showcase, "--procedure", "spending-plan").exit_code == 0
    headings = [WordFile(each.read_bytes()).styled("Heading3") for each in (whole, one)]
    assert set(headings[1]) < set(headings[0])
    assert len(headings[1]) == 1


def test_the_form_with_the_chart_inside_a_table_is_written_for_word(showcase: Path, tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    done = khumue("export", "docx", file, showcase, "--form", "work-standard", "--procedure", "1.1")
    assert done.exit_code == 0
    assert str(file) in done.stdout
    written = WordFile(file.read_bytes())
    assert len(written.styled("Heading1")) == 1
    assert set(written.values("pgSz", "orient")) == {"landscape"}


def test_a_form_that_is_none_or_goes_with_another_shape_is_refused(showcase: Path, tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    for shape, form in (("docx", "work-standart"), ("xlsx", "work-standard"), ("json", "work-standard")):
        refused = khumue("export", shape, file, showcase, "--form", form)
        assert refused.exit_code == 2
        assert "work-standard" in refused.stderr
        assert not file.exists()


def test_a_form_that_no_procedure_fills_is_told_with_the_field(showcase: Path, tmp_path: Path) -> None:
    file = tmp_path / "form.docx"
    (showcase / "procedures/budget/audit.yml").write_text("title: งานไม่มีขั้นตอน\n", encoding="utf-8")
    refused = khumue("export", "docx", file, showcase, "--form", "work-standard", "--procedure", "audit")
    assert refused.exit_code == 1
    assert "steps" in refused.stderr
    assert not file.exists()


def test_the_command_knows_each_form_for_word() -> None:
    assert set(TEXTS["export"]["forms"]) == set(WORD_FORMS)
    assert all(f"docx-{form}" in TEXTS["export"]["done_files"] for form in WORD_FORMS)
