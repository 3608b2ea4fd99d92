"""``khumue print``: what it prints, where, and what it says when it cannot."""

from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.document import PRINTED
from generator.paper import is_print, page_count
from generator.site.build import build_site
from tests.support.showcase import SHOWCASE_EPOCH, copy_showcase


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_showcase(tmp_path_factory.mktemp("print") / "project")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SHOWCASE_EPOCH)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["print", *map(str, arguments)])


def test_the_manual_is_printed_and_kept_while_nothing_changes(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "manual.pdf"
    first = run(out, project)
    assert first.exit_code == 0, first.output
    pdf = out.read_bytes()
    assert is_print(pdf)
    assert f"{page_count(pdf)} หน้า" in first.output
    again = run(out, project)
    assert again.exit_code == 0
    assert "จึงไม่ได้เขียนใหม่" in again.output
    assert out.read_bytes() == pdf
    thai = run("--numerals", "thai", out, project)
    assert thai.exit_code == 0
    assert out.read_bytes() != pdf


@pytest.mark.parametrize("given", ["spending-plan", "1.1"])
def test_a_procedure_by_its_id_or_number(given: str, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    assert run("-q", "--procedure", given, out, project).output == ""
    with pikepdf.open(out) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("1.1 งานจัดทำแผนใช้จ่าย")


def test_by_default_the_edition_names_the_file(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--procedure", "spending-plan", project).exit_code == 0
    (made,) = tmp_path.iterdir()
    assert made.name.endswith("-spending-plan.pdf")


def test_what_cannot_be_is_told(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 of somebody")
    (tmp_path / "folder.pdf").mkdir()
    cases: dict[tuple[str | Path, ...], tuple[str, ...]] = {
        ("--procedure", "spending-plam", tmp_path / "a.pdf", project): (
            "spending-plam",
            "--procedure spending-plan",
        ),
        ("--procedure", "nothing-like-it", tmp_path / "a.pdf", project): (
            "nothing-like-it",
            "1.1 (spending-plan)",
        ),
        ("--edition", "gone", tmp_path / "a.pdf", project): ("gone",),
        (other, project): ("other.pdf", "ไม่เขียนทับ"),
        (tmp_path / "folder.pdf", project): ("folder.pdf", "เป็นโฟลเดอร์"),
        (tmp_path / "a.txt", project): ("a.txt", ".pdf"),
        ("1.1", project): ("1.1.pdf", "--procedure 1.1"),
        (project / "docs" / "a.pdf", project): ("docs",),
        ("a.pdf", project, "b.pdf"): ("khumue print manual.pdf",),
        (tmp_path / "a.pdf", tmp_path / "nowhere"): ("nowhere",),
    }
    for arguments, expected in cases.items():
        result = run(*arguments)
        assert result.exit_code == 2, (arguments, result.output)
        assert all(part in result.output for part in expected), result.output
    assert other.read_bytes() == b"%PDF-1.7 of somebody"
    assert {each.name for each in tmp_path.iterdir()} == {"other.pdf", "folder.pdf"}


def test_a_missing_emblem_is_told_at_its_place(tmp_path: Path) -> None:
    project = copy_showcase(tmp_path / "project")
    settings = project / "procedures" / "manual.yml"
    settings.write_text(
        f"{settings.read_text('utf-8').rstrip()}\nprint:\n  emblem: images/gone.png\n", "utf-8"
    )
    line = len(settings.read_text("utf-8").splitlines())
    result = run(tmp_path / "a.pdf", project)
    assert result.exit_code == 1
    assert f"procedures/manual.yml:{line}:11" in result.output
    assert not (tmp_path / "a.pdf").exists()


def with_a_chart_for_no_page(project: Path) -> Path:
    """The showcase with a procedure whose chart fits on no page."""
    copy_showcase(project)
    (procedure,) = project.glob("procedures/*/spending-plan.yml")
    text = procedure.read_text("utf-8")
    long = "จัดทำเอกสารประกอบการพิจารณา " * 130
    procedure.write_text(
        f"{text.rstrip()}\n".replace("steps:\n", f"steps:\n  - text: {long.strip()}\n", 1), "utf-8"
    )
    return project


def test_a_chart_that_fits_on_no_page_is_told_with_its_file(tmp_path: Path) -> None:
    project = with_a_chart_for_no_page(tmp_path / "project")
    result = run("--procedure", "spending-plan", tmp_path / "a.pdf", project)
    assert result.exit_code == 1, result.output
    assert "spending-plan.yml" in result.output
    assert "ใหญ่เกินหน้ากระดาษ" in result.output
    assert not (tmp_path / "a.pdf").exists()


def test_a_site_is_built_although_a_chart_fits_on_no_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = with_a_chart_for_no_page(tmp_path / "project")
    settings = project / "procedures" / "manual.yml"
    settings.write_text(f"{settings.read_text('utf-8').rstrip()}\nprint:\n  download: offered\n", "utf-8")
    checked = CliRunner().invoke(main, ["check", str(project)])
    assert checked.exit_code == 0, checked.output
    with caplog.at_level("INFO", logger="mkdocs.plugins.khumue"):
        build_site(project, tmp_path / "site", jobs=1)
    assert (tmp_path / "site" / PRINTED).read_bytes().startswith(b"%PDF")
    assert "ใหญ่เกินหน้ากระดาษ" in caplog.text


def test_a_picture_that_is_none_is_named(tmp_path: Path) -> None:
    project = copy_showcase(tmp_path / "project")
    (project / "docs" / "images").mkdir(parents=True, exist_ok=True)
    (project / "docs" / "images" / "emblem.png").write_bytes(b"no picture")
    settings = project / "procedures" / "manual.yml"
    settings.write_text(
        f"{settings.read_text('utf-8').rstrip()}\nprint:\n  emblem: images/emblem.png\n", "utf-8"
    )
    result = run(tmp_path / "a.pdf", project)
    assert result.exit_code == 1, result.output
    assert not (tmp_path / "a.pdf").exists()
    checked = CliRunner().invoke(main, ["check", str(project)])
    line = len(settings.read_text("utf-8").splitlines())
    assert checked.exit_code == 1
    assert f"procedures/manual.yml:{line}:11" in checked.output
    assert "docs/images/emblem.png เปิดเป็นรูปไม่ได้" in checked.output
