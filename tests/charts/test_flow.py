"""From steps to flow graphs: which symbols, which lines, and what hangs on a step when its `go` leaves the list."""

import pytest

from generator.charts.flow import charts_of
from generator.charts.graph import ChartGraph, LinkKind, Symbol
from generator.charts.steps import reading_text
from tests.charts.manuals import Steps, graphs_of, manual_of


def lines(graph: ChartGraph) -> list[tuple[str, str, tuple[str, ...]]]:
    """The edges as names of their ends (a step's number, or the text) and their labels."""
    names = [node.number or node.text for node in graph.nodes]
    return [(names[edge.source], names[edge.target], edge.labels) for edge in graph.edges]


def test_steps_follow_one_another_from_start_to_end() -> None:
    (graph,) = graphs_of([{"text": "หนึ่ง"}, {"text": "สอง"}])
    assert lines(graph) == [("เริ่มต้น", "1", ()), ("1", "2", ()), ("2", "สิ้นสุด", ())]
    assert [node.symbol for node in graph.nodes] == ["terminator", "process", "process", "terminator"]


def test_each_kind_of_step_has_its_symbol() -> None:
    kinds = ["process", "decision", "document", "input/output", "delay", "manual", "stored-data"]
    (graph, *_) = graphs_of(
        [*({"text": "ก", "kind": kind} for kind in kinds), {"text": "ข", "steps": [{"text": "ค"}]}]
    )
    assert [node.symbol for node in graph.nodes[1:-1]] == [
        Symbol.PROCESS,
        Symbol.DECISION,
        Symbol.DOCUMENT,
        Symbol.INPUT_OUTPUT,
        Symbol.DELAY,
        Symbol.MANUAL,
        Symbol.STORED_DATA,
        Symbol.PREDEFINED,
    ]


def test_outcomes_are_labelled_and_those_to_one_place_share_a_line() -> None:
    outcomes = [{"label": "ก"}, {"label": "ข", "go": "first"}, {"label": "ค"}, {"label": "ง", "go": "end"}]
    (graph,) = graphs_of(
        [{"id": "first", "text": "หนึ่ง"}, {"text": "สอง", "outcomes": outcomes}, {"text": "สาม"}]
    )
    assert lines(graph)[2:] == [
        ("2", "3", ("ก", "ค")),
        ("2", "1", ("ข",)),
        ("2", "สิ้นสุด", ("ง",)),
        ("3", "สิ้นสุด", ()),
    ]
    assert [edge.is_return for edge in graph.edges] == [False, False, False, True, False, False]


def test_there_is_no_end_where_nothing_ends() -> None:
    (graph,) = graphs_of([{"id": "again", "text": "หนึ่ง", "go": "again"}])
    assert lines(graph) == [("เริ่มต้น", "1", ()), ("1", "1", ())]


def test_a_go_to_nowhere_has_no_line() -> None:
    (graph,) = graphs_of([{"text": "หนึ่ง", "go": "nowhere"}, {"text": "สอง"}])
    assert lines(graph) == [("เริ่มต้น", "1", ()), ("2", "สิ้นสุด", ())]


def test_a_procedure_without_steps_has_no_chart() -> None:
    manual = manual_of([{"text": "หนึ่ง"}])
    placed = next(manual.procedures())
    object.__setattr__(placed, "steps", ())
    assert charts_of(placed, manual) == []


JUMPS: Steps = [
    {
        "id": "outer",
        "text": "หนึ่ง",
        "steps": [
            {"id": "inner", "text": "ก"},
            {
                "text": "ข",
                "outcomes": [{"label": "ไป", "go": "last"}, {"label": "เลิก", "go": "end"}, {"label": "ต่อ"}],
            },
            {"text": "ค", "go": "outer"},
        ],
    },
    {"id": "middle", "text": "สอง", "go": "inner"},
    {"id": "last", "text": "สาม"},
]


def test_a_go_out_of_the_list_ends_in_a_connector_and_comes_in_by_one() -> None:
    whole, inner = graphs_of(JUMPS)
    assert ("1.2", "3", ("ไป",)) in lines(inner)
    connector = next(node for node in inner.nodes if node.symbol is Symbol.CONNECTOR)
    assert (connector.caption, connector.text, connector.host) == ("ไป", "3", 2)
    assert connector.step is not None
    assert (connector.step.name, connector.step.tip) == ("step-last", "ไปขั้นตอนที่ 3 สาม")
    assert ("1.2", "3", ()) in lines(whole)
    incoming = next(node for node in whole.nodes if node.symbol is Symbol.CONNECTOR)
    assert (incoming.caption, incoming.text, incoming.host) == ("จาก", "1.2", 3)


def test_the_end_of_the_procedure_in_a_sub_chart_is_a_terminator_of_its_own() -> None:
    _, inner = graphs_of(JUMPS)
    assert ("1.2", "สิ้นสุด", ("เลิก",)) in lines(inner)
    assert next(node for node in inner.nodes if node.text == "สิ้นสุด").host == 2


def test_entering_a_step_is_entering_its_first_sub_step() -> None:
    whole, inner = graphs_of(JUMPS)
    assert ("1.3", "1.1", ()) in lines(inner), "a sub-step goes to the step that it is part of"
    assert ("2", "1", ()) in lines(whole), "a step goes to another's first sub-step"


@pytest.mark.parametrize(
    ("changes", "following", "text"),
    [
        ({}, [{"text": "สอง"}], "จบขั้นตอนที่ 1 ไปขั้นตอนที่ 2"),
        ({}, [], "จบขั้นตอนที่ 1 และสิ้นสุดงาน"),
        ({"go": "end"}, [{"text": "สอง"}], "จบขั้นตอนที่ 1 และสิ้นสุดงาน"),
        ({"id": "own", "go": "own"}, [], "จบขั้นตอนที่ 1 กลับไปขั้นตอนที่ 1"),
        ({"go": "nowhere"}, [], "จบขั้นตอนที่ 1"),
        (
            {"outcomes": [{"label": "ก"}, {"label": "ข", "go": "end"}]},
            [{"text": "สอง"}],
            "จบขั้นตอนที่ 1 แล้วพิจารณาผล",
        ),
    ],
)
def test_the_end_of_a_sub_chart_says_what_follows(
    changes: dict[str, object], following: Steps, text: str
) -> None:
    _, inner = graphs_of([{"text": "หนึ่ง", "steps": [{"text": "ก"}], **changes}, *following])
    assert inner.nodes[0].text == "เริ่มขั้นตอนที่ 1"
    assert inner.nodes[-1].text == text


def test_after_the_last_step_of_the_innermost_list_the_outer_ones_go_on() -> None:
    steps: Steps = [{"text": "หนึ่ง", "steps": [{"text": "ก", "steps": [{"text": "ข"}]}]}, {"text": "สอง"}]
    assert graphs_of(steps)[2].nodes[-1].text == "จบขั้นตอนที่ 1.1 ไปขั้นตอนที่ 2"
    outcomes = [{"label": "ก"}, {"label": "ข", "go": "end"}]
    assert (
        graphs_of([{**steps[0], "outcomes": outcomes}])[2].nodes[-1].text
        == "จบขั้นตอนที่ 1.1 แล้วพิจารณาผลขั้นตอนที่ 1"
    )


def test_where_a_sub_chart_ends_the_procedure_its_end_and_that_are_one() -> None:
    steps: Steps = [
        {"text": "หนึ่ง", "steps": [{"text": "ก", "outcomes": [{"label": "ข"}, {"label": "ค", "go": "end"}]}]}
    ]
    assert lines(graphs_of(steps)[1])[1:] == [("1.1", "จบขั้นตอนที่ 1 และสิ้นสุดงาน", ("ข", "ค"))]


def test_charts_are_named_and_linked_by_anchors_and_keys() -> None:
    whole, named, numbered = graphs_of(
        [
            {"id": "prepare", "text": "เตรียม", "steps": [{"text": "ก"}]},
            {"text": "ทำ", "steps": [{"text": "ข"}]},
        ]
    )
    assert [graph.key for graph in (whole, named, numbered)] == ["", "prepare", "2"]
    assert [graph.title for graph in (whole, named)] == ["ผังงาน งานตัวอย่าง", "ผังย่อยขั้นตอนที่ 1 เตรียม"]
    links = [link for node in whole.nodes[1:3] for link in (node.step, node.sub_chart) if link]
    assert [(link.kind, link.name) for link in links] == [
        (LinkKind.STEP, "step-prepare"),
        (LinkKind.CHART, "prepare"),
        (LinkKind.STEP, "step-2"),
        (LinkKind.CHART, "2"),
    ]


def test_a_step_shows_its_role_short_and_tells_it_in_full() -> None:
    (graph,) = graphs_of([{"text": "ลงนาม", "role": "area-director"}, {"text": "เก็บ", "role": "unknown"}])
    assert graph.nodes[1].role_name == "ผอ.สพท."
    assert graph.nodes[1].step is not None
    assert graph.nodes[1].step.tip == "ขั้นตอนที่ 1 ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา ลงนาม"
    assert (graph.nodes[2].role_name, graph.nodes[2].colour) == ("", "")


def test_texts_are_read_on_one_line_without_markup() -> None:
    manual = manual_of([{"text": "หนึ่ง"}], title="งาน **หลัก**")
    text = (
        "**เน้น**  [ดู](procedure:example-1) [](procedure:example-1) [](procedure:none)\n\x00 [ก](javascript:x)"
    )
    assert reading_text(text, manual) == "เน้น ดู งาน หลัก none [ก](javascript:x)"


def test_a_connector_is_also_a_way_in_only_where_there_is_another() -> None:
    outcomes = [{"label": "ต่อ"}, {"label": "ข้าม", "go": "last"}]
    inner: Steps = [{"text": "ข", "outcomes": outcomes}, {"text": "ค"}]
    steps: Steps = [{"text": "ก", "steps": inner}, {"text": "ง"}, {"text": "จ", "id": "last"}]
    assert "ขั้นตอนที่ 3 รับงานจากขั้นตอนที่ 1.1 ด้วย" in graphs_of(steps)[0].description


def test_the_flow_is_told_in_words() -> None:
    whole, inner = graphs_of(JUMPS)
    assert whole.description == (
        "ผังนี้มี 3 ขั้นตอน เริ่มที่ขั้นตอนที่ 1; ขั้นตอนที่ 1 แล้วไปขั้นตอนที่ 2; ขั้นตอนที่ 2 แล้วกลับไปขั้นตอนที่ 1; ขั้นตอนที่ 3 แล้วสิ้นสุด; "
        "ขั้นตอนที่ 1 มีผังย่อย; ขั้นตอนที่ 3 รับงานจากขั้นตอนที่ 1.2"
    )
    assert inner.description == (
        "ผังนี้มี 3 ขั้นตอน เริ่มที่ขั้นตอนที่ 1.1; ขั้นตอนที่ 1.1 แล้วไปขั้นตอนที่ 1.2; "
        "ขั้นตอนที่ 1.2 ข ถ้าไป ไปขั้นตอนที่ 3 ถ้าเลิก สิ้นสุด ถ้าต่อ ไปขั้นตอนที่ 1.3; ขั้นตอนที่ 1.3 แล้วกลับไปขั้นตอนที่ 1.1"
    )


def test_a_line_up_to_a_step_of_another_way_is_no_return() -> None:
    steps: Steps = [
        {"text": "รับ", "outcomes": [{"label": "ครบ"}, {"label": "ไม่ครบ", "go": "aside"}]},
        {
            "text": "แจ้ง",
            "id": "tell",
            "outcomes": [{"label": "พอ", "go": "end"}, {"label": "ซ้ำ", "go": "tell"}],
        },
        {"text": "ขอเพิ่ม", "id": "aside", "go": "tell"},
    ]
    (graph,) = graphs_of(steps)
    assert "ขั้นตอนที่ 3 แล้วไปขั้นตอนที่ 2" in graph.description
    assert [(edge.source, edge.target) for edge in graph.edges if edge.is_return] == [(2, 2), (3, 2)]
    assert [(edge.source, edge.target) for edge in graph.edges if edge.is_again] == [(2, 2)]
    again: Steps = [*steps[:2], {"text": "ขอเพิ่ม", "id": "aside", "go": "start"}, {"text": "ง"}]
    (graph,) = graphs_of([{"text": "เริ่ม", "id": "start"}, *again])
    assert "ขั้นตอนที่ 4 แล้วกลับไปขั้นตอนที่ 1" in graph.description
