"""Where a site may go."""

from pathlib import Path

import pytest

from generator.site.place import may_hold_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder of other things."""
    root = tmp_path / "home" / "manual"
    for folder in ("procedures/editions", "docs", "flowcharts", ".git", "notes"):
        (root / folder).mkdir(parents=True)
    (root / "notes" / "plan.txt").write_text("x", encoding="utf-8")
    return root


def put_site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "404.html").write_text("x", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["site", "build/site", "../site"])
def test_a_new_folder_may(root: Path, name: str) -> None:
    assert may_hold_site(root, root / name)


def test_an_empty_folder_and_an_older_site_may(root: Path) -> None:
    (root / "empty").mkdir()
    assert may_hold_site(root, root / "empty")
    site = put_site(root / "site")
    (site / "forms.pdf").write_text("x", encoding="utf-8")
    assert may_hold_site(root, site)


def test_a_folder_of_nothing_but_sites_of_editions_may(root: Path) -> None:
    put_site(root / "site" / "nan1")
    put_site(root / "site" / "uttaradit2")
    (root / "site" / ".nojekyll").touch()
    assert may_hold_site(root, root / "site")
    (root / "site" / "letters.docx").touch()
    assert not may_hold_site(root, root / "site")


@pytest.mark.parametrize(
    "name",
    [".", "..", "../..", "procedures", "procedures/new", "docs/site", "flowcharts", ".git", "notes", "/"],
)
def test_the_project_and_what_is_no_site_may_not(root: Path, name: str) -> None:
    assert not may_hold_site(root, root / name)


def test_the_sources_may_not_even_when_they_look_like_a_site(root: Path) -> None:
    (root / "procedures" / "index.html").touch()
    (root / "index.html").touch()
    assert not may_hold_site(root, root / "procedures")
    assert not may_hold_site(root, root)
