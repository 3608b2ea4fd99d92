"""The table of responsibilities in a real browser: who is chosen reads only what is theirs; nothing is cut."""

from playwright.sync_api import Page, expect

TABLE = "responsibilities/"
DIRECTOR = "ผู้อำนวยการสำนักงาน"


def test_who_is_chosen_reads_only_what_is_theirs_in_words(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + TABLE)
    page.get_by_label("ดูเฉพาะหน้าที่ของ").select_option(label=DIRECTOR)
    rows = page.locator(".matrix tbody tr").locator("visible=true")
    expect(rows).to_have_count(1)
    expect(rows.locator("td").locator("visible=true")).to_have_count(1)
    expect(page.locator(".matrix__choose [role=status]")).to_have_text("มีส่วนใน 1 งาน")
    shown = (
        rows.locator(".letter")
        .locator("visible=true")
        .first.evaluate("letter => getComputedStyle(letter, '::after').content")
    )
    assert "ขั้นตอนที่ 3" in shown


def test_the_choice_is_part_of_the_address_and_can_be_undone(page: Page, showcase_address: str) -> None:
    page.goto(f"{showcase_address}{TABLE}?role=director")
    expect(page.get_by_label("ดูเฉพาะหน้าที่ของ")).to_have_value("director")
    expect(page.locator(".matrix--one")).to_have_count(1)
    page.get_by_label("ดูเฉพาะหน้าที่ของ").select_option(value="")
    expect(page.locator(".matrix--one")).to_have_count(0)
    assert "role=" not in page.url


def test_what_the_letters_mean_stands_before_the_table(page: Page, showcase_address: str) -> None:
    page.goto(showcase_address + TABLE)
    legend, table = page.locator(".letters").bounding_box(), page.locator(".matrix").bounding_box()
    assert legend is not None
    assert table is not None
    assert legend["y"] + legend["height"] <= table["y"]
