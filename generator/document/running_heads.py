"""What stands at the head of printed pages: whose manual, the procedure, code and revision, that it is a draft."""

from generator.document.book import Book
from generator.document.printed import RunningHead
from generator.document.texts import plain_words
from generator.model import DocumentControl, PlacedProcedure, presented_field
from generator.words import words_of


def head_of_manual(book: Book) -> RunningHead:
    """The running head of what says something of the whole manual."""
    manual = book.manual
    return RunningHead(
        book.texts.read(manual.edition.office), " ".join(book.texts.read(manual.settings.title).split())
    )


def head_of_procedure(book: Book, placed: PlacedProcedure) -> RunningHead:
    """The running head of a procedure: code and revision as they are stated, behind what they are called.

    Where an office records approvals, one that waits for its own is called a draft behind the revision.
    """
    control = placed.procedure.document_control
    told = {
        name: f"{field.title} {plain_words(said[0])}"
        for name in ("code", "revision")
        if control and (said := book.values.of(field := presented_field(DocumentControl, name), control))
    }
    title = f"{placed.number} {' '.join(book.texts.read(placed.title).split())}"
    standing = book.indexes.approvals.of(placed.id)
    draft = words_of("document")["print"]["draft"] if standing and standing.is_pending else ""
    revision = " · ".join(filter(None, (told.get("revision"), draft)))
    return RunningHead(book.texts.read(book.manual.edition.office), title, told.get("code", ""), revision)
