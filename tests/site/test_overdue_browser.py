"""Reviews that become overdue after the site was built, in a real browser whose clock is moved."""

import pytest
from playwright.sync_api import Browser, Page, expect

AUDIT, PLAN, STATUS = "budget/audit/", "budget/spending-plan/", "status/"
BANNER = ".notice--overdue"
"""The audit's next review is on 1 June 2026; the plan's was overdue when the showcase was built."""


@pytest.fixture
def page(dated_page: Page) -> Page:
    """A page whose clock each test sets."""
    return dated_page


def on(page: Page, day: str) -> None:
    """Let the browser believe in a day and time of the offices', whatever its own time zone."""
    page.clock.set_fixed_time(f"{day}+07:00")


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [
        ("2025-12-02T09:00", False),
        ("2026-06-01T23:59", False),
        ("2026-06-02T00:01", True),
        ("2031-01-01T00:00", True),
    ],
)
def test_the_banner_comes_with_its_day(page: Page, showcase_address: str, day: str, is_shown: bool) -> None:
    on(page, day)
    page.goto(showcase_address + AUDIT)
    expect(page.locator(BANNER)).to_be_visible(visible=is_shown)
    expect(page.locator(".facts .chip--overdue")).to_be_visible(visible=is_shown)


def test_what_the_build_found_overdue_stays_so_with_a_slow_clock(page: Page, showcase_address: str) -> None:
    on(page, "2001-01-01T00:00")
    page.goto(showcase_address + PLAN)
    expect(page.locator(BANNER)).to_contain_text("เลยกำหนดทบทวน")


def test_instant_navigation_marks_the_next_page_too(page: Page, showcase_address: str) -> None:
    on(page, "2026-07-01T00:00")
    page.goto(showcase_address + "budget/")
    page.locator(".procedures a", has_text="งานตรวจสอบ").click()
    expect(page.locator(BANNER)).to_be_visible()


def test_the_status_page_counts_by_the_readers_day(page: Page, showcase_address: str) -> None:
    counted = page.locator('[data-count="overdue"]')
    for day, count in (("2025-12-02T00:00", "1"), ("2026-07-01T00:00", "2")):
        on(page, day)
        page.goto(showcase_address + STATUS)
        expect(counted).to_have_text(count)
        expect(page.locator("table .chip--overdue:visible")).to_have_count(int(count))


def test_without_scripts_the_state_of_the_build_stands(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(showcase_address + AUDIT)
    expect(page.locator(BANNER)).to_be_hidden()
    page.goto(showcase_address + PLAN)
    expect(page.locator(BANNER)).to_be_visible()
    page.goto(showcase_address + STATUS)
    expect(page.locator('[data-count="overdue"]')).to_have_text("1")
    context.close()
