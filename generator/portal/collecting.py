"""Goes through the editions once and keeps of them what the portal's pages are made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Protocol

from generator.diff import Comparer, Drift
from generator.model import Manual, PlacedProcedure, plain_text
from generator.portal.summaries import EditionSummary, summarize
from generator.portal.versions import Specimen, Versions, only_names, specimen_of
from generator.thai import Segmenter, general_segmenter, segmenter_for


class Editions(Protocol):
    """The editions of a project, as `generator.assembly.read_editions` gives them."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in alphabetical order."""

    def manual(self, edition_id: str, /) -> Manual | None:
        """An edition; None when it is unusable."""

    def base(self) -> Manual | None:
        """The shared text; None when it is unusable."""


@dataclass
class Collection:
    """What is known once every edition has gone by; it grows with their number only by names and numbers.

    Attributes:
        base: the shared text; None when it cannot be read.
        names: the base, or the first edition, with nothing but the names of its procedures; None when there is neither.
        title: the manual's title, as plain text.
        group: whose manual it is, as plain text.
        editions: the editions by id, in order.
        procedures: the versions of every procedure that an edition or the base has, by id: those of the base first.
    """

    base: Manual | None
    names: Manual | None = None
    title: str = ""
    group: str = ""
    editions: dict[str, EditionSummary] = field(default_factory=dict)
    procedures: dict[str, Versions] = field(default_factory=dict)
    _segmenter: Segmenter | None = None

    def __post_init__(self) -> None:
        """Begin with the texts of the base."""
        if self.base is None:
            return
        names = self._take_names(self.base)
        itself = Comparer(self.base, self.base, self._segmenter)
        for placed in self.base.procedures():
            drift = _drift(itself, placed.id)
            self.procedures[placed.id] = Versions.of_base(specimen_of(placed, names), drift)

    def add(self, manual: Manual) -> None:
        """Take an edition in."""
        if self.names is None:
            self._take_names(manual)
        comparer = Comparer(self.base, manual, self._segmenter) if self.base else None
        names = cache(partial(only_names, manual))
        drifts = {}
        for placed in manual.procedures():
            versions = self.procedures.setdefault(placed.id, Versions(placed.title))
            version = versions.add(
                placed,
                manual.edition_id,
                partial(_drift, comparer, placed.id),
                partial(_specimen, placed, names),
            )
            if versions.base:
                drifts[placed.id] = version.drift
        self.editions[manual.edition_id] = summarize(manual, drifts)

    @property
    def segmenter(self) -> Segmenter:
        """The segmenter that knows the words of the shared text."""
        return self._segmenter or general_segmenter()

    def _take_names(self, manual: Manual) -> Manual:
        """Take the titles, the words and the names of the procedures of the first manual that comes."""
        self.names = only_names(manual)
        self.title, self.group = plain_text(manual.settings.title), plain_text(manual.settings.group)
        self._segmenter = segmenter_for(manual)
        return self.names


def _drift(comparer: Comparer | None, identifier: str) -> Drift:
    """How far a procedure is from the base's; nothing where there is no base."""
    compared = comparer.procedure(identifier) if comparer else None
    return compared.drift if compared else Drift()


def _specimen(placed: PlacedProcedure, names: Callable[[], Manual]) -> Specimen:
    return specimen_of(placed, names())


def collect(editions: Editions) -> Collection:
    """Go through the editions.

    Args:
        editions: each is asked for once, and let go before the next.
    """
    collection = Collection(editions.base())
    for identifier in editions.ids:
        manual = editions.manual(identifier)
        if manual is not None:
            collection.add(manual)
    return collection
