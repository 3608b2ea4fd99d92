"""The words that a reader of some procedures must know: what they define, and the catalogue's terms that they use."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.catalogue import Term
from generator.model.manual import Manual, PlacedProcedure
from generator.model.markup import plain_text


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


def words_of(manual: Manual, procedures: Iterable[PlacedProcedure]) -> tuple[Word, ...]:
    """The words of some procedures.

    Args:
        manual: the edition, with its catalogue of terms.
        procedures: the procedures.

    Returns:
        What the procedures define, in their order, then the terms with an abbreviation or a meaning that their texts
        mention, in the order of the catalogue; each once.
    """
    procedures = list(procedures)
    known = {term.term: Word(term.term, term.short) for term in manual.terms.values()}
    defined = [each.term for placed in procedures for each in placed.procedure.definitions]
    words = {term: known.get(term, Word(term)) for term in defined}
    used = mentioned_terms(manual, procedures)
    for key, term in manual.terms.items():
        if key in used and (term.short or term.meaning):
            words.setdefault(term.term, known[term.term])
    return tuple(words.values())


def mentioned_terms(manual: Manual, procedures: Iterable[PlacedProcedure]) -> frozenset[str]:
    """The ids of the catalogue's terms that the texts of some procedures mention, in full or abbreviated.

    Where one name is part of another, the longer one is meant: the director of an office is not every director.
    """
    names: dict[str, str] = {}
    for key, term in manual.terms.items():
        for name in _names(term):
            names.setdefault(name, key)
    if not names:
        return frozenset()
    pattern = re.compile("|".join(map(_whole, sorted(names, key=lambda name: (-len(name), name)))))
    texts = (plain_text(text) for placed in procedures for text in texts_of(placed))
    return frozenset(names[match.group()] for text in texts for match in pattern.finditer(text))


def texts_of(placed: PlacedProcedure) -> Iterator[str]:
    """Every text of a procedure that tells how its work is done, as authored."""
    procedure = placed.procedure
    yield procedure.title
    yield from filter(None, (procedure.summary,))
    yield from (*procedure.objective, *procedure.scope)
    for definition in procedure.definitions:
        yield from (definition.term, definition.meaning)
    for each in placed.walk_steps():
        step = each.step
        yield step.text
        yield from filter(None, (step.detail, step.standard, step.output))
        yield from (outcome.label for outcome in step.outcomes)


def _names(term: Term) -> Iterator[str]:
    yield from (plain_text(name) for name in (term.term, term.short) if name)


def _whole(name: str) -> str:
    """A pattern of a name; where it begins or ends with a Latin letter or digit, no other may adjoin."""
    before = r"(?<![A-Za-z0-9])" if name[:1].isascii() and name[:1].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if name[-1:].isascii() and name[-1:].isalnum() else ""
    return before + re.escape(name) + after
