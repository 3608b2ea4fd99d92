"""Who signs the documents of procedures: of each kind of signature, and of approvals, the procedures of a role."""

from dataclasses import dataclass

from generator.model import (
    Approval,
    DocumentControl,
    Edition,
    Manual,
    PlacedProcedure,
    PresentedField,
    Signature,
    presented_field,
    presented_fields,
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A procedure whose document a role signs, and what is said of that: when."""

    placed: PlacedProcedure
    signature: Signature | Approval


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
    approved = tuple(
        Signed(placed, placed.approval)
        for placed in manual.procedures()
        if placed.approval is not None and role in placed.approval.role
    )
    found += [(presented_field(Edition, "approvals"), approved)] if approved else []
    return tuple(found)
