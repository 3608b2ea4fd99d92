"""Sites tell what changed as git knows it: on pages, on the home page, in the feed; without git they say nothing."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.site.build import build_site
from tests.support.repositories import begin, commit
from tests.support.visible import visible_text

ATOM = "{http://www.w3.org/2005/Atom}"
AUDIT = "procedures/budget/audit.yml"
NEW_TITLE = "งานตรวจนับพัสดุประจำปีงบประมาณ"
PAGES = ("index.html", "budget/audit/index.html", "whats-new/index.html")


def retitle(root: Path) -> None:
    lines = (root / AUDIT).read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"title: {NEW_TITLE}\n" if line.startswith("title:") else line for line in lines]
    assert changed != lines
    (root / AUDIT).write_text("".join(changed), encoding="utf-8")


@pytest.fixture
def root(showcase: Path) -> Path:
    """The showcase with an address, in a repository, with a procedure of another title since a day."""
    settings = showcase / "mkdocs.yml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("site_url:")]
    settings.write_text("".join(["site_url: https://a.example/\n", *kept]), encoding="utf-8")
    begin(showcase)
    retitle(showcase)
    commit(showcase, "no words of ours", day="2025-03-30")
    return showcase


def test_what_changed_is_told_everywhere_in_the_same_words(tmp_path: Path, root: Path) -> None:
    site = tmp_path / "site"
    build_site(root, site)
    shown = {page: visible_text((site / page).read_text(encoding="utf-8")) for page in PAGES}
    feed = ET.fromstring((site / "changes.xml").read_bytes())  # noqa: S314 - our own
    (entry,) = (
        each
        for each in feed.iter(f"{ATOM}entry")
        if (each.findtext(f"{ATOM}title") or "").endswith(NEW_TITLE)
    )
    line = entry.findtext(f"{ATOM}summary") or ""
    assert line == "ปรับถ้อยคำในชื่องาน"
    assert str(entry.findtext(f"{ATOM}updated")).startswith("2025-03-30")
    for page, text in shown.items():
        assert line in text, page
        assert "30 มีนาคม พ.ศ. 2568" in text, page
        assert "no words of ours" not in text
    again = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    build_site(root, site)
    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == again


def test_without_a_repository_nothing_is_told(tmp_path: Path, showcase: Path) -> None:
    site = tmp_path / "site"
    build_site(showcase, site)
    assert not (site / "whats-new").exists()
    assert not (site / "history.json").exists()
    assert 'id="newest"' not in (site / "index.html").read_text(encoding="utf-8")
    assert 'id="history"' not in (site / "budget/audit/index.html").read_text(encoding="utf-8")
