"""What the durations of steps come to, of each procedure and of each role: worked out once a build."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.model import Manual, PlacedStep, ProcedureTime, TimeSum, procedure_time, time_sum


@dataclass(frozen=True)
class RoleTime:
    """What a role's steps come to.

    Attributes:
        total: over all procedures.
        by_procedure: by the ids of those in which a step of the role states a time.
    """

    total: TimeSum
    by_procedure: Mapping[str, TimeSum]


def times_of(manual: Manual) -> Mapping[str, ProcedureTime]:
    """The times of the procedures of which at least one step states one, by id."""
    found = ((placed.id, procedure_time(placed)) for placed in manual.procedures())
    return {identifier: time for identifier, time in found if time is not None}


def role_times(manual: Manual, times: Mapping[str, ProcedureTime]) -> Mapping[str, RoleTime]:
    """The times of the roles of which at least one step states one, by id.

    Args:
        manual: the manual.
        times: of its procedures.
    """
    sums: dict[str, dict[str, TimeSum]] = {role: {} for role in manual.roles}
    for placed in manual.procedures():
        time = times.get(placed.id) or ProcedureTime(placed)
        for role in dict.fromkeys(
            each for step in placed.walk_steps() for each in step.roles if each in sums
        ):
            sums[role][placed.id] = time.of_role(role)
    found = {}
    for role, by_procedure in sums.items():
        stating = {identifier: each for identifier, each in by_procedure.items() if each.is_stated}
        if stating:
            total = time_sum(_steps(by_procedure.values()), partial(_acts, role))
            found[role] = RoleTime(total, stating)
    return found


def _steps(sums: Iterable[TimeSum]) -> Iterator[PlacedStep]:
    """All the steps of several sums."""
    for each in sums:
        yield from (*each.steps, *each.outside, *each.windows, *each.silent)


def _acts(role: str, step: PlacedStep) -> bool:
    return role in step.roles
