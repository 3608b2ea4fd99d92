"""Where the page to change a manual stands, and where it does not: by the settings, and beside everything else."""

import gzip
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.site.build import build_site
from generator.site.hosting import APACHE, NGINX
from tests.site.edit_pages import PROCEDURE, TEXT
from tests.site.offices import EDITIONS, write_offices
from tests.support.building import build_sites_here
from tests.support.projects import minimal_with, write_project

SETTINGS = """\
site_name: คู่มือ
site_url: https://manual.example/
{repository}theme: {{name: material, language: th, font: false, features: [content.action.edit]}}
plugins: [search, thai_search, {{procedures: {{{options}}}}}]
markdown_extensions: [attr_list]
"""
GITHUB = "repo_url: https://github.com/office/manual\nedit_uri: edit/main/docs/\n"
OTHER = GITHUB.replace("github.com", "git.example")
MOST_BYTES = 145_000
"""As browsers fetch it, without letters and without what it knows of the manual."""
PAGE = "budget/expenditure-analysis/index.html"


def build(tmp_path: Path, repository: str = GITHUB, options: str = "", **documents: str) -> Path:
    """A built site."""
    files = {"docs/about/foreword.md": "# คำนำ\n", **documents}
    settings = SETTINGS.format(repository=repository, options=options)
    root = write_project(
        tmp_path / "project", minimal_with({PROCEDURE: TEXT, "mkdocs.yml": settings, **files})
    )
    build_site(root, tmp_path / "site", jobs=1)
    return tmp_path / "site"


class Links(HTMLParser):
    """What a reader can do with a page: links by their texts, and those of everything where that is wanted."""

    def __init__(self, html: str, name: str = "action") -> None:
        """Read a page."""
        super().__init__()
        self.found, self._open, self._name = dict[str, str](), "", name
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a link."""
        said = dict(attrs)
        if tag == "a" and self._name in (said.get("class") or ""):
            self._open = said.get("href") or ""

    def handle_data(self, data: str) -> None:
        """Note down what a link says."""
        if self._open and data.strip():
            self.found.setdefault(data.strip(), self._open)

    def handle_endtag(self, tag: str) -> None:
        """End a link."""
        self._open = "" if tag == "a" else self._open


def links(site: Path, page: str = PAGE) -> dict[str, str]:
    """The links of a page by their texts."""
    return Links((site / page).read_text(encoding="utf-8")).found


def data(site: Path, name: str) -> Any:  # noqa: ANN401 - whatever stands beside the page
    """What stands beside the page."""
    return json.loads((site / f"edit/data/{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a manual at GitHub; tests only read it."""
    return build(tmp_path_factory.mktemp("edit"))


def test_pages_lead_to_it_and_to_the_plain_file(site: Path) -> None:
    found = links(site)
    assert found["แก้ไขหน้านี้"] == "../../edit/?file=procedures%2Fbudget%2Fexpenditure-analysis.yml"
    assert found["ไฟล์ต้นฉบับ"].startswith("https://github.com/office/manual/edit/main/")
    assert found["ไฟล์ต้นฉบับ"].endswith("procedures/budget/expenditure-analysis.yml")


def test_a_page_written_by_hand_leads_to_its_file_only(site: Path) -> None:
    found = links(site, "about/foreword/index.html")
    assert found["แก้ไขหน้านี้"] == "https://github.com/office/manual/edit/main/docs/about/foreword.md"
    assert "ไฟล์ต้นฉบับ" not in found


def test_it_may_ask_its_host_alone(site: Path) -> None:
    page = (site / "edit/index.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    said = dict(each.split(" ", 1) for each in policy.split("; "))
    assert said["connect-src"] == "'self' https://api.github.com"
    assert said["default-src"] == "'none'"
    assert said["script-src"] == "'self'"
    assert "unsafe" not in policy
    assert "<script>" not in page
    assert re.findall(r'src="([^"]*\.js)"', page) == ["hosts/start.js"]
    for name in (f"edit/{APACHE}", NGINX):
        assert f"{policy}; frame-ancestors 'none'" in (site / name).read_text(encoding="utf-8")
    for other in (PAGE, "index.html", APACHE):
        assert "api.github.com" not in (site / other).read_text(encoding="utf-8")


def test_neither_search_nor_map_nor_menu_has_it(site: Path) -> None:
    for name in ("sitemap.xml", "search/search_index.json"):
        assert "edit/" not in (site / name).read_text(encoding="utf-8")
    for page in site.rglob("*.html"):
        if not page.is_relative_to(site / "edit"):
            shown = Links(page.read_text(encoding="utf-8"), "").found
            assert {text for text, href in shown.items() if re.search(r"(?:^|\.\./)edit/", href)} <= {
                "แก้ไขหน้านี้"
            }
    assert '<meta name="robots" content="noindex">' in (site / "edit/index.html").read_text(encoding="utf-8")


def test_what_the_page_loads_is_there(site: Path) -> None:
    page = (site / "edit/index.html").read_text(encoding="utf-8")
    for name in re.findall(r'(?:src|href)="([^":]+)"', page):
        assert (site / "edit" / name).is_file(), name
    for script in (site / "edit").rglob("*.js"):
        if "vendor" not in script.parts:
            for name in re.findall(r'from ?"(\.[^"]+)"', script.read_text(encoding="utf-8")):
                assert (script.parent / name).resolve().is_file(), (script, name)


def test_it_is_light(site: Path) -> None:
    folder = site / "edit"
    files = [
        each
        for each in folder.rglob("*")
        if each.suffix in {".js", ".css", ".json", ".html", ".svg"} and each.parent.name != "data"
    ]
    assert sum(len(gzip.compress(each.read_bytes(), mtime=0)) for each in files) <= MOST_BYTES


def test_all_its_scripts_are_asked_for_at_once(site: Path) -> None:
    folder = site / "edit"
    page = (folder / "index.html").read_text(encoding="utf-8")
    preloaded = set(re.findall(r'<link rel="modulepreload" href="([^"]+)">', page))
    there = {each.relative_to(folder).as_posix() for each in folder.rglob("*.js")}
    assert preloaded == there - {"hosts/start.js"}


def test_what_the_page_knows_is_that_of_the_project(site: Path) -> None:
    place = data(site, "place")
    assert (place["kind"], place["repository"], place["branch"], place["prefix"]) == (
        "github",
        "office/manual",
        "main",
        "",
    )
    assert PROCEDURE in {each["path"] for each in data(site, "project")["files"]}
    assert "planning-group" in {each["id"] for each in data(site, "catalogues")["role"]}
    assert {"missing-key", "unknown-key", "unknown-choice", "unknown-role"} <= data(site, "rules").keys()


@pytest.mark.parametrize(("repository", "options"), [("", ""), (OTHER, ""), (GITHUB, "edit_page: false")])
def test_elsewhere_nothing_is_different(tmp_path: Path, repository: str, options: str) -> None:
    site = build(tmp_path, repository, options)
    assert not (site / "edit").exists()
    found = links(site)
    assert "ไฟล์ต้นฉบับ" not in found
    assert ("แก้ไขหน้านี้" in found) == bool(repository)
    assert "edit/" not in found.get("แก้ไขหน้านี้", "").removeprefix(
        "https://github.com/office/manual/edit/"
    ).removeprefix("https://git.example/office/manual/edit/")
    assert "/edit/" not in (site / NGINX).read_text(encoding="utf-8")


def test_the_settings_may_say_of_what_kind_a_host_is(tmp_path: Path) -> None:
    place = data(build(tmp_path, OTHER, "host: gitea"), "place")
    assert (place["kind"], place["api"]) == ("forgejo", "https://git.example/api/v1")


def test_a_document_in_its_place_stays(tmp_path: Path) -> None:
    site = build(tmp_path, **{"docs/edit/index.md": "# ของเรา\n"})
    assert "ของเรา" in (site / "edit/index.html").read_text(encoding="utf-8")
    assert not (site / "edit/data").exists()
    assert "ไฟล์ต้นฉบับ" not in links(site)


def test_no_author_says_where_a_page_is_changed(tmp_path: Path) -> None:
    page = "---\nedit: javascript:alert(1)\n---\n# คำนำ\n"
    site = build(tmp_path, **{"docs/about/foreword.md": page})
    assert "javascript:" not in (site / "about/foreword/index.html").read_text(encoding="utf-8")


def test_offices_share_the_page_of_the_portal(tmp_path: Path) -> None:
    root = write_offices(tmp_path / "project")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("https://git.example/", "https://github.com/")
    settings.write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    build_sites_here(root, site, EDITIONS)
    assert [each.parent.relative_to(site).as_posix() for each in site.rglob("edit/data/place.json")] == [
        "edit/data"
    ]
    assert data(site, "place")["editions_below"] is True
    for page in (site / "second").rglob("spending-plan/index.html"):
        if href := links(page.parent, "index.html").get("แก้ไขหน้านี้"):
            address, _, query = href.partition("?")
            assert (page.parent / address).resolve() == site / "edit"
            assert query == "file=procedures%2Fbudget%2Fspending-plan.yml"
            break
    else:
        pytest.fail("no page leads there")
