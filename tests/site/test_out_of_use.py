"""What is out of use stays reachable, marked, and out of menus, search and site maps: procedures, earlier years."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.building import without_processes
from tests.support.showcase import copy_showcase
from tests.support.valid_html import faults
from tests.support.visible import visible_text

OLD, NEW, LEFT = "budget/audit", "budget/spending-plan", "budget/old-plan"


def khumue(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two years of one office, with a procedure out of use since a day, in favour of another."""
    root = copy_showcase(tmp_path_factory.mktemp("out-of-use") / "project")
    khumue("retire", "procedure", "audit", "--for", "spending-plan", "--date", "2568-10-01", root)
    (edition,) = (root / "procedures/editions").glob("*.yml")
    khumue("new", "edition", "later", "--office", "สพป.ตัวอย่าง", "--year", "2570", root)
    edition.write_text(f"replaced_by: later\n{edition.read_text(encoding='utf-8')}", encoding="utf-8")
    settings = root / "procedures/manual.yml"
    text = settings.read_text(encoding="utf-8").replace(
        f"default_edition: {edition.stem}", "default_edition: later"
    )
    settings.write_text(text, encoding="utf-8")
    with without_processes(), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KHUMUE_SITE_URL", "https://a.example/")
        khumue("build", root)
    (root / "site/earlier").symlink_to(root / "site" / edition.stem)
    return root / "site"


def html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def test_a_retired_procedure_says_since_when_and_leads_to_what_is_used_instead(site: Path) -> None:
    page = html(site, f"later/{OLD}")
    assert "งานนี้เลิกใช้แล้ว ตั้งแต่ 1 ตุลาคม พ.ศ. 2568" in visible_text(page)
    assert 'href="../spending-plan/"' in page[page.index("notice--retired") :][:900]
    assert "งานนี้เลิกใช้แล้ว เก็บไว้เพื่ออ้างอิง" in visible_text(html(site, f"later/{LEFT}"))
    assert not faults(page)


def test_it_is_in_no_menu_no_list_no_search_and_no_site_map(site: Path) -> None:
    address = "audit/"
    for page in (
        "later",
        "later/about/mission",
        "later/budget",
        "later/responsibilities",
        "later/roles",
    ):
        menu = html(site, page)
        assert f'{address}"' not in menu, page
    found = json.loads((site / "later/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert not [each["location"] for each in found if each["location"].startswith((OLD, LEFT))]
    assert [each["boost"] for each in found if each["location"] == "retired/"] == [0.04], (
        "found, after all else"
    )
    assert address not in (site / "later/sitemap.xml").read_text(encoding="utf-8")
    assert 'content="noindex"' in html(site, f"later/{OLD}")
    assert 'content="noindex"' not in html(site, f"later/{NEW}")


def test_who_asks_for_them_finds_them_on_a_page_of_their_own(site: Path) -> None:
    page = html(site, "later/retired")
    assert all(f'href="../{each}/"' in page for each in (OLD, LEFT, NEW))
    assert 'href="retired/"' in html(site, "later")
    assert not faults(page)


def test_every_made_page_of_an_earlier_year_says_so_and_leads_to_the_same_page_of_today(site: Path) -> None:
    found = json.loads((site / "earlier/manual.json").read_text(encoding="utf-8"))
    assert found["edition"] != "later"
    for page, way in (
        ("earlier", "../later/"),
        (f"earlier/{NEW}", f"../../../later/{NEW}/"),
        ("earlier/roles", "../../later/"),
        ("earlier/budget", "../../later/"),
    ):
        text = html(site, page)
        notice = text[text.index("notice--retired") :][:900]
        assert f'href="{way}"' in notice, page
        assert 'content="noindex"' in text
        assert "notice--retired" not in html(site, page.replace("earlier", "later"))


def test_only_what_holds_is_offered_beside_other_offices(site: Path) -> None:
    earlier = (site / "earlier").resolve().name
    assert f"/{earlier}/" not in (site / "sitemaps.xml").read_text(encoding="utf-8")
    home, portal = html(site, "later"), html(site, "")
    assert f'href="../{earlier}/"' in home[home.index('id="earlier"') :]
    apart = portal.index('id="earlier"')
    assert f'href="{earlier}/"' in portal[apart:]
    assert f'href="{earlier}/"' not in portal[portal.index("<article") : apart]
    asked = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["config"]["words"][
        "sites"
    ]
    assert [location for _, location in asked] == ["later/"]
