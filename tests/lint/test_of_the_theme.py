"""What a site has of its own beside its documents, files of its theme and options of extensions, is judged too."""

import os
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL, write_project
from tests.support.projects import SITE

SETTINGS = SITE["mkdocs.yml"].replace("theme: material\n", "theme: {name: material, custom_dir: own}\n")
SCRIPT = "<script>alert(1)</script>"


def told(tmp_path: Path, settings: str, files: dict[str, str]) -> list[tuple[str, str]]:
    """The rules that tell something of a project with some settings and files, each with the file that it tells of."""
    root = write_project(tmp_path, {**MINIMAL, **SITE, "mkdocs.yml": settings, **files})
    return [(each.rule, each.location.file) for each in load_manual(root)[1]]


@pytest.mark.parametrize("name", ["khumue.js", "khumue.css", "search/worker.js"])
def test_a_theme_puts_nothing_in_the_place_of_the_products_files(name: str, tmp_path: Path) -> None:
    file = f"own/assets/khumue/{name}"
    assert told(tmp_path, SETTINGS, {file: "a{}\n"}) == [("product-address", file)]


@pytest.mark.parametrize("name", ["assets/own.css", "assets/stylesheets/more.css", "partials/copyright.html"])
def test_a_theme_may_bring_files_of_its_own(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, SETTINGS, {f"own/{name}": "\n"}) == []


@pytest.mark.parametrize(
    "options",
    [
        f"- footnotes: {{BACKLINK_TEXT: '{SCRIPT}'}}",
        f"- toc: {{permalink: '{SCRIPT}'}}",
        "- footnotes: {BACKLINK_TEXT: '<img src=x onerror=alert(1)>'}",
        f"- pymdownx.tilde\n  - smarty: {{substitutions: {{ndash: '{SCRIPT}'}}}}",
    ],
)
def test_extensions_write_nothing_into_pages_that_acts(options: str, tmp_path: Path) -> None:
    settings = f"{SITE['mkdocs.yml']}markdown_extensions:\n  {options}\n"
    assert ("active-content", "mkdocs.yml") in told(tmp_path, settings, {})
    allowed = f"{MINIMAL['procedures/manual.yml']}allow: [scripts]\n"
    assert told(tmp_path, settings, {"procedures/manual.yml": allowed}) == []


def test_extensions_may_write_harmless_marks(tmp_path: Path) -> None:
    settings = f"{SITE['mkdocs.yml']}markdown_extensions:\n  - footnotes: {{BACKLINK_TEXT: '&#8617;'}}\n"
    assert told(tmp_path, settings, {}) == []


@pytest.mark.parametrize(
    "folder",
    [".", "./", ".git", "own/../.git", ".github", "docs", "procedures", "flowcharts", "procedures/budget"],
)
def test_a_theme_wears_nothing_that_is_something_else(folder: str, tmp_path: Path) -> None:
    for name in (".git", ".github", "own", "flowcharts"):
        write_project(tmp_path, {f"{name}/config": "secret"})
    settings = SETTINGS.replace("custom_dir: own", f"custom_dir: {folder}")
    assert ("site-setting", "mkdocs.yml") in told(tmp_path, settings, {})


def test_a_folder_within_the_documents_may_be_worn(tmp_path: Path) -> None:
    settings = SETTINGS.replace("custom_dir: own", "custom_dir: docs/theme")
    assert ("site-setting", "mkdocs.yml") not in told(tmp_path, settings, {"docs/theme/assets/own.css": "\n"})


@pytest.mark.parametrize("target", ["../.git/config", "../.git", "../../outside", "nowhere", "..", "."])
def test_links_in_a_theme_lead_to_no_secret_and_in_no_circle(target: str, tmp_path: Path) -> None:
    write_project(tmp_path, {".git/config": "secret", "own/a.css": ""})
    (tmp_path / "own/x").symlink_to(target)
    assert ("bad-file-link", "own/x") in told(tmp_path, SETTINGS, {})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes")
def test_a_pipe_in_a_theme_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    os.mkfifo(tmp_path / "own/main.html")
    assert ("unexpected-file", "own/main.html") in told(tmp_path, SETTINGS, {})
