"""The glossary's page: what words and abbreviations mean, in Thai dictionary order, by their first letters.

Words of which only other names are known are not on it: these are for the search, which finds them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.document.addresses import TERMS, Target, entry_fragment, procedure_uri
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Group,
    Heading,
    Listing,
    ListItem,
    OnScreen,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import labelled_names, title
from generator.document.field_blocks import other_lines
from generator.document.inlines import (
    Line,
    Link,
    Span,
    Words,
)
from generator.document.names import NamedPage, named
from generator.document.texts import span, words
from generator.indexes import Glossary, GlossaryEntry, Meaning
from generator.model import Definition, Manual, PlacedProcedure, Term, plain_text
from generator.project import FileKind, catalogue_file
from generator.thai import index_letter, thai_sort_key
from generator.words import words_of

SOURCE = catalogue_file(FileKind.TERMS)
_NO_LETTER = "other"
_LATIN = "A–Z"
"""What all Latin letters together are called."""
_TOLD = frozenset(("term", "short", "synonyms", "meaning"))
"""The fields that have their places in an entry."""
USES_SHOWN = 5
"""How many procedures are named that use a word; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class MeaningView:
    """A meaning of a word, as authored, and the procedures that define it so; none for the manual's own."""

    text: str
    procedures: tuple[NamedPage, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A word of the glossary with all that is said of it.

    Attributes:
        fragment: its HTML id.
        term: the word, as authored.
        short: its abbreviation.
        meanings: different ones, each with its places.
        used_in: procedures that use it without defining it, as many as are shown.
        more_uses: how many others do.
        record: what the catalogue says of it; None for a word that only procedures define.
    """

    fragment: str
    term: str
    short: str | None = None
    meanings: tuple[MeaningView, ...] = ()
    used_in: tuple[NamedPage, ...] = ()
    more_uses: int = 0
    record: Term | None = None

    @property
    def name(self) -> str:
        """By what it is looked for: the word, or its abbreviation where nothing else is told of it."""
        return self.term if self.meanings else self.short or self.term


@dataclass(frozen=True, slots=True)
class SeeEntry:
    """An abbreviation in its own place of the order, and the entry of its long form."""

    short: str
    entry: TermEntry


@dataclass(frozen=True, slots=True)
class IndexLetter:
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
    record: Definition


def term_entries(glossary: Glossary) -> tuple[TermEntry, ...]:
    """All words of the glossary, in Thai dictionary order."""
    return tuple(_term_entry(glossary, entry) for entry in glossary.entries)


def index_letters(glossary: Glossary) -> tuple[IndexLetter, ...]:
    """The words that are explained, by the letters of the index, abbreviations among them.

    An abbreviation of which nothing but its long form is told stands with it, once.
    """
    entries = [_term_entry(glossary, entry) for entry in glossary.entries if entry.is_explained]
    listed: list[tuple[str, TermEntry | SeeEntry]] = [(entry.name, entry) for entry in entries]
    listed += [
        (entry.short, SeeEntry(entry.short, entry)) for entry in entries if entry.short and entry.meanings
    ]
    listed.sort(key=lambda each: thai_sort_key(plain_text(each[0])))
    letters: dict[str, list[TermEntry | SeeEntry]] = defaultdict(list)
    for name, entry in listed:
        letters[index_letter(plain_text(name))].append(entry)
    if not all(letter.isascii() for letter in letters):
        letters = _with_latin_last(letters)
    return tuple(
        IndexLetter(letter, _letter_fragment(letter), tuple(entries)) for letter, entries in letters.items()
    )


def _with_latin_last(
    letters: Mapping[str, list[TermEntry | SeeEntry]],
) -> dict[str, list[TermEntry | SeeEntry]]:
    """The letters of a Thai index: the few words in Latin letters stand together behind the last of them."""
    latin = [entry for letter, entries in letters.items() if letter and letter.isascii() for entry in entries]
    others = {letter: entries for letter, entries in letters.items() if letter and not letter.isascii()}
    rest = {"": letters[""]} if "" in letters else {}
    return {**others, **({_LATIN: latin} if latin else {}), **rest}


def definition_views(glossary: Glossary, placed: PlacedProcedure) -> tuple[DefinitionView, ...]:
    """The definitions of a procedure, each with the way to its entry."""
    return tuple(
        DefinitionView(
            _definition_fragment(key),
            definition.term,
            definition.meaning,
            Target(TERMS, entry_fragment("term", entry.key)),
            is_disputed=len(entry.meanings) > 1,
            record=definition,
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
        tuple(_meaning(meaning) for meaning in entry.meanings),
        tuple(named(placed) for placed in users[:USES_SHOWN]),
        max(0, len(users) - USES_SHOWN),
        entry.record,
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
    if letter == _LATIN:
        return entry_fragment("letter", "latin")
    name = letter if letter.isascii() else "-".join(f"{ord(character):x}" for character in letter)
    return entry_fragment("letter", name or _NO_LETTER)


def _definition_fragment(key: str) -> str:
    return entry_fragment("definition", key)


def _has_terms(manual: Manual) -> bool:
    return any(term.short or term.meaning for term in manual.terms.values()) or any(
        placed.procedure.definitions for placed in manual.procedures()
    )


def terms_document(book: Book) -> Document:
    """The page of the glossary."""
    name = words_of("document")["site"]["terms"]
    return book.document(TERMS, name, lambda: TermsPage(book).blocks(name), source=SOURCE, hidden=("toc",))


class TermsPage:
    """Composes the page."""

    def __init__(self, book: Book) -> None:
        """Take the manual."""
        self._book, self._texts, self._words = book, book.texts, words_of("document")["term"]
        self._letters = index_letters(book.indexes.glossary)

    def blocks(self, name: str) -> Blocks:
        """All of it, below its name."""
        return (title(words(name)), OnScreen((self._index(),)), *self.entries())

    def _index(self) -> Block:
        """The ways to the letters."""
        places = [(letter.letter or self._words["no_letter"], letter.fragment) for letter in self._letters]
        links = tuple(ListItem((Link(Target(TERMS, fragment), words(name)),)) for name, fragment in places)
        return Group(
            "glossary__index",
            (Listing(links),),
            is_searched=False,
            element="nav",
            label=self._words["letters"],
        )

    def entries(self) -> Iterator[Block]:
        """The words, by their letters."""
        for letter in self._letters:
            items = (
                self._see(entry) if isinstance(entry, SeeEntry) else self._entry(entry)
                for entry in letter.entries
            )
            heading = _heading(letter.letter or self._words["no_letter"], letter.fragment)
            yield Group("glossary__letter", (heading, Listing(tuple(items), "entries")), element="section")

    def _see(self, entry: SeeEntry) -> ListItem:
        """An abbreviation, and the way to the word that it stands for."""
        way = Link(Target(TERMS, entry.entry.fragment), self._texts.plain(entry.entry.term))
        see = span("entry__see", self._words["see"])
        content = (*self._texts.plain(entry.short), Words(" "), see, Words(" "), way)
        return ListItem(content, name="entry entry--see", is_searched=False)

    def _entry(self, entry: TermEntry) -> ListItem:
        """A word with all that is said of it."""
        name = self._texts.rich(entry.name)
        if entry.short and entry.meanings:
            short = self._texts.rich(self._words["short"].format(short=entry.short))
            name = (*name, Words(" "), Span("entry__short", short))
        return ListItem(
            (Span("entry__title", name),), tuple(self._lines(entry)), id=entry.fragment, name="entry"
        )

    def _lines(self, entry: TermEntry) -> Iterator[Line]:
        if entry.short and not entry.meanings:
            yield Line(self._texts.rich(entry.term), "entry__meaning")
        if len(entry.meanings) > 1:
            differ = self._words["differ"].format(count=len(entry.meanings))
            yield Line(words(differ), "entry__differ", is_searched=False)
        for meaning in entry.meanings:
            yield Line(self._book.values.rich_texts.flat(meaning.text), "entry__meaning")
            if meaning.procedures:
                yield self._names(self._words["in_procedure"], meaning.procedures)
        if entry.record:
            yield from other_lines(self._book.values, entry.record, _TOLD)
        if entry.used_in and entry.meanings:
            more = self._words["more_uses"].format(count=entry.more_uses) if entry.more_uses else ""
            yield self._names(self._words["used_in"], entry.used_in, more)

    def _names(self, label: str, names: tuple[NamedPage, ...], more: str = "") -> Line:
        """A label and procedures by their names."""
        rest = (Words(" "), span("names__label", more)) if more else ()
        return Line((*labelled_names(self._texts, label, names), *rest), "names", is_searched=False)


def _heading(name: str, fragment: str) -> Heading:
    """A heading whose words nobody searches for."""
    return Heading(2, (span("", name, is_searched=False),), fragment)


def _pages(book: Book) -> Iterator[Document]:
    yield terms_document(book)


TERM_SECTION = Section("terms", TERMS, _has_terms, _pages)
