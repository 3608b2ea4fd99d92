"""All editions of a project, read and checked once and then assembled one by one; none of them is kept.

The memory that an edition takes is free again with its `Manual`, so that it does not grow with their number.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath

from generator.assembly.placed_before import PlacedBefore
from generator.assembly.placing import place_base, place_manual
from generator.assembly.surroundings import Surroundings
from generator.collector import collector_paused
from generator.lint import (
    LinkedPlace,
    error_lines,
    judge,
    judge_lost_ids,
    limited,
    linked_places,
    names_of_files,
    things_of_files,
    things_of_manual,
    unprintable_emblems,
)
from generator.model import BASE, Edition, LeftOut, Manual, Path, Procedure, Sibling, step_texts
from generator.overlay import Edits, all_edits, edits_of
from generator.problems import Problem, Severity
from generator.processes import side_by_side
from generator.project import FileKind, FileMemory, Project, ProjectFile, default_edition, read_project
from generator.storage import PublishedFiles
from generator.validation import Validator


class Editions:
    """The editions of one project.

    Attributes:
        problems: everything that is wrong with the project's files, in order; empty when it was not checked.
    """

    def __init__(
        self,
        root: FilePath,
        check: bool = True,
        memory: "Memory | None" = None,
        passed_over: Collection[str] = frozenset(),
        asked: Severity = Severity.WARNING,
        is_judged: bool = True,
    ) -> None:
        """Read a project; see `read_editions`. One that is not judged yet is when `judged` is taken."""
        self._project = read_project(
            root, memory.files if memory else None, passed_over, asked if check else None
        )
        self._validator = Validator(self._project, memory.validator if memory else None)
        self._placed = memory.placed if memory else None
        if memory:
            memory.validator = self._validator
        self._edits: Edits | None = all_edits(self._project) if check else None
        self.take_judged(self.judged() if check and is_judged else [])

    def judged(self) -> list[Problem]:
        """Everything that is wrong with the project, found out now."""
        return judge(self._project, self._validator, self._edits) if self._edits is not None else []

    def take_judged(self, problems: list[Problem]) -> None:
        """Know what is wrong with the project: what is broken is left out of its manuals."""
        self._all_problems = problems
        self._error_lines = error_lines(problems)
        self.problems = limited(problems)

    @property
    def project(self) -> Project:
        """The files, as they were read."""
        return self._project

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the editions, in alphabetical order."""
        return tuple(sorted(document.id for document in self._project.of_kind(FileKind.EDITION)))

    @property
    def in_force(self) -> tuple[str, ...]:
        """The ids of those that no later one replaced."""
        replaced = {each.id for each in self._surroundings.siblings if each.replaced_by}
        return tuple(each for each in self.ids if each not in replaced)

    @cached_property
    def default(self) -> str | None:
        """The edition that the settings name."""
        return default_edition(self._project)

    def manual(self, edition: str) -> Manual | None:
        """Assemble an edition.

        Args:
            edition: its id.

        Returns:
            The manual, without what is broken as far as it was checked; None when the settings or the edition are
            unusable.
        """
        document = self._project.document(FileKind.EDITION, edition)
        if document is None:
            return None
        with collector_paused():
            edits = self._edits if self._edits is not None else edits_of(self._project, document)
            manual = place_manual(self._surroundings, document, edits)
            self._validator.forget(edition)
            document.forget_tree()
        return manual

    @property
    def documents(self) -> Sequence[ProjectFile]:
        """Every file of the project, by path."""
        return self._project.documents

    def changes(self) -> Iterator["MadeChange"]:
        """The editions' changes of the shared procedures, as far as what they name is there, in the files' order."""
        for (edition, procedure), edited in (self._edits or {}).items():
            for change, target in edited.made:
                written = json.dumps(change.data, ensure_ascii=False, sort_keys=True)
                is_outdated = change in edited.outdated
                yield MadeChange(edition, procedure, target.path, change.address, written, is_outdated)

    def lost_ids(self, published: Manual | PublishedFiles, file: str = "") -> list[Problem]:
        """What is to be told of ids that were published and that nothing has any more, nor was noted.

        Args:
            published: what was published: data, or files.
            file: where the data stand.
        """
        if isinstance(published, Manual):
            things, procedures = list(things_of_manual(published, file)), frozenset[str]()
        else:
            things, procedures = list(things_of_files(published)), names_of_files(published.paths)
        edits = self._edits if self._edits is not None else all_edits(self._project)
        return limited(judge_lost_ids(self._project, self._validator, edits, things, procedures))

    def unprintable_emblems(self, reason_not_shown: Callable[[bytes], str]) -> list[Problem]:
        """What is to be told of an emblem that is there and cannot be printed.

        Args:
            reason_not_shown: why what a file holds cannot be printed; empty where it can.
        """
        return list(unprintable_emblems(self._project, reason_not_shown))

    def linked_places(self) -> list[LinkedPlace]:
        """The places on pages that are made to which people link."""
        return linked_places(self._project, self._validator)

    def base(self) -> Manual | None:
        """Assemble the text that all editions share: every procedure of the base that is not retired, unchanged.

        Values are the manual's; one that only editions give stays ``${name}``.

        Returns:
            The manual, of the edition `generator.model.manual.BASE`; None when the settings are unusable.
        """
        with collector_paused():
            manual = place_base(self._surroundings)
            self._validator.forget(BASE)
        return manual

    @cached_property
    def _surroundings(self) -> Surroundings:
        """What every edition is placed in."""
        return Surroundings(
            self._project,
            self._validator,
            self._error_lines,
            tuple(self._siblings()),
            self.default,
            self._placed,
        )

    def _siblings(self) -> Iterator[Sibling]:
        """Every edition as the others know it; an unusable one is unknown to them."""
        for document in self._project.of_kind(FileKind.EDITION):
            edition = self._validator.model(Edition, document, document.id)
            if edition is not None:
                placed = frozenset(each for area in edition.areas for each in area.procedures)
                yield Sibling(
                    document.id,
                    edition.office,
                    edition.short_name,
                    edition.site,
                    placed,
                    edition.year,
                    tuple(self._own_of(document.id, edition)),
                    edition.replaced_by or "",
                )
            if self._edits is None:
                self._validator.forget(document.id)

    def _own_of(self, edition: str, model: Edition) -> Iterator[LeftOut]:
        """The procedures that an edition brings itself; a broken one is unknown."""
        for area in model.areas:
            for each in area.procedures:
                document = self._project.document(FileKind.PROCEDURE, each, area.id, edition)
                if document is None or not document.edition:
                    continue
                procedure = self._validator.model(Procedure, document, edition)
                if procedure is not None:
                    yield LeftOut(each, area.id, procedure.title, steps=step_texts(procedure))


@dataclass(frozen=True, slots=True)
class MadeChange:
    """A change that an edition makes of a shared procedure.

    Attributes:
        edition: the id of the edition.
        procedure: the id of the procedure.
        path: where what it names stands in the procedure's data: ``("steps", 1, "role")``.
        address: what it names, as written.
        written: all of it, as written.
        is_outdated: whether it was made when the shared text said something else there.
    """

    edition: str
    procedure: str
    path: Path
    address: str
    written: str
    is_outdated: bool = False


@dataclass(slots=True)
class Memory:
    """What is kept of a project that is read again and again while it is edited.

    Attributes:
        files: what its files said.
        validator: their models.
        placed: their procedures, in their places.
    """

    files: FileMemory = field(default_factory=FileMemory)
    validator: Validator | None = None
    placed: PlacedBefore = field(default_factory=PlacedBefore)


def read_editions(
    root: FilePath,
    check: bool = True,
    memory: Memory | None = None,
    passed_over: Collection[str] = frozenset(),
    asked: Severity = Severity.WARNING,
) -> Editions:
    """Read a project with all its editions.

    Args:
        root: the folder that holds `procedures/`.
        check: whether to find out what is wrong; a project that is known to have no errors need not be checked again.
        memory: what the project said before, when it is read again and again; it learns what changed.
        passed_over: the paths of files of procedures that need not be read: they keep their places.
        asked: the least severe problems that are asked for: what takes long and finds nothing but warnings is left
            undone where these are errors. A memory is used for one severity only.

    Returns:
        The editions, to be assembled one by one.
    """
    with collector_paused():
        return Editions(root, check, memory, passed_over, asked)


def read_two_editions(
    roots: tuple[FilePath, FilePath],
    memory: Memory,
    passed_over: Collection[str],
    asked: Severity = Severity.WARNING,
) -> tuple[Editions, Editions]:
    """Read two states of a project that have little in common, and judge them side by side; see `read_editions`.

    Of states that have much in common the second takes over what was found of the first: `read_editions` is quicker.
    """
    with collector_paused():
        one, other = (Editions(each, True, memory, passed_over, asked, is_judged=False) for each in roots)
        of_other, of_one = side_by_side(other.judged, one.judged)
        one.take_judged(of_one)
        other.take_judged(of_other)
        return one, other
