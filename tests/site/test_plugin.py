"""The plugin inside ordinary MkDocs builds: what it adds, what it reports, what it leaves alone."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.support import write_project
from tests.support.sharing import SharedRun
from tests.support.showcase import copy_showcase
from tests.support.visible import visible_text


@pytest.fixture
def built(showcase: Path, tmp_path: Path) -> Callable[..., Path]:
    """A function that builds the showcase with MkDocs itself and gives the site's folder."""

    def build_it(strict: bool = True) -> Path:
        build(load_config(str(showcase / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=strict))
        return tmp_path / "site"

    return build_it


@pytest.fixture(scope="session")
def plain_build(shared_run: SharedRun) -> Path:
    """The showcase as MkDocs itself builds it; tests only read it."""

    def build_it(site: Path) -> None:
        settings = copy_showcase(site.with_name("project")) / "mkdocs.yml"
        build(load_config(str(settings), site_dir=str(site), strict=True))

    return shared_run.folder_of("showcase-by-mkdocs", build_it)


def page_text(site: Path, url: str) -> str:
    """What a reader sees of a page."""
    return visible_text((site / url / "index.html").read_text(encoding="utf-8"))


def test_a_strict_build_passes_in_spite_of_warnings_about_content(
    built: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "mkdocs"):
        built()
    said = [record for record in caplog.records if "[reference-expired]" in record.getMessage()]
    assert [record.levelname for record in said] == ["INFO"]


def test_a_strict_build_fails_on_an_error_and_names_every_one(
    showcase: Path, built: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    (showcase / "procedures/budget/audit.yml").write_text(
        "title: งาน\nowner: nobody\nsteps:\n  - text: ก\n    role: nobody-else\n", encoding="utf-8"
    )
    with pytest.raises(Abort):
        built()
    errors = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert [message.split(": ")[1] for message in errors] == [
        "procedures/budget/audit.yml:2:8",
        "procedures/budget/audit.yml:5:11",
    ]


def test_a_broken_procedure_has_its_problems_at_its_address(
    showcase: Path, built: Callable[..., Path]
) -> None:
    (showcase / "procedures/budget/audit.yml").write_text("title: งาน\nowner: nobody\n", encoding="utf-8")
    site = built(strict=False)
    assert "procedures/budget/audit.yml:2:8" in page_text(site, "budget/audit")
    assert "ดูรายการ" in page_text(site, "people/leave")
    assert "procedures/budget/audit.yml:2:8" in page_text(site, "problems")


def test_a_manual_that_cannot_be_read_has_its_problems_at_home(
    showcase: Path, built: Callable[..., Path]
) -> None:
    (showcase / "procedures/manual.yml").write_text("title: [\n", encoding="utf-8")
    site = built(strict=False)
    assert "procedures/manual.yml:" in page_text(site, ".")
    assert "อ่านคู่มือทั้งเล่มไม่ได้" in page_text(site, ".")


@pytest.mark.parametrize(
    "folders",
    [
        {
            "index.md": ".",
            "budget/audit.md": "budget/audit",
            "references/index.md": "references",
            "budget/index.md": "budget",
        },
        {"budget/README.md": "budget"},
    ],
    ids=["by their names", "by its address"],
)
def test_authors_documents_at_generated_addresses_are_kept_and_reported(
    showcase: Path, built: Callable[..., Path], caplog: pytest.LogCaptureFixture, folders: dict[str, str]
) -> None:
    write_project(showcase / "docs", {uri: f"# เอกสารของผู้เขียน {uri}\n" for uri in folders})
    with pytest.raises(Abort):
        built()
    warnings = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    site = built(strict=False)
    for uri, folder in folders.items():
        assert any(uri in message for message in warnings)
        assert f"เอกสารของผู้เขียน {uri}" in page_text(site, folder)


def test_an_area_that_would_share_an_address_with_generated_pages_is_reported(
    showcase: Path, built: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    """An area named like a catalogue page."""
    (showcase / "procedures/people").rename(showcase / "procedures/references")
    edition = showcase / "procedures/editions/sample-2566.yml"
    edition.write_text(
        edition.read_text(encoding="utf-8").replace("id: people", "id: references"), encoding="utf-8"
    )
    with pytest.raises(Abort):
        built()
    assert any(
        "procedures/references/_area.yml" in record.getMessage()
        for record in caplog.records
        if record.levelname == "ERROR"
    )


def test_nothing_is_written_into_the_project(showcase: Path, built: Callable[..., Path]) -> None:
    before = {path: path.read_bytes() for path in sorted(showcase.rglob("*")) if path.is_file()}
    built()
    assert {path: path.read_bytes() for path in sorted(showcase.rglob("*")) if path.is_file()} == before


def test_the_navigation_holds_authored_and_generated_pages_in_order(plain_build: Path) -> None:
    text, place = page_text(plain_build, "budget/spending-plan"), 0
    titles = ("หน้าแรก", "1 งานงบประมาณ", "1.1 งานจัดทำแผนใช้จ่าย", "2 งานบุคคลของเขต 1", "เกี่ยวกับคู่มือ", "อ้างอิง")
    for title in titles:
        place = text.index(title, place)


def test_an_authored_page_has_an_address_for_remarks(plain_build: Path) -> None:
    page = (plain_build / "about/foreword/index.html").read_text(encoding="utf-8")
    assert 'class="action action--feedback" href="https://git.example/issues/new?title=%E0%B9%81' in page
    assert 'href="https://git.example/office/manual/edit/main/docs/about/foreword.md"' in page


def test_previous_and_next_lead_from_procedure_to_procedure(plain_build: Path) -> None:
    page = (plain_build / "budget/audit/index.html").read_text(encoding="utf-8")
    assert '<link rel="prev" href="../spending-plan/">' in page
    assert "old-plan" not in page  # which is out of use


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        (
            "https://manual.example/plan/",
            '<link rel="canonical" href="https://manual.example/plan/budget/audit/">',
        ),
        ("http://127.0.0.1:8000/", None),
        ("http://localhost:8000/", None),
    ],
)
def test_search_engines_are_told_the_published_address_only(
    built: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, address: str, canonical: str | None
) -> None:
    monkeypatch.setenv("KHUMUE_SITE_URL", address)
    site = built()
    page = (site / "budget/audit/index.html").read_text(encoding="utf-8")
    assert canonical in page if canonical else 'rel="canonical"' not in page
    assert f"<loc>{address}budget/audit/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")
