"""Charts in words, sentence by sentence, for forms of pages that have no drawings."""

from collections.abc import Iterable, Mapping

from generator.charts.description import sentences
from generator.charts.flow import BY_PHASE, BY_ROLE
from generator.charts.graph import ChartGraph
from generator.charts.overview import Overview, overview_sentences
from generator.model import Manual


def flows_in_words(graphs: Iterable[ChartGraph]) -> Mapping[str, tuple[str, ...]]:
    """How the work of a procedure flows, from its graphs: by the key of each that shows steps one by one."""
    return {
        graph.key: sentences(graph.nodes, graph.edges)
        for graph in graphs
        if graph.key not in (BY_PHASE, BY_ROLE)
    }


def role_in_words(overview: Overview, manual: Manual) -> tuple[str, ...]:
    """What a role takes part in."""
    return overview_sentences(overview, manual)
