"""The published DOT: plain ``dot`` renders every file, and shows each text as it was written."""

import json
import shutil
import subprocess
from html import unescape

import pytest

from generator.charts import Chart, draw_charts
from generator.charts.graph import Fork, Symbol
from generator.charts.layout import run_module
from tests.charts.manuals import manual_of


def test_every_file_is_a_graph_with_all_its_nodes_and_lines(
    example_charts: list[Chart], real_charts: list[Chart]
) -> None:
    charts = [*example_charts, *real_charts]
    for chart, answer in zip(charts, run_module([chart.dot for chart in charts]), strict=True):
        graph = chart.laid_out.graph
        drawn = [node for node in graph.walk() if node.symbol is not Symbol.JUNCTION]
        forks = [node for node in drawn if isinstance(node, Fork)]
        assert len(answer["objects"]) == len(drawn) + len(forks)
        inner = (branch for fork in forks for branch in fork.branches)
        assert len(answer.get("edges", [])) == sum(len(each.edges) for each in (graph, *inner))


def test_plain_dot_renders_a_file_by_itself(example_charts: list[Chart]) -> None:
    program = shutil.which("dot")
    assert program, "these tests need Graphviz on the PATH"
    for chart in example_charts:
        finished = subprocess.run(
            [program, "-Tsvg"], input=chart.dot, capture_output=True, encoding="utf-8", check=True
        )
        assert "<svg" in finished.stdout


@pytest.mark.parametrize(
    "text",
    [
        '"quoted"',
        "a\\b \\n \\N \\G \\l",
        "trailing\\",
        "<b>html</b>",
        "<",
        "&lt;",
        "{a|<p> b}",
        '"}; digraph x { a -> b } //',
        "node",
        "ก\nข",
    ],
)
def test_a_text_is_shown_as_it_was_written(text: str) -> None:
    chart = draw_charts(manual_of([{"text": text, "role": "nobody"}]))["example-1", ""]
    (answer,) = run_module([chart.dot])
    label = answer["objects"][1]["label"]
    shown = unescape(json.loads(f'"{escaped_but_lines(label)}"'))
    assert "".join(shown.split()) == "1" + "".join(text.split())


def escaped_but_lines(label: str) -> str:
    """A DOT label as the inside of a JSON string: its line breaks as spaces, its backslashes and quotes as they are."""
    return label.replace("\\\\", "\0").replace("\\n", " ").replace("\0", "\\\\").replace('"', '\\"')


def test_lines_that_lead_back_are_dashed_and_labels_are_there(example_charts: list[Chart]) -> None:
    (chart,) = [each for each in example_charts if each.procedure == "example-1" and not each.key]
    assert 'n3 -> n2 [label="ไม่เห็นชอบ"' in chart.dot
    assert "style=dashed" in chart.dot
