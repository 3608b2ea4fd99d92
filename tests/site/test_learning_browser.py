"""Learning the work in a real browser: progress, the bar on followed pages, the self-check, the record."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.support.measuring import PHONE_WIDTH, phone_of, width_of

PATH = "onboarding/new-director/"
PLAN = "budget/spending-plan/"
STOPS = 6


@pytest.fixture
def path(page: Page, showcase_address: str) -> Page:
    """The page of the authored path."""
    page.goto(showcase_address + PATH)
    return page


def tick(page: Page, number: int) -> Locator:
    """The tick box of a stop."""
    return page.locator(f"#stop-{number} input")


def bar(page: Page) -> Locator:
    """The bar on a page of a followed path."""
    return page.locator(".path-bar")


def question(page: Page, kind: str) -> Locator:
    """The first question of a kind."""
    return page.locator(f"[data-question={kind}]").first


def right_place(choice: Locator) -> int:
    """The index of the right option of a choice."""
    return int(choice.get_attribute("data-right") or "")


def test_from_the_home_page_to_who_decides(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address)
    page.get_by_role("link", name="เริ่มเรียนรู้งาน").click()
    page.locator(".procedures").get_by_role("link", name="ผู้อำนวยการคนใหม่").click()
    page.get_by_role("link", name="เริ่มเรียน", exact=True).click()
    for number in range(1, 5):
        expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ {number} จาก {STOPS}")
        page.locator(".path-bar__next").click()
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 5 จาก {STOPS}")
    expect(page).to_have_url(re.compile(f"{PLAN}#step-propose$"))
    expect(page.locator("#step-propose .steps__role")).to_have_text("ผู้อำนวยการสำนักงาน")


def test_progress_is_kept_and_taken_up_again(path: Page) -> None:
    status = path.locator(".path__progress [role=status]")
    expect(status).to_have_text(f"เรียนแล้ว 0 จาก {STOPS} หัวข้อ")
    tick(path, 1).check()
    tick(path, 2).check()
    expect(status).to_have_text(f"เรียนแล้ว 2 จาก {STOPS} หัวข้อ")
    path.reload()
    expect(tick(path, 2)).to_be_checked()
    expect(path.locator("#stop-2 [data-stop-day]")).not_to_be_empty()
    expect(path.get_by_role("link", name="เรียนต่อ หัวข้อที่ 3")).to_be_visible()
    tick(path, 2).uncheck()
    expect(status).to_have_text(f"เรียนแล้ว 1 จาก {STOPS} หัวข้อ")


def test_progress_is_forgotten_only_after_a_yes(path: Page) -> None:
    tick(path, 1).check()
    answers: list[str] = []

    def answer(dialog: Dialog) -> None:
        answers.append(dialog.message)
        if len(answers) > 1:
            dialog.accept()
        else:
            dialog.dismiss()

    path.on("dialog", answer)
    reset = path.get_by_role("button", name="ล้างความก้าวหน้า")
    reset.click()
    expect(tick(path, 1)).to_be_checked()
    reset.click()
    expect(tick(path, 1)).not_to_be_checked()
    path.reload()
    expect(tick(path, 1)).not_to_be_checked()
    path.remove_listener("dialog", answer)
    assert len(answers) == 2


def test_a_broken_or_missing_store_hinders_nobody(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(locale="th-TH")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } });"
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } });"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(showcase_address + PATH)
    tick(page, 1).check()
    expect(page.locator(".path__progress [role=status]")).to_contain_text("เบราว์เซอร์นี้ไม่ให้เก็บข้อมูล")
    expect(page.locator(".path__progress [role=status]")).to_contain_text(f"เรียนแล้ว 1 จาก {STOPS} หัวข้อ")
    assert [error for error in errors if "learning" in error] == []
    context.close()


def test_nonsense_in_the_store_is_no_progress(path: Page) -> None:
    path.evaluate(
        "for (const key of ['khumue.learning.sample-2566.new-director', 'khumue.learning.following'])"
        " for (const store of [localStorage, sessionStorage]) store.setItem(key, '[1, {')"
    )
    path.reload()
    expect(path.locator(".path__progress [role=status]")).to_have_text(f"เรียนแล้ว 0 จาก {STOPS} หัวข้อ")


def test_the_bar_follows_only_whoever_came_from_a_path_and_can_be_closed(
    page: Page, showcase_address: str
) -> None:
    page.goto(showcase_address + PLAN)
    expect(bar(page)).to_have_count(0)
    page.goto(showcase_address + PATH)
    page.locator("#stop-4").get_by_role("link").first.click()
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 4 จาก {STOPS}")
    page.locator(".path-bar__done input").check()
    page.reload()
    expect(page.locator(".path-bar__done input")).to_be_checked()
    page.get_by_role("button", name="ปิดแถบเส้นทาง").click()
    expect(bar(page)).to_have_count(0)
    page.reload()
    expect(bar(page)).to_have_count(0)
    page.goto(showcase_address + PATH)
    expect(tick(page, 4)).to_be_checked()


def test_the_bar_leads_to_the_checkpoint_and_back_to_the_path(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PATH)
    page.locator("#stop-5").get_by_role("link").first.click()
    page.locator(".path-bar__next").click()
    expect(page).to_have_url(re.compile(f"{PATH}#stop-6$"))
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 6 จาก {STOPS}")
    expect(page.locator(".path-bar__why")).to_have_text("ให้หัวหน้าฟัง")
    expect(tick(page, 5)).to_be_checked()
    expect(tick(page, 6)).not_to_be_checked()
    page.locator(".path-bar__next").click()
    expect(bar(page)).to_have_count(0)
    expect(tick(page, 6)).not_to_be_checked()


def test_everything_is_learned_only_when_the_self_check_is_done(path: Page) -> None:
    for number in range(1, STOPS + 1):
        tick(path, number).check()
    status = path.locator(".path__progress [role=status]")
    expect(status).to_contain_text("เหลือแบบทดสอบความเข้าใจ")
    expect(path.get_by_role("link", name="ทำแบบทดสอบ")).to_have_attribute("href", "#self-check")
    for each in path.locator("[data-question]").all():
        if each.get_attribute("data-question") == "choice":
            each.get_by_role("radio").first.check()
        each.get_by_role("button", name="ตรวจคำตอบ").click()
    expect(status).to_have_text("เรียนครบทุกหัวข้อแล้ว")
    path.reload()
    expect(status).to_have_text("เรียนครบทุกหัวข้อแล้ว")


def test_a_tick_in_the_bar_is_one_in_the_list(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PATH)
    page.locator("#stop-5").get_by_role("link").first.click()
    page.locator(".path-bar__next").click()
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 6 จาก {STOPS}")
    page.locator(".path-bar__done input").check()
    expect(tick(page, 6)).to_be_checked()


def test_the_record_says_how_the_self_check_went_and_the_browser_keeps_it(path: Page) -> None:
    result = path.locator("[data-record-result]")
    expect(result).to_have_text("ทดสอบความเข้าใจ: ยังไม่ได้ทำ")
    choice, count = question(path, "choice"), path.locator("[data-question]").count()
    choice.get_by_role("radio").nth(right_place(choice)).check()
    choice.get_by_role("button", name="ตรวจคำตอบ").click()
    expect(result).to_contain_text(f"ตอบถูก 1 จาก {count} ข้อ")
    path.reload()
    expect(result).to_contain_text(f"ตอบถูก 1 จาก {count} ข้อ")
    with path.expect_download() as waiting:
        path.get_by_role("button", name="บันทึกเป็นไฟล์").click()
    assert f"ตอบถูก 1 จาก {count} ข้อ" in Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def test_the_record_is_saved_with_what_was_typed_and_nothing_of_it_is_stored(path: Page) -> None:
    tick(path, 1).check()
    path.get_by_label("ชื่อผู้เรียน").fill("สมมติ ใจดี")
    with path.expect_download() as waiting:
        path.get_by_role("button", name="บันทึกเป็นไฟล์").click()
    download = waiting.value
    assert download.suggested_filename == "sample-2566-new-director.txt"
    text = Path(download.path()).read_text(encoding="utf-8-sig")
    assert "ชื่อผู้เรียน: สมมติ ใจดี" in text
    assert "[x] 1. รู้ว่าคู่มือนี้มีไว้ทำอะไร (เรียนแล้วเมื่อ" in text
    assert "[ ] 6. บอกได้ว่าให้แก้ไขแล้วงานไปที่ใด" in text
    kept = path.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "สมมติ" not in kept


def test_on_paper_there_are_questions_and_ticks_but_no_answers(path: Page) -> None:
    path.emulate_media(media="print")
    expect(tick(path, 1)).to_be_visible()
    expect(question(path, "choice").locator(".question__text")).to_be_visible()
    for hidden in (".question__answer", ".record__buttons", ".learning-button", ".path__progress progress"):
        expect(path.locator(hidden).first).to_be_hidden()


def test_everything_fits_a_phone_and_can_be_touched(browser: Browser, showcase_address: str) -> None:
    with phone_of(browser) as phone:
        page = phone.new_page()
        page.goto(showcase_address + PATH)
        assert width_of(page) <= PHONE_WIDTH
        for control in (".stop__done", ".question__choice", ".learning-button"):
            box = page.locator(control).locator("visible=true").first.bounding_box()
            assert box is not None
            assert box["height"] >= 24, control
        page.locator("#stop-4").get_by_role("link").first.tap()
        expect(bar(page)).to_be_visible()
        assert width_of(page) <= PHONE_WIDTH
