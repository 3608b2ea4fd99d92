"""The chart by roles: the same symbols and lines as a procedure's own chart, each symbol in the column of who acts."""

from dataclasses import replace

from generator.charts.graph import ChartGraph, Lane
from generator.charts.steps import StepNodes
from generator.charts.words import chart_words
from generator.model import PlacedProcedure

FEWEST_ROLES, MOST_ROLES, FEWEST_STEPS = 2, 6, 3
"""With one role there is nothing to tell apart; more columns than these no screen shows, nor can anyone follow."""


def is_shown_by_role(placed: PlacedProcedure) -> bool:
    """Whether a procedure is shown by roles: only where that can be read, and where each step is one role's.

    A fork is not: its branches stand in one block, and different roles see to them.
    """
    if any(step.step.is_fork for step in placed.steps):
        return False
    roles = {step.role for step in placed.steps}
    return FEWEST_ROLES <= len(roles) <= MOST_ROLES and len(placed.steps) >= FEWEST_STEPS


def roles_graph(placed: PlacedProcedure, own: ChartGraph, step_nodes: StepNodes, key: str) -> ChartGraph:
    """The graph of a procedure by roles.

    Args:
        placed: the procedure.
        own: the chart of its own steps.
        step_nodes: says its texts as charts do.
        key: of the chart that is made.
    """
    nodes: dict[str, list[int]] = {}
    roles = [step.role for step in placed.steps]
    roles = [roles[0], *roles, *(roles[-1] for _ in own.nodes)]
    for index in own.column:
        nodes.setdefault(roles[index], []).append(index)
    lanes = tuple(
        Lane(step_nodes.role_name(role) or chart_words().nobody, tuple(each), own.nodes[each[-1]].role)
        for role, each in nodes.items()
    )
    title = chart_words().lanes_title.format(title=step_nodes.text(placed.title))
    return replace(own, key=key, title=title, bands=(), lanes=lanes)
