"""What became of ids that were given up: followed from one successor to the next, until one that was not given up.

The steps of a procedure go with it: where ``a`` became ``b``, ``a#check`` is ``b#check``, and a step that was renamed
while its procedure was still called ``a`` is known by what the procedure is called now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.retired_ids import RetiredKind

GONE = ""
"""What took the place of an id that has no successor."""
_OF_STEP = "#"


class Retirement(NamedTuple):
    """An id that was given up: what it named, itself, and what took its place, perhaps `GONE`."""

    kind: str
    old: str
    new: str


@dataclass(frozen=True)
class FormerIds:
    """The ids that were given up.

    Attributes:
        retirements: them, in the order in which they are noted; of two for one id the first counts.
    """

    retirements: tuple[Retirement, ...] = ()

    def now(self, kind: str, identifier: str) -> str | None:
        """What an id became.

        Args:
            kind: what it names, one of `RetiredKind`.
            identifier: it; of a step with that of its procedure, ``budget-request#approve``.

        Returns:
            The id that is used now; `GONE` when nothing took its place; None when it was not given up, or when it is
            said to have become itself again.
        """
        if kind != RetiredKind.STEP:
            return _last(self._direct.get(kind, {}), identifier)
        address = self._in_todays_procedure(identifier)
        if address == GONE:
            return GONE
        last = _last(self._steps, address)
        return last if last is not None or address == identifier else address

    def circle(self, kind: str, identifier: str) -> tuple[str, ...]:
        """The ids through which an id is said to have become itself again; none where it is not."""
        is_step = kind == RetiredKind.STEP
        successors = self._steps if is_step else self._direct.get(kind, {})
        first = self._in_todays_procedure(identifier) if is_step else identifier
        chain = _chain(successors, first)
        return chain if len(chain) > 1 and chain[-1] == first else ()

    def successors(self) -> Iterator[Retirement]:
        """Every id that was given up, with what it is now."""
        for kind, old, _ in self.retirements:
            now = self.now(kind, old)
            if now is not None:
                yield Retirement(kind, old, now)

    def steps_of(self, procedure: str) -> Iterator[tuple[str, str]]:
        """The ids that steps of a procedure had, each with the address of the step now, perhaps `GONE`.

        Args:
            procedure: its id now.
        """
        for address in self._steps:
            before, _, step = address.partition(_OF_STEP)
            now = _last(self._steps, address)
            if before == procedure and now is not None:
                yield step, now

    @cached_property
    def _direct(self) -> Mapping[str, Mapping[str, str]]:
        """By kind, what each id became at once."""
        direct: dict[str, dict[str, str]] = {}
        for kind, old, new in self.retirements:
            direct.setdefault(kind, {}).setdefault(old, new)
        return direct

    @cached_property
    def _steps(self) -> Mapping[str, str]:
        """What each step became at once, all of them with the ids that their procedures have now."""
        steps: dict[str, str] = {}
        for old, new in self._direct.get(RetiredKind.STEP, {}).items():
            steps.setdefault(self._in_todays_procedure(old), new and self._in_todays_procedure(new))
        return steps

    def _in_todays_procedure(self, address: str) -> str:
        """The address of a step with the id that its procedure has now; `GONE` when nothing took its place."""
        procedure, _, step = address.partition(_OF_STEP)
        now = _last(self._direct.get(RetiredKind.PROCEDURE, {}), procedure)
        return GONE if now == GONE else f"{procedure if now is None else now}{_OF_STEP}{step}"


def former_ids(written: Iterable[tuple[str, str, str]]) -> FormerIds:
    """What became of ids.

    Args:
        written: kind, id, and what took its place or `GONE`.
    """
    return FormerIds(tuple(Retirement(*each) for each in written))


def _last(successors: Mapping[str, str], identifier: str) -> str | None:
    """The last in the row of what took the place of an id; None without any, and in a circle."""
    chain = _chain(successors, identifier)
    is_circle = len(chain) > 1 and chain[-1] in chain[:-1]
    return None if len(chain) == 1 or is_circle else chain[-1]


def _chain(successors: Mapping[str, str], identifier: str) -> tuple[str, ...]:
    """An id and all that took its place, up to one that comes twice."""
    chain = [identifier]
    while (following := successors.get(chain[-1])) is not None:
        is_known = following in chain
        chain.append(following)
        if is_known:
            break
    return tuple(chain)
