"""The self-check as blocks: questions that a script makes answerable, their answers folded away with what tells why.

What stands below an answer is its ground: the step, and who, which outcome or what of it makes the answer right; then
the step's detail. A reason that the manual does not state is not given.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.document.acting import acting_names
from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import (
    Block,
    Fold,
    Heading,
    Listing,
    ListItem,
    OnScreen,
    Widget,
)
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.inlines import Inlines, Line, Link, Words
from generator.document.knowledge_views import item_name
from generator.document.names import NamedPage, named
from generator.document.step_tables import way_line
from generator.document.texts import span, words
from generator.document.ways import StepWays
from generator.indexes import OF_DOERS, Question, QuestionKind, speaks_of, step_items
from generator.model import PlacedProcedure, PlacedStep, Step, presented_field
from generator.words import words_of

SELF_CHECK = "self-check"
_STEP, _WHY = "question__step", "question__why"
"""The styles of where an answer stands, and of what the manual says there."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as pages show it.

    Attributes:
        kind: ``order`` where the options are to be put in order, else ``choice``.
        text: the question, plain text as all of its options.
        options: what there is to choose from.
        right: the indexes of the right option or of the right order, as a browser reads them: ``2`` or ``1 0 2``.
        answers: the right option, or all in the right order.
        procedure: the procedure that it is about.
        reasons: where the answer stands, and what the manual says there of why.
    """

    kind: str
    text: str
    options: tuple[str, ...]
    right: str
    answers: tuple[str, ...]
    procedure: NamedPage
    reasons: tuple[Line, ...]


def question_views(book: Book, questions: Sequence[Question]) -> tuple[QuestionView, ...]:
    """Questions as pages show them.

    Args:
        book: the book that the page is of.
        questions: the questions, about procedures of the manual.
    """
    placed = {each.id: each for each in book.manual.procedures()}
    return tuple(
        QuestionView(
            kind="order" if each.kind is QuestionKind.ORDER else "choice",
            text=each.text,
            options=each.options,
            right=" ".join(map(str, each.right)),
            answers=each.answers(),
            procedure=named(placed[each.procedure]),
            reasons=tuple(_reasons(book, placed[each.procedure], each)),
        )
        for each in questions
    )


def _reasons(book: Book, placed: PlacedProcedure, question: Question) -> Iterator[Line]:
    """Where the answer stands, what of it says so, and what else the manual says there."""
    known = {step.anchor: step for step in placed.walk_steps()}
    if question.in_order:
        yield _order(placed, [known[anchor] for anchor in question.in_order])
        return
    steps = [known[each] for each in dict.fromkeys((question.about, question.anchor)) if each in known]
    if not steps:
        target = Target(procedure_uri(placed), question.anchor)
        yield Line((Link(target, words(words_of("document")["self_check"]["see_definition"])),), _STEP)
    for step in steps:
        yield Line((_step_link(book, placed, step),), _STEP)
        yield from _grounds(book, placed, step, question)
        if step.step.detail and _is_of_the_answer(book, step, question):
            yield Line(book.values.rich_texts.flat(step.step.detail), _WHY)


def _order(placed: PlacedProcedure, steps: Sequence[PlacedStep]) -> Line:
    """The order in which the manual has some steps, by their numbers."""
    links = tuple((Link(Target(procedure_uri(placed), step.anchor), words(step.number)),) for step in steps)
    return Line(
        (*words(words_of("document")["self_check"]["in_order"]), Words(" "), *separated(links, " → ")), _STEP
    )


def _grounds(book: Book, placed: PlacedProcedure, step: PlacedStep, question: Question) -> Iterator[Line]:
    """What at a step makes the answer right: who is named there, where the outcome leads, what was asked there."""
    said = words_of("document")["self_check"]
    if question.kind in OF_DOERS:
        names = separated(acting_names(book.manual, book.texts, step))
        yield Line((*words(said["doer"]), Words(" "), *names), _WHY)
    if question.way_out is not None:
        yield way_line(book.texts, StepWays(placed).of(step)[question.way_out], placed)
    if question.kind is QuestionKind.DOCUMENT:
        output = presented_field(Step, "output")
        for value in book.values.of(output, step.step):
            yield Line((*words(f"{output.title}:"), Words(" "), *value), _WHY)
    for item in step_items(book.indexes.items.get(placed.id, ()), step.step.id):
        if item.id == question.item:
            name = item_name(item)
            link = Link(name.target, book.texts.plain(name.title))
            yield Line((Words(f"{name.kind.words}: "), link), _WHY)


def _is_of_the_answer(book: Book, step: PlacedStep, question: Question) -> bool:
    """Whether what a step says holds of the outcome that is asked about, if one is."""
    if question.way_out is None:
        return True
    labels = [book.texts.read(each.label) for each in step.step.outcomes]
    own = labels.pop(question.way_out)
    return speaks_of(book.texts.read(step.step.detail or ""), own, labels)


def _step_link(book: Book, placed: PlacedProcedure, step: PlacedStep) -> Link:
    """A step by its number and text."""
    number = words_of("document")["onboarding"]["step"].format(number=step.number)
    content: Inlines = (span("number", number), Words(" "), *book.texts.plain(step.step.text))
    return Link(Target(procedure_uri(placed), step.anchor), content)


def folded_questions(book: Book, placed: PlacedProcedure) -> Iterator[Block]:
    """The questions about one procedure, folded away; nothing without any."""
    views = question_views(book, book.indexes.quiz.of_procedure(placed))
    if views:
        said = words_of("document")["self_check"]
        count = words(words_of("document")["section"]["count"].format(count=len(views)))
        heading = Heading(2, words(said["heading"]), SELF_CHECK, is_searched=False)
        questions = question_list(book, views, has_places=False)
        name = "fold fold--section self-check__folded"
        yield OnScreen((Fold(count, (questions,), name, is_searched=False, heading=heading),))


def question_list(book: Book, views: Sequence[QuestionView], has_places: bool) -> Widget:
    """Questions.

    Args:
        book: the book that the page is of.
        views: the questions.
        has_places: whether each says of which procedure it is.
    """
    view: Mapping[str, object] = {
        "questions": [(each, book.texts.named(each.procedure)) for each in views],
        "has_places": has_places,
    }
    listed = tuple(_item(book, each, has_places) for each in views)
    return Widget("questions", view, (Listing(listed, is_ordered=True),), is_searched=False)


def _item(book: Book, view: QuestionView, has_place: bool) -> ListItem:
    """A question with its options, the right answer and its reasons, each on a line."""
    place = (*book.texts.named(view.procedure), Words(": ")) if has_place else ()
    options = "; ".join(f"({number}) {option}" for number, option in enumerate(view.options, 1))
    answer = f"{words_of('document')['self_check']['right']} {' → '.join(view.answers)}"
    return ListItem((*place, Words(f"{view.text}\n{options}\n{answer}")), view.reasons)
