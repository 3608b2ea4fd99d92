"""The portal and the editions' sites in a real browser: one leads to the other, each searches only itself."""

from playwright.sync_api import ConsoleMessage, Page, expect


def test_the_portal_leads_to_an_office_and_its_pages_to_the_same_of_another(
    page: Page, offices_address: str
) -> None:
    complaints = list[str]()

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(offices_address, wait_until="networkidle")
    page.locator('.md-content a[href$="second/"]').first.click()
    expect(page).to_have_url(f"{offices_address}second/")
    page.locator('.md-content a[href$="budget/spending-plan/"]:visible').first.click()
    expect(page).to_have_url(f"{offices_address}second/budget/spending-plan/")
    page.locator('.md-content a[href*="/third/budget/spending-plan/"], a[href*="../third/"]').first.click()
    expect(page).to_have_url(f"{offices_address}third/budget/spending-plan/")
    expect(page.locator("h1")).to_contain_text("1.2")
    page.locator('.md-content a[href*="compare/spending-plan/"]').first.click()
    expect(page).to_have_url(f"{offices_address}compare/spending-plan/")
    assert complaints == []


def test_a_search_finds_each_page_once_and_stays_in_its_site(page: Page, offices_address: str) -> None:
    page.goto(f"{offices_address}second/", wait_until="networkidle")
    page.locator("[data-open-search]").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.insert_text("งานจัดทำแผนใช้จ่าย")
    page.keyboard.press("End")
    results = page.locator(".md-search-result__link")
    expect(results.first).to_contain_text("งานจัดทำแผนใช้จ่าย")
    links = results.evaluate_all("found => found.map(each => each.href)")
    assert links
    assert all(link.startswith(f"{offices_address}second/") for link in links)
