"""The glossary's page: what words and abbreviations mean, in Thai dictionary order, by their first letters."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.document.addresses import TERMS, Target, entry_fragment, procedure_uri
from generator.document.book import Book, Section
from generator.document.names import Named, named
from generator.document.page import Page
from generator.indexes.glossary import Glossary, GlossaryEntry, Meaning
from generator.model.manual import Manual, PlacedProcedure
from generator.model.markup import plain_text
from generator.thai.ordering import index_letter, thai_sort_key
from generator.words import words_of

SOURCE = "procedures/catalogue/terms.yml"
_NO_LETTER = "other"
USES_SHOWN = 5
"""How many procedures are named that use a word; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class MeaningView:
    """A meaning of a word, as authored, and the procedures that define it so; none for the manual's own."""

    text: str
    procedures: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word of the glossary with all that is said of it.

    Attributes:
        fragment: its HTML id.
        term: the word, as authored.
        short: its abbreviation.
        synonyms: other words for it.
        meanings: different ones, each with its places.
        used_in: procedures that use it without defining it, as many as are shown.
        more_uses: how many others do.
    """

    fragment: str
    term: str
    short: str | None = None
    synonyms: tuple[str, ...] = ()
    meanings: tuple[MeaningView, ...] = ()
    used_in: tuple[Named, ...] = ()
    more_uses: int = 0


@dataclass(frozen=True, slots=True)
class SeeEntry:
    """An abbreviation in its own place of the order, and the entry of its long form."""

    short: str
    entry: TermEntry


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter of the index; the letter is empty for words without any."""

    letter: str
    fragment: str
    entries: tuple[TermEntry | SeeEntry, ...]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """A definition on its procedure's page: HTML id, texts, glossary entry, and whether others define it otherwise."""

    fragment: str
    term: str
    meaning: str
    entry: Target
    is_disputed: bool


def term_entries(glossary: Glossary) -> tuple[TermEntry, ...]:
    """All words of the glossary, in Thai dictionary order."""
    return tuple(_term_entry(glossary, entry) for entry in glossary.entries)


def letters(glossary: Glossary) -> tuple[Letter, ...]:
    """The words that are explained, by the letters of the index, abbreviations among them."""
    entries = [_term_entry(glossary, entry) for entry in glossary.entries if entry.is_explained]
    listed: list[tuple[str, TermEntry | SeeEntry]] = [(entry.term, entry) for entry in entries]
    listed += [(entry.short, SeeEntry(entry.short, entry)) for entry in entries if entry.short]
    listed.sort(key=lambda each: thai_sort_key(plain_text(each[0])))
    grouped = groupby(listed, key=lambda each: index_letter(plain_text(each[0])))
    return tuple(
        Letter(letter, _letter_fragment(letter), tuple(entry for _, entry in entries_of_letter))
        for letter, entries_of_letter in grouped
    )


def other_names(glossary: Glossary) -> tuple[TermEntry, ...]:
    """The words of which only other names are known, in Thai dictionary order."""
    return tuple(_term_entry(glossary, entry) for entry in glossary.entries if not entry.is_explained)


def definition_views(glossary: Glossary, placed: PlacedProcedure) -> tuple[DefinitionView, ...]:
    """The definitions of a procedure, each with the way to its entry."""
    return tuple(
        DefinitionView(
            _definition_fragment(key),
            definition.term,
            definition.meaning,
            Target(TERMS, entry_fragment("term", entry.key)),
            is_disputed=len(entry.meanings) > 1,
        )
        for definition, (key, entry) in zip(
            placed.procedure.definitions, glossary.defined_by(placed), strict=True
        )
    )


def _term_entry(glossary: Glossary, entry: GlossaryEntry) -> TermEntry:
    defining = {place.procedure.id for meaning in entry.meanings for place in meaning.places}
    users = [placed for placed in glossary.used_in.get(entry.key, ()) if placed.id not in defining]
    return TermEntry(
        entry_fragment("term", entry.key),
        entry.term,
        entry.short,
        entry.synonyms,
        tuple(_meaning(meaning) for meaning in entry.meanings),
        tuple(named(placed) for placed in users[:USES_SHOWN]),
        max(0, len(users) - USES_SHOWN),
    )


def _meaning(meaning: Meaning) -> MeaningView:
    """A meaning whose places lead to the definitions themselves."""
    return MeaningView(
        meaning.text,
        tuple(
            replace(
                named(place.procedure),
                target=Target(procedure_uri(place.procedure), _definition_fragment(place.key)),
            )
            for place in meaning.places
        ),
    )


def _letter_fragment(letter: str) -> str:
    """The HTML id of a letter, in plain letters and digits: ``letter-K``, ``letter-e07`` for ง."""
    name = letter if letter.isascii() else "-".join(f"{ord(character):x}" for character in letter)
    return entry_fragment("letter", name or _NO_LETTER)


def _definition_fragment(key: str) -> str:
    return entry_fragment("definition", key)


def _has_terms(manual: Manual) -> bool:
    return bool(manual.terms) or any(placed.procedure.definitions for placed in manual.procedures())


def _pages(book: Book) -> Iterator[Page]:
    glossary = book.indexes.glossary
    view = {"letters": letters(glossary), "others": other_names(glossary)}
    yield book.page("terms.md.jinja", TERMS, words_of("document")["site"]["terms"], view, source=SOURCE)


TERM_SECTION = Section("terms", TERMS, _has_terms, _pages)
