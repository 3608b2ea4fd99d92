"""Items of knowledge as other pages name them, and where they belong."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.addresses import KNOWLEDGE, Target, entry_uri
from generator.document.names import NamedPage, NameMark, StepName, named, step_name
from generator.indexes import ItemPlace, step_items
from generator.model import Manual, PlacedKnowledge, PlacedProcedure, PlacedStep
from generator.thai import thai_date
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class ItemName:
    """An item as lists name it.

    Attributes:
        title: as authored.
        target: its page.
        kind: what it is.
        when: the date of its writing, in words; None when it has none.
        unreviewed: a mark while nobody has reviewed it.
    """

    title: str
    target: Target
    kind: NameMark
    when: str | None
    unreviewed: NameMark | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where an item belongs: a procedure, and the steps there; without any, the whole procedure."""

    name: NamedPage
    steps: tuple[StepName, ...]


@dataclass(frozen=True, slots=True)
class ProcedureItem:
    """An item as the page of a procedure tells of it, with the steps that it belongs to."""

    name: ItemName
    steps: tuple[StepName, ...]


def item_uri(item: PlacedKnowledge) -> str:
    """The page of an item: ``knowledge/letter-arrives.md``."""
    return entry_uri(KNOWLEDGE, item.id)


def item_name(item: PlacedKnowledge) -> ItemName:
    """An item as lists name it."""
    kind = item.item.kind.value
    return ItemName(
        title=item.item.title,
        target=Target(item_uri(item)),
        kind=NameMark(kind, words_of("document")["item_kind"][kind]),
        when=thai_date(item.item.date) if item.item.date else None,
        unreviewed=None
        if item.item.reviewed
        else NameMark("unreviewed", words_of("document")["knowledge"]["unreviewed"]),
    )


def place_views(manual: Manual, item: PlacedKnowledge) -> tuple[PlaceView, ...]:
    """The procedures that an item belongs to, in the order in which it names them."""
    found = []
    for procedure in dict.fromkeys(procedure for procedure, _ in item.places()):
        placed = manual.procedure(procedure)
        if placed:
            steps = tuple(step for named_there, step in item.places() if named_there == procedure and step)
            found.append(PlaceView(named(placed), step_names(placed, steps)))
    return tuple(found)


def step_names(placed: PlacedProcedure, steps: tuple[str, ...]) -> tuple[StepName, ...]:
    """Those steps of a procedure that have some ids, in reading order."""
    return tuple(
        step_name(placed, each) for each in placed.walk_steps() if each.step.id and each.step.id in steps
    )


def procedure_items(placed: PlacedProcedure, places: tuple[ItemPlace, ...]) -> tuple[ProcedureItem, ...]:
    """The items of a procedure: those of the whole first, then in the order of their steps."""

    def first_number(item: ProcedureItem) -> int:
        order = [each.number for each in placed.walk_steps()]
        return order.index(item.steps[0].number) + 1 if item.steps else 0

    items = [ProcedureItem(item_name(each.item), step_names(placed, each.steps)) for each in places]
    return tuple(sorted(items, key=first_number))


def items_at_step(places: tuple[ItemPlace, ...], placed: PlacedStep) -> Iterator[ItemName]:
    """The items that belong to one step."""
    return map(item_name, step_items(places, placed.step.id))
