"""What could not be read of a state: which files, at which places, and what a report therefore cannot tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.assembly import Editions
from generator.model import Manual, plain_text
from generator.problems import Problem
from generator.project import CATALOGUES, FileKind, ProjectFile
from generator.revisions.reading import errors_of
from generator.words import words_of
from generator.yamltext import as_mapping, as_text

_NAMED_BY = ("title", "short", "office")
"""The fields in which files of all sorts say what they are called."""
_WHOLE, _PART, _HELD, _OTHER = "whole", "part", "held", "other"


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file of a state that has errors.

    Attributes:
        file: its path.
        kind: what it is, as `FileKind` calls it; ``other`` for one that is no part of what is compared.
        extent: how much of it is not compared: ``whole``, ``part`` (an entry of a catalogue, what an office changed at
            one place), or ``none``.
        hides: what a report therefore cannot tell, in one sentence.
        problems: what is wrong in it.
    """

    file: str
    kind: str
    extent: str
    hides: str
    problems: tuple[Problem, ...]


def unread_files(editions: Editions, manual: Manual, other: Manual) -> tuple[UnreadFile, ...]:
    """The files of a state that have errors, by path.

    Args:
        editions: the state.
        manual: what of it is compared first: the text that all share, or one edition.
        other: the same in the other state, which knows what cannot be read here by name.
    """
    known = {each.path: each.title for each in other.procedures()}
    known |= {f"area:{each.id}": each.title for each in other.areas}
    known |= {f"edition:{each.id}": each.short for each in other.siblings}
    documents = {each.source.file: each for each in editions.documents if not each.is_edited}
    errors = sorted(errors_of(editions), key=lambda each: each.location)
    grouped = groupby(errors, key=lambda each: each.location.file)
    return tuple(
        _unread(file, documents.get(file), tuple(problems), editions, manual, known)
        for file, problems in grouped
    )


def _unread(
    file: str,
    document: ProjectFile | None,
    problems: tuple[Problem, ...],
    editions: Editions,
    manual: Manual,
    known: Mapping[str, str],
) -> UnreadFile:
    """A file, with what its errors hide."""
    said = words_of("revisions")["unread"]
    if document is None:
        return UnreadFile(file, _OTHER, "none", said[_OTHER], problems)
    kind, extent = document.kind.value, _extent(document, editions, manual)
    key = (
        _HELD
        if extent == _HELD
        else f"{_key(document.kind)}_{_PART}"
        if extent == _PART
        else _key(document.kind)
    )
    kinds = said["catalogues"]
    title = kinds[kind] if document.kind in CATALOGUES else _title(document, known)
    return UnreadFile(
        file, kind, "none" if extent == _HELD else extent, said[key].format(title=title), problems
    )


def _key(kind: FileKind) -> str:
    """Under which name the words stand of what a file of some kind hides."""
    return "catalogue" if kind in CATALOGUES and kind is not FileKind.TERMS else kind.value


def _extent(document: ProjectFile, editions: Editions, manual: Manual) -> str:
    """How much of a file is not compared."""
    if document.kind in CATALOGUES:
        return _PART if document.is_readable else _WHOLE
    if document.kind is FileKind.EDITION:
        return _WHOLE if editions.manual(document.id) is None else _PART
    held = {
        FileKind.PROCEDURE: {each.path for each in manual.procedures()},
        FileKind.KNOWLEDGE: {each.path for each in manual.knowledge},
        FileKind.PATH: {each.path for each in manual.paths},
    }
    return _HELD if document.source.file in held.get(document.kind, ()) else _WHOLE


def _title(document: ProjectFile, known: Mapping[str, str]) -> str:
    """What a file is about, as far as it can be read here or is known from the other state; else its id."""
    identifier = document.area if document.kind is FileKind.AREA else document.id
    data = as_mapping(document.data)
    there = (known.get(document.source.file), known.get(f"{document.kind.value}:{identifier}"))
    titles = (*(as_text(data.get(name)) for name in _NAMED_BY), *there)
    return " ".join(plain_text(next(filter(None, titles), "") or "").split()) or identifier
