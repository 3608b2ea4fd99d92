"""``khumue build`` and ``khumue export``: what they say, where they look, how they end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main


def khumue(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_build_says_what_it_made(showcase: Path) -> None:
    result = khumue("build", showcase)
    assert result.exit_code == 0
    assert result.stdout.startswith("สร้าง 11 หน้าไว้ใน ")
    assert result.stderr == ""
    assert (showcase / "site/index.html").is_file()


def test_build_finds_the_project_from_a_folder_inside_it(showcase: Path, tmp_path: Path) -> None:
    result = khumue("build", showcase / "procedures/budget", "--site-dir", tmp_path / "elsewhere", "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "elsewhere/index.html").is_file()


def test_build_explains_mistakes_with_their_lines(showcase: Path) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    result = khumue("build", showcase)
    assert result.exit_code == 1
    assert "--> procedures/budget/audit.yml:2:8" in result.stderr
    assert "2 | owner: nobody" in result.stderr
    assert not (showcase / "site").exists()


def test_build_tells_what_mkdocs_minds(showcase: Path) -> None:
    (showcase / "docs/about/foreword.md").write_text("# คำนำ\n\n[หาย](gone.md)\n", encoding="utf-8")
    result = khumue("build", showcase)
    assert result.exit_code == 1
    assert "สร้างเว็บไซต์ไม่สำเร็จ" in result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_project_without_settings_is_told_what_it_needs(showcase: Path, command: str) -> None:
    (showcase / "mkdocs.yml").unlink()
    result = khumue(command, showcase)
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


@pytest.mark.parametrize("command", [["build"], ["serve"], ["export", "json", "out"]])
def test_a_folder_without_a_project_is_wrong_usage(tmp_path: Path, command: list[str]) -> None:
    assert khumue(*command, tmp_path).exit_code == 2


def test_an_unknown_edition_is_wrong_usage(showcase: Path) -> None:
    result = khumue("build", showcase, "--edition", "nowhere")
    assert result.exit_code == 2
    assert "sample-2566" in result.stderr


@pytest.mark.parametrize(
    ("shape", "file"), [("json", "manual.json"), ("markdown", "docs/budget/spending-plan.md")]
)
def test_export(showcase: Path, tmp_path: Path, shape: str, file: str) -> None:
    result = khumue("export", shape, tmp_path / "out", showcase)
    assert result.exit_code == 0
    assert result.stdout.startswith("เขียน ")
    assert (tmp_path / "out" / file).is_file()


def test_export_refuses_a_manual_with_mistakes(showcase: Path, tmp_path: Path) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    result = khumue("export", "json", tmp_path / "out", showcase)
    assert result.exit_code == 1
    assert "procedures/budget/audit.yml:2:8" in result.stderr
    assert not (tmp_path / "out").exists()
