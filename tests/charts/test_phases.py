"""Phases, calls, named ends and roles in flow graphs, and how the charts that show them are drawn."""

from collections.abc import Mapping

import pytest

from generator.charts import BY_PHASE, BY_ROLE, Chart, draw_charts
from generator.charts.files import chart_files
from generator.charts.flow import FAR, chart_keys, charts_of
from generator.charts.graph import ChartGraph, LinkKind, Symbol
from generator.charts.paging import is_wide, pages
from generator.charts.styles import SIZES
from generator.charts.typesetting import text_style
from generator.model.manual import Manual
from tests.charts.manuals import Steps, manual_of

ENDS = (
    {"id": "granted", "text": "อนุญาตแล้ว", "tone": "good"},
    {"id": "refused", "text": "ไม่อนุญาต", "tone": "bad"},
)


def steps_of(count: int, **fields: Mapping[str, object]) -> list[dict[str, object]]:
    """Steps ``s1``, ``s2`` …, some with more fields, by their ids."""
    return [
        {"id": name, "text": f"ทำ {name}", **fields.get(name, {})}
        for name in (f"s{number}" for number in range(1, count + 1))
    ]


def graphs(steps: Steps) -> dict[str, ChartGraph]:
    """The graphs of a procedure with named ends, by their keys."""
    manual = manual_of(steps, ends=ENDS)
    return {graph.key: graph for graph in charts_of(next(manual.procedures()), manual)}


def lines(graph: ChartGraph) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """The lines that are not simply the next: the names of their ends, their labels, and whether they lead back."""
    names = [node.number or node.text for node in graph.nodes]
    return [
        (names[edge.source], names[edge.target], edge.labels, edge.is_return)
        for edge in graph.edges
        if edge.labels or edge.target != edge.source + 1
    ]


def hanging(graph: ChartGraph) -> list[tuple[str, str, int | None]]:
    """The symbols that hang on others: what they are, what they say, and on which."""
    return [(node.symbol, node.text, node.host) for node in graph.nodes if node.host is not None]


# ---------------------------------------------------------------------------------------------- phases
def test_a_phase_holds_until_the_next_and_steps_before_the_first_have_none() -> None:
    graph = graphs(steps_of(5, s2={"phase": "รับเรื่อง"}, s4={"phase": "พิจารณา"}))[""]
    assert [(band.title, band.first, band.last) for band in graph.bands] == [
        ("", 1, 1),
        ("รับเรื่อง", 2, 3),
        ("พิจารณา", 4, 5),
    ]
    assert [band.heading.name for band in graph.bands] == ["phase-s1", "phase-s2", "phase-s4"]
    assert "ระยะ รับเรื่อง: ขั้นตอนที่ 2 ถึง 3; ระยะ พิจารณา: ขั้นตอนที่ 4 ถึง 5" in graph.description


def test_a_procedure_without_phases_has_no_bands_and_is_sealed_as_before() -> None:
    graph = graphs(steps_of(2))[""]
    assert graph.bands == ()
    for word in ("bands", "lanes", "chip", "calls", "tone"):
        assert f"{word}=" not in repr(graph)


def test_a_jump_within_a_phase_or_to_a_near_step_is_a_line_and_one_far_into_another_a_pair_of_connectors() -> (
    None
):
    back = [{"label": "ใช่"}, {"label": "ทำใหม่", "go": "s1"}]
    near = graphs(steps_of(FAR + 1, s1={"phase": "ก"}, s3={"phase": "ข"}, s4={"outcomes": back}))[""]
    assert hanging(near) == []
    within = graphs(steps_of(FAR + 3, s1={"phase": "ก"}, s6={"outcomes": back}))[""]
    assert hanging(within) == []
    far = graphs(steps_of(FAR + 3, s1={"phase": "ก"}, s3={"phase": "ข"}, s6={"outcomes": back}))[""]
    assert hanging(far) == [("connector", "1", 6), ("connector", "6", 1)]
    assert ("6", "1", ("ทำใหม่",), True) in lines(far)


def test_the_end_from_afar_is_a_terminator_of_its_own() -> None:
    stop = [{"label": "ใช่"}, {"label": "เลิก", "go": "end"}]
    far = graphs(steps_of(FAR + 4, s1={"phase": "ก", "outcomes": stop}, s3={"phase": "ข"}))[""]
    assert hanging(far) == [("terminator", "สิ้นสุด", 1)]


def test_a_long_procedure_with_phases_has_an_overview_with_every_way_between_them() -> None:
    steps = steps_of(
        13,
        s1={"phase": "วางแผน"},
        s5={"phase": "ประกาศ", "outcomes": [{"label": "ใช่"}, {"label": "ไม่พร้อม", "go": "s1"}]},
        s9={"phase": "สรุป", "outcomes": [{"label": "ใช่"}, {"label": "เลิก", "go": "refused"}]},
        s10={"outcomes": [{"label": "ใช่"}, {"label": "ทบทวน", "go": "s2"}, {"label": "ซ้ำ", "go": "s9"}]},
        s3={"go": "s9"},
        s4={"text": "แยก"},
    )
    overview = graphs(steps)[BY_PHASE]
    assert [node.text for node in overview.nodes] == [
        *("เริ่มต้น", "วางแผน", "ประกาศ", "สรุป", "สิ้นสุด", "ไม่อนุญาต"),
    ]
    assert [node.chip for node in overview.nodes[1:4]] == ["ขั้นตอนที่ 1–4", "ขั้นตอนที่ 5–8", "ขั้นตอนที่ 9–13"]
    assert lines(overview) == [
        ("วางแผน", "สรุป", ("ขั้นตอนที่ 3",), False),
        ("ประกาศ", "วางแผน", ("ไม่พร้อม",), True),
        ("สรุป", "ไม่อนุญาต", ("ขั้นตอนที่ 9",), False),
        ("สรุป", "วางแผน", ("ทบทวน",), True),
    ]
    for told in (
        "มี 3 ระยะ",
        "ระยะ ประกาศ: ขั้นตอนที่ 5 ถึง 8",
        "จากขั้นตอนที่ 3 ไปขั้นตอนที่ 9",
        "จากขั้นตอนที่ 5 ไม่พร้อม กลับไปขั้นตอนที่ 1",
        "จากขั้นตอนที่ 9 เลิก จบงาน: ไม่อนุญาต",
    ):
        assert told in overview.description


def test_an_overview_has_no_end_that_nothing_leads_to() -> None:
    steps = steps_of(13, s1={"phase": "วางแผน"}, s5={"phase": "สรุป"}, s13={"go": "refused"})
    overview = graphs(steps)[BY_PHASE]
    assert [node.text for node in overview.nodes] == ["เริ่มต้น", "วางแผน", "สรุป", "ไม่อนุญาต"]
    assert [(edge.source, edge.target) for edge in overview.edges] == [(0, 1), (1, 2), (2, 3)]


def test_an_overview_has_the_tones_that_authors_state() -> None:
    said = {"outcomes": [{"label": "ใช่"}, {"label": "ถอย", "go": "s1", "tone": "bad"}]}
    steps = steps_of(13, s1={"phase": "วางแผน"}, s5={"phase": "สรุป"}, s6=said)
    (way,) = (edge for edge in graphs(steps)[BY_PHASE].edges if edge.labels == ("ถอย",))
    assert way.tone == "bad"


@pytest.mark.parametrize(
    ("count", "phases", "expected"),
    [(13, ("s1", "s7"), True), (12, ("s1", "s7"), False), (20, ("s1",), False)],
)
def test_only_long_procedures_of_several_phases_have_an_overview(
    count: int, phases: tuple[str, ...], expected: bool
) -> None:
    steps = steps_of(count, **{name: {"phase": name} for name in phases})
    assert (BY_PHASE in graphs(steps)) is expected


# ----------------------------------------------------------------------------------------- calls and ends
def test_a_call_is_a_predefined_process_that_leads_to_the_procedure() -> None:
    manual = manual_of(steps_of(1, s1={"call": "example-2"}), steps_of(1))
    node = charts_of(next(manual.procedures()), manual)[0].nodes[1]
    assert (node.symbol, node.chip, node.calls) == (Symbol.PREDEFINED, "ดูงาน 1.2", "1.2 งานตัวอย่าง")
    assert node.sub_chart is not None
    assert (node.sub_chart.kind, node.sub_chart.name) == (LinkKind.PROCEDURE, "example-2")
    assert "ขั้นตอนที่ 1 เรียกใช้งาน 1.2 งานตัวอย่าง" in charts_of(next(manual.procedures()), manual)[0].description


def test_a_call_of_what_the_edition_lacks_leads_nowhere_and_says_so() -> None:
    node = graphs(steps_of(1, s1={"call": "gone"}))[""].nodes[1]
    assert (node.symbol, node.sub_chart, node.calls) == (Symbol.PREDEFINED, None, "gone (ไม่มีในฉบับนี้)")


def test_a_named_end_is_a_terminator_on_each_step_that_leads_there() -> None:
    outcomes = [{"label": "ได้", "go": "granted"}, {"label": "ไม่ได้", "go": "refused"}]
    inner = {"steps": [{"text": "ย่อย", "outcomes": [{"label": "ใช่"}, {"label": "ไม่", "go": "refused"}]}]}
    found = graphs(steps_of(2, s1=inner, s2={"outcomes": outcomes}))
    assert hanging(found[""]) == [("terminator", "อนุญาตแล้ว", 2), ("terminator", "ไม่อนุญาต", 2)]
    assert [node.tone for node in found[""].nodes if node.host] == ["good", "bad"]
    assert hanging(found["s1"]) == [("terminator", "ไม่อนุญาต", 1)]
    assert "ถ้าไม่ได้ จบงาน: ไม่อนุญาต" in found[""].description


# ------------------------------------------------------------------------------------------------ by role
def test_each_symbol_stands_in_the_lane_of_who_acts_in_the_order_of_appearance() -> None:
    steps = steps_of(4, s1={"role": "school"}, s2={"role": "committee"}, s3={"role": "school"})
    graph = graphs(steps)[BY_ROLE]
    assert [(lane.title, lane.nodes) for lane in graph.lanes] == [
        ("สถานศึกษา", (0, 1, 3)),
        ("คณะกรรมการวิเคราะห์งบประมาณรายจ่าย", (2,)),
        ("สพท.", (4, 5)),
    ]
    own = graphs(steps)[""]
    assert (graph.nodes, graph.edges, graph.description) == (own.nodes, own.edges, own.description)


@pytest.mark.parametrize(
    ("roles", "count", "expected"), [(1, 5, False), (2, 5, True), (4, 5, True), (2, 2, False)]
)
def test_lanes_are_offered_only_where_they_can_be_read(roles: int, count: int, expected: bool) -> None:
    names = ("school", "committee", "area-director", "area-office")[:roles]
    steps = steps_of(count, **{f"s{at}": {"role": names[at % roles]} for at in range(1, count + 1)})
    assert (BY_ROLE in graphs(steps)) is expected


def test_seven_roles_are_too_many() -> None:
    steps = steps_of(7, **{f"s{at}": {"role": f"role-{at}"} for at in range(1, 8)})
    assert BY_ROLE not in graphs(steps)
    steps[6]["role"] = "role-1"
    assert BY_ROLE in graphs(steps)


# ------------------------------------------------------------------------------------------------ drawn
@pytest.fixture(scope="module")
def manual() -> Manual:
    """A long procedure with everything."""
    steps = steps_of(
        16,
        s1={"phase": "วางแผน", "role": "school"},
        s6={"phase": "ประกาศ", "call": "example-2"},
        s12={"phase": "สรุป", "outcomes": [{"label": "ได้"}, {"label": "ใหม่", "go": "s1"}]},
        s16={"go": "granted"},
    )
    return manual_of(steps, steps_of(1), ends=ENDS)


@pytest.fixture(scope="module")
def charts(manual: Manual) -> dict[str, Chart]:
    """Its charts, by their keys."""
    return {key: chart for (owner, key), chart in draw_charts(manual).items() if owner == "example-1"}


def test_all_charts_are_drawn_with_frames(manual: Manual, charts: dict[str, Chart]) -> None:
    assert tuple(charts) == chart_keys(next(manual.procedures())) == ("", BY_PHASE, BY_ROLE)
    assert [len(chart.laid_out.frames) for chart in charts.values()] == [3, 0, 2]
    assert 'id="part-phase-s6"' in charts[""].svg
    assert 'href="#part-phase-s6"' in charts[BY_PHASE].svg
    assert 'href="#phase-s6"' in charts[BY_PHASE].svg
    assert 'id="part-' not in charts[""].standalone_svg
    assert "#old-phase-s6" not in charts[""].marked_svg({}, "old-")


def test_paper_never_cuts_through_the_title_of_a_phase(charts: dict[str, Chart]) -> None:
    chart = charts[""].laid_out
    cuts = [lower for _, lower in pages(chart)][:-1]
    assert cuts
    for frame in chart.frames:
        assert not any(abs(cut - frame.y) < frame.title.height / 2 for cut in cuts)


def test_on_a_phone_no_text_is_smaller_than_nine_pixels(
    charts: dict[str, Chart], example_charts: list[Chart]
) -> None:
    for chart in (*charts.values(), *example_charts):
        laid_out = chart.laid_out
        sizes = [text_style(line.style).size for node in laid_out.nodes for line in node.shape.lines]
        scale = 1.0 if is_wide(laid_out) else min(1.0, SIZES.phone_width / laid_out.width)
        assert min(sizes) * scale >= SIZES.least_type, chart.title
        assert (' wide"' in chart.svg) is is_wide(laid_out)


def test_files_have_the_overview_but_not_the_chart_by_roles(manual: Manual) -> None:
    names = [file.rpartition("/")[2] for file in chart_files(manual)]
    assert "example-1.by_phase.svg" in names
    assert not any(BY_ROLE in name for name in names)


def test_the_examples_draw_dot_files_with_every_symbol(example_charts: list[Chart]) -> None:
    drawn = "".join(chart.dot for chart in example_charts)
    for shape in ("cds", "invtrapezium", "cylinder"):
        assert f"shape={shape}" in drawn
