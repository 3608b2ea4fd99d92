"""Which files of two states differ, and which of the others have to be read too: of many procedures only a few."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from generator.project import (
    CATALOGUE_OF,
    DOCS_FOLDER,
    PAGE_SUFFIXES,
    PROCEDURES_FOLDER,
    FileKind,
    Found,
    discover,
)
from generator.revisions.mentions import Mention, mentions_of
from generator.storage import bytes_there, files_below
from generator.yamltext import as_list, as_mapping, as_text, quick_data

PLACES = (PROCEDURES_FOLDER, DOCS_FOLDER)
"""Where everything stands that a manual is made of."""
_NAME = re.compile(rb"[a-z][a-z0-9-]*")
_RETIRED = re.compile(rb"^status:[ \"']*retired", re.MULTILINE)
_VALUE = b"${"
_CHANGES = b"changes:"
_LISTING = (FileKind.EDITION, FileKind.SETTINGS)
_POINTED_AT = tuple(CATALOGUE_OF.values())
Data = Mapping[str, object]


class DifferingFiles:
    """The files of two states: which differ, and which of the others have to be read too."""

    def __init__(self, before: Path, after: Path) -> None:
        """Take the roots of the older and of the newer state."""
        self.roots = before, after
        self._found = [{each.file: each for each in discover(root)[0]} for root in self.roots]

    def passed_over(self, are_names_sound: bool = True) -> frozenset[str]:
        """The procedures that need not be read.

        Args:
            are_names_sound: whether an entry of a catalogue that says something else now is none in which anything is
                wrong, so that what names it follows.
        """
        if not self._same or any(data is None for data in self._listed.values()):
            return frozenset()  # what an edition names is not known as long as its file is broken
        named, changed = self._named_by_differing(), self._changed_ids()
        if not are_names_sound:
            changed |= self._reworded
        changed_names = {each.encode() for each in changed}
        return frozenset(
            each.file
            for each in self._same
            if each.id not in named
            and not self._is_concerned(each, changed_names)
            and (each.file in self.mentions or not are_names_sound or not self._names_reworded(each))
        )

    @cached_property
    def mentions(self) -> Mapping[str, Mention]:
        """The procedures that are the same in both states and name an entry that says something else now, by path.

        Not those that cannot simply be read, nor those that an edition changes, which may name it there.
        """
        naming = (each for each in self._same if self._names_reworded(each))
        return mentions_of(self.roots[1], [each for each in naming if each.id not in self._named_by_changes])

    @cached_property
    def _same(self) -> list[Found]:
        """The procedures that are the same in both states, byte for byte."""
        return [
            each
            for each in self._found[1].values()
            if each.kind is FileKind.PROCEDURE
            and each.file not in self._differing
            and self._found[0].get(each.file) == each
        ]

    def _names_reworded(self, each: Found) -> bool:
        """Whether the name of an entry that says something else now stands in a procedure's file."""
        return bool(self._reworded) and not self._reworded_names.isdisjoint(
            _NAME.findall(self._content(1, each.file))
        )

    @cached_property
    def _reworded_names(self) -> frozenset[bytes]:
        return frozenset(each.encode() for each in self._reworded)

    @cached_property
    def _reworded(self) -> frozenset[str]:
        """The ids of the entries of catalogues that both states have, and that say something else."""
        return frozenset(
            key for one, other in self._catalogues() for key in one.keys() & other if one[key] != other[key]
        )

    @cached_property
    def _named_by_changes(self) -> frozenset[str]:
        """Every name in what editions change, of procedures among others."""
        editions = {
            each.file for found in self._found for each in found.values() if each.kind is FileKind.EDITION
        }
        contents = (self._content(side, file) for file in editions for side in (0, 1))
        return frozenset(
            name.decode()
            for each in contents
            for name in _NAME.findall(each[each.find(_CHANGES) :])
            if _CHANGES in each
        )

    def _catalogues(self) -> Iterator[tuple[Data, Data]]:
        """The entries of each catalogue that differs, on either side."""
        for file in self._differing:
            found = self._found[1].get(file) or self._found[0].get(file)
            if found is not None and found.kind in _POINTED_AT:
                one, other = (as_mapping(self._listed.get((side, file))) for side in (0, 1))
                yield one, other

    def pages(self) -> frozenset[str]:
        """The pages written by hand: how they differ, nobody is told here."""
        read = {each for found in self._found for each in found}
        files = {each for root in self.roots for each in files_below(root, DOCS_FOLDER)}
        return frozenset(each for each in files - read if each.endswith(PAGE_SUFFIXES))

    @property
    def differing(self) -> tuple[str, ...]:
        """The paths of the files that differ, in order."""
        return tuple(sorted(self._differing))

    @cached_property
    def _differing(self) -> frozenset[str]:
        one, other = ({each for place in PLACES for each in files_below(root, place)} for root in self.roots)
        both = one & other
        return frozenset((one | other) - both).union(
            each for each in both if self._content(0, each) != self._content(1, each)
        )

    def _content(self, side: int, file: str) -> bytes:
        return bytes_there(self.roots[side], file) or b""

    @cached_property
    def _listed(self) -> dict[tuple[int, str], Data | None]:
        """What settings, editions and catalogues that differ say, on either side; None of one with a mistake."""
        return {
            (side, each.file): quick_data(self._content(side, each.file).decode("utf-8", "replace"))
            for side, found in enumerate(self._found)
            for each in found.values()
            if each.kind in (*_LISTING, *_POINTED_AT) and each.file in self._differing
        }

    def _named_by_differing(self) -> set[str]:
        """The ids of procedures that files which differ name; of editions, those that they change or move."""
        named: set[str] = set()
        for file in self._differing:
            found = self._found[1].get(file) or self._found[0].get(file)
            if found is not None and found.kind in _LISTING:
                named |= self._named_by_listing(file)
            elif found is not None:
                for side in (0, 1):
                    named.update(name.decode() for name in _NAME.findall(self._content(side, file)))
        return named

    def _named_by_listing(self, file: str) -> set[str]:
        """The ids that an edition changes in either state, and those whose place or approval is another."""
        sides = [as_mapping(self._listed.get((side, file))) for side in (0, 1)]
        named = {each for data in sides for each in as_mapping(data.get("changes"))}
        approvals = [as_list(data.get("approvals")) for data in sides]
        pairs = ((each, approvals[1 - side]) for side, of_side in enumerate(approvals) for each in of_side)
        named |= {as_text(as_mapping(each).get("procedure")) for each, others in pairs if each not in others}
        placed = [[*_placed(data)] for data in sides]
        named |= {each for pair in set(placed[0]) ^ set(placed[1]) for each in pair}
        kept = [
            [pair for pair in side if pair in set(placed[1 - index])] for index, side in enumerate(placed)
        ]
        named |= {pair[1] for one, other in zip(*kept, strict=False) if one != other for pair in (one, other)}
        return named | {as_text(data.get("knowledge_management")) for data in sides}

    def _changed_ids(self) -> set[str]:
        """The ids of what is new or gone in either state: procedures, and entries of catalogues."""
        procedures = (
            {each.id for each in found.values() if each.kind is FileKind.PROCEDURE} for found in self._found
        )
        one, other = procedures
        return (one ^ other).union(*(before.keys() ^ after for before, after in self._catalogues()))

    @cached_property
    def _have_values_changed(self) -> bool:
        """Whether texts may be filled in otherwise."""
        return any(
            as_mapping(self._listed.get((0, file))).get("values")
            != as_mapping(self._listed.get((1, file))).get("values")
            for _, file in self._listed
        )

    def _is_concerned(self, each: Found, changed: AbstractSet[bytes]) -> bool:
        """Whether a procedure that is the same in both states names what changed, or holds values that did."""
        content = self._content(1, each.file)
        return (
            _RETIRED.search(content) is not None
            or (self._have_values_changed and _VALUE in content)
            or (bool(changed) and not changed.isdisjoint(_NAME.findall(content)))
        )


def _placed(data: Data) -> Iterator[tuple[str, str]]:
    """The areas and procedures that an edition places, in order."""
    for area in as_list(data.get("areas")):
        entry = as_mapping(area)
        for each in as_list(entry.get("procedures")):
            yield as_text(entry.get("id")), as_text(each)
