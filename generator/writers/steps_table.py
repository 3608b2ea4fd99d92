"""The steps of all procedures as one table: ``steps.csv``."""

from collections.abc import Iterator

from generator.document import STEPS_TABLE, Addresses, PlainSteps, PlainValues, procedure_uri
from generator.indexes import Indexes
from generator.model import Manual, PlacedArea, PlacedProcedure, PlacedStep, plain_text
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress

_Said = list[str | None]


def steps_table(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    """The table: a row for each step at every depth, a column for each field that any of them fills.

    Args:
        indexes: the manual; nothing is made of one without steps.
        values: says what fields hold, and knows where the procedures' pages are.
    """
    places = list(_steps(indexes.manual))
    if not places:
        return
    fields = PlainSteps.fields()
    tellers = {each.id: PlainSteps(values, each) for each in indexes.manual.procedures()}
    told = [[tellers[placed.id].of(field, step) for field in fields] for _, placed, step in places]
    used = [at for at in range(len(fields)) if any(said[at] is not None for said in told)]
    words = words_of("document")["step_table"]
    heads = (words[key] for key in ("area", "procedure_number", "procedure", "number"))
    yield DataTable.of(
        STEPS_TABLE,
        (*heads, *(fields[at].title for at in used), words["page"]),
        (
            [*_place(*place), *(said[at] for at in used), _page(values.addresses, *place[1:])]
            for place, said in zip(places, told, strict=True)
        ),
    )


def _steps(manual: Manual) -> Iterator[tuple[PlacedArea, PlacedProcedure, PlacedStep]]:
    for area in manual.areas:
        for placed in area.procedures:
            yield from ((area, placed, step) for step in placed.walk_steps())


def _place(area: PlacedArea, placed: PlacedProcedure, step: PlacedStep) -> _Said:
    return [
        f"{area.number} {plain_text(area.title)}",
        placed.number,
        plain_text(placed.title),
        step.number,
    ]


def _page(addresses: Addresses, placed: PlacedProcedure, step: PlacedStep) -> PageAddress:
    return PageAddress(f"{addresses.url(procedure_uri(placed))}#{step.anchor}")
