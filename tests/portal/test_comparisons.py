"""What a page that compares one procedure says, with few texts and with many."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.manual import Manual
from generator.portal import pairs
from generator.writers.page import Page
from tests.portal.manuals import MadeEditions, edition, many_offices, offices, rewritten
from tests.portal.pages import html_of, portal_pages
from tests.support.visible import visible_text


def comparison(editions: MadeEditions | None = None, procedure: str = "spending") -> Page:
    pages = portal_pages(editions or offices())
    return next(page for page in pages if page.uri == f"compare/{procedure}.md")


def headings(page: Page) -> list[str]:
    return re.findall(r"^### (.*) \{ #fold-pair-\d+ \}$", page.markdown, re.MULTILINE)


def test_pairs_of_offices_come_before_pairs_with_the_base_and_the_first_is_open() -> None:
    page = comparison()
    assert headings(page) == [
        "สพป.เหนือ เขต 2 เทียบกับ สพป.ใต้ เขต 1 พ.ศ. 2566",
        "ต้นฉบับร่วม เทียบกับ สพป.เหนือ เขต 2",
        "ต้นฉบับร่วม เทียบกับ สพป.ใต้ เขต 1 พ.ศ. 2566",
    ]
    assert re.findall(r'<details class="pair"( open="open")?>', html_of(page)) == [
        ' open="open"',
        "",
        "",
    ]


def test_words_steps_and_roles_that_differ_are_marked() -> None:
    html = html_of(comparison())
    assert '<del><span lang="en">e-filing</span></del>' in html
    assert '<ins><span lang="en">Smart Office</span></ins>' in html
    assert "<ins>เก็บเอกสาร &lt;ลับ&gt; &amp; สำเนา</ins>" in html
    assert "ผู้รับผิดชอบที่ต่างกัน" in html


def test_both_charts_stand_side_by_side_with_marks() -> None:
    page = comparison()
    assert len(page.charts) == 6
    html = html_of(page)
    assert html.count('<svg xmlns="http://www.w3.org/2000/svg" class="khumue-chart') == 6
    assert 'class="mark' in html or "mark-changed" in html


def test_offices_with_one_text_need_no_comparison() -> None:
    text = visible_text(html_of(comparison(procedure="audit")))
    assert "งานนี้อยู่ใน 2 ฉบับ ทุกฉบับใช้ข้อความตรงกับต้นฉบับร่วม" in text
    assert "เทียบกับ" not in text


def test_of_many_texts_each_way_of_changing_is_compared_once_with_the_base() -> None:
    page = comparison(many_offices(20, ways=4))
    assert headings(page) == [
        "ต้นฉบับร่วม เทียบกับ สพป.กาฬสินธุ์ เขต 1 พ.ศ. 2566 และอีก 4 ฉบับ",
        "ต้นฉบับร่วม เทียบกับ สพป.เชียงใหม่ เขต 1 พ.ศ. 2566 และอีก 4 ฉบับ",
        "ต้นฉบับร่วม เทียบกับ สพป.แพร่ เขต 1 พ.ศ. 2566 และอีก 4 ฉบับ",
    ]
    text = visible_text(html_of(page))
    assert "งานนี้อยู่ใน 20 ฉบับ ปรับข้อความต่างกัน 4 แบบ ไม่นับคำที่แต่ละสำนักงานกำหนดเอง" in text
    assert "ใช้ข้อความตามต้นฉบับร่วม ต่างเฉพาะคำที่สำนักงานกำหนดเอง" in text


def test_ways_that_are_not_shown_are_told_with_the_command_that_shows_them() -> None:
    page = comparison(many_offices(22, ways=11))
    assert len(headings(page)) == 8
    text = visible_text(html_of(page))
    assert "ไม่ได้แสดงอีก 2 แบบ ของ 4 ฉบับ" in text
    assert "khumue compare base office-009 spending --format html" in text


def test_charts_that_make_a_page_heavy_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = comparison()
    monkeypatch.setattr(
        pairs, "MOST_CHART_BYTES", sum(len(svg.encode()) for svg in whole.charts.values()) // 2
    )
    page = comparison()
    assert 0 < len(page.charts) < len(whole.charts)
    assert "khumue compare base" in visible_text(html_of(page))


@pytest.mark.parametrize("count", [2, 30])
def test_every_office_that_has_the_procedure_is_named(count: int) -> None:
    made = many_offices(count, ways=3)
    html = html_of(comparison(made))
    for identifier in made.ids:
        assert f'href="../../{identifier}/budget/spending/"' in html


def two(make: Callable[[int], Manual]) -> MadeEditions:
    """Two editions."""
    return MadeEditions(
        2, lambda identifier, index: replace(make(index), edition_id=identifier), offices().base()
    )


def test_a_procedure_that_two_offices_brought_is_compared_between_them() -> None:
    def make(index: int) -> Manual:
        north = edition("north")
        area = north.areas[0]
        said = tuple(rewritten(each, "รับของบริจาค", f"รับของบริจาคแบบ {index}") for each in area.procedures)
        return replace(north, areas=(replace(area, procedures=said),))

    page = comparison(two(make), "gifts")
    assert len(headings(page)) == 1
    assert "<del>0</del>" in html_of(page)
    assert "<ins>1</ins>" in html_of(page)


def test_a_procedure_that_one_office_only_plans_is_compared_with_that_of_another() -> None:
    def make(index: int) -> Manual:
        south = edition("south-2566")
        area = south.areas[0]
        spending, audit, training = area.procedures
        whole = replace(training, procedure=audit.procedure, steps=audit.steps) if index else training
        return replace(south, areas=(replace(area, procedures=(spending, audit, whole)),))

    html = html_of(comparison(two(make), "training"))
    assert "<ins>ตรวจบัญชี</ins>" in html
    assert html.count("ไม่มีผังนี้") == 1


def test_a_procedure_that_is_only_planned_has_nothing_to_compare() -> None:
    page = comparison(two(lambda _index: edition("south-2566")), "training")
    assert headings(page) == []
    assert page.charts == {}
