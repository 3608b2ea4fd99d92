"""The page of the forms: of each the file or link, and who uses it when."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.addresses import FORMS
from generator.document.blocks import Document, Listing, ListItem
from generator.document.book import Book, Section
from generator.document.common_blocks import paper_item, title
from generator.document.field_blocks import other_lines
from generator.document.inlines import Line
from generator.document.papers import form_paper
from generator.document.texts import words
from generator.document.uses import use_item
from generator.indexes import Use, form_uses
from generator.project import FileKind, catalogue_file
from generator.words import words_of

SOURCE = catalogue_file(FileKind.FORMS)

TOLD_OF_FORMS = frozenset({"title", "number", "url", "note"})
"""The fields of a form that every list of papers shows."""


def forms_document(book: Book) -> Document:
    """All forms in the order of the catalogue file."""
    name = words_of("document")["site"]["forms"]
    return book.document(FORMS, name, lambda: (title(words(name)), _forms(book)), source=SOURCE)


def _forms(book: Book) -> Listing:
    using = form_uses(book.manual)
    items = tuple(_item(book, form, using.get(form, ())) for form in book.manual.forms)
    return Listing(items, "papers papers--catalogue")


def _item(book: Book, identifier: str, uses: Sequence[Use]) -> ListItem:
    """A form, and below it the procedures and steps that use it."""
    form, said = book.manual.forms[identifier], words_of("document")["form"]
    item = paper_item(book.texts, form_paper(identifier, form), is_linked=False)
    used = Line(words(said["used_when"] if uses else said["unused"]), "names", is_searched=False)
    return replace(
        item,
        lines=(*item.lines, *other_lines(book.values, form, TOLD_OF_FORMS), used),
        items=tuple(use_item(book.texts, book.manual, use) for use in uses),
    )


def _pages(book: Book) -> Iterator[Document]:
    yield forms_document(book)


FORM_SECTION = Section("forms", FORMS, lambda manual: bool(manual.forms), _pages)
"""A manual without forms has no such page."""
