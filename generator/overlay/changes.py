"""An edition's changes as its file writes them: what each names in the base, and whether the base is still what it was.

A change keeps a fingerprint of what it replaces or removes (`base`), so that it is noticed when the shared text moves
under it. `generator.overlay.application` applies changes, ``khumue accept`` renews fingerprints; both begin here.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from unicodedata import category

from generator.model.base import fill_known_values
from generator.model.change import Change, Verb
from generator.model.shapes import fields_of
from generator.model.walking import Path
from generator.overlay.selectors import Addresses, Named, folded
from generator.project import Document, Kind, Project, shape_of, value_entries
from generator.yamltext import Data

CHANGES = "changes"
WITH = "with"
BASE_KEY = "base"
FINGERPRINT_LENGTH = 8
FINGERPRINT_PATTERN = re.compile(rf"[0-9a-f]{{{FINGERPRINT_LENGTH}}}")
LONGEST_SIDE = 150
"""In characters; of a longer text a message shows the part that matters."""
LEAD_IN = 30
"""How many characters before the first difference are shown with it."""
OF_A_BASE = (Verb.REPLACE, Verb.REMOVE)
"""The verbs that put something of the base out of force, and so keep its fingerprint."""


def fingerprint(data: Data) -> str:
    """A short name of what a part of a procedure says.

    Args:
        data: the part, as read from YAML.

    Returns:
        8 hexadecimal digits: the beginning of the SHA-256 of the part as JSON with sorted keys. White space counts
        once, as folding a text over other lines does not change what it says.
    """
    canonical = json.dumps(_folded_data(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def say_the_same(one: Data, other: Data, fill: Callable[[str], str] = str) -> bool:
    """Whether two parts say the same once values are filled in, however their lines are folded."""
    return _folded_data(one, fill) == _folded_data(other, fill)


def in_one_line(data: Data) -> str:
    """What a part says, for a message: its texts behind one another, or a nameless part's own text."""
    if isinstance(data, str):
        return folded(data)
    inner = data if isinstance(data, list) else [data[key] for key in data]
    return " · ".join(filter(None, map(in_one_line, inner)))


def side_by_side(one: Data, other: Data) -> tuple[str, str]:
    """What two parts say, for a message; of long ones the stretch in which they first differ."""
    texts = in_one_line(one), in_one_line(other)
    if max(map(len, texts)) <= LONGEST_SIDE:
        return texts
    alike = next((at for at, (left, right) in enumerate(zip(*texts, strict=False)) if left != right), None)
    start = max(0, (min(map(len, texts)) if alike is None else alike) - LEAD_IN)
    return _stretch(texts[0], start), _stretch(texts[1], start)


def _stretch(text: str, start: int) -> str:
    """A part of a text no longer than `LONGEST_SIDE`, no letter without its signs; ``…`` is what is left out."""
    if start:
        space = text.find(" ", start, start + LEAD_IN)
        start = space + 1 if space >= 0 else start
    end = start + LONGEST_SIDE
    while 0 < start < len(text) and category(text[start]).startswith("M"):
        start -= 1
    while end < len(text) and category(text[end]).startswith("M"):
        end -= 1
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def _folded_data(data: Data, fill: Callable[[str], str] = str) -> Data:
    if isinstance(data, str):
        return folded(fill(data))
    if isinstance(data, list):
        return [_folded_data(each, fill) for each in data]
    return {key: _folded_data(value, fill) for key, value in data.items()}


@dataclass(frozen=True, slots=True)
class WrittenChange:
    """One change as it stands in an edition's file.

    Attributes:
        edition: the file.
        path: of the change in it: ``("changes", "correspondence", 0)``.
        data: its keys and values.
        verbs: the verbs that it has; a sound change has one.
    """

    edition: Document
    path: Path
    data: dict[str, Data]
    verbs: tuple[Verb, ...]

    @property
    def verb(self) -> Verb:
        """What it does."""
        return self.verbs[0]

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


@dataclass(frozen=True, slots=True)
class BasedChange:
    """A change that puts something of the base out of force.

    Attributes:
        change: the change.
        base: what the base says there now.
        fingerprint: of `base`.
    """

    change: WrittenChange
    base: Data
    fingerprint: str

    @property
    def is_moved(self) -> bool:
        """Whether the base was another when the change was written or accepted."""
        return bool(self.change.stated_base) and self.change.stated_base != self.fingerprint


def written_changes(edition: Document, procedure: str) -> list[WrittenChange]:
    """The changes that an edition's file lists for a procedure; what is no mapping is passed over."""
    of_all = edition.data.get(CHANGES) if isinstance(edition.data, dict) else None
    listed = of_all.get(procedure) if isinstance(of_all, dict) else None
    return [
        WrittenChange(
            edition, (CHANGES, procedure, index), data, tuple(each for each in Verb if each in data)
        )
        for index, data in enumerate(listed if isinstance(listed, list) else [])
        if isinstance(data, dict)
    ]


def changed_procedures(edition: Document) -> list[str]:
    """The ids under which an edition's file lists changes, in its order."""
    of_all = edition.data.get(CHANGES) if isinstance(edition.data, dict) else None
    return list(of_all) if isinstance(of_all, dict) else []


def based_changes(project: Project, edition: Document) -> Iterator[BasedChange]:
    """Every change of an edition that replaces or removes something that is there in the base.

    Args:
        project: all files.
        edition: the edition's file.
    """
    fill = filling(project, edition)
    for procedure in changed_procedures(edition):
        base = project.document(Kind.PROCEDURE, procedure)
        if base is None:
            continue
        addresses = addresses_in(base, fill)
        for change in written_changes(edition, procedure):
            if len(change.verbs) != 1 or change.verb not in OF_A_BASE:
                continue
            target = addresses.find(change.address)
            if isinstance(target, Named) and target.is_there:
                data = part_of(base.data, target.path)
                yield BasedChange(change, data, fingerprint(data))


def addresses_in(base: Document, fill: Callable[[str], str]) -> Addresses:
    """What changes can name in a procedure of the base."""
    return Addresses(base.data, shape_of(Kind.PROCEDURE), fill)


def part_of(data: Data, path: Path) -> Data:
    """The part of a procedure's data at a path that is there."""
    for step in path:
        data = data[step]  # type: ignore[index]  # the path was found in the same data
    return data


def filling(project: Project, edition: Document) -> Callable[[str], str]:
    """What fills an edition's values into a text; names without a value stay."""
    settings = project.only(Kind.SETTINGS)
    values = {**(value_entries(settings) if settings is not None else {}), **value_entries(edition)}
    return partial(fill_known_values, values=values)
