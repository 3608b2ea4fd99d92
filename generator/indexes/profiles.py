"""Lists of what every procedure has to state, each a part ``profiles/…`` of the words; how procedures keep to them.

A file gives a list's title, what it is for, its source, and its requirements: of each its name in that list and the
questions (`generator.indexes.completeness`) that all have to be answered. `only_with` names the field of a procedure
that the list is about, where it is not about all procedures; `only_chosen` asks nobody who did not choose the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.indexes.completeness import Coverage, Extent, completeness_questions, is_judged
from generator.model import Manual, PlacedProcedure, Procedure, ProfileId, presented_field
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a list asks for: its title there, and the names of the questions that answer it."""

    title: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A list of required fields.

    Attributes:
        id: the name of its file.
        title: its name, in Thai.
        about: what it is for, in one Thai sentence.
        sources: where it comes from: names with an address, or None.
        requirements: in the order of the list.
        outside: what the list also asks for and no procedure can state here, in Thai.
        only_chosen: whether nobody is told of it who did not choose it.
        only_with: the name of a field of a procedure: those that do not state it are not asked; empty asks all.
    """

    id: ProfileId
    title: str
    about: str
    sources: tuple[tuple[str, str | None], ...]
    requirements: tuple[Requirement, ...]
    outside: tuple[str, ...] = ()
    only_with: str = ""
    only_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """How a procedure keeps to a profile: how far it answers each requirement, in the profile's order."""

    placed: PlacedProcedure
    extents: tuple[Extent, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return all(extent is Extent.WHOLE for extent in self.extents)


def profile(identifier: ProfileId) -> Profile:
    """A profile.

    Raises:
        UnknownWordsError: when it has no file.
    """
    told = words_of(f"profiles/{identifier}")
    return Profile(
        id=identifier,
        title=told["title"],
        about=told["about"],
        sources=tuple((each["name"], each.get("url")) for each in told["sources"]),
        requirements=tuple(Requirement(each["title"], tuple(each["asks"])) for each in told["requirements"]),
        outside=tuple(told.get("outside", ())),
        only_with=told.get("only_with", ""),
        only_chosen=told.get("only_chosen", False),
    )


def all_profiles() -> tuple[Profile, ...]:
    """All profiles, in the order of `ProfileId`."""
    return tuple(profile(identifier) for identifier in ProfileId)


def kept_by(manual: Manual, asked: Profile) -> tuple[Kept, ...]:
    """How the procedures of a manual keep to a profile.

    Those that are planned or out of use are not asked, nor those without what the profile is about.
    """
    known = completeness_questions()
    return tuple(
        Kept(
            placed, tuple(_extent([known[name](placed) for name in each.asks]) for each in asked.requirements)
        )
        for placed in manual.procedures()
        if is_judged(placed) and _is_asked(placed, asked)
    )


def kept_profiles(manual: Manual) -> Mapping[Profile, tuple[Kept, ...]]:
    """The profiles, each with how procedures keep to it; some, and those about none of them, only if chosen."""
    every = {each: kept_by(manual, each) for each in all_profiles()}
    return {
        each: kept
        for each, kept in every.items()
        if each.id is manual.settings.profile or (not each.only_chosen and (kept or not each.only_with))
    }


def _is_asked(placed: PlacedProcedure, asked: Profile) -> bool:
    """Whether a profile is about a procedure."""
    return not asked.only_with or presented_field(Procedure, asked.only_with).is_stated(placed.procedure)


def _extent(answers: list[Coverage]) -> Extent:
    """How far several questions are answered together."""
    extents = {answer.extent for answer in answers}
    return extents.pop() if len(extents) == 1 else Extent.PART
