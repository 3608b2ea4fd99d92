"""Charts in words, sentence by sentence, for forms of pages that have no drawings."""

from collections.abc import Mapping

from generator.charts.description import sentences
from generator.charts.flow import BY_PHASE, BY_ROLE, charts_of
from generator.charts.overview import Overview, overview_sentences
from generator.model import Manual, PlacedProcedure


def flows_in_words(placed: PlacedProcedure, manual: Manual) -> Mapping[str, tuple[str, ...]]:
    """How the work of a procedure flows, by the key of each of its charts that shows steps one by one."""
    return {
        graph.key: sentences(graph.nodes, graph.edges)
        for graph in charts_of(placed, manual)
        if graph.key not in (BY_PHASE, BY_ROLE)
    }


def role_in_words(overview: Overview, manual: Manual) -> tuple[str, ...]:
    """What a role takes part in."""
    return overview_sentences(overview, manual)
