"""An edition's own documents: where they stand, whom they replace, what others see of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.site.build import build_site
from generator.site.own_pages import own_pages, without
from tests.site.offices import EDITIONS, OWN_TEXT, write_offices
from tests.support import write_project
from tests.support.visible import visible_text

DOCUMENTS = (
    "about/foreword.md",
    "editions/README.md",
    "editions/first/about/foreword.md",
    "editions/first/about/history.md",
    "editions/second/about/foreword.md",
    "editions/second/about/history.md",
    "editions/second/about/map.md",
    "editions/nowhere/about/lost.md",
)
NAMES = st.sampled_from(["a.md", "b.md", "about/a.md", "about/b.md"])
URIS = st.builds(
    lambda folder, name: folder + name, st.sampled_from(["", "editions/x/", "editions/y/"]), NAMES
)


def test_each_edition_has_its_own_and_what_is_shared() -> None:
    own = own_pages(DOCUMENTS, "first", ("first", "second"))
    assert own.places == {
        "editions/first/about/foreword.md": "about/foreword.md",
        "editions/first/about/history.md": "about/history.md",
    }
    assert own.elsewhere == {"about/map.md", "about/lost.md"}
    assert own.withheld == {each for each in DOCUMENTS if each.startswith(("editions/s", "editions/n"))}
    assert own.unknown == ("nowhere",)


def test_no_edition_has_none_of_its_own() -> None:
    own = own_pages(DOCUMENTS, None, ("first", "second"))
    assert own.places == {}
    assert len(own.withheld) == 6


@given(st.sets(URIS))
def test_every_document_has_one_fate(uris: set[str]) -> None:
    own = own_pages(uris, "x", ("x", "y"))
    shared = uris - own.withheld - own.places.keys()
    assert all(not uri.startswith("editions/") for uri in shared)
    assert own.withheld.isdisjoint(own.places)
    assert own.elsewhere.isdisjoint({*shared, *own.places.values()})


@pytest.mark.parametrize(
    ("entries", "kept"),
    [
        (["a.md", "b.md"], ["b.md"]),
        (["./a.md"], []),
        ([{"ก": "a.md"}, {"ข": "b.md"}], [{"ข": "b.md"}]),
        ([{"ก": [{"ข": ["a.md"]}]}, "b.md"], ["b.md"]),
        ([{"ก": ["a.md", "b.md"]}], [{"ก": ["b.md"]}]),
        ([{"ก": []}, {"ข": "https://a.md/"}], [{"ก": []}, {"ข": "https://a.md/"}]),
    ],
)
def test_the_navigation_leaves_out_what_only_others_have(entries: list[object], kept: list[object]) -> None:
    assert without(entries, {"a.md"}) == kept  # type: ignore[arg-type]  # entries as a file may hold them


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """The project of three offices, to be changed."""
    return write_offices(tmp_path / "offices")


def page_text(site: Path, url: str) -> str:
    """What a reader sees of a page."""
    return visible_text((site / url / "index.html").read_text(encoding="utf-8"))


def test_own_documents_stand_at_the_places_of_shared_ones(offices: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(offices, site, "second")
    assert OWN_TEXT in page_text(site, "about/foreword")
    assert "ประวัติของสำนักงาน" in page_text(site, "about/history")
    assert (site / "seals/seal.svg").is_file()
    assert not (site / "editions").exists()
    html = (site / "about/foreword/index.html").read_text(encoding="utf-8")
    assert 'href="../../budget/spending-plan/"' in html
    assert 'src="../../seals/seal.svg"' in html
    assert 'git.example/office/manual/edit/main/docs/editions/second/about/foreword.md"' in html


def test_others_have_the_shared_one_and_none_that_is_not_theirs(offices: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(offices, site, "third")
    foreword = page_text(site, "about/foreword")
    assert OWN_TEXT not in foreword
    assert "ประวัติ" not in foreword  # nor the section that would be empty
    assert not (site / "about/history").exists()
    assert not (site / "seals").exists()
    assert "editions" not in (site / "search/search_index.json").read_text(encoding="utf-8")


def test_plain_mkdocs_serves_the_default_edition_by_the_same_rules(offices: Path, tmp_path: Path) -> None:
    write_project(offices, {"docs/editions/sample-2566/about/foreword.md": "# คำนำของฉบับหลัก\n"})
    build(load_config(str(offices / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True))
    assert "คำนำของฉบับหลัก" in page_text(tmp_path / "site", "about/foreword")
    assert not (tmp_path / "site/about/history").exists()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("docs/editions/secnod/about/foreword.md", "# คำนำ\n", "docs/editions/secnod/"),
        ("docs/about/more.md", "# เพิ่มเติม\n\n[ประวัติ](history.md)\n", "history.md"),
    ],
    ids=["a folder of no edition", "a link to what only others have"],
)
def test_mistakes_are_told(
    offices: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, file: str, text: str, said: str
) -> None:
    write_project(offices, {file: text})
    with pytest.raises(Abort):
        build(load_config(str(offices / "mkdocs.yml"), site_dir=str(tmp_path / "site"), strict=True))
    told = {"WARNING", "ERROR"}
    warnings = [record.getMessage() for record in caplog.records if record.levelname in told]
    assert any(said in message for message in warnings)


def test_an_entry_that_no_edition_has_is_still_told(
    offices: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = offices / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("about/history.md", "about/nowhere.md")
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(Abort):
        build(load_config(str(settings), site_dir=str(tmp_path / "site"), strict=True))
    assert "about/nowhere.md" in caplog.text


@pytest.mark.parametrize("setting", ["exclude_docs", "draft_docs"])
def test_an_excluded_document_replaces_nothing(offices: Path, tmp_path: Path, setting: str) -> None:
    with (offices / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"{setting}: editions/second/about/foreword.md\n")
    build_site(offices, tmp_path / "site", "second")
    assert OWN_TEXT not in page_text(tmp_path / "site", "about/foreword")


def test_an_own_index_replaces_a_shared_readme(offices: Path, tmp_path: Path) -> None:
    """They have different names, and the same address."""
    write_project(
        offices,
        {"docs/more/README.md": "# ร่วมกัน\n", "docs/editions/second/more/index.md": "# ของตนเอง\n"},
    )
    for edition, text in zip(EDITIONS, ("ร่วมกัน", "ของตนเอง", "ร่วมกัน"), strict=True):
        site = tmp_path / edition
        build_site(offices, site, edition, strict=False)
        assert text in page_text(site, "more")
