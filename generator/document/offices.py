"""The ways from a page to the same page of other offices, and to the portal where all of them are."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.document.addresses import HOME, Target, comparison_uri, procedure_uri
from generator.document.neighbours import Neighbours
from generator.model import Manual, PlacedProcedure, Sibling, plain_text
from generator.thai import sibling_name, thai_sort_key
from generator.words import words_of

LISTED_AT_ONCE, LISTED_WITH_PORTAL = 4, 12
"""With more offices than these a page lists them in a menu, or leaves the list to the portal.

A line of the list takes some 150 bytes: all lists on the pages of 225 editions of 16 procedures would take 120 MB.
"""


@dataclass(frozen=True, slots=True)
class Office:
    """Another office by the name of its edition, as authored, and the page of its site."""

    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class OtherOffices:
    """The ways to other offices.

    Attributes:
        offices: those that are listed, in the order of a Thai dictionary.
        count: how many there are, listed or not.
        is_menu: whether the list is so long that it is opened only when wanted.
        door: the page of the portal that leads to all, and what its link says; None when there is none.
    """

    offices: tuple[Office, ...]
    count: int
    is_menu: bool
    door: tuple[str, Target] | None


def offices_with(manual: Manual, placed: PlacedProcedure, neighbours: Neighbours) -> OtherOffices | None:
    """The ways from a procedure to the same procedure of other offices; None when there are none.

    What an office brought on its own is no other office's, even under the same id.
    """
    having = [each for each in manual.neighbours if placed.id in each.procedures and not placed.is_own]
    words = words_of("document")["offices"]
    are_many = len(having) > LISTED_WITH_PORTAL
    wording = words["compare_many" if are_many else "compare"].format(count=len(having))
    return _ways(having, procedure_uri(placed), neighbours, (wording, comparison_uri(placed.id)))


def offices_beside(manual: Manual, neighbours: Neighbours) -> OtherOffices | None:
    """The ways from the home page to other offices' home pages; with a portal only to that."""
    if neighbours.portal is None:
        return _ways(manual.neighbours, HOME, neighbours, ("", HOME))
    door = words_of("document")["offices"]["choose"], Target(HOME, root=neighbours.portal)
    return OtherOffices((), len(manual.neighbours), is_menu=False, door=door)


def earlier_years(manual: Manual, neighbours: Neighbours) -> tuple[Office, ...]:
    """The ways to the editions that this one replaced, and that those replaced, the latest first."""
    found: list[Office] = []
    replaced = {each.id: each for each in manual.siblings}
    later = {manual.edition_id}
    while before := sorted(each.id for each in replaced.values() if each.replaced_by in later):
        later = {*before}
        known = (replaced.pop(each) for each in before)
        found += (
            Office(sibling_name(each), Target(HOME, root=neighbours.roots[each.id]))
            for each in known
            if each.id in neighbours.roots
        )
    return tuple(found)


def successor_of(manual: Manual, uri: str, neighbours: Neighbours) -> Office | None:
    """The way from a page to the same page of the edition that replaced this one, else to its home page.

    Args:
        manual: the edition.
        uri: the page.
        neighbours: where the other sites stand.
    """
    siblings = {each.id: each for each in manual.siblings}
    successor = siblings.get(manual.edition.replaced_by or "")
    while successor is not None and successor.replaced_by in siblings:
        successor = siblings.pop(successor.replaced_by)
    if successor is None:
        return None
    placed = next((each for each in manual.procedures() if procedure_uri(each) == uri), None)
    is_there = placed is not None and placed.id in successor.procedures and not placed.is_own
    root = neighbours.roots.get(successor.id)
    name = sibling_name(successor)
    return Office(name, Target(uri if is_there else HOME, root=root)) if root else Office(name, Target(""))


def _ways(
    having: Sequence[Sibling], uri: str, neighbours: Neighbours, door: tuple[str, str]
) -> OtherOffices | None:
    """The ways to one page of some offices.

    Args:
        having: the offices that have it.
        uri: the page.
        neighbours: where their sites stand.
        door: what the link to the portal says, and the page of the portal.
    """
    offices = [
        Office(sibling_name(each), Target(uri, root=neighbours.roots[each.id]))
        for each in having
        if each.id in neighbours.roots
    ]
    if not offices:
        return None
    ordered = tuple(sorted(offices, key=lambda office: thai_sort_key(plain_text(office.name))))
    if neighbours.portal is None:
        return OtherOffices(ordered, len(ordered), is_menu=len(ordered) > LISTED_AT_ONCE, door=None)
    listed = ordered if len(ordered) <= LISTED_WITH_PORTAL else ()
    way_in = door[0], Target(door[1], root=neighbours.portal)
    return OtherOffices(listed, len(ordered), is_menu=len(listed) > LISTED_AT_ONCE, door=way_in)
