"""The phases of a procedure: a heading that a step begins holds over its list until another begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # placed procedures are made of steps that know nothing of phases
    from generator.model.manual import PlacedStep


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a procedure's steps.

    Attributes:
        title: its heading; None of steps before the first.
        steps: at least one.
    """

    title: str | None
    steps: "tuple[PlacedStep, ...]"

    @property
    def anchor(self) -> str:
        """The fragment of its heading, after its first step."""
        return f"phase-{self.steps[0].chart_key}"

    @property
    def numbers(self) -> tuple[str, str]:
        """The numbers of its first and of its last step."""
        return self.steps[0].number, self.steps[-1].number


def phases_of(steps: "Sequence[PlacedStep]") -> tuple[Phase, ...]:
    """The phases of a procedure.

    Args:
        steps: its own steps, without those below them.

    Returns:
        All of its steps in stretches; none where no step begins a phase.
    """
    if not any(placed.step.phase for placed in steps):
        return ()
    stretches: list[list[PlacedStep]] = []
    for placed in steps:
        if placed.step.phase or not stretches:
            stretches.append([])
        stretches[-1].append(placed)
    return tuple(Phase(stretch[0].step.phase, tuple(stretch)) for stretch in stretches)
