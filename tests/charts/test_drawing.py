"""The SVG of charts: well formed whatever the texts, ids of its own, links, words for those who hear it."""

from xml.etree import ElementTree as ET

import pytest

from generator.charts import Chart, draw_charts
from generator.charts.drawing import draw_inline
from generator.charts.graph import ChartLink, LinkKind
from tests.charts.manuals import Steps, lay_out_steps, manual_of

SVG = "{http://www.w3.org/2000/svg}"
MARKS = 'ab "c" <d> & e'


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # the charts' own output


@pytest.fixture
def marked() -> ET.Element:
    """A chart whose every text holds what XML would stumble over."""
    outcomes = [{"label": MARKS}, {"label": "x", "go": "end"}]
    return parsed(lay_out_and_draw([{"text": MARKS}, {"text": MARKS, "outcomes": outcomes}, {"text": "z"}]))


def lay_out_and_draw(steps: Steps) -> str:
    return draw_inline(lay_out_steps(steps)[0]).linked(
        lambda link: None if link.kind is LinkKind.ROLE else f"#{link.name}"
    )


def test_every_chart_is_well_formed(example_charts: list[Chart], real_charts: list[Chart]) -> None:
    for chart in (*example_charts, *real_charts):
        for svg in (chart.svg, chart.standalone_svg):
            root = parsed(svg)
            assert root.tag == f"{SVG}svg"
            assert float(root.attrib["width"]) == chart.width


def test_texts_are_shown_as_they_are_and_never_as_markup(marked: ET.Element) -> None:
    shown = [span.text for span in marked.iter(f"{SVG}tspan")]
    assert shown.count(MARKS) == 3
    assert not list(marked.iter(f"{SVG}d"))


def test_a_chart_is_a_named_and_described_group(example_charts: list[Chart]) -> None:
    for chart in example_charts:
        root = parsed(chart.svg)
        assert root.attrib["role"] == "group"
        by_id = {each.attrib["id"]: each.text for each in root.iter() if "id" in each.attrib}
        assert by_id[root.attrib["aria-labelledby"]] == chart.title
        assert by_id[root.attrib["aria-describedby"]] == chart.laid_out.graph.description


def test_no_two_charts_share_an_id(example_charts: list[Chart], real_charts: list[Chart]) -> None:
    for charts in (example_charts, real_charts):
        ids = [
            each.attrib["id"] for chart in charts for each in parsed(chart.svg).iter() if "id" in each.attrib
        ]
        tall = [chart for chart in charts if chart.paper_svg]
        parts = [frame for chart in charts for frame in chart.laid_out.frames if frame.name]
        assert len(ids) == len(set(ids)) == 2 * len(charts) + len(tall) + len(parts)


def test_ids_tell_where_the_procedure_ends_and_the_key_starts() -> None:
    svg = lay_out_and_draw([{"id": "prepare", "text": "ก", "steps": [{"text": "ข"}]}])
    assert 'id="flow-example-1--title"' in svg
    inner = lay_out_steps([{"id": "prepare", "text": "ก", "steps": [{"text": "ข"}]}])[1]
    assert 'id="flow-example-1--prepare--title"' in draw_inline(inner).linked(lambda link: link.name)


def test_roles_that_act_together_are_drawn_together_and_a_default_in_italics() -> None:
    root = parsed(lay_out_and_draw([{"text": "ก", "role": ["committee", "school"]}, {"text": "ข"}]))
    texts = [(each.get("font-style"), "".join(each.itertext())) for each in root.iter(f"{SVG}text")]
    together = " ".join(text for style, text in texts if style is None)
    assert "คณะกรรมการ" in together
    assert "สถานศึกษา" in together
    assert ("italic", "สพท.") in texts


def test_each_step_links_to_its_row_and_says_what_it_is() -> None:
    root = parsed(
        lay_out_and_draw([{"id": "sign", "text": "ลงนาม", "role": "area-director"}, {"text": "เก็บ"}])
    )
    links = [(each.attrib["href"], each[0].tag, each[0].text) for each in root.iter(f"{SVG}a")]
    assert links == [
        ("#step-sign", f"{SVG}title", "ขั้นตอนที่ 1 ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา ลงนาม"),
        ("#step-2", f"{SVG}title", "ขั้นตอนที่ 2 สำนักงานเขตพื้นที่การศึกษา (โดยปริยาย) เก็บ"),
    ]


def test_a_sub_process_also_links_to_its_chart_and_no_link_is_in_another() -> None:
    steps: Steps = [{"id": "prepare", "text": "เตรียม", "steps": [{"text": "ก"}]}]
    charts = draw_charts(manual_of(steps))
    root = parsed(charts["example-1", ""].svg)
    links = {each.attrib["href"]: each for each in root.iter(f"{SVG}a")}
    assert list(links) == ["#step-prepare", "#chart-prepare"]
    assert links["#chart-prepare"][0].text == "ดูผังย่อยของขั้นตอนที่ 1"
    assert not [inner for link in links.values() for inner in link.iter(f"{SVG}a") if inner is not link]


def test_a_decision_with_steps_of_its_own_is_marked() -> None:
    plain, marked = (
        lay_out_and_draw(
            [
                {"text": "ก", "outcomes": [{"label": "x"}, {"label": "y", "go": "end"}], **changes},
                {"text": "ข"},
            ]
        )
        for changes in ({}, {"steps": [{"text": "ค"}]})
    )
    assert marked.count("outline-decision") == plain.count("outline-decision") + 1


def test_addresses_of_links_are_escaped() -> None:
    def address(link: ChartLink) -> str:
        return f'x"><script>{link.name}'

    svg = draw_inline(lay_out_steps([{"text": "ก"}])[0]).linked(address)
    assert parsed(svg).find(f"{SVG}a").attrib["href"] == 'x"><script>step-1'  # type: ignore[union-attr]  # it is there


def test_a_file_of_its_own_has_no_links_a_background_and_its_own_fonts(example_charts: list[Chart]) -> None:
    for chart in example_charts:
        root = parsed(chart.standalone_svg)
        assert not list(root.iter(f"{SVG}a"))
        assert "Sarabun" in (root.find(f"{SVG}style").text or "")  # type: ignore[union-attr]  # it is there
        spans = list(root.iter(f"{SVG}tspan"))
        assert spans
        assert all(float(span.attrib["textLength"]) >= 0 for span in spans)


def test_charts_are_small_in_bytes(real_charts: list[Chart]) -> None:
    for chart in real_charts:
        steps = sum(bool(node.number) for node in chart.laid_out.graph.nodes)
        columns = len(chart.laid_out.graph.lanes)
        assert len(chart.svg.encode()) < 4_000 + 1_400 * steps + 900 * columns


def test_a_chart_too_tall_for_a_sheet_says_so(example_charts: list[Chart]) -> None:
    for chart in example_charts:
        assert (" tall" in parsed(chart.svg).attrib["class"]) is (chart.height > 1500)
