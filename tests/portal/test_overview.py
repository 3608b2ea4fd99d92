"""The overview: the table, the picture and the values."""

import re
from dataclasses import replace

import pytest

from generator.model.manual import Manual
from generator.portal.collecting import collect
from generator.portal.picture import Picture, draw_overview
from tests.portal.manuals import MadeEditions, many_offices, offices
from tests.portal.pages import html_of, portal_pages
from tests.support.visible import visible_text

PROCEDURES = ["spending", "audit", "training"]


def overview(editions: MadeEditions | None = None) -> str:
    return html_of(portal_pages(editions or offices())[1])


def picture(editions: MadeEditions | None = None) -> Picture:
    return draw_overview(list(collect(editions or offices()).editions.values()), PROCEDURES)


def row_of(html: str, edition: str) -> list[str]:
    """The cells of an edition's row."""
    row = html.partition(f'id="edition-{edition}"')[2].partition("</tr>")[0]
    return re.findall(r"<td[^>]*>(.*?)</td>", row)


def test_the_table_counts_what_differs() -> None:
    html = overview()
    assert row_of(html, "north") == ["16%", "1", "1", "1", "0", "2", "1", "3", "1", "1", "0"]
    assert row_of(html, "south-2566") == ["2.9%", "1", "0", "0", "0", "1", "0", "3", "0", "0", "1"]


def test_a_value_names_the_offices_that_have_it() -> None:
    text = visible_text(overview())
    assert "e-filing สพป.เหนือ เขต 2" in text
    assert "Smart Office สพป.ใต้ เขต 1 พ.ศ. 2566" in text


def test_many_values_are_all_there() -> None:
    html = overview(many_offices(40, ways=1))
    for index in range(40):
        assert f"ระบบ {index}<" in html or f"ระบบ {index}:" in html


def test_the_picture_says_in_words_what_it_shows() -> None:
    drawn = picture()
    assert drawn.summary.startswith("2 ฉบับ 3 งาน ข้อความที่ต่างจากต้นฉบับร่วมอยู่ระหว่าง 2.9% ถึง 16% ค่ากลาง 9.3%")
    assert [row.words for row in drawn.rows] == [
        "สพป.เหนือ เขต 2 ต่าง 16%: งานที่ 1 19%",
        "สพป.ใต้ เขต 1 พ.ศ. 2566 ต่าง 2.9%: งานที่ 1 3.8%",
    ]
    assert drawn.full == "25%"


def test_each_edition_has_a_cell_for_each_procedure_whatever_it_is() -> None:
    paths = picture().paths
    assert {kind: path.count("M") for kind, path in paths.items()} == {
        "same": 4,
        "planned": 1,
        "absent": 1,
        "different": 2,
    }


@pytest.mark.parametrize(("count", "is_thin"), [(2, False), (24, False), (25, True), (225, True)])
def test_many_editions_are_thin_rows_with_the_one_that_differs_most_first(count: int, is_thin: bool) -> None:
    drawn = picture(many_offices(count, ways=2))
    assert drawn.is_thin == is_thin
    assert len(drawn.rows) == count
    assert all(one.y + one.height < other.y for one, other in zip(drawn.rows, drawn.rows[1:], strict=False))
    assert drawn.rows[-1].y + drawn.rows[-1].height <= drawn.height
    if is_thin:
        shares = [float(row.share.strip("<%")) for row in drawn.rows]
        assert shares == sorted(shares, reverse=True)


def test_bars_end_inside_their_cells() -> None:
    for path in picture(many_offices(30, ways=2)).paths.values():
        for x, _, width in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", path):
            assert float(x) >= 0
            assert float(x) + float(width) <= 380


def test_procedures_that_differ_stand_before_those_that_are_the_same_everywhere() -> None:
    html = overview()
    table = html.partition('id="procedures"')[2].partition('id="lone"')[0]
    open_part, folded, same = table.partition("<details")
    assert "งานใช้จ่าย" in visible_text(open_part)
    assert "งานใช้จ่าย" not in visible_text(same)
    assert folded
    assert "งานที่ข้อความตรงกันในทุกฉบับที่มีงานนั้น 1 งาน" in visible_text(same)


def test_cells_carry_the_heads_of_their_columns_for_phones() -> None:
    html = overview()
    north = html.partition('id="edition-north"')[2].partition("</tr>")[0]
    assert re.findall(r'data-label="([^"]*)"', north)[:3] == ["ข้อความที่ต่าง", "งานที่ต่าง", "ขั้นตอนที่ต่าง: เพิ่ม"]


def section_of(html: str, identifier: str) -> str:
    """What a section says, as plain text."""
    return visible_text(html.partition(f'id="{identifier}">')[2].partition("<h2")[0])


def test_what_only_one_edition_has_stands_apart_from_what_is_the_same_in_all_that_have_it() -> None:
    html = overview()
    table, _, same = html.partition('id="procedures"')[2].partition('id="lone"')[0].partition("<details")
    lone = section_of(html, "lone")
    for only_one_has in ("งานอบรม", "งานรับบริจาค"):
        assert only_one_has not in visible_text(table + same)
        assert lone.count(only_one_has) == 1
    assert "งานอบรม สพป.ใต้ เขต 1 พ.ศ. 2566 ไม่มี" in lone
    assert "งานรับบริจาค สพป.เหนือ เขต 2 งานของตนเอง" in lone
    assert "งานตรวจสอบภายใน" not in lone


def without(manual: Manual, procedure: str) -> Manual:
    """An edition that does not place a procedure."""
    areas = tuple(
        replace(area, procedures=tuple(each for each in area.procedures if each.id != procedure))
        for area in manual.areas
    )
    return replace(manual, areas=areas)


@pytest.mark.parametrize(("having", "place"), [(1, "lone"), (2, "procedures"), (3, "procedures")])
def test_of_three_editions_one_that_has_a_procedure_is_alone_and_two_are_not(having: int, place: str) -> None:
    made = many_offices(3, ways=1)

    def make(identifier: str, index: int) -> Manual | None:
        manual = made.make(identifier, index)
        return manual if manual is None or index < having else without(manual, "audit")

    html = overview(MadeEditions(3, make, made.base_text))
    other = {"lone": "procedures", "procedures": "lone"}[place]
    assert "งานตรวจสอบภายใน" in section_of(html, place)
    assert "งานตรวจสอบภายใน" not in section_of(html, other)
    assert "งานที่ข้อความตรงกันในทุกฉบับที่มีงานนั้น" in visible_text(html)


def test_what_only_one_edition_has_and_changed_leads_to_what_differs() -> None:
    made = many_offices(2, ways=2)

    def make(identifier: str, index: int) -> Manual | None:
        manual = made.make(identifier, index)
        return manual if manual is None or index else without(manual, "spending")

    html = overview(MadeEditions(2, make, made.base_text))
    lone = html.partition('id="lone">')[2].partition("<h2")[0]
    assert re.search(r'href="../office-001/[^"]*spending/"', lone)
    assert re.search(r'href="../compare/spending/">[\d.]+%</a>', lone)
