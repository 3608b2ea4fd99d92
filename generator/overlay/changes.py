"""An edition's changes as its file writes them: what each names in the base, and whether the base is still what it was.

A change keeps a fingerprint of what it replaces or removes (`base`), so that it is noticed when the shared text moves
under it. `generator.overlay.application` applies changes, ``khumue accept`` renews fingerprints; both begin here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from generator.model import Change, Path, Verb, fields_of, fill_known_values
from generator.overlay.selectors import Resolver
from generator.project import FileKind, Project, ProjectFile, shape_of, value_entries
from generator.yamltext import YamlData

CHANGES_KEY = "changes"
WITH_KEY = "with"
BASE_KEY = "base"
OF_A_BASE = (Verb.REPLACE, Verb.REMOVE)
"""The verbs that put something of the base out of force, and so keep its fingerprint."""


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """One change as it stands in an edition's file.

    Attributes:
        edition: the file.
        path: of the change in it: ``("changes", "correspondence", 0)``.
        data: its keys and values.
        verbs: the verbs that it has; a sound change has one.
    """

    edition: ProjectFile
    path: Path
    data: dict[str, YamlData]
    verbs: tuple[Verb, ...]

    @property
    def verb(self) -> Verb:
        """What it does."""
        return self.verbs[0]

    @property
    def index(self) -> int:
        """Which of the changes of its procedure it is, counting from 0."""
        index = self.path[-1]
        return index if isinstance(index, int) else 0

    @property
    def address(self) -> str:
        """What it names, as written."""
        address = self.data[self.verb]
        return address if isinstance(address, str) else ""

    @property
    def address_path(self) -> Path:
        """Where its address stands in the file."""
        return (*self.path, self.verb.value)

    @property
    def has_unknown_keys(self) -> bool:
        """Whether it has keys that no change has; the model refuses them."""
        return not self.data.keys() <= fields_of(Change).keys()

    @property
    def is_written_whole(self) -> bool:
        """Whether it says what it does, to what; what is of a wrong type the model refuses."""
        return bool(self.verbs) and isinstance(self.data[self.verb], str)

    @property
    def stated_base(self) -> str:
        """The fingerprint that it keeps, or nothing."""
        stated = self.data.get(BASE_KEY)
        return stated.strip().lower() if isinstance(stated, str) else ""


def written_changes(edition: ProjectFile, procedure: str) -> list[WrittenChange]:
    """The changes that an edition's file lists for a procedure; what is no mapping is passed over."""
    of_all = edition.data.get(CHANGES_KEY) if isinstance(edition.data, dict) else None
    listed = of_all.get(procedure) if isinstance(of_all, dict) else None
    return [
        WrittenChange(
            edition, (CHANGES_KEY, procedure, index), data, tuple(each for each in Verb if each in data)
        )
        for index, data in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(data, dict)
    ]


def changed_procedures(edition: ProjectFile) -> list[str]:
    """The ids under which an edition's file lists changes, in its order."""
    of_all = edition.data.get(CHANGES_KEY) if isinstance(edition.data, dict) else None
    return list(of_all) if isinstance(of_all, dict) else []


def addresses_in(base: ProjectFile, fill: Callable[[str], str]) -> Resolver:
    """What changes can name in a procedure of the base."""
    return Resolver(base.data, shape_of(FileKind.PROCEDURE), fill)


def part_of(data: YamlData, path: Path) -> YamlData:
    """The part of a procedure's data at a path that is there."""
    for step in path:
        data = data[step]  # type: ignore[index]  # the path was found in the same data
    return data


def filling(project: Project, edition: ProjectFile) -> Callable[[str], str]:
    """What fills an edition's values into a text; names without a value stay."""
    settings = project.only(FileKind.SETTINGS)
    values = {**(value_entries(settings) if settings is not None else {}), **value_entries(edition)}
    return partial(fill_known_values, values=values)
