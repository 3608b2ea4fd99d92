"""What of the base an edition's changes put out of force, and what it says instead: what editors have to look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Verb
from generator.overlay.changes import (
    OF_A_BASE,
    WITH_KEY,
    WrittenChange,
    addresses_in,
    changed_procedures,
    filling,
    part_of,
    written_changes,
)
from generator.overlay.fingerprints import fingerprint
from generator.overlay.moves import put_back
from generator.overlay.selectors import ChangeTarget
from generator.project import FileKind, Project, ProjectFile
from generator.yamltext import YamlData


@dataclass(frozen=True, slots=True)
class BasedChange:
    """A change that puts something of the base out of force.

    Attributes:
        change: the change.
        base: what the base says there now.
        fingerprint: of `base`.
        instead: what the edition says instead, here or, of a step that it moves, elsewhere; None for nothing.
    """

    change: WrittenChange
    base: YamlData
    fingerprint: str
    instead: YamlData | None

    @property
    def is_outdated(self) -> bool:
        """Whether the base was another when the change was written or accepted."""
        return bool(self.change.stated_base) and self.change.stated_base != self.fingerprint

    @property
    def is_move(self) -> bool:
        """Whether a step is removed only to stand elsewhere."""
        return self.change.verb is Verb.REMOVE and self.instead is not None


def based_changes(project: Project, edition: ProjectFile) -> Iterator[BasedChange]:
    """Every change of an edition that replaces or removes something that is there in the base.

    Args:
        project: all files.
        edition: the edition's file.
    """
    fill = filling(project, edition)
    for procedure in changed_procedures(edition):
        base = project.document(FileKind.PROCEDURE, procedure)
        if base is None:
            continue
        addresses = addresses_in(base, fill)
        found = [
            (change, addresses.find(change.address))
            for change in written_changes(edition, procedure)
            if len(change.verbs) == 1
        ]
        made = [(change, target) for change, target in found if isinstance(target, ChangeTarget)]
        moved = {each.removed.path: each.data for each in put_back(made, base.data, fill)}
        for change, target in made:
            if change.verb in OF_A_BASE and target.is_there:
                data = part_of(base.data, target.path)
                instead = moved.get(change.path, change.data.get(WITH_KEY))
                yield BasedChange(change, data, fingerprint(data), instead)
