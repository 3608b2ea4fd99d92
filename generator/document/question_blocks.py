"""The self-check as blocks: questions that a script makes answerable, their answers folded away."""

from collections.abc import Iterator, Mapping, Sequence

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
from generator.document.inlines import Link, Words
from generator.document.question_views import QuestionView, question_views
from generator.document.texts import words
from generator.model import PlacedProcedure
from generator.words import words_of

SELF_CHECK = "self-check"


def folded_questions(book: Book, placed: PlacedProcedure) -> Iterator[Block]:
    """The questions about one procedure, folded away; nothing without any."""
    asked = book.indexes.quiz.of_procedure(placed)
    views = question_views([placed], asked, book.word_targets)
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
    """A question with its options and the right answer, each on a line."""
    place = (*book.texts.named(view.procedure), Words(": ")) if has_place else ()
    options = "; ".join(f"({number}) {option}" for number, option in enumerate(view.options, 1))
    answer = f"{words_of('document')['self_check']['right']} {' → '.join(view.answers)}"
    link = (Words("; "), Link(view.target, words(view.words))) if view.target else ()
    return ListItem((*place, Words(f"{view.text}\n{options}\n{answer}"), *link))
