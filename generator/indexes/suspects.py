"""Which procedures have to be reviewed for the sake of what they cite, and why (`generator.model.standing`)."""

from dataclasses import dataclass
from datetime import date

from generator.indexes.uses import cited_references
from generator.model import Doubt, Manual, PlacedProcedure, Reference, doubt_about


@dataclass(frozen=True, slots=True)
class Suspect:
    """A reference that no longer carries a procedure that cites it.

    Attributes:
        id: the reference's id.
        reference: the reference.
        doubt: why.
    """

    id: str
    reference: Reference
    doubt: Doubt


def suspects_of(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[Suspect, ...]:
    """The references for the sake of which a procedure has to be reviewed, in the order in which it cites them."""
    found = []
    for key in cited_references(placed):
        reference = manual.references.get(key)
        doubt = doubt_about(reference, placed.procedure, today) if reference else None
        if reference and doubt:
            found.append(Suspect(key, reference, doubt))
    return tuple(found)


def to_be_reviewed(manual: Manual, today: date) -> tuple[tuple[PlacedProcedure, tuple[Suspect, ...]], ...]:
    """The procedures that cite such references, in the manual's order."""
    judged = ((placed, suspects_of(manual, placed, today)) for placed in manual.procedures())
    return tuple((placed, suspects) for placed, suspects in judged if suspects)
