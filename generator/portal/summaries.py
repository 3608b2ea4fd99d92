"""What the portal keeps of an edition once its manual is let go: counts, and how far each procedure drifted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diff import Drift
from generator.document import procedure_uri
from generator.model import Manual, PlacedProcedure, Status, plain_text
from generator.thai import edition_name, thai_date


@dataclass(frozen=True, slots=True)
class PlacedSummary:
    """A procedure of an edition.

    Attributes:
        uri: of its page, among the documents of the edition's site.
        is_own: whether the base has no such procedure.
        is_planned: whether it is only named so far.
        drift: how far it is from the base; nothing for a procedure that the base has not.
    """

    uri: str
    is_own: bool
    is_planned: bool
    drift: Drift


@dataclass(frozen=True, slots=True)
class EditionSummary:
    """An edition, as the portal knows it.

    Attributes:
        id: its id, which is also the folder of its site.
        name: its office's short name (the full one if it has none) and its year.
        short: its office's short name, or the full one.
        office: its office's full name.
        year: in Thai words; empty when it has none.
        published: how many of its procedures are in use.
        planned: how many are only named.
        placed: its procedures by id, in its order.
        left_out: the ids of the base's procedures that it does not place.
        values: its values by name.
        is_replaced: whether a later edition replaced it.
    """

    id: str
    name: str
    short: str
    office: str
    year: str
    published: int
    planned: int
    placed: Mapping[str, PlacedSummary]
    left_out: frozenset[str]
    values: Mapping[str, str] = field(default_factory=dict)
    is_replaced: bool = False

    @property
    def own(self) -> int:
        """How many procedures it brought itself."""
        return sum(each.is_own for each in self.placed.values())

    @property
    def changed_procedures(self) -> int:
        """How many of the base's procedures say something else in it."""
        return sum(not each.drift.is_same for each in self.placed.values())

    @property
    def drift(self) -> Drift:
        """How far it is from the base, all procedures that the base has taken together."""
        return sum((each.drift for each in self.placed.values()), Drift())


def summarize(manual: Manual, drifts: Mapping[str, Drift]) -> EditionSummary:
    """What is kept of an edition.

    Args:
        manual: the edition.
        drifts: how far each procedure is from the base's, by id; those that the base has not are missing.
    """
    edition, procedures = manual.edition, list(manual.procedures())
    short = _one_line(edition.short_name)
    return EditionSummary(
        id=manual.edition_id,
        name=_one_line(edition_name(edition)),
        short=short,
        office=_one_line(edition.office),
        year=thai_date(edition.year) if edition.year else "",
        published=sum(placed.procedure.status is Status.PUBLISHED for placed in procedures),
        planned=sum(placed.is_planned for placed in procedures),
        placed={placed.id: _placed(placed, drifts) for placed in procedures},
        left_out=frozenset(each.id for each in manual.left_out),
        values=dict(manual.values),
        is_replaced=edition.replaced_by is not None,
    )


def one_line(text: str) -> str:
    """A plain text without its line breaks."""
    return " ".join(text.split())


def _one_line(text: str) -> str:
    """An authored text without its markup and its line breaks."""
    return one_line(plain_text(text))


def _placed(placed: PlacedProcedure, drifts: Mapping[str, Drift]) -> PlacedSummary:
    return PlacedSummary(
        uri=procedure_uri(placed),
        is_own=placed.is_own,
        is_planned=placed.is_planned,
        drift=drifts.get(placed.id, Drift()),
    )
