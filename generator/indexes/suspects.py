"""Which procedures have to be reviewed for the sake of what they cite, and why (`generator.model.standing`)."""

from dataclasses import dataclass
from datetime import date

from generator.indexes.uses import cited_references
from generator.model import Doubt, Manual, PlacedProcedure, Reference, Status, doubt_about, expiry_to_come


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


def suspects_to_come(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[Suspect, ...]:
    """The references that a procedure cites and nothing is said against until they expire, after a day."""
    if placed.procedure.status is Status.RETIRED:
        return ()
    cited = ((key, manual.references.get(key)) for key in cited_references(placed))
    return tuple(
        Suspect(key, reference, Doubt.EXPIRED)
        for key, reference in cited
        if reference
        and expiry_to_come(reference, today)
        and not doubt_about(reference, placed.procedure, today)
    )
