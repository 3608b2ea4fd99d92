"""Marks on symbols: what they look like, what is said of them, and that charts without them stay as they are."""

import re
from xml.etree import ElementTree as ET

import pytest

from generator.charts import draw_charts
from generator.charts.drawing import draw_for_paper, draw_inline, draw_standalone
from generator.charts.graph import ChartLink
from generator.charts.marks import STYLE, Mark
from generator.charts.places import LaidOut
from generator.charts.styles import COLOURS
from tests.charts.manuals import Steps, lay_out_steps, manual_of

STEPS: Steps = [
    {"id": "first", "text": "รับเรื่อง", "role": "school"},
    {"id": "check", "text": "ตรวจสอบ", "outcomes": [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "first"}]},
    {"id": "last", "text": "ส่งเรื่อง", "steps": [{"text": "พิมพ์", "go": "first"}]},
]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def charts() -> list[LaidOut]:
    return lay_out_steps(STEPS)


def link(target: ChartLink) -> str:
    return f"#{target.name}"


def test_without_marks_nothing_is_different(charts: list[LaidOut]) -> None:
    assert draw_inline(charts[0]).linked(link) == draw_inline(charts[0], {}).linked(link)
    assert draw_standalone(charts[0]) == draw_standalone(charts[0], {"step-other": Mark.ADDED})
    assert "mark" not in draw_inline(charts[0]).linked(link)


@pytest.mark.parametrize("mark", Mark)
@pytest.mark.parametrize("step", ["first", "check", "last"])
def test_a_mark_is_an_outline_and_a_sign_in_a_badge(charts: list[LaidOut], step: str, mark: Mark) -> None:
    svg = draw_inline(charts[0], {f"step-{step}": mark}, "before--").linked(link)
    root = ET.fromstring(svg)  # noqa: S314  # our own output
    (symbol,) = [
        each
        for each in root.iter(f"{SVG}a")
        if each.find(f"{SVG}path[@class='mark mark-{mark}']") is not None
    ]
    outline = symbol.find(f"{SVG}path[@class='mark mark-{mark}']")
    assert symbol.get("href") == f"#step-{step}"
    assert outline is not None
    assert outline.get("stroke") == COLOURS["marks"][mark]["light"]
    assert (outline.get("stroke-dasharray") or "") == STYLE.signs[mark].dash
    badge = symbol.find(f"{SVG}g/{SVG}circle")
    assert badge is not None
    assert badge.get("class") == f"mark-badge-{mark} outline-around"
    sign = symbol.find(f"{SVG}g/{SVG}path[@class='mark-sign']")
    assert sign is not None
    assert sign.get("d") == STYLE.signs[mark].sign


def test_each_mark_can_be_told_without_its_colour() -> None:
    assert len({sign.sign for sign in STYLE.signs.values()}) == len(Mark)
    assert set(STYLE.signs) == set(Mark)


def test_what_is_marked_is_said_too(charts: list[LaidOut]) -> None:
    svg = draw_inline(
        charts[0], {"step-first": Mark.CHANGED, "step-last": Mark.CHANGED, "step-check": Mark.MOVED}
    ).linked(link)
    assert "<title>ต่างกัน: ขั้นตอนที่ 1 สถานศึกษา รับเรื่อง</title>" in svg
    (description,) = re.findall("<desc[^>]*>(.*?)</desc>", svg)
    assert description.endswith("; ต่างกัน: ขั้นตอนที่ 1, 3; ย้ายที่: ขั้นตอนที่ 2")


def test_a_connector_to_a_marked_step_has_no_mark(charts: list[LaidOut]) -> None:
    assert "mark" not in draw_inline(charts[-1], {"step-first": Mark.REMOVED}).linked(link)


def test_the_ids_of_two_drawings_of_one_chart_differ(charts: list[LaidOut]) -> None:
    ids = [
        set(re.findall(r' id="([^"]+)"', draw_inline(charts[0], prefix=prefix).linked(link)))
        for prefix in ("", "a--", "b--")
    ]
    assert all(ids)
    assert not ids[0] & ids[1]
    assert not ids[1] & ids[2]


def test_a_file_of_its_own_shows_marks(charts: list[LaidOut]) -> None:
    root = ET.fromstring(draw_standalone(charts[0], {"step-first": Mark.REMOVED}))  # noqa: S314  # likewise
    (outline,) = root.findall(f".//{SVG}path[@class='mark mark-removed']")
    assert (outline.get("stroke"), outline.get("fill")) == (COLOURS["marks"]["removed"]["light"], "none")


def test_badges_stay_in_the_chart(charts: list[LaidOut]) -> None:
    everywhere = {f"step-{step['id']}": Mark.CHANGED for step in STEPS}
    chart = charts[0]
    places = re.findall(
        r'<g transform="translate\(([\d.-]+) ([\d.-]+)\)">', draw_inline(chart, everywhere).linked(link)
    )
    assert len(places) == len(STEPS)
    for x, y in ((float(x), float(y)) for x, y in places):
        reach = STYLE.badge / 2
        assert chart.left <= x - reach
        assert x + reach <= chart.left + chart.width
        assert chart.top <= y - reach


def test_the_pieces_of_a_tall_chart_on_paper_are_those_of_its_own_drawing() -> None:
    (chart,) = lay_out_steps([{"id": f"s{number}", "text": f"ทำ {number}"} for number in range(40)])
    drawing = re.findall(
        r'<g id="([^"]+)"', draw_inline(chart, {"step-s7": Mark.MOVED}, "before--").linked(link)
    )
    assert drawing == ["before--flow-example-1--drawing"]
    assert set(re.findall(r'href="#([^"]+)"', draw_for_paper(chart, "before--"))) == set(drawing)


def test_a_chart_links_only_to_charts_that_are_on_the_page() -> None:
    manual = manual_of(STEPS)
    chart = draw_charts(manual)["example-1", ""]
    assert 'href="#a--chart-last"' in chart.marked_svg({}, "a--", ["last"])
    assert "chart-last" not in chart.marked_svg({}, "a--")
    assert chart.marked_svg({}, "a--").count('href="#a--step-last"') == 2


def test_only_the_charts_that_are_asked_for_are_drawn() -> None:
    manual = manual_of(STEPS, [{"text": "ทำ"}])
    assert set(draw_charts(manual, {"example-2"})) == {("example-2", "")}
    assert draw_charts(manual, ()) == {}
