"""``khumue check``: formats, exit codes, and what it says about wrong usage."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.support import MINIMAL, SITE

Project = Callable[[Mapping[str, str | None]], Path]
PROCEDURE = "procedures/budget/expenditure-analysis.yml"
WITH_ERROR = {PROCEDURE: MINIMAL[PROCEDURE].replace("go: analyse", "go: analyze")}
WITH_WARNING = {PROCEDURE: MINIMAL[PROCEDURE].replace("และ", "เเละ", 1)}


@pytest.fixture
def project(project: Project) -> Project:
    """The same with a site, as `check` wants it."""
    return lambda changes: project({**SITE, **changes})


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def check(*arguments: str | Path) -> Result:
    return khumue("check", *arguments)


def test_a_clean_project_is_told_so(project: Project) -> None:
    result = check(project({}))
    assert (result.exit_code, result.output) == (0, "ตรวจแล้ว ไม่พบปัญหา\n")


def test_errors_end_with_1(project: Project) -> None:
    result = check(project(WITH_ERROR))
    assert result.exit_code == 1
    assert "ข้อผิดพลาด[go-to-nowhere]" in result.output
    assert f"{PROCEDURE}:11:13" in result.output


def test_warnings_end_with_0_unless_strict(project: Project) -> None:
    root = project(WITH_WARNING)
    assert check(root).exit_code == 0
    assert check(root, "--strict").exit_code == 1


def test_json_is_for_programs(project: Project) -> None:
    result = check(project(WITH_ERROR), "--format", "json")
    assert [each["rule"] for each in json.loads(result.output)["problems"]] == ["go-to-nowhere"]


def test_github_gets_annotations_and_a_job_summary(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = check(project(WITH_ERROR), "--format", "github")
    assert result.output.startswith(f"::error file={PROCEDURE},line=11,col=13,")
    assert "| go-to-nowhere |" in summary.read_text(encoding="utf-8")


def test_what_reviews_changes_is_told(project: Project) -> None:
    root = project(WITH_ERROR)
    told = json.loads(check(root, "--format", "gitlab").stdout)
    place = {"path": PROCEDURE, "lines": {"begin": 11}}
    assert ("go-to-nowhere", "critical", place) in [
        (each["check_name"], each["severity"], each["location"]) for each in told
    ]
    (run,) = json.loads(check(root, "--format", "sarif").stdout)["runs"]
    assert [each["ruleId"] for each in run["results"]] == [each["check_name"] for each in told]
    for shape in ("gitlab", "sarif"):
        assert check(root, "--format", shape).exit_code == 1


def test_what_was_mended_is_told_beside_a_format_that_has_no_place_for_it(project: Project) -> None:
    done = check(project(DAMAGED), "--fix", "--format", "gitlab")
    assert json.loads(done.stdout) == []
    assert "แก้แล้ว 2 จุด ใน 1 ไฟล์" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--edition", "khonkaen6"], "khonkaen5-2566"),
        (["--format", "xml"], "xml"),
        (["--frobnicate"], "--frobnicate"),
    ],
)
def test_wrong_usage_ends_with_2(project: Project, arguments: list[str], says: str) -> None:
    result = check(project({}), *arguments)
    assert result.exit_code == 2
    assert says in result.output


def test_a_folder_without_procedures_is_wrong_usage(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "procedures/" in result.output
    assert check(tmp_path / "nowhere").exit_code == 2


def test_an_edition_can_be_chosen(project: Project) -> None:
    assert check(project({}), "--edition", "khonkaen5-2566").exit_code == 0


def test_help_is_in_thai_and_english() -> None:
    output = check("--help").output
    assert "ตรวจทุกไฟล์" in output
    assert "Check every file" in output


def test_flowcharts_that_do_not_fit_the_procedures_are_told(project: Project) -> None:
    root = project({})
    (root / "flowcharts" / "khonkaen5-2566").mkdir(parents=True)
    result = check(root, "--format", "json")
    problems = json.loads(result.output)["problems"]
    assert result.exit_code == 0
    assert problems
    assert {(each["rule"], each["severity"]) for each in problems} == {("stale-chart", "warning")}


def test_an_edition_that_keeps_no_flowcharts_is_not_told_of_them(project: Project) -> None:
    root = project({})
    (root / "flowcharts" / "another-office").mkdir(parents=True)
    result = check(root, "--format", "json")
    assert not [each for each in json.loads(result.output)["problems"] if each["rule"] == "stale-chart"]


@pytest.mark.parametrize("attributes", [True, False], ids=["as made", "without .gitattributes"])
def test_charts_in_a_checkout_with_other_line_ends_are_up_to_date(tmp_path: Path, attributes: bool) -> None:
    made, clone = tmp_path / "made", tmp_path / "clone"
    assert khumue("init", str(made), "--edition", "office").exit_code == 0
    if not attributes:
        (made / ".gitattributes").unlink()
    assert khumue("draw", str(made)).exit_code == 0
    name = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
    for command in (["init", "-q"], ["add", "."], [*name, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(made), *command], check=True)
    subprocess.run(["git", "clone", "-q", "-c", "core.autocrlf=true", str(made), str(clone)], check=True)
    chart = next((clone / "flowcharts").rglob("*.svg"))
    assert (b"\r\n" in chart.read_bytes()) is not attributes
    assert khumue("check", "--strict", str(clone)).exit_code == 0
    before = chart.read_bytes()
    assert khumue("draw", str(clone)).exit_code == 0
    assert chart.read_bytes() == before


DAMAGED = {PROCEDURE: MINIMAL[PROCEDURE].replace("งาน", "ง\u200bาน", 1).replace("และ", "เเละ", 1)}


def test_what_can_be_mended_is_said(project: Project) -> None:
    assert "2 จุดที่แก้ได้แน่นอน" in check(project(DAMAGED)).output


def test_fix_mends_tells_each_and_checks_again(project: Project) -> None:
    root = project(DAMAGED)
    result = check(root, "--fix", "--strict")
    assert result.exit_code == 0
    assert f"{PROCEDURE}:1:9: แก้ “ง⟨U+200B⟩าน" in result.output
    assert "เเละ" in result.output
    assert "แก้แล้ว 2 จุด ใน 1 ไฟล์" in result.output
    assert result.output.endswith("ตรวจแล้ว ไม่พบปัญหา\n")
    assert (root / PROCEDURE).read_bytes() == MINIMAL[PROCEDURE].encode()
    assert check(root, "--fix").output == "ตรวจแล้ว ไม่พบปัญหา\n"


def test_fix_leaves_what_is_not_sure(project: Project) -> None:
    root = project({PROCEDURE: MINIMAL[PROCEDURE].replace("งาน", "ง\ufffdาน", 1)})
    before = (root / PROCEDURE).read_bytes()
    result = check(root, "--fix", "--strict")
    assert result.exit_code == 1
    assert "คำเตือน[replacement-character]" in result.output
    assert (root / PROCEDURE).read_bytes() == before


def test_fix_tells_programs_and_github(project: Project) -> None:
    told = json.loads(check(project(DAMAGED), "--fix", "--format", "json").output)
    assert told["problems"] == []
    first = told["mended"][0]
    assert (first["rule"], first["line"], first["column"]) == ("invisible-character", 1, 9)
    assert json.loads(check(project({}), "--fix", "--format", "json").output)["mended"] == []
    assert "mended" not in json.loads(check(project({}), "--format", "json").output)
    notice = check(project(DAMAGED), "--fix", "--format", "github").output.split("\n")[0]
    assert notice.startswith(
        f"::notice file={PROCEDURE},line=1,col=9,endColumn=10,title=invisible-character::"
    )


def test_fix_tells_a_file_that_cannot_be_written(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    root = project(DAMAGED)
    monkeypatch.setattr(Path, "replace", full)
    result = check(root, "--fix")
    assert "No space left on device" in result.stderr
    assert (root / PROCEDURE).read_text(encoding="utf-8") == DAMAGED[PROCEDURE]


def test_a_site_that_leads_out_of_the_project_is_told(project: Project, tmp_path: Path) -> None:
    root = project({})
    (tmp_path / "www").mkdir()
    (root / "site").symlink_to(tmp_path / "www")
    problems = json.loads(check(root, "--format", "json").output)["problems"]
    assert [each["rule"] for each in problems if each["file"] == "site"] == ["bad-file-link"]
