"""Reads two states of a project, and of many procedures only those that can differ.

A file that both states have with the same bytes says the same in both. What is read besides the files that differ is
what these name, and what names things that they changed; all other procedures only keep their places.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.assembly import Editions, Memory, read_editions
from generator.model import Manual
from generator.problems import Problem, Severity
from generator.project import (
    CATALOGUE_OF,
    CATALOGUES,
    DOCS_FOLDER,
    PAGE_SUFFIXES,
    PROCEDURES_FOLDER,
    FileKind,
    Found,
    ProjectFile,
    discover,
)
from generator.revisions.vocabulary import Unseen
from generator.storage import bytes_there, files_below
from generator.yamltext import as_list, as_mapping, as_text, quick_data

PLACES = (PROCEDURES_FOLDER, DOCS_FOLDER)
"""Where everything stands that a manual is made of."""
_NAME = re.compile(rb"[a-z][a-z0-9-]*")
_RETIRED = re.compile(rb"^status:[ \"']*retired", re.MULTILINE)
_VALUE = b"${"
_LISTING = (FileKind.EDITION, FileKind.SETTINGS)
_POINTED_AT = tuple(CATALOGUE_OF.values())
Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class BothStates:
    """Two states of a project, read.

    Attributes:
        before: the older one.
        after: the newer one.
        differing: the paths of the files whose bytes differ, or that only one state has.
        passed_over: the paths of files that are the same in both, and were not read.
    """

    before: Editions
    after: Editions
    differing: tuple[str, ...]
    passed_over: frozenset[str]

    def only_laid_out(self) -> tuple[str, ...]:
        """The files that differ, and yet say the same: in comments, line ends, or how values are written."""
        one, other = _said(self.before), _said(self.after)
        both = one.keys() & other.keys()
        return tuple(each for each in self.differing if each in both and one[each] == other[each])


def read_both(before: Path, after: Path, memory: Memory | None = None) -> BothStates:
    """Read two states of a project.

    Args:
        before: the root of the older one.
        after: that of the newer one; it may be the same.
        memory: what other states of the project said, when several are read one after the other.
    """
    files = _Files(before, after)
    memory, passed_over = memory or Memory(), files.passed_over() | files.pages()
    one = read_editions(before, memory=memory, passed_over=passed_over)
    other = read_editions(after, memory=memory, passed_over=passed_over)
    return BothStates(one, other, files.differing, passed_over)


def unseen_of(both: BothStates, before: Manual, after: Manual) -> Unseen:
    """What two states of an edition have and what cannot be read.

    Args:
        both: the two states.
        before: the edition in the one.
        after: the edition in the other.
    """
    sides = ((both.before, before), (both.after, after))
    paths = {each.source.file for each in both.after.documents}
    one, other = (unseen_in(editions, manual, both.passed_over) for editions, manual in sides)
    return Unseen(one, other, frozenset(paths.difference(both.differing)))


def unseen_in(
    editions: Editions, manual: Manual, passed_over: Collection[str] = frozenset()
) -> frozenset[str]:
    """What the files of a state have and a manual of it does not hold; `passed_over` are those that were not read."""
    named = {each for area in manual.edition.areas for each in area.procedures}
    files = {
        each.id
        for each in editions.documents
        if each.kind is FileKind.PROCEDURE and each.source.file not in passed_over
    }
    held = {each.id for each in manual.procedures()}
    entries = (entry for each in editions.documents if each.kind in CATALOGUES for entry in _entries(each))
    paths = {each.source.file for each in editions.documents if each.kind not in CATALOGUES}
    return frozenset((named & files) - held).union(paths, entries, _broken(editions))


def _broken(editions: Editions) -> Iterator[str]:
    """The areas and the settings whose files have errors: what is known of them is not all they say."""
    wrong = {each.location.file for each in errors_of(editions)}
    for each in editions.documents:
        if each.source.file in wrong and each.kind is FileKind.AREA:
            yield f"area:{each.area}"
        if each.source.file in wrong and each.kind is FileKind.SETTINGS:
            yield "settings:manual"


def _entries(catalogue: ProjectFile) -> Iterator[str]:
    """The entries of a catalogue, each under its sort; only the sort where it cannot be read."""
    sort = catalogue.kind.value.removesuffix("s")
    if not catalogue.is_readable:
        yield f"{sort}:"
    yield from (f"{sort}:{each}" for each in as_mapping(catalogue.data))


def errors_of(editions: Editions) -> tuple[Problem, ...]:
    """What is wrong with the files of a state, warnings aside."""
    return tuple(each for each in editions.problems if each.severity is Severity.ERROR)


def _said(editions: Editions) -> dict[str, object]:
    """What each file says, by path, however it is laid out; of one that cannot be read, its text."""
    return {
        each.source.file: (each.data, each.body) if each.is_readable else each.source.text
        for each in editions.documents
    }


class _Files:
    """The files of two states: which differ, and which of the others have to be read too."""

    def __init__(self, before: Path, after: Path) -> None:
        self._roots = before, after
        self._found = [{each.file: each for each in discover(root)[0]} for root in self._roots]

    def passed_over(self) -> frozenset[str]:
        """The procedures that need not be read."""
        same = [
            each
            for each in self._found[1].values()
            if each.kind is FileKind.PROCEDURE
            and each.file not in self._differing
            and self._found[0].get(each.file) == each
        ]
        if any(data is None for data in self._listed.values()):
            return frozenset()  # what an edition names is not known as long as its file is broken
        named, changed = self._named_by_differing(), self._changed_ids()
        changed_names = {each.encode() for each in changed}
        return frozenset(
            each.file for each in same if each.id not in named and not self._is_concerned(each, changed_names)
        )

    def pages(self) -> frozenset[str]:
        """The pages written by hand: how they differ, nobody is told here."""
        read = {each for found in self._found for each in found}
        files = {each for root in self._roots for each in files_below(root, DOCS_FOLDER)}
        return frozenset(each for each in files - read if each.endswith(PAGE_SUFFIXES))

    @property
    def differing(self) -> tuple[str, ...]:
        """The paths of the files that differ, in order."""
        return tuple(sorted(self._differing))

    @cached_property
    def _differing(self) -> frozenset[str]:
        one, other = ({each for place in PLACES for each in files_below(root, place)} for root in self._roots)
        both = one & other
        return frozenset((one | other) - both).union(
            each for each in both if self._content(0, each) != self._content(1, each)
        )

    def _content(self, side: int, file: str) -> bytes:
        return bytes_there(self._roots[side], file) or b""

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
        """The ids of what is new, gone or different in either state: procedures, and entries of catalogues."""
        procedures = (
            {each.id for each in found.values() if each.kind is FileKind.PROCEDURE} for found in self._found
        )
        one, other = procedures
        changed = one ^ other
        for file in self._differing:
            found = self._found[1].get(file) or self._found[0].get(file)
            if found is not None and found.kind in _POINTED_AT:
                sides = [as_mapping(self._listed.get((side, file))) for side in (0, 1)]
                changed |= {key for key in {*sides[0], *sides[1]} if sides[0].get(key) != sides[1].get(key)}
        return changed

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
