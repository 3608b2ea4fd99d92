"""The catalogue pages' views: references, roles, forms and terms, each entry with the procedures that it matters to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from generator.model.catalogue import ReferenceType, Role, RoleKind, Term
from generator.model.manual import Manual, PlacedProcedure
from generator.model.markup import plain_text
from generator.pages.addresses import entry_fragment
from generator.pages.labels import labels
from generator.pages.names import Named, named
from generator.pages.papers import Paper, cited_references, form_paper, reference_paper, used_forms
from generator.thai.ordering import thai_sort_key

_Kind = TypeVar("_Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class CitedPaper:
    """A reference or form of a catalogue, and the procedures that cite or use it."""

    paper: Paper
    cited_by: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role: its id in the page, the role as authored, what it owns, and where it acts without owning."""

    fragment: str
    role: Role
    owns: tuple[Named, ...]
    acts: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning of a word, as authored, and the procedure that defines it so; None for the manual's own."""

    text: str
    procedure: Named | None


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word of the glossary with all that is said of it."""

    fragment: str
    term: str
    short: str | None
    synonyms: tuple[str, ...]
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind under the kind's Thai name."""

    key: str
    title: str
    entries: tuple[CitedPaper | RoleEntry, ...]


def reference_groups(manual: Manual, today: date) -> tuple[Group, ...]:
    """All references by type, in the order of the types and then of the catalogue file."""
    citing = _by_entry(manual, lambda placed: (*cited_references(placed), *_source_of(placed)))
    entries = [
        (reference.type, CitedPaper(reference_paper(manual, key, reference, today), citing.get(key, ())))
        for key, reference in manual.references.items()
    ]
    return _grouped(ReferenceType, labels()["reference_type"], entries)


def role_groups(manual: Manual) -> tuple[Group, ...]:
    """All roles by kind, in the order of the kinds and then of the catalogue file."""
    owning = _by_entry(manual, lambda placed: (placed.procedure.owner or "",))
    acting = _by_entry(manual, lambda placed: (step.role for step in placed.walk_steps()))
    entries = []
    for key, role in manual.roles.items():
        owns = owning.get(key, ())
        acts = tuple(each for each in acting.get(key, ()) if each not in owns)
        entries.append((role.kind, RoleEntry(entry_fragment("role", key), role, owns, acts)))
    return _grouped(RoleKind, labels()["role_kind"], entries)


def form_entries(manual: Manual) -> tuple[CitedPaper, ...]:
    """All forms in the order of the catalogue file."""
    using = _by_entry(manual, used_forms)
    return tuple(CitedPaper(form_paper(key, form), using.get(key, ())) for key, form in manual.forms.items())


def term_entries(manual: Manual) -> tuple[TermEntry, ...]:
    """The glossary: the catalogue's terms and every procedure's definitions, in Thai dictionary order."""
    meanings: dict[str, list[Meaning]] = defaultdict(list)
    for term in manual.terms.values():
        meanings[term.term] += [Meaning(term.meaning, None)] if term.meaning else []
    for placed in manual.procedures():
        for definition in placed.procedure.definitions:
            meanings[definition.term].append(Meaning(definition.meaning, named(placed)))
    known = {term.term: (key, term) for key, term in manual.terms.items()}
    entries = [
        _term_entry(word, number, known.get(word), tuple(said))
        for number, (word, said) in enumerate(meanings.items(), 1)
    ]
    return tuple(sorted(entries, key=lambda entry: thai_sort_key(plain_text(entry.term))))


def _term_entry(
    word: str, number: int, known: tuple[str, Term] | None, meanings: tuple[Meaning, ...]
) -> TermEntry:
    """One word: with what the catalogue knows of it, else under a number."""
    if known is None:
        return TermEntry(entry_fragment("term", str(number)), word, None, (), meanings)
    key, term = known
    return TermEntry(entry_fragment("term", key), word, term.short, term.synonyms, meanings)


def _source_of(placed: PlacedProcedure) -> Iterator[str]:
    if placed.procedure.source:
        yield placed.procedure.source.manual


def _by_entry(
    manual: Manual, entries_of: Callable[[PlacedProcedure], Iterable[str]]
) -> Mapping[str, tuple[Named, ...]]:
    """For each entry the procedures that it occurs in, in the manual's order."""
    found: dict[str, list[Named]] = defaultdict(list)
    for placed in manual.procedures():
        for key in dict.fromkeys(entries_of(placed)):
            found[key].append(named(placed))
    return {key: tuple(procedures) for key, procedures in found.items()}


def _grouped(
    kinds: type[_Kind], titles: Mapping[str, str], entries: Iterable[tuple[_Kind, CitedPaper | RoleEntry]]
) -> tuple[Group, ...]:
    """Entries under their kinds; kinds without entries are left out."""
    by_kind: dict[_Kind, list[CitedPaper | RoleEntry]] = defaultdict(list)
    for kind, entry in entries:
        by_kind[kind].append(entry)
    return tuple(
        Group(kind.value, titles[kind.value], tuple(by_kind[kind])) for kind in kinds if kind in by_kind
    )
