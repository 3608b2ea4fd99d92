"""The glossary: what words and abbreviations mean, in Thai dictionary order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Term
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.pages.addresses import TERMS, entry_fragment
from generator.pages.book import Book, Section
from generator.pages.labels import labels
from generator.pages.names import Named, named
from generator.pages.page import Page
from generator.thai.ordering import thai_sort_key

SOURCE = "procedures/catalogue/terms.yml"


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


def _has_terms(manual: Manual) -> bool:
    return bool(manual.terms) or any(placed.procedure.definitions for placed in manual.procedures())


def _pages(book: Book) -> Iterator[Page]:
    view = {"entries": term_entries(book.manual)}
    yield book.page("terms.md.jinja", TERMS, labels()["site"]["terms"], view, source=SOURCE)


TERM_SECTION = Section("terms", TERMS, _has_terms, _pages)
