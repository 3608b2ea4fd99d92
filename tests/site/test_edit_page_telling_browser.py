"""What a page that changes a published manual tells at its fields at once, and what it says is judged later."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.site.edit_pages import Editor, Published, published
from tests.support.git_hosts import STUBS


@pytest.fixture(scope="module", params=STUBS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site at each kind of host."""
    with published(request.param, tmp_path_factory.mktemp(request.param)) as site:
        yield site


def test_what_can_be_known_without_the_generator_is_told_at_once(editor: Editor) -> None:
    editor.open()
    editor.change("3", "")
    expect(editor.page.locator(".state")).to_contain_text("1 จุดต้องแก้")
    expect(editor.page.locator(".sheet")).to_contain_text("ช่อง “สิ่งที่ต้องทำ” ว่างอยู่")


def test_a_time_that_cannot_be_read_is_told_at_its_field(editor: Editor) -> None:
    editor.open()
    editor.change("1", "3 วันทำกา", "ระยะเวลา")
    row = editor.page.locator('.rows > li[data-row="1"]')
    expect(row.locator(".is-bad .problem")).to_contain_text(
        "“3 วันทำกา” ไม่ใช่ระยะเวลาที่อ่านได้ เขียนจำนวนตามด้วยหน่วย"
    )
    for right in ("3 วันทำการ", "ภายใน ๗ วันนับแต่วันที่ได้รับ", "ตามที่กำหนด", "${days} วัน"):
        editor.change("1", right, "ระยะเวลา")
        expect(row.locator(".problem")).to_have_count(0)
    row.get_by_role("button", name="+ กำหนดเวลา").click()
    expect(row).to_contain_text("ช่องนี้ตรวจหลังเสนอแก้ไข")


def test_a_day_that_is_none_is_told_at_its_field(editor: Editor) -> None:
    editor.open()
    editor.page.get_by_role("tab", name="ทั่วไป").click()
    editor.page.get_by_role("button", name="+ เริ่มใช้").click()
    day = editor.page.get_by_role("textbox", name="เริ่มใช้")
    for wrong, said in (("21 พฤษภาคม 66", "ไม่ใช่วันที่ที่อ่านได้"), ("32 พฤษภาคม 2566", "ไม่มีวันที่")):
        day.fill(wrong)
        expect(editor.page.locator(".is-bad .problem")).to_contain_text(said)
    day.fill("๒๑ พฤษภาคม พ.ศ. ๒๕๖๖")
    expect(editor.page.locator(".is-bad")).to_have_count(0)
