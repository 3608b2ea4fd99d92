"""Who signs the documents of procedures: for each kind of signature of document control, the procedures of a role."""

from dataclasses import dataclass

from generator.model import (
    DocumentControl,
    Manual,
    PlacedProcedure,
    PresentedField,
    Signature,
    presented_fields,
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A procedure whose document a role signs, and what is said of that: when."""

    placed: PlacedProcedure
    signature: Signature


def signed_by(manual: Manual, role: str) -> tuple[tuple[PresentedField, tuple[Signed, ...]], ...]:
    """What a role signs, by the field of the signature, each in the manual's order; fields without any left out."""
    found = []
    for field in presented_fields(DocumentControl):
        if field.model is Signature:
            signed = tuple(
                Signed(placed, held)
                for placed in manual.procedures()
                if (control := placed.procedure.document_control) is not None
                if isinstance(held := field.of(control), Signature) and role in held.role
            )
            found += [(field, signed)] if signed else []
    return tuple(found)
