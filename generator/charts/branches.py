"""Which steps a chart shows in place inside a fork, and which have a chart of their own.

A fork stands in the chart of its list with all its branches. A branch of a few steps in a row is drawn in it, step
below step; one of more, or with sub-processes of its own, or that decides what comes of it, is a sub-process.
"""

from generator.charts.styles import SIZES
from generator.model import PlacedStep


def is_in_place(placed: PlacedStep) -> bool:
    """Whether the steps inside a step are drawn in the chart that shows the step itself."""
    if placed.step.is_fork:
        return True
    return (
        placed.is_branch
        and 0 < len(placed.steps) <= SIZES.most_steps_in_a_branch
        and not (placed.step.is_decision or placed.step.go)
        and not any(inner.steps and not inner.step.is_fork for inner in placed.steps)
    )


def has_own_chart(placed: PlacedStep) -> bool:
    """Whether the steps inside a step have a chart of their own."""
    return bool(placed.steps) and not is_in_place(placed)
