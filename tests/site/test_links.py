"""What people link in Markdown holds on the built site: in items of knowledge and in pages written by hand alike."""

import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

from generator.site.build import build_site
from tests.commonmark.corpus import FILES as LINKED_FILES
from tests.commonmark.corpus import LINKS, NO_LINKS, OF_LINES, PLACES, Case
from tests.support.projects import MINIMAL, write_project
from tests.support.sharing import SharedRun

PROCEDURE = "expenditure-analysis"
SETTINGS = """\
site_name: คู่มือ
site_url: https://a.example/
theme: {name: material, font: false}
plugins: [search, thai_search, procedures]
markdown_extensions: [admonition, pymdownx.superfences]
exclude_docs: |
  drafts/
"""
HEAD = "---\ntitle: เรื่อง {}\nkind: lesson\nprocedures: []\ndate: 2568\n---\n\n"
FORMS = f"""\
# หน้า

[ก](procedure:{PROCEDURE}) [](procedure:{PROCEDURE}#analyse) <procedure:{PROCEDURE}> [ข][ง]
[ค](#ขั้นตอน-ที่-๑) [ค](#{quote("ขั้นตอน-ที่-๑")})

[ง]: procedure:{PROCEDURE}

## ขั้นตอน (ที่ ๑)

คำ[^น]

## ตั้งชื่อเอง {{#own}}

[ก](#own) [ข](#ขั้นตอน-ที่-๑-2)

## ขั้นตอน ที่ ๑

[^น]: หมาย
"""


def _places(case: Case) -> list[str]:
    """The places where a case may stand."""
    is_of_lines = "\n" in case.written + case.definitions
    return [text for name, text in PLACES.items() if name in OF_LINES or not is_of_lines]


def _text(case: Case) -> str:
    """A page with a case at every place."""
    return "\n\nก\n\n".join([*(text.format(case.written) for text in _places(case)), case.definitions])


def _files() -> dict[str, str]:
    files = {**MINIMAL, "mkdocs.yml": SETTINGS}
    for folder, head in (("knowledge", HEAD), ("about", "# หน้า {}\n\n")):
        files |= {f"docs/{folder}/{name}": "ไฟล์" for name in LINKED_FILES}
        files[f"docs/{folder}/note.md"] = f"{head.format('โน้ต')}## หัวข้อ\n"
        for number, case in enumerate(LINKS):
            files[f"docs/{folder}/case-{number}.md"] = f"{head.format(number)}{_text(case)}\n"
        files[f"docs/{folder}/none.md"] = head.format("ไม่มี") + "\n\nก\n\n".join(NO_LINKS)
        files[f"docs/{folder}/forms.md"] = head.format("แบบ") + FORMS.removeprefix("# หน้า\n")
    return files


@pytest.fixture(scope="session")
def site(shared_run: SharedRun) -> Path:
    """The site of all of it; tests only read it. Its build is strict: what is wrong in it ends it."""

    def build_it(site: Path) -> None:
        build_site(write_project(site.with_name("links-project"), _files()), site, jobs=1)

    return shared_run.site("links", build_it)


class _Page(HTMLParser):
    """The links, pictures and ids of a page's content."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self._is_content = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        given = {name: value or "" for name, value in attrs}
        self._is_content |= tag == "article"
        self.ids += [given["id"]] if "id" in given else []
        if self._is_content and given.get("class", "") not in {
            "headerlink",
            "footnote-ref",
            "footnote-backref",
        }:
            self.links += [given[name] for name in ("href", "src") if name in given and tag in {"a", "img"}]

    def handle_endtag(self, tag: str) -> None:
        """Leave the content."""
        self._is_content &= tag != "article"


def _page(site: Path, folder: str, name: str) -> _Page:
    return _Page((site / folder / name / "index.html").read_text(encoding="utf-8"))


def _leads(site: Path, folder: str, name: str, link: str) -> str:
    """The file of the site, and the place on it, to which a link on a page leads."""
    parts = urlsplit(link)
    there = (site / folder / name / unquote(parts.path)).resolve()
    file = there / "index.html" if there.is_dir() else there
    assert file.is_file(), f"{link} of {folder}/{name}"
    if parts.fragment and file.suffix == ".html":
        assert unquote(parts.fragment) in _Page(file.read_text(encoding="utf-8")).ids, (
            f"{link} of {folder}/{name}"
        )
    fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    return f"{file.relative_to(site.resolve()).as_posix()}{fragment}"


@pytest.mark.parametrize("folder", ["knowledge", "about"])
def test_every_form_of_a_link_leads_to_what_it_means(site: Path, folder: str) -> None:
    for number, case in enumerate(LINKS):
        to = f"{folder}/{case.to}".replace("note.md", "note/index.html")
        name = f"case-{number}"
        links = [each for each in _page(site, folder, name).links if "case" not in each]
        found = [_leads(site, folder, name, each) for each in links]
        assert found.count(to) == len(_places(case)), f"{case.written!r}: {found}"


@pytest.mark.parametrize("folder", ["knowledge", "about"])
def test_what_is_no_link_is_none_on_the_page(site: Path, folder: str) -> None:
    assert not [each for each in _page(site, folder, "none").links if "gone" in each]


@pytest.mark.parametrize("folder", ["knowledge", "about"])
def test_links_to_procedures_and_headings_hold(site: Path, folder: str) -> None:
    page = _page(site, folder, "forms")
    found = [_leads(site, folder, "forms", each) for each in page.links]
    procedure, here = f"budget/{PROCEDURE}/index.html", f"{folder}/forms/index.html"
    assert found.count(procedure) == 3
    assert f"{procedure}#step-analyse" in found
    assert found.count(f"{here}#ขั้นตอน-ที่-๑") == 2
    assert {f"{here}#own", f"{here}#ขั้นตอน-ที่-๑-2"} <= {*found}
    assert {"fn:น", "fnref:น"} <= {*page.ids} or {"fn:1", "fnref:1"} <= {*page.ids}


def test_the_search_leads_to_headings(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    locations = {unquote(entry["location"]) for entry in index["docs"]}
    assert {f"{folder}/note/#หัวข้อ" for folder in ("knowledge", "about")} <= locations


def test_a_heading_before_another_moves_no_id(tmp_path: Path) -> None:
    files = {**MINIMAL, "mkdocs.yml": SETTINGS, "docs/about/a.md": "# หน้า\n\n## ข\n\n#ค\n\n## ง\n"}
    before = write_project(tmp_path / "before", files)
    text = "# หน้า\n\n## ก\n\n## ข\n\n#ค\n\n### จ { .x }\n\n## ง\n"
    after = write_project(tmp_path / "after", {**files, "docs/about/a.md": text})
    for root in (before, after):
        build_site(root, root / "site", jobs=1)
    kept = {each for each in _page(before / "site", "about", "a").ids if not each.startswith("__")}
    assert {"หน้า", "ข", "ค", "ง"} <= kept
    assert kept <= {*_page(after / "site", "about", "a").ids}
    assert "จ" in _page(after / "site", "about", "a").ids
