"""Entries of a catalogue as its pages list them: by kind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

_Kind = TypeVar("_Kind", bound=StrEnum)
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class KindGroup(Generic[Entry]):
    """Entries of one kind under the kind's Thai name."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def by_kind(
    kinds: type[_Kind], titles: Mapping[str, str], entries: Iterable[tuple[_Kind, Entry]]
) -> tuple[KindGroup[Entry], ...]:
    """Entries under their kinds; kinds without entries are left out."""
    found: dict[_Kind, list[Entry]] = defaultdict(list)
    for kind, entry in entries:
        found[kind].append(entry)
    return tuple(
        KindGroup(kind.value, titles[kind.value], tuple(found[kind])) for kind in kinds if kind in found
    )
