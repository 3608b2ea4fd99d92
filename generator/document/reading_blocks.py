"""What the page of a procedure brings along so that readers can confirm it as read, and learn later what changed since.

The browser keeps what it is told here (`generator/site/scripts/reading.js`); nothing of it leaves the browser.
"""

from collections.abc import Mapping

from generator.document.addresses import MY_READING, Target
from generator.document.blocks import Blocks, OnScreen, Widget
from generator.document.book import Book
from generator.model import (
    PlacedProcedure,
    Procedure,
    RetiredKind,
    Status,
    content_marks,
    presented_field,
    step_mark,
)
from generator.thai import dates_in_browsers
from generator.words import words_of

CHANGES, CONFIRM = "reading_changes", "reading"
"""The widgets: where a page says what changed since it was read, and where its reader confirms it as read."""
_NOT_READ = frozenset((Status.PLANNED, Status.RETIRED))
_OF_STEP = "#"


def is_read(placed: PlacedProcedure) -> bool:
    """Whether readers confirm a procedure as read: not one that only has a name yet, or is not followed any more."""
    return placed.procedure.status not in _NOT_READ


def reading_notice(placed: PlacedProcedure) -> Blocks:
    """Where the page says, in the browser of who read it before, what changed since."""
    return (OnScreen((Widget(CHANGES, {}, is_searched=False),)),) if is_read(placed) else ()


def reading_control(book: Book, placed: PlacedProcedure) -> Blocks:
    """Where readers confirm a procedure as read."""
    if not is_read(placed):
        return ()
    told = {
        **procedure_identity(book, placed),
        "manual": book.manual.edition_id,
        "fields": _fields(placed),
        "steps": _steps(book, placed),
        "renamed": _renamed_steps(book, placed),
        "words": words_of("document")["reading_script"],
        "locale": dates_in_browsers(),
    }
    view = {"told": told, "mine": Target(MY_READING)}
    return (OnScreen((Widget(CONFIRM, view, is_searched=False),)),)


def procedure_identity(book: Book, placed: PlacedProcedure) -> dict[str, object]:
    """By what a browser knows a procedure again: its id, those that it had, what it is called, what it says now."""
    control = placed.procedure.document_control
    return {
        "id": placed.id,
        "former": list(book.manual.former.before(RetiredKind.PROCEDURE, placed.id)),
        "number": placed.number,
        "title": " ".join(book.texts.read(placed.title).split()),
        "fingerprint": placed.fingerprint,
        "revision": (control.revision or "") if control else "",
    }


def _fields(placed: PlacedProcedure) -> list[tuple[str, str, str]]:
    """Of each field of the procedure that says something: the name, what it is called, what it tells in short."""
    marks = content_marks(placed.content)
    return [(name, presented_field(Procedure, name).title, mark) for name, mark in marks.items()]


def _steps(book: Book, placed: PlacedProcedure) -> list[tuple[str, str, str]]:
    """Of each step its place on the page, its number, what it tells in short; ids count by the first that they were."""
    first = {
        now.rpartition(_OF_STEP)[2]: old.rpartition(_OF_STEP)[2]
        for old, now in reversed(tuple(book.manual.former.steps()))
        if now.startswith(f"{placed.id}{_OF_STEP}")
    }
    return [
        (step.anchor, step.number, step_mark(step.step, placed.titles, first)) for step in placed.walk_steps()
    ]


def _renamed_steps(book: Book, placed: PlacedProcedure) -> Mapping[str, str]:
    """The places of the steps that are called otherwise now, by those that they had."""
    places = dict[str, str]()
    for old, now in book.manual.former.steps():
        procedure, _, before = old.partition(_OF_STEP)
        step = placed.step_with_id(now.rpartition(_OF_STEP)[2])
        if procedure == placed.id and now.startswith(f"{placed.id}{_OF_STEP}") and step is not None:
            places[f"step-{before}"] = step.anchor
    return places
