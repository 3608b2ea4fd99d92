"""Editions for the portal's tests: two small offices, read from files, and as many made of them as a test wants."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.assembly import Editions, read_editions
from generator.model.change import Change
from generator.model.manual import Manual, PlacedProcedure
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure

OFFICES = Path(__file__).parent / "offices"
"""A project of two offices that change, add, leave out and bring procedures."""

PLACES = ("กระบี่", "กาฬสินธุ์", "เชียงใหม่", "แพร่", "ขอนแก่น", "ตรัง", "อุตรดิตถ์", "น่าน", "ยะลา")


@cache
def offices() -> Editions:
    """The two offices; their files have no problems."""
    editions = read_editions(OFFICES)
    assert editions.problems == []
    return editions


def edition(identifier: str) -> Manual:
    """One of the two offices."""
    manual = offices().manual(identifier)
    assert manual is not None
    return manual


@dataclass(frozen=True)
class MadeEditions:
    """Editions that are made when they are asked for, as `generator.assembly.Editions` are read.

    Attributes:
        count: how many.
        make: makes one of its id and its index.
        base_text: the shared text.
    """

    count: int
    make: Callable[[str, int], Manual | None]
    base_text: Manual | None

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(f"office-{index:03}" for index in range(self.count))

    def manual(self, edition_id: str) -> Manual | None:
        """An edition, made anew each time."""
        return self.make(edition_id, int(edition_id.removeprefix("office-")))

    def base(self) -> Manual | None:
        """The shared text."""
        return self.base_text


def many_offices(count: int, ways: int) -> MadeEditions:
    """Many offices, each with values of its own, that change the procedure ``spending`` in some ways.

    Args:
        count: how many offices.
        ways: how many ways there are; the first is to change nothing.
    """
    template = edition("south-2566")

    def make(identifier: str, index: int) -> Manual:
        name = f"สพป.{PLACES[index % len(PLACES)]} เขต {index // len(PLACES) + 1}"
        values = {"system": f"ระบบ {index}"}
        named = template.edition.model_copy(
            update={"short": name, "office": f"สำนักงาน {name}", "values": values}
        )
        areas = tuple(
            replace(
                area,
                procedures=tuple(_changed(each, values["system"], index % ways) for each in area.procedures),
            )
            for area in template.areas
        )
        return replace(template, edition_id=identifier, edition=named, values=values, areas=areas)

    return MadeEditions(count, make, offices().base())


def rewritten(placed: PlacedProcedure, old: str, new: str) -> PlacedProcedure:
    """A procedure in which a text is replaced wherever it stands."""
    written = placed.procedure.model_dump_json(by_alias=True).replace(
        old, json.dumps(new, ensure_ascii=False)[1:-1]
    )
    procedure = Procedure.model_validate_json(written)
    return replace(placed, procedure=procedure, steps=place_steps(procedure))


def _changed(placed: PlacedProcedure, system: str, way: int) -> PlacedProcedure:
    filled = rewritten(placed, "Smart Office", system)
    if way == 0 or placed.id != "spending":
        return filled
    change = Change.model_validate({"replace": "steps/check/text", "with": f"ตรวจแบบที่ {way}"})
    return replace(rewritten(filled, "ตรวจสอบรายการ", f"ตรวจแบบที่ {way}"), changes=(change,))


def walk(manuals: MadeEditions) -> Iterator[Manual]:
    """Every edition once."""
    for identifier in manuals.ids:
        manual = manuals.manual(identifier)
        if manual is not None:
            yield manual
