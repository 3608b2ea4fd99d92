"""``khumue build`` and ``khumue export``: what they say, where they look, how they end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.site.offices import write_offices, write_small_offices
from tests.support.building import without_processes


def khumue(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_build_says_what_it_made(showcase: Path) -> None:
    result = khumue("build", showcase)
    assert result.exit_code == 0
    assert result.stdout.startswith("สร้าง 37 หน้าไว้ใน ")
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
    page = "# คำนำ\n\n[หาย](../budget/spending-plan.md#step-gone)\n"
    (showcase / "docs/about/foreword.md").write_text(page, encoding="utf-8")
    result = khumue("build", showcase)
    assert result.exit_code == 1
    assert "สร้างเว็บไซต์ไม่สำเร็จ" in result.stderr


def test_build_tells_of_a_place_that_cannot_be_written(showcase: Path) -> None:
    result = khumue("build", showcase, "--site-dir", showcase / "mkdocs.yml/site")
    assert result.exit_code == 1
    assert "สร้างเว็บไซต์ไม่สำเร็จ" in result.stderr


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_project_without_settings_is_told_what_it_needs(showcase: Path, command: str) -> None:
    (showcase / "mkdocs.yml").unlink()
    result = khumue(command, showcase)
    assert result.exit_code == 1
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


@pytest.mark.parametrize(
    "command",
    [["draw"], ["export", "json", "{taken}/out"], ["compare", "base", "second", "-o", "{taken}/out"]],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, command: list[str]) -> None:
    root = write_offices(tmp_path / "offices")
    for name in ("flowcharts", "taken"):
        (root / name).write_text("ไฟล์", encoding="utf-8")
    arguments = [each.format(taken=root / "taken") for each in command]
    result = khumue(*arguments, root)
    assert result.exit_code == 1
    assert "could not be written" in result.stderr


def test_export_refuses_a_manual_with_mistakes(showcase: Path, tmp_path: Path) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    result = khumue("export", "json", tmp_path / "out", showcase)
    assert result.exit_code == 1
    assert "procedures/budget/audit.yml:2:8" in result.stderr
    assert not (tmp_path / "out").exists()


def test_build_makes_all_sites_of_a_manual_for_many_offices(tmp_path: Path) -> None:
    offices = write_small_offices(tmp_path / "offices")
    with without_processes():
        result = khumue("build", offices)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("สร้าง 3 ฉบับ รวม ")
    folders = {path.name for path in (offices / "site").iterdir() if path.is_dir()}
    assert folders > {"sample-2566", "second", "third"}


def test_one_edition_alone_stands_at_the_root_of_its_own_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address of this machine, which stands in mkdocs.yml for previews, gives way to the edition's own."""
    offices = write_offices(tmp_path / "offices")
    monkeypatch.setenv("KHUMUE_SITE_URL", "http://127.0.0.1:8000/")
    assert khumue("build", offices, "--edition", "third").exit_code == 0
    page = (offices / "site/budget/audit/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://third.example/plan/budget/audit/">' in page
    monkeypatch.setenv("KHUMUE_SITE_URL", "https://trial.example/")
    assert khumue("build", offices, "--edition", "third").exit_code == 0
    page = (offices / "site/budget/audit/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://trial.example/budget/audit/">' in page


def test_settings_that_name_an_edition_make_its_site_alone(tmp_path: Path) -> None:
    settings = write_offices(tmp_path / "offices") / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - procedures\n", "  - procedures: {edition: third}\n"), encoding="utf-8"
    )
    result = khumue("build", settings.parent)
    assert result.exit_code == 0
    assert (settings.parent / "site/budget/audit/index.html").is_file()
    assert not (settings.parent / "site/second").exists()


def test_shares_leave_what_is_not_theirs(tmp_path: Path) -> None:
    offices = write_small_offices(tmp_path / "offices")
    with without_processes():
        assert khumue("build", offices, "--shard", "2/3", "--quiet").exit_code == 0
    assert [path.name for path in (offices / "site").iterdir()] == ["second"]
    with without_processes():
        assert khumue("build", offices, "--portal", "--quiet").exit_code == 0
    assert (offices / "site/index.html").is_file()
    assert (offices / "site/second/index.html").is_file()
    assert not (offices / "site/sample-2566").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--shard", "0/3"], "3/10"),
        (["--shard", "4/3"], "3/10"),
        (["--shard", "third"], "3/10"),
        (["--shard", "1/3", "--portal"], "--portal"),
        (["--edition", "sample-2566", "--portal"], "--portal"),
        (["--edition", "sample-2566", "--shard", "1/3"], "--shard"),
        (["--jobs", "0"], "--jobs"),
        (["--jobs", "999999"], "--jobs"),
        (["--jobs", "99999999999999999999"], "--jobs"),
    ],
)
def test_a_contradictory_choice_of_sites_is_wrong_usage(
    showcase: Path, options: list[str], said: str
) -> None:
    result = khumue("build", showcase, *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (showcase / "site").exists()


def test_the_mistake_of_one_office_stops_neither_the_site_nor_the_papers_of_another(
    tmp_path: Path,
) -> None:
    offices = write_small_offices(tmp_path / "project")
    (offices / "procedures/editions/third.yml").write_text("office: [\n", encoding="utf-8")
    for command in (
        ["build", "--edition", "second", "--site-dir", tmp_path / "site"],
        ["export", "json", tmp_path / "data", "--edition", "second"],
        ["draw", "--edition", "second"],
        ["compare", "base", "second"],
    ):
        result = khumue(*command, offices)
        assert result.exit_code == 0, result.output
    assert (tmp_path / "site/index.html").is_file()
    assert not (tmp_path / "site/problems").exists()
    for command in (["build"], ["check"], ["compare", "base", "third"]):
        result = khumue(*command, offices)
        assert result.exit_code == 1
        assert "procedures/editions/third.yml:1:9" in result.output


NO_ADDRESSES = [
    *(
        "127.0.0.1:99999",
        "127.0.0.1:-1",
        "127.0.0.1:0",
        "foo",
        ":8000",
        "127.0.0.1:",
        "no-such-host.invalid:8001",
    ),
    *(f"{'a' * 300}:8001", "127.0.0.256:8001", "ก:8001", "\0:8001"),
]


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_serve_says_what_an_address_is(showcase: Path, address: str) -> None:
    result = khumue("serve", showcase, "--address", address)
    assert (result.exit_code, "--address" in result.stderr) == (2, True)
