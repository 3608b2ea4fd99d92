"""The words that a reader of some procedures must know: what they define, and the catalogue's terms that they use."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.indexes.glossary import Glossary
from generator.model import Manual, PlacedProcedure


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase as authored, and its abbreviation."""

    term: str
    short: str | None = None


def word_named(manual: Manual, name: str) -> Word:
    """The word that somebody calls by its full form, its abbreviation or a synonym; others stand as they are."""
    for term in manual.terms.values():
        if name in (term.term, term.short, *term.synonyms):
            return Word(term.term, term.short)
    return Word(name)


def words_to_know(
    manual: Manual, glossary: Glossary, procedures: Iterable[PlacedProcedure]
) -> tuple[Word, ...]:
    """The words of some procedures.

    Args:
        manual: the edition, with its catalogue of terms.
        glossary: its words.
        procedures: procedures of it.

    Returns:
        What the procedures define, in their order, then the terms with an abbreviation or a meaning that their texts
        use, in the order of the catalogue; each once.
    """
    procedures = list(procedures)
    known = {term.term: Word(term.term, term.short) for term in manual.terms.values()}
    defined = [each.term for placed in procedures for each in placed.procedure.definitions]
    words = {term: known.get(term, Word(term)) for term in defined}
    used = {key for placed in procedures for key in glossary.used_by(placed)}
    for key, term in manual.terms.items():
        if key in used and (term.short or term.meaning):
            words.setdefault(term.term, known[term.term])
    return tuple(words.values())
