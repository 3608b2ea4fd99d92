"""What words mean: the terms of the catalogue and the definitions of all procedures, each word once.

A word is one entry, however many procedures define it. Meanings that read alike are one meaning with several places;
meanings that differ stand side by side.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.indexes.mentions import MentionFinder
from generator.model import (
    Bold,
    Frozen,
    Manual,
    PlacedProcedure,
    Plain,
    Term,
    parse_rich_markup,
    plain_text,
    presented_fields,
)
from generator.thai import thai_sort_key

_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class DefinitionPlace:
    """A definition in its procedure; the key tells it from the procedure's other definitions, and stays."""

    procedure: PlacedProcedure
    key: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning, as authored, and where it is said: in procedures, or without any in the manual's catalogue."""

    text: str
    places: tuple[DefinitionPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word with all that is said of it.

    Attributes:
        key: what tells it from others, for good: the catalogue's id, or drawn from the word itself.
        term: the word, as authored.
        short: its abbreviation.
        synonyms: other words for it.
        meanings: different ones, the catalogue's first, then in the manual's order.
        record: what the catalogue says of it; None for a word that only procedures define.
    """

    key: str
    term: str
    short: str | None = None
    synonyms: tuple[str, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    record: Term | None = None

    @property
    def is_explained(self) -> bool:
        """Whether anything is said of what it means; of other words only other names are known."""
        return bool(self.short or self.meanings)


class Glossary:
    """The words of one manual."""

    def __init__(self, manual: Manual) -> None:
        """Collect them.

        Args:
            manual: the manual.
        """
        self._manual = manual
        self.entries = tuple(
            sorted(_entries(manual), key=lambda entry: thai_sort_key(plain_text(entry.term)))
        )
        """All words, in the order of a Thai dictionary."""
        self._used: dict[str, Sequence[str]] = {}

    @cached_property
    def by_form(self) -> Mapping[str, tuple[GlossaryEntry, ...]]:
        """The entries by what texts write for them: the word itself, and its abbreviation."""
        found: dict[str, list[GlossaryEntry]] = {}
        for entry in self.entries:
            for form in dict.fromkeys(plain_text(each) for each in (entry.term, entry.short) if each):
                found.setdefault(form, []).append(entry)
        return {form: tuple(entries) for form, entries in found.items()}

    @cached_property
    def finder(self) -> MentionFinder:
        """Finds the words of `by_form`."""
        return MentionFinder(self.by_form)

    @cached_property
    def used_in(self) -> Mapping[str, tuple[PlacedProcedure, ...]]:
        """The procedures that use a word or its abbreviation, by the word's key, in the manual's order."""
        used: dict[str, list[PlacedProcedure]] = {}
        for placed in self._manual.procedures():
            for key in self.used_by(placed):
                used.setdefault(key, []).append(placed)
        return {key: tuple(procedures) for key, procedures in used.items()}

    def used_by(self, placed: PlacedProcedure) -> Sequence[str]:
        """The keys of the words that a procedure uses in full or abbreviated, as they come."""
        if placed.id not in self._used:
            self._used[placed.id] = tuple(dict.fromkeys(self._keys_in(placed)))
        return self._used[placed.id]

    def defined_by(self, placed: PlacedProcedure) -> Sequence[tuple[str, GlossaryEntry]]:
        """The words that a procedure defines, in its order: the key of each definition, and its entry."""
        return self._definitions.get(placed.id, ())

    @cached_property
    def _definitions(self) -> Mapping[str, Sequence[tuple[str, GlossaryEntry]]]:
        found: dict[str, dict[str, GlossaryEntry]] = {}
        for entry in self.entries:
            for place in (place for meaning in entry.meanings for place in meaning.places):
                found.setdefault(place.procedure.id, {})[place.key] = entry
        ordered = {}
        for placed in self._manual.procedures():
            known = found.get(placed.id, {})
            ordered[placed.id] = [(key, known[key]) for key in definition_keys(placed)]
        return ordered

    def _keys_in(self, placed: PlacedProcedure) -> Iterator[str]:
        for text in texts_of(placed.procedure):
            for segment in parse_rich_markup(text):
                if isinstance(segment, Plain | Bold):
                    for mention in self.finder.find(segment.text):
                        yield from (entry.key for entry in self.by_form[mention.word])


def definition_keys(placed: PlacedProcedure) -> list[str]:
    """What tells the definitions of a procedure apart: drawn from their words, so that an added one moves no other."""
    keys: list[str] = []
    for definition in placed.procedure.definitions:
        key = word_key(definition.term)
        same = sum(1 for each in keys if each.partition("-")[0] == key)
        keys.append(f"{key}-{same + 1}" if same else key)
    return keys


def word_key(word: str) -> str:
    """A short name for a word, always the same, that no id of a catalogue can be: ``_3fa92c1b``."""
    return "_" + hashlib.sha256(_folded(word).encode()).hexdigest()[:_KEY_LENGTH]


def texts_of(record: Frozen) -> Iterator[str]:
    """The texts of a procedure, or of a part of one, that are looked through for words; not the words it defines.

    Returns:
        The texts as authored: what it says itself, then its parts, each in the model's order.
    """
    fields = presented_fields(type(record))
    yield from (text for field in fields if field.is_looked_through for text in field.wordings(record))
    for field in fields:
        if field.model is not None and (value := field.of(record)):
            for part in value if field.is_list else (value,):
                yield from texts_of(part)


def _folded(text: str) -> str:
    """A text without what does not tell words or meanings apart: markup, white space, case."""
    return "".join(plain_text(text).casefold().split())


def _entries(manual: Manual) -> Iterator[GlossaryEntry]:
    """The catalogue's entries, then the words that only procedures define."""
    said = _definitions_by_word(manual)
    for key, term in manual.terms.items():
        own = [Meaning(term.meaning)] if term.meaning else []
        defined = [meaning for word in _words_of(term) for meaning in said.pop(word, [])]
        meanings = _merged([*own, *(meaning for _, meaning in defined)])
        yield GlossaryEntry(key, term.term, term.short, term.synonyms, meanings, term)
    for definitions in said.values():
        word = definitions[0][0]
        yield GlossaryEntry(word_key(word), word, meanings=_merged(meaning for _, meaning in definitions))


def _words_of(term: Term) -> Iterable[str]:
    """What a definition must be of to be one of a catalogue's term."""
    return dict.fromkeys(_folded(each) for each in (term.term, term.short) if each)


def _definitions_by_word(manual: Manual) -> dict[str, list[tuple[str, Meaning]]]:
    """The definitions of all procedures by their words, folded: each word as written, and its meaning in its place."""
    said: dict[str, list[tuple[str, Meaning]]] = {}
    for placed in manual.procedures():
        for key, definition in zip(definition_keys(placed), placed.procedure.definitions, strict=True):
            meaning = Meaning(definition.meaning, (DefinitionPlace(placed, key),))
            said.setdefault(_folded(definition.term), []).append((definition.term, meaning))
    return said


def _merged(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    """Meanings of one word; those that read alike become one, in all their places."""
    merged: dict[str, Meaning] = {}
    for meaning in meanings:
        key = _folded(meaning.text)
        known = merged.get(key)
        merged[key] = Meaning(known.text, (*known.places, *meaning.places)) if known else meaning
    return tuple(merged.values())
