"""The site in a real browser: how it fits, what its controls do."""

import re
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.measuring import DESKTOP_WIDTH, PHONE_WIDTH, settle, width_of
from tests.support.waiting import wait_for_page, wait_until

PAGES = {
    "home": "",
    "area": "budget/",
    "procedure": "budget/spending-plan/",
    "plain": "budget/audit/",
    "planned": "people/leave/",
    "references": "references/",
    "reference": "references/spending-order/",
    "status": "status/",
    "roles": "roles/",
    "forms": "forms/",
    "terms": "terms/",
    "mission": "about/mission/",
    "learning": "onboarding/",
    "path": "onboarding/new-director/",
    "authored": "about/foreword/",
    "missing": "404.html",
}
PLAN = PAGES["procedure"]
TABLET_WIDTH = 760


def test_text_is_set_in_the_sites_own_font(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    settle(page)
    loaded = (
        "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family + font.weight)"
    )
    found = [str(each).lower().replace('"', "") for each in page.evaluate(loaded)]
    assert {each[-3:] for each in found} == {"400", "700"}
    assert all(each.startswith("sarabun") for each in found)


def test_a_word_without_end_takes_no_room_from_what_is_beside_it(page: Page, showcase_address: str) -> None:
    page.set_viewport_size({"width": TABLET_WIDTH, "height": 900})
    page.goto(showcase_address + PLAN)
    row = page.locator("#step-draft")
    row.locator(".step__text").first.evaluate("text => { text.textContent = 'x'.repeat(300) }")
    assert width_of(page) <= TABLET_WIDTH


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(phone: Page, showcase_address: str, name: str) -> None:
    phone.goto(showcase_address + PAGES[name])
    settle(phone)
    assert width_of(phone) <= PHONE_WIDTH


@pytest.mark.parametrize(("width", "height"), [(PHONE_WIDTH, 844), (DESKTOP_WIDTH, 720)])
def test_the_first_step_stands_in_the_first_screen(
    page: Page, showcase_address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(showcase_address + PAGES["plain"])
    settle(page)
    expect(page.locator(".step__text").first).to_be_in_viewport(ratio=1)


def test_the_chart_stands_beside_the_steps_and_stays_in_sight(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    first, chart = page.locator(".step").first.bounding_box(), page.locator("#chart").bounding_box()
    assert first is not None
    assert chart is not None
    assert chart["x"] >= first["x"] + first["width"]
    page.locator(".steps > .step").last.scroll_into_view_if_needed()
    expect(page.locator("#chart")).to_be_in_viewport()


def test_the_chart_follows_the_steps_on_a_phone(phone: Page, showcase_address: str) -> None:
    phone.goto(showcase_address + PLAN)
    last, chart = phone.locator(".flow .step").last.bounding_box(), phone.locator("#chart").bounding_box()
    assert last is not None
    assert chart is not None
    assert chart["y"] >= last["y"] + last["height"]


def test_a_row_and_its_symbol_mark_each_other(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    row, symbol = page.locator("#step-announce"), page.locator('#chart a[*|href$="#step-announce"]').first
    row.hover()
    expect(row).to_have_class(re.compile("at-hand"))
    expect(symbol).to_have_class(re.compile("at-hand"))
    page.locator('#chart a[*|href$="#step-collect"]').first.hover()
    expect(page.locator("#step-collect")).to_have_class(re.compile("at-hand"))
    expect(row).not_to_have_class(re.compile("at-hand"))


def test_tabs_lead_to_the_parts_and_mark_where_one_is(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    tabs = page.locator(".tabs a")
    expect(tabs.first).to_have_attribute("aria-current", "true")
    for tab in tabs.all():
        tab.click()
        place = urlsplit(str(tab.get_attribute("href"))).fragment
        top = f"document.getElementById('{place}').getBoundingClientRect().top"
        wait_until(page, f"() => 0 < {top} && {top} < innerHeight")
    expect(tabs.first).not_to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_a_link_opens_what_is_folded(browser: Browser, showcase_address: str, has_script: bool) -> None:
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    for place in ("definition-_fbc06eb5", "objective", "knowledge", "self-check"):
        page.goto(f"{showcase_address}{PLAN}#{place}")
        expect(page.locator(f"#{place}")).to_be_in_viewport()
    context.close()


def test_the_palette_goes_round(page: Page, showcase_address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(showcase_address + PLAN)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    light = body.evaluate("body => getComputedStyle(body).backgroundColor")
    page.get_by_title("ใช้สีมืด").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    expect(body).not_to_have_css("background-color", light)
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("ใช้สีสว่าง").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("has_clipboard", [True, False], ids=["clipboard", "no clipboard"])
def test_the_number_of_a_step_copies_its_short_address(
    browser: Browser, showcase_address: str, has_clipboard: bool
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if not has_clipboard:  # as on a site without https
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    page.goto(f"{showcase_address}{PLAN}?h=ร่าง")
    page.locator("#step-draft > .badge").click()
    expect(page.get_by_role("status")).to_have_text("คัดลอกลิงก์แล้ว")
    assert page.evaluate("navigator.clipboard.readText()") == f"{showcase_address}s/spending-plan/draft/"
    assert page.url.endswith("#step-draft")
    context.close()


def test_a_chart_leads_to_rows_and_to_charts(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    page.locator("#chart a tspan", has_text="ประกาศใช้").first.click()
    page.wait_for_url("**#step-announce")
    expect(page.locator("#step-announce")).to_be_in_viewport()
    expect(page.locator("#step-announce:target")).to_be_visible()
    page.goto(showcase_address + PLAN)
    page.locator("#chart a", has_text="ดูผังย่อย").first.click()
    page.wait_for_url("**#chart-draft")
    expect(page.locator("#chart-draft")).to_be_in_viewport()


def test_who_acts_leads_to_the_role_and_its_chart_back_to_the_procedure(
    page: Page, showcase_address: str
) -> None:
    page.goto(showcase_address + PLAN)
    page.locator("#chart a.actor", has_text="กลุ่มนโยบายและแผน").first.click()
    wait_for_page(page, "กลุ่มนโยบายและแผน")
    expect(page).to_have_url(showcase_address + "roles/planning-group/")
    page.locator("#chart a tspan", has_text="งานจัดทำแผนใช้จ่าย").click()
    wait_for_page(page, "งานจัดทำแผนใช้จ่าย")
    expect(page).to_have_url(showcase_address + PLAN)
    page.goto(showcase_address + "responsibilities/")
    page.locator(f'table a[href*="{PLAN}#step-"]').first.click()
    page.wait_for_url("**/" + PLAN + "#step-*")
    expect(page.locator(":target")).to_be_visible()


def test_the_home_pages_field_opens_the_search(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address, wait_until="networkidle")
    page.locator("[data-open-search]").click()
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    page.keyboard.insert_text("งานจัดทำแผนใช้จ่าย")
    page.keyboard.press("End")
    result = page.locator(".md-search-result__link").first
    expect(result).to_contain_text("งานจัดทำแผนใช้จ่าย")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).not_to_be_visible()
    expect(field).to_be_focused()


def test_pages_change_without_loading_anew(page: Page, showcase_address: str) -> None:
    page.context.grant_permissions(["clipboard-write"])
    page.goto(showcase_address, wait_until="networkidle")
    page.evaluate("window.sameDocument = true")
    page.locator(".card__list a").first.click()
    expect(page.locator("h1")).to_contain_text("งานจัดทำแผนใช้จ่าย")
    assert page.evaluate("window.sameDocument") is True
    page.locator("#step-draft > .badge").click()
    expect(page.get_by_role("status")).to_have_text("คัดลอกลิงก์แล้ว")


def test_every_control_of_a_row_is_reached_and_seen_by_keyboard(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    controls = page.locator("#step-draft :is(a, summary, [tabindex='0']):visible").all()
    assert {each.get_attribute("class") for each in (controls[0], controls[-1])} == {"badge", "remark"}
    controls[0].focus()
    for control in controls:
        expect(control).to_be_focused()
        assert control.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
        page.keyboard.press("Tab")


def test_every_control_has_a_name(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + PLAN)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("article a, article button")]
            .filter(each => !(each.textContent.trim() || each.title || each.getAttribute("aria-label")))
            .map(each => each.outerHTML)"""
    )
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(
    page: Page, showcase_address: str, scheme: Literal["light", "dark"]
) -> None:
    """Contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3) for every piece of text in the content."""
    page.emulate_media(color_scheme=scheme)
    for path in ("", PLAN, "references/", "people/leave/", "roles/planning-group/", "responsibilities/"):
        page.goto(showcase_address + path)
        settle(page)
        assert page.evaluate(FAINT_TEXTS) == [], path


FAINT_TEXTS = """() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const style = getComputedStyle(each), colour = parse(style.backgroundColor);
      if (style.backgroundImage !== "none") return null;
      if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.querySelectorAll("article *:not(svg *)")) {
    const ownText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!ownText || !element.checkVisibility() || element.matches(".headerlink")) continue;
    const behind = ground(element);
    if (!behind) continue;
    const [light, dark] = [luminance(parse(getComputedStyle(element).color)), luminance(behind)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${element.className} ${element.textContent.trim().slice(0, 40)}`);
  }
  return faint;
}"""


def test_a_print_is_light_and_has_no_controls(browser: Browser, showcase_address: str) -> None:
    context = browser.new_context(viewport={"width": DESKTOP_WIDTH, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto(showcase_address + PLAN)
    page.emulate_media(media="print", color_scheme="dark")
    for control in (
        ".md-header",
        ".actions",
        "#step-draft .remark",
        ".md-sidebar--primary",
        ".md-footer__inner",
    ):
        expect(page.locator(control).first).to_be_hidden()
    assert (
        page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert (
        page.locator("#step-announce .step__text").evaluate("text => getComputedStyle(text).color")
        == "rgb(0, 0, 0)"
    )
    inner, outer = (
        page.locator(".paper")
        .get_by_role("link", name=name)
        .evaluate("link => getComputedStyle(link, '::after').content")
        for name in ("ระเบียบว่าด้วยการบริหารงบประมาณ", "เปิดเอกสาร")
    )
    assert inner == "none"
    assert "https://law.example/budget?a=1&b=2" in outer
    context.close()
