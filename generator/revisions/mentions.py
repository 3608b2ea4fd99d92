"""What procedures name that are the same in both states and are not read: a role is called otherwise, and they follow.

A thousand procedures that name one role do not change with its title. Only which they are is told, and so only that is
found out: of each its title and what it names, without its models, without a rule and without its steps.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.diff import ProcedureName
from generator.model import Manual, plain_text
from generator.processes import in_halves
from generator.project import Found, read_document
from generator.yamltext import as_mapping, as_text

_MANY = 150
"""How many files are worth a second process."""
Named = frozenset[tuple[str, str]]
"""Sorts of entries (``role`` …) and their ids."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A procedure that is not read, as far as it is known.

    Attributes:
        id: of the procedure.
        file: its path.
        title: its title, as written.
        named: what it names.
    """

    id: str
    file: str
    title: str
    named: Named


def mentions_of(root: Path, files: Sequence[Found]) -> dict[str, Mention]:
    """What files of procedures name, by path; those are left out that cannot simply be read."""
    found = in_halves(partial(_mention, root), files, _MANY)
    return {each.file: each for each in found if each is not None}


def _mention(root: Path, each: Found) -> Mention | None:
    """What one file names; None where it has to be read as a whole to know that."""
    document, problems = read_document(root, each, asked=None)
    title = as_text(as_mapping(document.data).get("title"))
    if not document.is_readable or problems or document.has_values or not title:
        return None
    named = ((each.points_at, each.identifier) for each in document.pointers)
    return Mention(each.id, each.file, title, frozenset(named))


def users_of(mentions: Iterable[Mention], manual: Manual) -> Mapping[tuple[str, str], list[ProcedureName]]:
    """Which procedures of a manual name what, of those that are not read, in the manual's order.

    Args:
        mentions: those that are not read.
        manual: gives their places.
    """
    known = {each.id: each for each in mentions}
    users: dict[tuple[str, str], list[ProcedureName]] = {}
    for name, mention in _placed(known, manual):
        for named in mention.named:
            users.setdefault(named, []).append(name)
    return users


def _placed(known: Mapping[str, Mention], manual: Manual) -> Iterator[tuple[ProcedureName, Mention]]:
    for number, area in enumerate(manual.edition.areas, 1) if known else ():
        for position, identifier in enumerate(area.procedures, 1):
            mention = known.get(identifier)
            if mention is not None:
                title = plain_text(" ".join(mention.title.split()))
                yield ProcedureName(identifier, area.id, f"{number}.{position}", title), mention
