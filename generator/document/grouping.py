"""Entries of a catalogue as its pages list them: by kind, and with the procedures that they matter to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from generator.document.names import Named, named
from generator.model.manual import Manual, PlacedProcedure

_Kind = TypeVar("_Kind", bound=StrEnum)
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Group(Generic[Entry]):
    """Entries of one kind under the kind's Thai name."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def procedures_by_entry(
    manual: Manual, entries_of: Callable[[PlacedProcedure], Iterable[str]]
) -> Mapping[str, tuple[Named, ...]]:
    """For each entry the procedures that it occurs in, in the manual's order."""
    found: dict[str, list[Named]] = defaultdict(list)
    for placed in manual.procedures():
        for key in dict.fromkeys(entries_of(placed)):
            found[key].append(named(placed))
    return {key: tuple(procedures) for key, procedures in found.items()}


def by_kind(
    kinds: type[_Kind], titles: Mapping[str, str], entries: Iterable[tuple[_Kind, Entry]]
) -> tuple[Group[Entry], ...]:
    """Entries under their kinds; kinds without entries are left out."""
    found: dict[_Kind, list[Entry]] = defaultdict(list)
    for kind, entry in entries:
        found[kind].append(entry)
    return tuple(Group(kind.value, titles[kind.value], tuple(found[kind])) for kind in kinds if kind in found)
