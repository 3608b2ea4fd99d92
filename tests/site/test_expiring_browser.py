"""Documents that expire after the site was built, in a real browser whose clock is moved."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.scaffold import default_answers, init_project
from generator.site.build import build_site
from tests.support import MINIMAL, minimal_with, write_project
from tests.support.sharing import SharedRun

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
PAGES = ("budget/expenditure-analysis/", "references/", "references/plan/", "status/")
MARKS = {
    "budget/expenditure-analysis/": (".notice--to-review", ".paper .chip--expired"),
    "references/": ("[id=to-review]", ".papers--catalogue .chip--expired"),
    "references/plan/": ("h1 .chip--expired", ".uses .chip--to-review"),
    "status/": ("[id=suspects]", "[id=suspects] .chip--expired"),
}
"""What a reader sees of it, by page."""
EXPIRING: Mapping[str, str] = {
    "procedures/catalogue/references.yml": (
        "plan:\n  type: plan\n  title: แผนปฏิบัติการ\n  valid: {from: 1 ตุลาคม 2568, to: 30 กันยายน 2569}\n"
        "old:\n  type: plan\n  title: แผนเดิม\n  status: repealed\n"
    ),
    PROCEDURE: MINIMAL[PROCEDURE] + "references: [plan]\n",
}
BOTH = {**EXPIRING, PROCEDURE: MINIMAL[PROCEDURE] + "references: [plan, old]\n"}
"""One document that expires, and one that is repealed when the site is built."""


@pytest.fixture
def page(dated_page: Page) -> Page:
    """A page whose clock each test sets."""
    return dated_page


def address(shared_run: SharedRun, name: str, files: Mapping[str, str]) -> str:
    """Where the site of the smallest manual with some files is served; the tests' day is before the plan's end."""

    def build(site: Path) -> None:
        root = site.with_name(f"{name}-project")
        init_project(root, default_answers())
        shutil.rmtree(root / "procedures")
        build_site(write_project(root, minimal_with(files)), site)

    return shared_run.address_of(shared_run.site(name, build).name)


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize(
    ("day", "is_shown"),
    [("2025-12-02T09:00", False), ("2026-09-30T23:59+07:00", False), ("2026-10-01T00:01+07:00", True)],
)
def test_an_expiry_shows_on_the_day_after(
    page: Page, shared_run: SharedRun, where: str, day: str, is_shown: bool
) -> None:
    page.clock.set_fixed_time(day)
    page.goto(address(shared_run, "expiring", EXPIRING) + where)
    for mark in MARKS[where]:
        expect(page.locator(mark)).to_be_visible(visible=is_shown)
    if where == "status/":
        expect(page.locator('[data-count="suspect"]')).to_have_text("1" if is_shown else "0")


@pytest.mark.parametrize(("day", "count"), [("2025-12-02T09:00", 1), ("2027-01-01T09:00", 2)])
def test_it_joins_what_the_build_found(page: Page, shared_run: SharedRun, day: str, count: int) -> None:
    page.clock.set_fixed_time(day)
    site = address(shared_run, "expiring-too", BOTH)
    page.goto(site + PAGES[0])
    expect(page.locator(".notice--to-review .chip:visible")).to_have_count(count)
    page.goto(site + "status/")
    expect(page.locator("#suspects ~ * .doubts ul ul li:visible")).to_have_count(count)
    expect(page.locator('[data-count="suspect"]')).to_have_text("1")


def test_other_forms_say_what_holds_on_the_day_of_the_build(shared_run: SharedRun) -> None:
    address(shared_run, "expiring", EXPIRING)
    site = shared_run.site("expiring", lambda _: None)
    for name in ("budget/expenditure-analysis", "references/plan", "references/index", "status"):
        told = (site / f"{name}.md").read_text(encoding="utf-8")
        assert "หมดช่วงเวลา" not in told
        assert "ต้องทบทวน:" not in told
