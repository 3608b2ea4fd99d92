"""Procedures as they were placed last: one whose file, values, place and approval are the same is not placed again.

What a thousand procedures name in the catalogues takes longer to find out than to read the one that changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import PlacedProcedure, Procedure
from generator.project import ProjectFile

Titles = Mapping[tuple[str, str], str]
Named = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Placing:
    """Everything on which it depends how a procedure stands in its place.

    Attributes:
        document: its file, or what an edition made of it.
        procedure: what that says.
        titles: of the entries of the catalogues.
        others: everything else: number, area, approval …
    """

    document: ProjectFile
    procedure: Procedure
    titles: Titles
    others: tuple[object, ...]

    def is_as(self, other: "Placing") -> bool:
        """Whether it is the same as another."""
        return (
            self.document is other.document
            and self.procedure is other.procedure
            and self.titles is other.titles
            and self.others == other.others
        )


@dataclass(slots=True)
class PlacedBefore:
    """The procedures of one project as they were placed last, by edition and id."""

    _placed: dict[tuple[str, str], tuple[Placing, PlacedProcedure]] = field(default_factory=dict)
    _named: dict[int, tuple[PlacedProcedure, Named]] = field(default_factory=dict)
    _titles: dict[str, Titles] = field(default_factory=dict)

    def same_titles(self, edition: str, titles: Titles) -> Titles:
        """Titles, as the object that they were before where they are the same."""
        known = self._titles.get(edition)
        if known is None or known != titles:
            self._titles[edition] = titles
        return self._titles[edition]

    def recall(self, edition: str, identifier: str, placing: Placing) -> PlacedProcedure | None:
        """A procedure that stands as it stood; None for any other."""
        known = self._placed.get((edition, identifier))
        return known[1] if known is not None and known[0].is_as(placing) else None

    def keep(self, edition: str, placing: Placing, placed: PlacedProcedure) -> PlacedProcedure:
        """Remember a procedure in its place."""
        known = self._placed.get((edition, placed.id))
        if known is not None:
            self._named.pop(id(known[1]), None)
        self._placed[edition, placed.id] = placing, placed
        return placed

    def named(self, placed: PlacedProcedure) -> Named | None:
        """What a procedure was found to name in the catalogues; None where nobody looked."""
        known = self._named.get(id(placed))
        return known[1] if known is not None and known[0] is placed else None

    def note_named(self, placed: PlacedProcedure, named: Named) -> None:
        """Remember what a procedure that is kept names."""
        known = self._placed.get
        if any(
            each[1] is placed for each in (known((edition, placed.id)) for edition in self._titles) if each
        ):
            self._named[id(placed)] = placed, named
