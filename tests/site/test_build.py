"""Whole builds: complete, atomic, repeatable."""

import hashlib
import json
import os
import re
import shutil
import time
from functools import cache
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.charts.layout import LayoutError
from generator.site.build import build_site
from generator.site.errors import ContentError, SiteError
from tests.support.visible import visible_text


def digests(site: Path) -> dict[str, str]:
    """The SHA-256 of every file of a site."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def old_site(showcase_site: Path, tmp_path: Path) -> Path:
    """A site of the showcase that stands where a new one is to go."""
    return Path(shutil.copytree(showcase_site, tmp_path / "site"))


def test_a_site_has_every_page_and_the_data(showcase_site: Path) -> None:
    for name in (
        "index.html",
        "404.html",
        "budget/index.html",
        "budget/spending-plan/index.html",
        "people/leave/index.html",
        "references/index.html",
        "roles/index.html",
        "forms/index.html",
        "terms/index.html",
        "about/foreword/index.html",
        "manual.json",
        "manual.schema.json",
        "sitemap.xml",
        "search/search_index.json",
        "assets/fonts/sarabun-400.woff2",
        "assets/fonts/OFL.txt",
        "assets/khumue/khumue.css",
        "assets/khumue/khumue.js",
    ):
        assert (showcase_site / name).is_file(), name


def test_a_site_brings_nothing_that_only_the_themes_makers_need(showcase_site: Path) -> None:
    assert list(showcase_site.rglob("*.map")) == []


def test_a_page_holds_its_charts_and_its_frame(showcase_site: Path) -> None:
    page = (showcase_site / "budget/spending-plan/index.html").read_text(encoding="utf-8")
    assert (
        page.count("<figure")
        == page.count('<svg xmlns="http://www.w3.org/2000/svg" class="khumue-chart')
        == 4
    )
    assert page.count('<figure class="chart" id="chart-by_role"') == 1
    assert "<!--khumue:" not in page
    assert 'href="https://git.example/office/manual/edit/main/procedures/budget/spending-plan.yml"' in page
    assert "กลุ่มแผน · สำนักงานตัวอย่าง เขต 1 · กระทรวงตัวอย่าง" in visible_text(page)
    assert '<html lang="th"' in page
    assert "<title>1.1 งานจัดทำแผนใช้จ่าย – สพป.ตัวอย่าง เขต 1</title>" in page


def test_addresses_in_the_data_are_addresses_of_the_site(showcase_site: Path) -> None:
    data = json.loads((showcase_site / "manual.json").read_text(encoding="utf-8"))
    for area in data["areas"]:
        assert (showcase_site / area["url"] / "index.html").is_file()
        for procedure in area["procedures"]:
            page = (showcase_site / procedure["url"] / "index.html").read_text(encoding="utf-8")
            for step in procedure["steps"]:
                assert f'id="{step["url"].partition("#")[2]}"' in page


def test_charts_lead_to_rows_and_charts_of_their_page(showcase_site: Path) -> None:
    page = (showcase_site / "budget/spending-plan/index.html").read_text(encoding="utf-8")
    data = json.loads((showcase_site / "manual.json").read_text(encoding="utf-8"))
    for chart in data["areas"][0]["procedures"][0]["charts"]:
        for piece in chart["svg"].split('href="#')[1:]:
            assert f'id="{piece.partition(chr(34))[0]}"' in page


def test_the_same_input_gives_the_same_bytes(showcase: Path, tmp_path: Path) -> None:
    build_site(showcase, tmp_path / "first")
    elsewhere = Path(shutil.copytree(showcase, tmp_path / "elsewhere/copy"))
    time.sleep(1.1)  # time stamps in archives count whole seconds
    build_site(elsewhere, tmp_path / "second")
    first, second = digests(tmp_path / "first"), digests(tmp_path / "second")
    assert "sitemap.xml.gz" in first
    assert first == second


def test_a_new_site_replaces_the_old_one_whole(showcase: Path, old_site: Path) -> None:
    (old_site / "left-over.html").write_text("old", encoding="utf-8")
    assert build_site(showcase, old_site) == 37
    assert not (old_site / "left-over.html").exists()
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["showcase", "site"]


def test_a_site_can_be_read_by_others(showcase: Path, tmp_path: Path) -> None:
    """A web server runs as somebody else: the folder is not as private as a temporary one."""
    build_site(showcase, tmp_path / "site")
    ordinary = tmp_path / "ordinary"
    ordinary.mkdir()
    assert (tmp_path / "site").stat().st_mode == ordinary.stat().st_mode


@pytest.mark.parametrize(
    ("file", "text", "error"),
    [
        ("procedures/budget/audit.yml", "title: งาน\nowner: nobody\nsteps: []\n", ContentError),
        ("procedures/manual.yml", "title: [\n", ContentError),
        ("docs/about/foreword.md", "# คำนำ\n\n[หาย](../budget/gone.md)\n", ContentError),
        ("docs/about/foreword.md", "# คำนำ\n\n[หาย](../budget/spending-plan.md#step-gone)\n", SiteError),
        ("mkdocs.yml", "site_name: x\nplugins: [search]\n", ContentError),
        ("mkdocs.yml", "site_name: x\nplugins: [procedures]\ntheme: nowhere\n", ContentError),
        ("mkdocs.yml", None, ContentError),
    ],
    ids=["procedure", "manual", "link", "anchor", "no plugin", "no such theme", "no settings"],
)
def test_a_failing_build_leaves_the_old_site_whole(
    showcase: Path, old_site: Path, file: str, text: str | None, error: type[SiteError]
) -> None:
    before = digests(old_site)
    if text is None:
        (showcase / file).unlink()
    else:
        (showcase / file).write_text(text, encoding="utf-8")
    with pytest.raises(error) as raised:
        build_site(showcase, old_site)
    assert type(raised.value) is error
    assert digests(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == ["showcase", "site"]


def test_when_the_new_site_cannot_be_moved_the_old_one_returns(
    showcase: Path, old_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = digests(old_site), Path.rename

    def refuse_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError("in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(PermissionError):
        build_site(showcase, old_site)
    assert digests(old_site) == before


def test_a_machine_without_graphviz_is_told(
    showcase: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_graphviz(*_: object) -> None:
        raise LayoutError(["no dot"])

    monkeypatch.setattr("generator.charts.charts.lay_out", no_graphviz)
    with pytest.raises(SiteError, match="no dot"):
        build_site(showcase, tmp_path / "site")
    with pytest.raises(Abort):
        build(load_config(str(showcase / "mkdocs.yml"), site_dir=str(tmp_path / "site")))


def test_errors_carry_the_problems(showcase: Path, tmp_path: Path) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        build_site(showcase, tmp_path / "site")
    assert {problem.location.file for problem in raised.value.problems if problem.severity == "error"} == {
        "procedures/budget/audit.yml"
    }


def test_not_strict_builds_what_can_be_built(showcase: Path, tmp_path: Path) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    build_site(showcase, tmp_path / "site", strict=False)
    broken = visible_text((tmp_path / "site/budget/audit/index.html").read_text(encoding="utf-8"))
    assert "procedures/budget/audit.yml:2:8" in broken
    whole = visible_text((tmp_path / "site/budget/spending-plan/index.html").read_text(encoding="utf-8"))
    assert "พบ" in whole


def test_progress_counts_every_generated_page(showcase: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pages = build_site(showcase, tmp_path / "site", progress=lambda done, total: told.append((done, total)))
    assert told == [(number, pages) for number in range(1, pages + 1)]


def test_the_edition_can_be_chosen(showcase: Path, tmp_path: Path) -> None:
    other = "office: สำนักงานอื่น\nareas:\n  - id: budget\n    procedures: [audit]\n"
    (showcase / "procedures/editions/other.yml").write_text(other, encoding="utf-8")
    (showcase / "docs/about/foreword.md").write_text("# คำนำ\n", encoding="utf-8")
    build_site(showcase, tmp_path / "site", edition="other")
    assert (tmp_path / "site/budget/audit/index.html").is_file()
    assert not (tmp_path / "site/budget/spending-plan").exists()


def test_without_directory_addresses_every_link_is_a_file(showcase: Path, tmp_path: Path) -> None:
    """What an archive to be opened without a server needs."""
    settings = showcase / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "use_directory_urls: false\n", encoding="utf-8"
    )
    build_site(showcase, tmp_path / "site")
    assert_links_lead_to_files(tmp_path / "site", tmp_path / "site/budget/spending-plan.html")


def test_every_link_leads_to_a_file(showcase_site: Path) -> None:
    for page in showcase_site.rglob("index.html"):
        assert_links_lead_to_files(showcase_site, page)


def assert_links_lead_to_files(site: Path, page: Path) -> None:
    """Every relative link in a page's content leads to a file of the site, and to an id in it."""
    html = page.read_text(encoding="utf-8")
    addresses = dict.fromkeys(piece.partition('"')[0] for piece in html.split('href="')[1:])
    for address in addresses:
        if ":" in address or not address:
            continue
        path, _, fragment = address.partition("#")
        path, asked, _ = path.partition("?")
        aim = Path(os.path.normpath(page.parent / path)) if path else page
        target = aim / "index.html" if aim.is_dir() else aim
        assert target.is_file(), f"{page.relative_to(site)}: {address}"
        if (
            fragment and target.suffix == ".html" and not asked
        ):  # a page that is asked something finds the place itself
            assert fragment in _ids_on(target), f"{page.relative_to(site)}: {address}"


@cache
def _ids_on(page: Path) -> frozenset[str]:
    """The ids on a page of a site that does not change any more."""
    return frozenset(re.findall('id="([^"]*)"', page.read_text(encoding="utf-8")))
