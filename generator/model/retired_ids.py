"""``retired.yml``: ids that were given up, and what took their place, so that old addresses still lead somewhere.

``khumue rename`` writes it; what is deleted without a successor may be noted by hand. What an id became is followed
from one successor to the next, until one that was not given up. The steps of a procedure go with it: where ``a``
became ``b``, ``a#check`` is ``b#check``, and a step that was renamed while its procedure was still called ``a`` is
known by what the procedure is called now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple

from pydantic import Field

from generator.model.base import Address, Frozen
from generator.model.calendar import AuthoredDate
from generator.model.presentation import Manner, Presented

_OF_STEP = "#"


class RetiredKind(StrEnum):
    """What an id named: all that can be renamed."""

    PROCEDURE = "procedure"
    STEP = "step"
    ROLE = "role"
    REFERENCE = "reference"
    FORM = "form"
    TERM = "term"


class RetiredId(Frozen):
    """One id that is used no more."""

    kind: Annotated[RetiredKind, Presented(Manner.ADDRESS)] = Field(
        title="รหัสของอะไร",
        description="procedure (งาน) step (ขั้นตอน) role (บทบาท) reference (เอกสารอ้างอิง) form (แบบฟอร์ม) term (คำศัพท์)",
    )
    old: Annotated[Address, Presented(Manner.ADDRESS)] = Field(
        title="รหัสเดิม", description="รหัสที่เลิกใช้ ของขั้นตอนคือ รหัสงาน#รหัสขั้นตอน เช่น letters#register"
    )
    new: Annotated[Address | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="รหัสใหม่", description="รหัสที่ใช้แทน เขียนแบบเดียวกับรหัสเดิม ถ้าไม่มีสิ่งใดแทนไม่ต้องใส่"
    )
    date: Annotated[AuthoredDate | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="วันที่", description="วันที่เปลี่ยน"
    )


class RetiredIds(Frozen):
    """``retired.yml``: all of them."""

    ids: tuple[RetiredId, ...] = Field(
        title="รหัสที่เลิกใช้",
        description="รายการของ kind (รหัสของอะไร) old (รหัสเดิม) new (รหัสใหม่) และ date (วันที่) คำสั่ง khumue rename เขียนให้",
    )


class Retirement(NamedTuple):
    """An id that was given up: what it named, itself, and what took its place, perhaps the empty text."""

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

    @classmethod
    def of(cls, written: Iterable[tuple[str, str, str]]) -> "FormerIds":
        """Those that a file notes: of each what it named, itself, and what took its place or the empty text."""
        return cls(tuple(Retirement(*each) for each in written))

    def now(self, kind: str, identifier: str) -> str | None:
        """What an id became.

        Args:
            kind: what it names, one of `RetiredKind`.
            identifier: it; of a step with that of its procedure, ``budget-request#approve``.

        Returns:
            The id that is used now; the empty text when nothing took its place; None when it was not given up, or
            when it is said to have become itself again.
        """
        if kind != RetiredKind.STEP:
            return _last(self._direct.get(kind, {}), identifier)
        address = self._in_todays_procedure(identifier)
        if address == "":
            return ""
        last = _last(self._steps, address)
        return last if last is not None or address == identifier else address

    def today(self, kind: str, identifier: str) -> str:
        """An id as it is written now: of a step with the id that its procedure has now; that of all others itself."""
        return self._in_todays_procedure(identifier) if kind == RetiredKind.STEP else identifier

    def circle(self, kind: str, identifier: str) -> tuple[str, ...]:
        """The ids through which an id is said to have become itself again; none where it is not."""
        successors = self._steps if kind == RetiredKind.STEP else self._direct.get(kind, {})
        first = self.today(kind, identifier)
        chain = _chain(successors, first)
        return chain if len(chain) > 1 and chain[-1] == first else ()

    def successors(self) -> Iterator[Retirement]:
        """Every id that was given up, with what it is now."""
        for kind, old, _ in self.retirements:
            now = self.now(kind, old)
            if now is not None:
                yield Retirement(kind, old, now)

    def steps(self) -> Iterator[tuple[str, str]]:
        """Every step whose id was given up: as `today` writes it, and its address now, perhaps the empty text."""
        for address in self._steps:
            now = _last(self._steps, address)
            if now is not None:
                yield address, now

    def before(self, kind: str, identifier: str) -> tuple[str, ...]:
        """The ids that something had before it had the one that it has now."""
        return tuple(old for each, old, now in self.successors() if (each, now) == (kind, identifier))

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
        """The address of a step with the id that its procedure has now; the empty text when nothing took its place."""
        procedure, _, step = address.partition(_OF_STEP)
        now = _last(self._direct.get(RetiredKind.PROCEDURE, {}), procedure)
        return "" if now == "" else f"{procedure if now is None else now}{_OF_STEP}{step}"


def _last(successors: Mapping[str, str], identifier: str) -> str | None:
    """The last in the row of what took the place of an id; None without any, and in a circle."""
    chain = _chain(successors, identifier)
    is_circle = len(chain) > 1 and chain[-1] in chain[:-1]
    return None if len(chain) == 1 or is_circle else chain[-1]


def _chain(successors: Mapping[str, str], identifier: str) -> tuple[str, ...]:
    """An id and all that took its place, up to one that comes twice."""
    chain, seen = [identifier], {identifier}
    while (following := successors.get(chain[-1])) is not None:
        chain.append(following)
        if following in seen:
            break
        seen.add(following)
    return tuple(chain)
