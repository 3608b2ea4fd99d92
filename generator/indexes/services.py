"""Which procedures are services to who comes to the office, and what each promises."""

from generator.model import Manual, PlacedProcedure, Service, Status


def services_of(manual: Manual) -> tuple[tuple[PlacedProcedure, Service], ...]:
    """The procedures that have a service, in the manual's order, each with it; not those that are out of use."""
    return tuple(
        (placed, placed.procedure.service)
        for placed in manual.procedures()
        if placed.procedure.service is not None and placed.procedure.status is not Status.RETIRED
    )
