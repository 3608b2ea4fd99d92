"""Every step of a procedure in its place: its number, its address, and who acts in it."""

from collections.abc import Mapping

from generator.model.manual import PlacedStep
from generator.model.procedure import Procedure, Step


def step_texts(procedure: Procedure) -> tuple[str, ...]:
    """What the steps of a procedure say, of every depth, in reading order."""
    return tuple(each.step.text for placed in place_steps(procedure) for each in placed.walk())


def place_steps(procedure: Procedure) -> tuple[PlacedStep, ...]:
    """Number and address every step of a procedure."""
    owner = (procedure.owner,) if procedure.owner else ()
    return _place({"steps": procedure.steps}, (owner, bool(owner)), (), ())


def _place(
    lists: Mapping[str, tuple[Step, ...]],
    acting: tuple[tuple[str, ...], bool],
    above: tuple[int, ...],
    place: tuple[str | int, ...],
) -> tuple[PlacedStep, ...]:
    """Place the steps of a parent, by the keys at which they stand; the parent has the given path and place.

    Who acts where a step names nobody comes from the parent, with whether that is only the procedure's owner.
    """
    placed: list[PlacedStep] = []
    for key, steps in lists.items():
        for index, step in enumerate(steps):
            path, data_path = (*above, len(placed)), (*place, key, index)
            number = ".".join(str(position + 1) for position in path)
            anchor = f"step-{step.id}" if step.id else f"step-{number.replace('.', '-')}"
            inner = {"steps": step.steps, "parallel": step.parallel}
            roles, is_default = (step.roles, False) if step.roles else acting
            children = _place(inner, (roles, is_default), path, data_path)
            placed.append(PlacedStep(step, path, number, anchor, roles, children, data_path, is_default))
    return tuple(placed)
