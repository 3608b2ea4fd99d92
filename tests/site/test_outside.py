"""What commands do to files that are not the manual's: nothing, whatever a proposed change or a slip leads them to."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.assembly import edition_ids
from generator.cli import main
from generator.lint import author_reference
from tests.site.offices import write_small_offices
from tests.site.test_build import digests
from tests.support import write_project
from tests.support.building import without_processes

HIDDEN = "OFFICE_TOKEN=abc123"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is none of the manual's business."""
    return write_project(
        tmp_path / "outside",
        {"env.txt": HIDDEN, "mine.svg": "<svg/>", "mine.gv": "graph {}", "www/thesis.docx": "x"},
    )


def khumue(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def texts_of(folder: Path) -> str:
    """Everything that stands in a folder's files."""
    return "".join(
        path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize(
    "link", ["docs/about/env.txt", "docs/about/env.md", "docs/editions", "docs/knowledge/env.txt"]
)
def test_a_link_out_of_the_documents_is_not_published(
    showcase: Path, outside: Path, link: str, tmp_path: Path
) -> None:
    (showcase / link).symlink_to(outside / "env.txt" if "env" in link else outside)
    built = khumue("build", showcase, "--quiet")
    assert built.exit_code == 1
    assert link.rpartition("/")[2] in built.stderr
    assert not (showcase / "site").exists()
    khumue("export", "markdown", tmp_path / "export", showcase, "--quiet")
    assert HIDDEN not in texts_of(tmp_path / "export")


def test_draw_touches_nothing_behind_a_link(showcase: Path, outside: Path) -> None:
    before = digests(outside)
    assert khumue("draw", showcase, "--quiet").exit_code == 0
    chart = next(iter(sorted((showcase / "flowcharts").rglob("*.svg"))))
    chart.unlink()
    chart.symlink_to(outside / "mine.svg")
    (showcase / "flowcharts/gone").symlink_to(outside)
    checked = khumue("check", showcase)
    assert checked.exit_code == 1
    for options in ((), ("--edition", edition_ids(showcase)[0])):
        drawn = khumue("draw", showcase, *options)
        assert drawn.exit_code == 1
        assert chart.name in drawn.stderr
        assert "flowcharts/gone" in drawn.stderr
    linked = chart.relative_to(showcase).as_posix()
    assert f"--> {linked}:1:1" in checked.stdout
    assert "--> flowcharts/gone:1:1" in checked.stdout
    assert digests(outside) == before


def test_draw_leaves_pictures_alone_that_it_did_not_draw(showcase: Path) -> None:
    write_project(showcase, {"flowcharts/office/photo.svg": "<svg/>", "flowcharts/gone/notes.gv": "graph {}"})
    assert khumue("draw", showcase, "--quiet").exit_code == 0
    assert (showcase / "flowcharts/office/photo.svg").is_file()
    assert (showcase / "flowcharts/gone/notes.gv").is_file()


def test_a_linked_site_folder_is_refused_unless_it_is_named(showcase: Path, outside: Path) -> None:
    (showcase / "site").symlink_to(outside / "www")
    before = digests(outside)
    result = khumue("build", showcase)
    assert result.exit_code == 2
    assert "--site-dir" in result.stderr
    assert digests(outside) == before


def test_a_folder_that_is_no_site_is_named_and_refused(showcase: Path, tmp_path: Path) -> None:
    www = write_project(tmp_path / "www", {"index.html": "x", "thesis.docx": "x"})
    result = khumue("build", showcase, "--site-dir", www)
    assert result.exit_code == 2
    assert "index.html, thesis.docx" in result.stderr
    assert sorted(path.name for path in www.iterdir()) == ["index.html", "thesis.docx"]
    assert khumue("build", showcase, "--site-dir", www, "--force", "--quiet").exit_code == 0
    assert not (www / "thesis.docx").exists()
    assert khumue("build", showcase, "--site-dir", www, "--quiet").exit_code == 0


@pytest.mark.parametrize("option", [(), ("--force",)])
def test_a_repository_is_never_replaced(showcase: Path, tmp_path: Path, option: tuple[str, ...]) -> None:
    pages = write_project(tmp_path / "pages", {".git/HEAD": "ref: refs/heads/gh-pages"})
    result = khumue("build", showcase, "--site-dir", pages, *option)
    assert result.exit_code == 2
    assert ".git" in result.stderr
    assert (pages / ".git/HEAD").is_file()


@pytest.mark.parametrize("shape", ["json", "markdown"])
def test_an_export_goes_where_nothing_else_is(showcase: Path, tmp_path: Path, shape: str) -> None:
    target = write_project(tmp_path / "target", {"docs/index.md": "mine", "manual.json": "mine"})
    refused = khumue("export", shape, target, showcase)
    assert refused.exit_code == 2
    assert "docs, manual.json" in refused.stderr
    assert (target / "docs/index.md").read_text(encoding="utf-8") == "mine"
    assert khumue("export", shape, target, showcase, "--force", "--quiet").exit_code == 0
    assert khumue("export", shape, target, showcase, "--quiet").exit_code == 0


@pytest.mark.parametrize(
    "command", [("build", "--force", "--site-dir"), ("export", "markdown"), ("export", "json")]
)
@pytest.mark.parametrize("folder", [".", "..", "docs", "procedures/new", "flowcharts"])
def test_no_command_writes_over_the_manual(showcase: Path, command: tuple[str, ...], folder: str) -> None:
    before = digests(showcase)
    options = () if command[0] == "build" else ("--force",)
    result = khumue(*command, showcase / folder, showcase, *options)
    assert result.exit_code == 2
    assert "โฟลเดอร์ของคู่มือ" in result.stderr
    assert digests(showcase) == before


def test_a_folder_of_the_theme_brings_nothing_from_outside(showcase: Path, outside: Path) -> None:
    settings = showcase / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  custom_dir: ours\n"), encoding="utf-8"
    )
    write_project(showcase, {"ours/own.txt": "own"})
    assert khumue("check", showcase).exit_code == 0
    (showcase / "ours" / "partials").mkdir()
    (showcase / "ours" / "partials" / "header.html").symlink_to(outside / "env.txt")
    checked, built = khumue("check", showcase), khumue("build", showcase, "--quiet")
    assert (checked.exit_code, built.exit_code) == (1, 1)
    assert "--> ours/partials/header.html:1:1" in checked.stdout
    assert "--> ours/partials/header.html:1:1" in built.stderr
    assert not (showcase / "site").exists()


def test_settings_from_outside_are_not_read(showcase: Path, outside: Path) -> None:
    (showcase / "mkdocs.yml").replace(outside / "mkdocs.yml")
    (showcase / "mkdocs.yml").symlink_to(outside / "mkdocs.yml")
    for command in ("check", "build"):
        result = khumue(command, showcase)
        assert result.exit_code == 1
        assert "--> mkdocs.yml:1:1" in result.output


@pytest.mark.parametrize("option", [(), ("--force",)])
def test_a_repository_deep_in_an_older_site_is_never_replaced(
    showcase: Path, option: tuple[str, ...]
) -> None:
    assert khumue("build", showcase, "--quiet").exit_code == 0
    write_project(showcase / "site", {"sub/.git/HEAD": "ref: refs/heads/main"})
    result = khumue("build", showcase, *option)
    assert result.exit_code == 2
    assert "sub" in result.stderr
    assert (showcase / "site/sub/.git/HEAD").is_file()


def test_what_somebody_put_into_a_site_stays(showcase: Path) -> None:
    assert khumue("build", showcase, "--quiet").exit_code == 0
    assert khumue("build", showcase, "--quiet").exit_code == 0, "its own files are no strangers"
    strangers = ("thesis.docx", "budget/notes.md", "assets/khumue/own.css")
    for name in strangers:
        (showcase / "site" / name).write_text("x", encoding="utf-8")
        refused = khumue("build", showcase, "--quiet")
        assert refused.exit_code == 2
        assert name in refused.stderr
        assert (showcase / "site" / name).read_text(encoding="utf-8") == "x"
        (showcase / "site" / name).unlink()
    for name in strangers:
        (showcase / "site" / name).write_text("x", encoding="utf-8")
    assert khumue("build", showcase, "--quiet", "--force").exit_code == 0
    assert not any((showcase / "site" / name).exists() for name in strangers)
    (showcase / "docs/about/later.md").write_text("# มาทีหลัง\n", encoding="utf-8")
    assert khumue("build", showcase, "--quiet").exit_code == 0
    (showcase / "docs/about/later.md").unlink()
    assert khumue("build", showcase, "--quiet").exit_code == 0
    assert not (showcase / "site/about/later").exists(), "what a build made goes with its page"


def test_what_somebody_put_into_the_site_of_an_office_stays(tmp_path: Path) -> None:
    root = write_small_offices(tmp_path / "offices")
    office = edition_ids(root)[0]
    with without_processes():
        assert khumue("build", root, "--quiet").exit_code == 0
        for name in ("thesis.docx", f"{office}/thesis.docx"):
            (root / "site" / name).write_text("x", encoding="utf-8")
            for options in ((), ("--portal",), ("--shard", "1/1")):
                refused = khumue("build", root, "--quiet", *options)
                assert refused.exit_code == 2
                assert name in refused.stderr
            (root / "site" / name).unlink()
        assert khumue("build", root, "--quiet", "--shard", "1/1").exit_code == 0
        assert khumue("build", root, "--quiet", "--portal").exit_code == 0


@pytest.mark.parametrize("shape", ["text", "json", "html"])
def test_a_comparison_replaces_nothing_but_an_older_one(tmp_path: Path, shape: str) -> None:
    root, target = write_small_offices(tmp_path / "offices"), tmp_path / "report"
    one, other = edition_ids(root)[:2]
    command = ("compare", one, other, root, "--format", shape, "-o", target)
    assert khumue(*command).exit_code == 0
    older = target.read_bytes()
    assert khumue(*command).exit_code == 0
    assert target.read_bytes() == older
    for mine in (b"", b"mine", older[1:]):
        target.write_bytes(mine)
        assert khumue(*command).exit_code == 2
        assert target.read_bytes() == mine


def test_an_export_replaces_nothing_but_what_exports_wrote(showcase: Path, tmp_path: Path) -> None:
    target = tmp_path / "export"
    assert khumue("export", "json", target, showcase, "--quiet").exit_code == 0
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    assert khumue("export", "json", target, showcase, "--quiet").exit_code == 0
    page = next(each for each in (showcase / "docs/about").iterdir()).name
    mine = target / "docs/about" / page
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    refused = khumue("export", "markdown", target, showcase, "--quiet")
    assert refused.exit_code == 2
    assert page in refused.stderr
    assert mine.read_text(encoding="utf-8") == "mine"
    assert khumue("export", "markdown", target, showcase, "--quiet", "--force").exit_code == 0
    assert (target / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_the_reference_replaces_nothing_but_an_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made once, as it takes long and is the same each time."""
    text, target = author_reference(is_alone=True), tmp_path / "reference.md"
    monkeypatch.setattr("generator.lint.author_reference", lambda **_: text)
    assert khumue("reference", "-o", target).exit_code == 0
    assert khumue("reference", "-o", target).exit_code == 0
    target.write_text("mine", encoding="utf-8")
    assert khumue("reference", "-o", target).exit_code == 2
    assert target.read_text(encoding="utf-8") == "mine"
