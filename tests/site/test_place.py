"""Where a site may go, and what is in the way."""

import os
from pathlib import Path

import pytest

from generator.site.place import STYLE_SHEET, default_place, is_source, strangers
from generator.storage import OutsideError
from tests.support import write_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder of other things."""
    root = tmp_path / "home" / "manual"
    for folder in ("procedures/editions", "docs", "flowcharts", ".git", "notes"):
        (root / folder).mkdir(parents=True)
    return write_project(root, {"notes/plan.txt": "x"})


def put_site(folder: Path) -> Path:
    return write_project(folder, {"404.html": "x", STYLE_SHEET: "x"})


@pytest.mark.parametrize("name", ["site", "build/site", "../site"])
def test_nothing_is_in_the_way_where_nothing_is(root: Path, name: str) -> None:
    assert not is_source(root, root / name)
    assert strangers(root / name) == []


def test_an_empty_folder_and_an_older_site_are_not_in_the_way(root: Path) -> None:
    (root / "empty").mkdir()
    assert strangers(root / "empty") == []
    site = put_site(root / "site")
    (site / "forms.pdf").write_text("x", encoding="utf-8")
    assert strangers(site) == []


def test_what_stands_beside_the_sites_of_editions_is_in_the_way(root: Path) -> None:
    put_site(root / "site" / "nan1")
    put_site(root / "site" / "uttaradit2")
    (root / "site" / ".nojekyll").touch()
    assert strangers(root / "site") == []
    (root / "site" / "letters.docx").touch()
    (root / "site" / ".letters").touch()
    assert strangers(root / "site") == [".letters", "letters.docx"]


def test_a_site_of_another_builder_is_in_the_way(root: Path) -> None:
    write_project(root / "www", {"index.html": "x", "404.html": "x", "thesis.docx": "x"})
    assert strangers(root / "www") == ["404.html", "index.html", "thesis.docx"]


def test_what_is_no_folder_is_in_the_way(root: Path) -> None:
    os.mkfifo(root / "pipe")
    (root / "gone").symlink_to("nowhere")
    assert [strangers(root / name) for name in ("pipe", "gone")] == [["pipe"], ["gone"]]


def test_a_repository_is_always_in_the_way(root: Path) -> None:
    site = put_site(root / "pages")
    write_project(site, {".git/HEAD": "x"})
    assert strangers(site) == [".git"]
    (root / "linked").mkdir()
    (root / "linked" / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    assert strangers(root / "linked") == [".git"]
    deep = write_project(put_site(root / "deep"), {"sub/work/.git/HEAD": "x"})
    assert strangers(deep) == ["sub/work/.git"]


@pytest.mark.parametrize(
    "name", [".", "..", "../..", "procedures", "procedures/new", "docs/site", "flowcharts", ".git", "/"]
)
def test_the_project_and_what_people_write_is_a_source(root: Path, name: str) -> None:
    put_site(root / "procedures")
    assert is_source(root, root / name)


def test_a_link_in_the_place_of_the_site_is_followed_in_the_project_only(root: Path) -> None:
    (root / "built").mkdir()
    (root / "site").symlink_to("built")
    assert default_place(root) == root / "site"
    (root / "site").unlink()
    (root / "site").symlink_to(root.parent)
    with pytest.raises(OutsideError):
        default_place(root)


def test_what_a_project_keeps_for_tools_and_its_sites_dress_are_sources(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme:\n  name: material\n  custom_dir: dress\n", encoding="utf-8")
    for name in (".github", ".github/workflows", "dress", "dress/partials"):
        (tmp_path / name).mkdir()
        assert is_source(tmp_path, tmp_path / name)
    assert not is_source(tmp_path, tmp_path / "site")
