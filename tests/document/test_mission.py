"""What the page of the group's work says."""

from dataclasses import replace

from generator.document.mission import left_out_areas
from generator.model.manual import LeftOut, Manual
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

PLAN, LEAVE = placed("plan", "1.1"), placed("leave", "1.2", status="planned", steps=[])


def text_of(manual: Manual, uri: str = "about/mission.md") -> str:
    """What readers see of a page."""
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == uri)
    return visible_text(html_of(page))


def test_areas_and_procedures() -> None:
    text = text_of(manual_of(PLAN))
    assert "กลุ่มแผนมีงาน 1 ด้าน รวม 1 งาน" in text
    assert "1.1 งาน plan" in text
    assert "ยังไม่ได้จัดทำ" not in text
    assert "ต้นฉบับร่วม" not in text


def test_what_is_planned_is_marked_and_listed() -> None:
    text = text_of(manual_of(PLAN, LEAVE))
    assert "1.2 งาน leave ยังไม่ได้จัดทำ" in text
    assert text.partition("งานที่ยังไม่ได้จัดทำ")[2].endswith("1.2 งาน leave")


def test_what_is_left_out_is_listed_by_area() -> None:
    left_out = (
        LeftOut("order", "papers", "งาน <สั่ง>", "งานพัสดุ"),
        LeftOut("audit", "budget", "งานตรวจ", "งานงบประมาณกลาง"),
        LeftOut("store", "papers", "งานเก็บ", "งานพัสดุ"),
        LeftOut("travel", "travel", "งานเดินทาง"),
    )
    manual = replace(manual_of(PLAN), left_out=left_out)
    assert [(area.number, area.title, area.procedures) for area in left_out_areas(manual)] == [
        ("1", "งานงบประมาณ", ("งานตรวจ",)),
        ("", "งานพัสดุ", ("งาน <สั่ง>", "งานเก็บ")),
        ("", "travel", ("งานเดินทาง",)),
    ]
    text = text_of(manual)
    assert "แต่คู่มือของสำนักงานนี้ไม่มี" in text
    assert "งานพัสดุ งาน <สั่ง> งานเก็บ" in text


def test_an_area_without_procedures_says_so() -> None:
    assert "ยังไม่มีงานในด้านนี้" in text_of(manual_of())


def test_the_home_page_counts_what_is_planned_and_leads_to_it() -> None:
    text = text_of(manual_of(PLAN, LEAVE), "index.md")
    assert "2 งาน ใน 1 ด้าน ยังไม่ได้จัดทำ 1 งาน" in text
    assert "ดูขอบข่ายและภารกิจทั้งหมด" in text
