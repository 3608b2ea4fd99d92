"""The distinct texts of one procedure among many editions, collected while edition after edition goes by.

What counts is what is said about the work: from which manual a text was taken, and when it came into force, are true
of one office alone and make no version. All that is kept of most editions is a hash. Only the few texts that a page
will compare are kept whole: the first `MOST_PAIRED` distinct ones, and one for each of the first `MOST_GROUPS` ways in
which editions change the base.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from generator.diff import RECORDS, Drift, changes_of_work
from generator.model import Manual, PlacedArea, PlacedProcedure, Procedure, Status

MOST_PAIRED = 4
"""Up to so many distinct texts (the base counts as one) each is compared with each."""

MOST_GROUPS = 8
"""Of more, so many ways of changing the base are shown; the others are told in words."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """A procedure, and a manual in which of all others only the names are left: what comparing and drawing want."""

    placed: PlacedProcedure
    manual: Manual


@dataclass(slots=True)
class Version:
    """One text of a procedure.

    Attributes:
        is_base: whether it is the base's.
        way: what tells how it came about from the base, the values of offices aside; see `way_of_changing`.
        editions: the ids of the editions that have it, in order.
        specimen: the text itself, as the first edition has it; None when it is not kept.
        drift: how far it is from the base's text; nothing where there is no such text.
    """

    is_base: bool
    way: str
    drift: Drift = field(default_factory=Drift)
    editions: list[str] = field(default_factory=list)
    specimen: Specimen | None = None


@dataclass(slots=True)
class VersionGroup:
    """The versions that came about in the same way, and so differ only by the values of offices."""

    versions: list[Version]

    @property
    def is_base(self) -> bool:
        """Whether nothing was changed in them."""
        return self.versions[0].way == ""

    @property
    def editions(self) -> list[str]:
        """The ids of the editions in it."""
        return [edition for version in self.versions for edition in version.editions]

    @property
    def specimen(self) -> Specimen | None:
        """A text of it that was kept, if any."""
        return next((version.specimen for version in self.versions if version.specimen), None)


@dataclass(slots=True)
class Versions:
    """The versions of one procedure.

    Attributes:
        title: the procedure's title, as the base or the first edition has it; with markup.
        base: the base's text; None for a procedure that the base has not.
    """

    title: str
    base: Specimen | None = None
    _by_digest: dict[str, Version] = field(default_factory=dict)
    _ways: set[str] = field(default_factory=set)

    @classmethod
    def of_base(cls, specimen: Specimen, drift: Drift) -> "Versions":
        """Those of a procedure of the base, before the first edition; `drift` is how far the base is from itself."""
        version = Version(is_base=True, way="", drift=drift, specimen=specimen)
        return cls(specimen.placed.title, specimen, {content_digest(specimen.placed): version}, {""})

    def add(
        self,
        placed: PlacedProcedure,
        edition: str,
        drift: Callable[[], Drift],
        specimen: Callable[[], Specimen],
    ) -> Version:
        """Take an edition's text in.

        Args:
            placed: the procedure as the edition has it.
            edition: the edition's id.
            drift: tells how far it is from the base; asked only for texts that are new.
            specimen: gives what is kept of it; asked only for texts that may be shown.

        Returns:
            The version that the text is, new or known.
        """
        digest = content_digest(placed)
        version = self._by_digest.get(digest)
        if version is None:
            version = Version(False, way_of_changing(placed), drift() if self.base else Drift())
            self._by_digest[digest] = version
            self._keep(version, specimen)
        version.editions.append(edition)
        return version

    @property
    def all(self) -> list[Version]:
        """Every version, in order of appearance; that of the base first, also when no edition has it."""
        return list(self._by_digest.values())

    @property
    def editions(self) -> list[str]:
        """The ids of the editions that have the procedure."""
        return [edition for version in self._by_digest.values() for edition in version.editions]

    @property
    def is_few(self) -> bool:
        """Whether there are so few versions that each is compared with each."""
        return len(self._by_digest) <= MOST_PAIRED

    @property
    def count(self) -> int:
        """How many texts editions have; of many, how many but for the values of offices."""
        texts = self._by_digest.values() if self.is_few else self.groups
        return sum(bool(each.editions) for each in texts)

    @property
    def groups(self) -> list[VersionGroup]:
        """The versions by the way in which they came about, that with most editions first."""
        grouped: dict[str, list[Version]] = {}
        for version in self._by_digest.values():
            grouped.setdefault(version.way, []).append(version)
        return sorted(map(VersionGroup, grouped.values()), key=lambda group: -len(group.editions))

    def _keep(self, version: Version, specimen: Callable[[], Specimen]) -> None:
        """Keep a new version's text if a page may want to show it; let others go that no page will show any more."""
        is_new_way = version.way not in self._ways
        if self.is_few or (is_new_way and len(self._ways) <= MOST_GROUPS):
            version.specimen = specimen()
        self._ways.add(version.way)
        if len(self._by_digest) == MOST_PAIRED + 1:
            seen: set[str] = set()
            for each in self._by_digest.values():
                if each.way in seen:
                    each.specimen = None
                seen.add(each.way)


def specimen_of(placed: PlacedProcedure, names: Manual) -> Specimen:
    """A procedure as it is kept.

    Args:
        placed: the procedure.
        names: what `only_names` leaves of the edition that has it.
    """
    areas = tuple(_with(area, placed) if area.id == placed.area else area for area in names.areas)
    return Specimen(placed, replace(names, areas=areas))


def _with(area: PlacedArea, placed: PlacedProcedure) -> PlacedArea:
    """An area in which a procedure stands in the place of its name."""
    procedures = (placed if each.id == placed.id else each for each in area.procedures)
    return replace(area, procedures=tuple(procedures))


def only_names(manual: Manual) -> Manual:
    """A manual whose procedures are all only named: links and lists can still call them by their titles."""
    areas = tuple(
        replace(area, summary=None, procedures=tuple(map(_only_name, area.procedures)))
        for area in manual.areas
    )
    return replace(manual, areas=areas, siblings=())


def _only_name(placed: PlacedProcedure) -> PlacedProcedure:
    named = Procedure(title=placed.title, status=Status.PLANNED)
    return replace(placed, procedure=named, steps=(), changes=())


def content_digest(placed: PlacedProcedure) -> str:
    """What is the same for two procedures exactly when they say the same about the work."""
    return _hash(placed.procedure.model_dump_json(exclude=set(RECORDS)))


def way_of_changing(placed: PlacedProcedure) -> str:
    """What is the same for two procedures that came about from the base by the same changes.

    Returns:
        A hash of the changes as they were written, before values are filled in; empty when there are none. For an
        edition's own procedure, a hash of its text.
    """
    if placed.is_own:
        return content_digest(placed)
    changes = [[each.verb.value, each.address, each.with_] for each in changes_of_work(placed)]
    return _hash(json.dumps(changes, default=str)) if changes else ""


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
