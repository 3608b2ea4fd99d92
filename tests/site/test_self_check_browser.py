"""The self-check in a real browser: answered by keyboard, with its grounds, without scripts, from files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.site.build import build_site
from tests.site.test_learning_browser import PATH, PLAN, STOPS, question, right_place, tick
from tests.support.sharing import SharedRun
from tests.support.showcase import copy_showcase


@pytest.fixture
def path(page: Page, showcase_address: str) -> Page:
    """The page of the authored path."""
    page.goto(showcase_address + PATH)
    return page


@pytest.fixture
def without_script(browser: Browser, showcase_address: str) -> Iterator[Page]:
    """The page of the authored path where no script runs."""
    context = browser.new_context(java_script_enabled=False, locale="th-TH")
    page = context.new_page()
    page.goto(showcase_address + PATH)
    yield page
    context.close()


@pytest.fixture(scope="session")
def files(shared_run: SharedRun) -> Path:
    """The showcase as a site to be opened from files, with three steps that go from hand to hand."""

    def build(site: Path) -> None:
        project = copy_showcase(site.with_name("project"))
        settings, audit = project / "mkdocs.yml", project / "procedures/budget/audit.yml"
        settings.write_text(
            f"{settings.read_text(encoding='utf-8')}\nuse_directory_urls: false\n", encoding="utf-8"
        )
        more = "  - text: สรุปผล\n    role: committee\n  - text: แจ้งผล\n    role: ministry\n"
        audit.write_text(f"{audit.read_text(encoding='utf-8').rstrip()}\n{more}", encoding="utf-8")
        build_site(project, site)

    return shared_run.folder_of("showcase-files", build)


def test_an_answer_shows_the_step_and_what_the_manual_says_there(path: Page) -> None:
    choice = question(path, "choice")
    choice.locator("summary").click()
    expect(choice.locator(".question__step a").first).to_have_attribute("href", re.compile("#step-"))
    for each in path.locator("[data-question]").all():
        grounds = each.locator(".question__answer :is(.question__why, .way, .question__step a)")
        assert grounds.count(), each.inner_text()


def test_a_choice_is_made_and_checked_by_keyboard(path: Page) -> None:
    choice = question(path, "choice")
    choice.get_by_role("button", name="ตรวจคำตอบ").press("Enter")
    expect(choice.get_by_role("status")).to_have_text("เลือกคำตอบก่อน แล้วกดตรวจคำตอบ")
    radios, right = choice.get_by_role("radio"), right_place(choice)
    wrong = 1 if right == 0 else 0
    radios.nth(wrong).press("Space")
    choice.get_by_role("button", name="ตรวจคำตอบ").press("Enter")
    expect(choice.get_by_role("status")).to_have_text("ยังไม่ถูก เลือกใหม่ หรือกด “ดูคำตอบ” เพื่อดูขั้นตอนและเหตุผล")
    expect(choice.locator("details")).not_to_have_attribute("open", "")
    assert "question--wrong" in (choice.get_attribute("class") or "")
    radios.nth(wrong).focus()
    for _ in range(abs(right - wrong)):
        path.keyboard.press("ArrowDown")
    expect(radios.nth(right)).to_be_checked()
    choice.get_by_role("button", name="ตรวจคำตอบ").press("Enter")
    expect(choice.get_by_role("status")).to_have_text("ถูกต้อง")
    expect(choice.locator("details")).to_have_attribute("open", "")
    expect(path.locator(".self-check__score")).to_contain_text("ตอบถูก 1 จาก")


def test_an_order_is_made_by_keyboard_and_every_move_is_told(page: Page, files: Path) -> None:
    page.goto((files / "budget/audit.html").as_uri())
    page.locator(".self-check__folded > summary").press("Enter")
    order = question(page, "order")
    status, check = order.get_by_role("status"), order.get_by_role("button", name="ตรวจคำตอบ")
    check.press("Enter")
    expect(status).to_have_text("ยังไม่ถูก เลือกใหม่ หรือกด “ดูคำตอบ” เพื่อดูขั้นตอนและเหตุผล")
    for place, text in enumerate(("ตรวจสอบเอกสาร", "สรุปผล", "แจ้งผล"), 1):
        up = order.get_by_role("button", name=f"เลื่อน “{text}” ขึ้น")
        while (
            order.locator(".question__order li", has_text=text).evaluate(
                "item => [...item.parentNode.children].indexOf(item)"
            )
            >= place
        ):
            up.press("Enter")
            expect(up).to_be_focused()
            expect(status).to_contain_text(f"“{text}” อยู่ลำดับที่")
    check.press("Enter")
    expect(status).to_have_text("ถูกต้อง")


def test_without_a_script_the_questions_stand_there_with_their_answers(without_script: Page) -> None:
    item = question(without_script, "choice")
    options = item.locator(".question__options li")
    expect(options.nth(right_place(item))).to_be_visible()
    item.locator("summary").click()
    expect(item.locator("details strong")).to_have_text(options.nth(right_place(item)).inner_text())
    expect(without_script.locator("[data-record-buttons]")).to_be_hidden()
    expect(without_script.locator(".path__progress")).to_be_hidden()


def test_a_procedure_on_paper_has_no_self_check(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    expect(page.locator("#fold-self-check")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("#fold-self-check")).to_be_hidden()
    expect(page.locator(".self-check__folded")).to_be_hidden()


def test_a_path_works_from_files(page: Page, files: Path) -> None:
    page.goto((files / "onboarding/new-director.html").as_uri())
    tick(page, 1).check()
    page.locator("#stop-4").get_by_role("link").first.click()
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 4 จาก {STOPS}")
    page.locator(".path-bar__next").click()
    expect(page.locator(".path-bar__place")).to_have_text(f"หัวข้อที่ 5 จาก {STOPS}")
    page.locator(".path-bar__home").click()
    expect(tick(page, 1)).to_be_checked()
