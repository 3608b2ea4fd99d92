"""Items of knowledge on a site: one page for each file, its pictures beside it, an edition's own only there."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.site.build import build_site
from generator.site.errors import ContentError
from generator.thai import without_borders
from tests.support.projects import MINIMAL, write_project
from tests.support.sharing import SharedRun
from tests.support.visible import visible_text

EDITION = "procedures/editions/khonkaen5-2566.yml"
PROCEDURE = "expenditure-analysis"
SETTINGS = """\
site_name: คู่มือ
site_url: https://a.example/
repo_url: https://git.example/office/manual
edit_uri: edit/main/docs/
theme: {name: material, font: false, features: [content.action.edit]}
plugins: [search, thai_search, procedures]
markdown_extensions: [attr_list]
"""


def item(title: str, body: str = "เนื้อหา", procedures: str = "[]") -> str:
    """The file of an item."""
    return f"---\ntitle: {title}\nkind: lesson\nprocedures: {procedures}\ndate: 2568\n---\n\n{body}\n"


FILES = {
    **MINIMAL,
    "mkdocs.yml": SETTINGS,
    "procedures/editions/other.yml": MINIMAL[EDITION],
    "docs/about/foreword.md": "# คำนำ\n",
    "docs/knowledge/shared.md": item("เรื่องร่วม", "[คำนำ](../about/foreword.md) ![รูป](way.svg) <b>ก</b>"),
    "docs/knowledge/way.svg": "<svg/>",
    "docs/editions/other/knowledge/own.md": item("เรื่องเฉพาะ", procedures=f"[{PROCEDURE}]"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two editions, one of which has an item of its own."""
    return write_project(tmp_path / "project", FILES)


@pytest.fixture(scope="session")
def first(shared_run: SharedRun) -> Path:
    """The site of the edition without an item of its own; tests only read it."""
    return _shared(shared_run, "khonkaen5-2566")


@pytest.fixture(scope="session")
def other(shared_run: SharedRun) -> Path:
    """The site of the edition that has an item of its own; tests only read it."""
    return _shared(shared_run, "other")


def _shared(shared_run: SharedRun, edition: str) -> Path:
    return shared_run.folder_of(
        f"knowledge-{edition}",
        lambda site: build_site(write_project(site.with_name("project"), FILES), site, edition),
    )


def built(project: Path, edition: str, strict: bool = True) -> Path:
    """The site of an edition of a project that a test has changed."""
    site = project.parent / edition
    build_site(project, site, edition, strict=strict)
    return site


def read(page: Path) -> str:
    """The HTML of a page."""
    return (page / "index.html").read_text(encoding="utf-8")


def test_an_item_is_one_page_made_of_its_file(first: Path) -> None:
    page = read(first / "knowledge/shared")
    assert visible_text(page).count("title: เรื่องร่วม") == 0
    assert '<p><a href="../../about/foreword/"><span class="word">คำนำ</span></a>' in page
    assert re.search(r'<img [^>]*src="\.\./way\.svg"', page)
    assert "<b>ก</b>" in visible_text(page)
    assert "<b>ก</b>" not in page
    assert 'href="https://git.example/office/manual/edit/main/docs/knowledge/shared.md"' in page


def test_pictures_stand_where_items_show_them(first: Path) -> None:
    assert (first / "knowledge/way.svg").read_text(encoding="utf-8") == "<svg/>"


def test_an_editions_own_item_is_only_there(first: Path, other: Path) -> None:
    assert 'edit/main/docs/editions/other/knowledge/own.md"' in read(other / "knowledge/own")
    assert "เรื่องเฉพาะ" in visible_text(read(next(other.rglob(PROCEDURE))))
    assert not list(first.rglob("own*"))
    assert "เรื่องเฉพาะ" not in visible_text(read(next(first.rglob(PROCEDURE))))
    assert [path for path in other.rglob("*") if path.parent.name == "editions"] == []


def test_the_markdown_beside_a_page_is_the_one_that_was_made(first: Path) -> None:
    text = (first / "knowledge/shared.md").read_text(encoding="utf-8")
    assert text.startswith("# เรื่องร่วม\n")


def test_every_page_names_the_feed(first: Path) -> None:
    for folder, address in (("about/foreword", "../../knowledge/feed.xml"), ("knowledge", "feed.xml")):
        assert f'type="application/atom+xml" href="{address}" title="ความรู้จากการทำงาน"' in read(
            first / folder
        )
    feed = (first / "knowledge/feed.xml").read_text(encoding="utf-8")
    assert 'href="https://a.example/knowledge/shared/"' in feed


def test_an_item_is_found_once_and_as_knowledge(other: Path) -> None:
    index = json.loads((other / "search/search_index.json").read_text(encoding="utf-8"))
    found = [
        entry
        for entry in index["docs"]
        if "เรื่องเฉพาะ" in without_borders(unescape(json.dumps(entry, ensure_ascii=False)))
    ]
    assert [(entry["location"], entry["kind"]) for entry in found] == [("knowledge/own/", "ความรู้")]


def test_a_project_without_knowledge_has_no_trace_of_it(project: Path) -> None:
    for name in FILES:
        if "knowledge" in name:
            (project / name).unlink()
    site = built(project, "khonkaen5-2566")
    assert not (site / "knowledge").exists()
    assert "knowledge/" not in read(site)


def test_a_broken_item_fails_a_build_and_shows_its_mistake_in_a_preview(project: Path) -> None:
    (project / "docs/knowledge/shared.md").write_text(
        "---\ntitle: ก\nkind: leson\n---\nข\n", encoding="utf-8"
    )
    with pytest.raises(ContentError):
        built(project, "khonkaen5-2566")
    seen = visible_text(read(built(project, "khonkaen5-2566", strict=False) / "knowledge/shared"))
    assert "docs/knowledge/shared.md:3:7" in seen
    assert "ไฟล์ของความรู้มีจุดที่ต้องแก้ไข" in seen


def test_the_export_has_the_made_document_once_and_the_picture(project: Path, tmp_path: Path) -> None:
    export = tmp_path / "export"
    done = CliRunner().invoke(main, ["export", "markdown", str(export), str(project), "--edition", "other"])
    assert done.exit_code == 0, done.output
    text = (export / "docs/knowledge/shared.md").read_text(encoding="utf-8")
    assert "[คำนำ](../about/foreword.md)" in text
    assert "kind: lesson" not in text
    assert (export / "docs/knowledge/own.md").is_file()
    assert (export / "docs/knowledge/way.svg").is_file()
