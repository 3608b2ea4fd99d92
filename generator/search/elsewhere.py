"""What this office's manual has not and another's has: the procedures that its search finds there."""

from collections.abc import Iterator
from itertools import islice

from generator.charts import reading_text
from generator.document import Addresses, Neighbours
from generator.model import LeftOut, Manual, Sibling
from generator.search.index import Elsewhere
from generator.thai import sibling_name
from generator.words import words_of

_MOST = 60
"""How many such procedures a search knows: with very many offices those of the first."""


def procedures_elsewhere(
    manual: Manual, addresses: Addresses, neighbours: Neighbours
) -> tuple[Elsewhere, ...]:
    """The procedures that other offices' manuals have beside this one's.

    Args:
        manual: the edition that is searched.
        addresses: how pages are addressed, on all sites alike.
        neighbours: where the other offices' sites stand; without a site an office is not named.
    """
    return tuple(
        Elsewhere(
            neighbours.roots[office.id] + addresses.url(f"{each.area}/{each.id}.md"),
            reading_text(each.title, manual),
            words_of("searching")["elsewhere"].format(office=sibling_name(office)),
            tuple(reading_text(text, manual) for text in each.steps),
        )
        for office, each in islice(_held(manual, neighbours), _MOST)
    )


def _held(manual: Manual, neighbours: Neighbours) -> Iterator[tuple[Sibling, LeftOut]]:
    """What is only elsewhere, each with an office that has it: what all share once, then what an office brought."""
    offices = [each for each in manual.neighbours if each.id in neighbours.roots]
    for each in manual.left_out:
        yield from islice(((office, each) for office in offices if each.id in office.procedures), 1)
    for office in offices:
        yield from ((office, each) for each in office.own)
