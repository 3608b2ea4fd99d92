"""Reads two states of a project, and of many procedures only those that can differ.

A file that both states have with the same bytes says the same in both. What is read besides the files that differ is
what these name, and what names things that they changed; all other procedures only keep their places.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.assembly import Editions, Memory, read_editions, read_two_editions
from generator.model import Manual
from generator.problems import Problem, Severity
from generator.project import (
    CATALOGUES,
    FileKind,
    ProjectFile,
)
from generator.revisions.differing_files import DifferingFiles
from generator.revisions.mentions import Mention, users_of
from generator.revisions.vocabulary import Unseen
from generator.yamltext import as_mapping

_MANY = 300
"""How many files that differ make two states that have little in common."""


@dataclass(frozen=True, slots=True)
class BothStates:
    """Two states of a project, read.

    Attributes:
        before: the older one.
        after: the newer one.
        differing: the paths of the files whose bytes differ, or that only one state has.
        passed_over: the paths of files that are the same in both, and were not read.
        mentions: what procedures among these name that says something else now.
    """

    before: Editions
    after: Editions
    differing: tuple[str, ...]
    passed_over: frozenset[str]
    mentions: tuple[Mention, ...] = ()

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
    memory, files = memory or Memory(), DifferingFiles(before, after)
    both = _read(files, memory, passed_over=files.passed_over())
    if files.mentions and _are_catalogues_broken(both):
        both = _read(files, memory, passed_over=files.passed_over(are_names_sound=False))
    return both


def _read(files: DifferingFiles, memory: Memory, passed_over: frozenset[str]) -> BothStates:
    """Read two states but for procedures that need not be read, and for pages."""
    unread = passed_over | files.pages()
    if len(files.differing) >= _MANY:
        one, other = read_two_editions(files.roots, memory, unread, Severity.ERROR)
    else:
        one, other = (
            read_editions(root, memory=memory, passed_over=unread, asked=Severity.ERROR)
            for root in files.roots
        )
    mentions = tuple(each for each in files.mentions.values() if each.file in passed_over)
    return BothStates(one, other, files.differing, unread, mentions)


def _are_catalogues_broken(both: BothStates) -> bool:
    """Whether entries have errors in either state: then more may be wrong with what names them than that it follows."""
    catalogues = {
        each.source.file
        for editions in (both.before, both.after)
        for each in editions.documents
        if each.kind in CATALOGUES
    }
    errors = (*errors_of(both.before), *errors_of(both.after))
    return any(each.location.file in catalogues for each in errors)


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
    users = users_of(both.mentions, after)
    return Unseen(one, other, frozenset(paths.difference(both.differing)), users)


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
