"""Why a site could not be made: what the commands tell of it."""

from collections.abc import Sequence

from generator.problems import Problem


class SiteError(RuntimeError):
    """The site could not be built; MkDocs has logged why."""


class AddressError(SiteError):
    """A preview cannot listen at the address that was given; the message says why."""


class ContentError(SiteError):
    """The manual has errors.

    Attributes:
        problems: everything that is wrong with its files, in order.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry the problems."""
        super().__init__("\n".join(f"{each.location}: {each.message} {each.hint}" for each in problems))
        self.problems = problems
