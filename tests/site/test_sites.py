"""Builds of many editions: complete sites side by side, all of them or none, the same in shares as at once."""

import gc
import json
import os
from pathlib import Path

import pytest

from generator.model.manual import Manual
from generator.site import worker
from generator.site.errors import ContentError, SiteError
from generator.site.selection import Shard, everything, only_portal, share
from generator.site.sites import build_sites
from tests.site.offices import EDITIONS, OWN_TEXT, PUBLISHED, add_hook, start_build, write_small_offices
from tests.site.stopping import LONG_SECONDS, old_site, stop, wait_for
from tests.site.test_build import assert_links_lead_to_files, digests
from tests.support import write_project
from tests.support.auditing import IN_FULL
from tests.support.building import build_here
from tests.support.sharing import ADDRESS_VARIABLE
from tests.support.visible import visible_text


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """A manual of one procedure for three offices, to be changed."""
    return write_small_offices(tmp_path / "offices")


def page_text(site: Path, url: str) -> str:
    """What a reader sees of a page."""
    return visible_text((site / url / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_is_a_site_of_its_own(published_offices: tuple[Path, Path], edition: str) -> None:
    site = published_offices[1] / edition
    for name in (
        "index.html",
        "404.html",
        "manual.json",
        "manual.schema.json",
        "sitemap.xml",
        "sitemap.xml.gz",
    ):
        assert (site / name).is_file(), name
    address = f"{PUBLISHED}{edition}/"
    assert f"<loc>{address}budget/spending-plan/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
    page = (site / "budget/spending-plan/index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{address}budget/spending-plan/">' in page
    index = (site / "search/search_index.json").read_text(encoding="utf-8")
    assert "budget/spending-plan/" in index
    assert ("about/history/" in index, "compare/" in index) == (edition == "second", False)
    assert json.loads((site / "manual.json").read_text(encoding="utf-8"))["edition"] == edition


def test_the_portal_is_a_site_around_them(published_offices: tuple[Path, Path]) -> None:
    site = published_offices[1]
    home = page_text(site, ".")
    assert all(f"เขต {number}" in home for number in (1, 2, 3))
    html = (site / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{edition}/"' in html for edition in EDITIONS)
    assert "/edit/" not in html
    assert (site / "404.html").is_file()
    assert (site / "compare/spending-plan/index.html").is_file()
    assert {path.name for path in site.iterdir() if path.is_dir()} == {
        *EDITIONS,
        "compare",
        "assets",
        "search",
    }


def test_every_link_of_every_site_leads_to_a_file(published_offices: tuple[Path, Path]) -> None:
    pages = list(published_offices[1].rglob("*.html"))
    assert len(pages) > 40
    for page in pages:
        if page.name != "404.html":  # shown at any address, so with whole addresses
            assert_links_lead_to_files(published_offices[1], page)


def test_own_documents_are_in_their_own_site_only(published_offices: tuple[Path, Path]) -> None:
    holders = [
        path for path in published_offices[1].rglob("*.html") if OWN_TEXT in path.read_text(encoding="utf-8")
    ]
    assert {path.relative_to(published_offices[1]).parts[0] for path in holders} == {"second"}


def test_shares_and_the_portal_make_the_same_as_all_at_once(
    published_offices: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS_VARIABLE, PUBLISHED)
    root, whole = published_offices
    site = tmp_path / "site"
    write_project(site, {"left-over.html": "old", "closed-office/index.html": "old", "third/old.html": "old"})
    for number in (1, 2):
        build_here(root, site, share(EDITIONS, Shard(number, 2)))
        assert (site / "left-over.html").is_file()
    build_here(root, site, only_portal())
    assert digests(site) == digests(whole)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_share_is_no_mistake(published_offices: tuple[Path, Path], tmp_path: Path) -> None:
    assert build_sites(published_offices[0], tmp_path / "site", share(EDITIONS, Shard(4, 4))).editions == 0
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize(
    ("file", "text", "error", "said"),
    [
        ("procedures/editions/third.yml", "office: [\n", ContentError, "procedures/editions/third.yml:"),
        ("procedures/budget/audit.yml", "title: งาน\nowner: nobody\nsteps: []\n", ContentError, "audit.yml:"),
        ("docs/editions/second/about/history.md", "# ก\n\n[ข](gone.md)\n", ContentError, "history.md:"),
        ("docs/editions/secnod/a.md", "# ก\n", ContentError, "docs/editions/secnod:"),
        ("mkdocs.yml", "site_name: x\nplugins: [search]\n", ContentError, "mkdocs.yml:"),
    ],
    ids=["edition", "procedure", "link", "folder", "settings"],
)
def test_a_failing_build_leaves_the_old_sites_whole(
    offices: Path, tmp_path: Path, file: str, text: str, error: type[SiteError], said: str
) -> None:
    before = old_site(tmp_path / "site")
    write_project(offices, {file: text})
    with pytest.raises(error, match=said) as raised:
        build_sites(offices, tmp_path / "site", everything(EDITIONS))
    assert type(raised.value) is error
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["offices", "site"]


def test_a_site_that_cannot_be_made_is_named_and_leaves_the_old_ones(offices: Path, tmp_path: Path) -> None:
    before = old_site(tmp_path / "site")
    add_hook(
        offices,
        """
        from mkdocs.exceptions import PluginError

        def on_post_build(config):
            if "second" in config.site_url:
                raise PluginError("no more")
        """,
    )
    with pytest.raises(SiteError, match="ฉบับ second: "):
        build_sites(offices, tmp_path / "site", everything(EDITIONS), jobs=1)
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["offices", "site"]


def test_a_killed_process_is_told_and_leaves_nothing(offices: Path, tmp_path: Path) -> None:
    before = old_site(tmp_path / "site")
    add_hook(
        offices,
        """
        import os, signal

        def on_post_build(config):
            if "third" in config.site_url:
                os.kill(os.getpid(), signal.SIGKILL)
        """,
    )
    with pytest.raises(SiteError, match="หยุดกลางคัน"):
        build_sites(offices, tmp_path / "site", everything(EDITIONS), jobs=1)
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["offices", "site"]


# Every day processes of pages are told to end.
@pytest.mark.parametrize("is_asked", [True, False] if IN_FULL else [True])
def test_a_build_that_is_stopped_ends_at_once_and_leaves_nothing(
    offices: Path, tmp_path: Path, is_asked: bool
) -> None:
    before = old_site(tmp_path / "site")
    add_hook(
        offices,
        f"""
        import os, pathlib, time

        def on_pre_build(config):
            note = pathlib.Path({str(tmp_path / "begun")!r})
            own = note.with_name(f"begun-{{os.getpid()}}")
            own.write_text(str(os.getpid()), encoding="utf-8")
            own.replace(note)
            time.sleep({LONG_SECONDS})
        """,
    )
    build = start_build(offices, "--jobs", "1", "--site-dir", str(tmp_path / "site"))
    wait_for(tmp_path / "begun", build)
    stop(build, is_asked)
    assert digests(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["begun", "offices", "site"]
    with pytest.raises(ProcessLookupError):  # nothing works on
        os.kill(int((tmp_path / "begun").read_text(encoding="utf-8")), 0)


def test_a_process_forgets_an_edition_before_the_next(offices: Path, tmp_path: Path) -> None:
    gc.collect()
    before = sum(isinstance(each, Manual) for each in gc.get_objects())
    worker.prepare(offices, {}, {})
    try:
        for edition in EDITIONS:
            assert worker.build_edition(edition, tmp_path / edition, tmp_path / "site").failure is None
            kept = sum(isinstance(each, Manual) for each in gc.get_objects()) - before
            assert kept <= 1  # MkDocs itself keeps what it was last told
    finally:
        gc.unfreeze()
