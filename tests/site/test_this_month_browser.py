"""What is due this month, in a real browser whose clock is moved: by the day in Bangkok, wherever the reader is."""

import pytest
from playwright.sync_api import Browser, expect

SHOWN = "[data-due-month]:visible"


@pytest.mark.parametrize(
    ("zone", "now", "month", "due"),
    [
        ("Asia/Bangkok", "2026-01-10T02:00:00Z", "มกราคม", "ภายใน 15 มกราคม"),
        ("America/New_York", "2026-07-31T17:00:00Z", "สิงหาคม", "ก่อนสิ้นปีงบประมาณ 30 วัน"),
        ("Asia/Bangkok", "2031-05-01T00:00:00Z", "พฤษภาคม", "ไตรมาส 3"),
    ],
)
def test_the_month_of_bangkok_is_shown(
    browser: Browser, showcase_address: str, zone: str, now: str, month: str, due: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.goto(showcase_address)
    shown = page.locator(SHOWN)
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text(month)
    expect(shown).to_contain_text(due)
    context.close()


def test_a_month_that_brings_nothing_says_nothing(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(timezone_id="Asia/Bangkok")
    page = context.new_page()
    page.clock.set_fixed_time("2026-07-31T16:59:00Z")
    page.goto(showcase_address)
    expect(page.locator("[data-due-month]").first).to_be_attached()
    expect(page.locator(SHOWN)).to_have_count(0)
    context.close()


def test_without_scripts_no_other_month_stands_for_that_of_the_build(
    browser: Browser, showcase_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(showcase_address)
    expect(page.locator("[data-due-month]").first).to_be_attached()
    expect(page.locator(SHOWN)).to_have_count(0)
    context.close()


def test_the_folds_of_the_calendar_open_without_scripts(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{showcase_address}calendar/")
    fold = page.locator("details.agenda-fold").first
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()
    context.close()
