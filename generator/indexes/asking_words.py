"""What can be asked of a procedure beside its steps: the laws that it rests on, the abbreviations that it uses."""

from collections import defaultdict
from collections.abc import Iterator, Set

from generator.charts import reading_text
from generator.indexes.glossary import Glossary, texts_of
from generator.indexes.likeness import likeness, overlaps, runs_of
from generator.indexes.questions import Question, QuestionKind, distinct, mixed
from generator.model import Manual, PlacedProcedure, ReferenceType, Term
from generator.words import words_of

LAWS = (
    ReferenceType.ACT,
    ReferenceType.REGULATION,
    ReferenceType.ORDER,
    ReferenceType.ANNOUNCEMENT,
)
"""What people call law."""


class WordQuestions:
    """The questions about laws and abbreviations of one edition."""

    def __init__(self, manual: Manual, glossary: Glossary) -> None:
        """Note what abbreviations stand for.

        Args:
            manual: the edition.
            glossary: its words.
        """
        self._manual, self._glossary = manual, glossary
        self._wrong: dict[str, list[str]] = {}
        self._laws = {key: each for key, each in manual.references.items() if each.type in LAWS}
        self._law_names = {key: self._alike(each.title) for key, each in self._laws.items()}
        self._full: dict[str, set[str]] = defaultdict(set)
        for term in manual.terms.values():
            for name in filter(None, (term.short, *term.synonyms)):
                self._full[self._alike(name)].add(self._alike(term.term))
        for role in manual.roles.values():
            if role.short:
                self._full[self._alike(role.short)].add(self._alike(role.title))
        for placed in manual.procedures():
            for definition in placed.procedure.definitions:
                defined = self._alike(definition.term)
                self._full[defined].add(defined)

    def all(self, placed: PlacedProcedure) -> Iterator[Question]:
        """Every question about a procedure's laws and abbreviations."""
        yield from self._law_questions(placed)
        yield from self._abbreviations(placed)

    def _law_questions(self, placed: PlacedProcedure) -> Iterator[Question]:
        """Which law is cited: wrong are laws that the procedure neither cites nor mentions, nor their relatives."""
        places = {each.id: (entry_anchor(each.id), "") for each in placed.procedure.references}
        for step in placed.walk_steps():
            places.update(
                dict.fromkeys((each.id for each in step.step.references), (step.anchor, step.number))
            )
        source = placed.procedure.source
        cited = {*places, source.manual} if source else {*places}
        wrong = [self._read(self._laws[key].title) for key in self._uncited(placed, cited)]
        for key, (anchor, number) in places.items():
            law = self._laws.get(key)
            if law is None or not self._alike(law.title):
                continue
            identifier = f"{placed.id}.{QuestionKind.LAW}.{key}"
            offered = distinct(self._read(law.title), mixed(identifier, wrong))
            if len(offered) > 1:
                options = mixed(identifier, offered)
                right = (options.index(offered[0]),)
                text = words_of("questions")["ask"][QuestionKind.LAW]
                yield Question(
                    identifier,
                    QuestionKind.LAW,
                    text,
                    options,
                    right,
                    placed.id,
                    anchor=anchor,
                    number=number,
                )

    def _uncited(self, placed: PlacedProcedure, cited: Set[str]) -> Iterator[str]:
        """The laws that a procedure has nothing to do with, in any way that the manual knows."""
        defined = (definition.term for definition in placed.procedure.definitions)
        told = likeness(" ".join(self._read(text) for text in (*texts_of(placed.procedure), *defined)))
        told_runs = runs_of(told)
        known = [each for key in cited if (each := self._manual.references.get(key)) is not None]
        names = [self._alike(each.title) for each in known]
        replacing = {each.replaced_by for each in known}
        for key, law in self._laws.items():
            alike = self._law_names[key]
            is_relative = law.replaced_by in cited or key in replacing
            is_like = any(overlaps(alike, name) for name in names)
            is_spoken_of = alike in told or not runs_of(alike).isdisjoint(told_runs)
            if key not in cited and not is_relative and not is_like and not is_spoken_of:
                yield key

    def _abbreviations(self, placed: PlacedProcedure) -> Iterator[Question]:
        """What is short for what: only what is short for one thing, among the full forms of other abbreviations."""
        used = self._glossary.used_by(placed)
        for key, term in self._manual.terms.items():
            if key not in used or not term.short:
                continue
            short, full = self._alike(term.short), self._alike(term.term)
            if not short or not full or self._full[short] != {full}:
                continue
            wrong = self._wrong_for(key, term)
            identifier = f"{placed.id}.{QuestionKind.ABBREVIATION}.{key}"
            offered = distinct(self._read(term.term), mixed(identifier, wrong))
            if len(offered) > 1:
                options = mixed(identifier, offered)
                right = (options.index(offered[0]),)
                text = words_of("questions")["ask"][QuestionKind.ABBREVIATION].format(
                    short=self._read(term.short)
                )
                yield Question(
                    identifier, QuestionKind.ABBREVIATION, text, options, right, placed.id, term=term.term
                )

    def _wrong_for(self, key: str, term: Term) -> list[str]:
        """The full forms of the abbreviations that certainly stand for something else, whichever procedure asks."""
        if key not in self._wrong:
            others = self._manual.terms.values()
            self._wrong[key] = [self._read(each.term) for each in others if self._is_wrong(each, term)]
        return self._wrong[key]

    def _is_wrong(self, other: Term, term: Term) -> bool:
        """Whether a term is certainly not what another's abbreviation stands for: no name of one is in the other."""
        if not other.short:
            return False
        own = [self._alike(name) for name in (term.term, *term.synonyms)]
        others = [self._alike(name) for name in (other.term, *other.synonyms)]
        return not any(overlaps(one, another) for one in own for another in others)

    def _read(self, text: str) -> str:
        return reading_text(text, self._manual)

    def _alike(self, text: str) -> str:
        return likeness(self._read(text))


def entry_anchor(key: str) -> str:
    """Where a procedure's page names a reference."""
    return f"reference-{key}"
