"""The views of the self-check: questions with their answers, and where each answer stands in the manual."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.document.addresses import TERMS, Target, entry_fragment, procedure_uri
from generator.document.names import NamedPage, named
from generator.indexes import Glossary, Question, QuestionKind
from generator.model import PlacedProcedure
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; all its texts are plain.

    Attributes:
        kind: ``order`` where the options are to be put in order, else ``choice``.
        text: the question.
        options: what there is to choose from.
        right: the indexes of the right option or of the right order, as a browser reads them: ``2`` or ``1 0 2``.
        answers: the right option, or all in the right order.
        procedure: the procedure that it is about.
        words: what the link to the answer says.
        target: where the answer stands.
    """

    kind: str
    text: str
    options: tuple[str, ...]
    right: str
    answers: tuple[str, ...]
    procedure: NamedPage
    words: str
    target: Target | None


def word_targets(glossary: Glossary) -> Mapping[str, Target]:
    """Where words are explained, by their full forms as authored."""
    return {
        entry.term: Target(TERMS, entry_fragment("term", entry.key)) for entry in reversed(glossary.entries)
    }


def question_views(
    procedures: Iterable[PlacedProcedure],
    questions: Iterable[Question],
    words: Mapping[str, Target],
) -> tuple[QuestionView, ...]:
    """Questions as pages show them.

    Args:
        procedures: those that they are about.
        questions: the questions.
        words: where words are explained, by their full forms.
    """
    placed = {each.id: each for each in procedures}
    return tuple(
        QuestionView(
            kind="order" if each.kind is QuestionKind.ORDER else "choice",
            text=each.text,
            options=each.options,
            right=" ".join(map(str, each.right)),
            answers=each.answers(),
            procedure=named(placed[each.procedure]),
            words=_words(each),
            target=words.get(each.term)
            if each.term
            else Target(procedure_uri(placed[each.procedure]), each.anchor),
        )
        for each in questions
    )


def _words(question: Question) -> str:
    words = words_of("document")["self_check"]
    if question.term:
        return str(words["see_term"])
    if question.number:
        return str(words["see_step"].format(number=question.number))
    return str(words["see_reference"])
