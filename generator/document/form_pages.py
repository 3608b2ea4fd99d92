"""The page of the forms: of each the file or link, and who uses it when."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document.addresses import FORMS
from generator.document.book import Book, Section
from generator.document.page import Page
from generator.document.papers import Paper, form_paper
from generator.document.uses import UseView, use_view
from generator.indexes.uses import form_uses
from generator.model.manual import Manual
from generator.words import words_of

SOURCE = "procedures/catalogue/forms.yml"


@dataclass(frozen=True, slots=True)
class UsedForm:
    """A form, and the procedures and steps that use it."""

    paper: Paper
    uses: tuple[UseView, ...]


def form_entries(manual: Manual) -> tuple[UsedForm, ...]:
    """All forms in the order of the catalogue file."""
    using = form_uses(manual)
    return tuple(
        UsedForm(form_paper(key, form), tuple(use_view(manual, use) for use in using.get(key, ())))
        for key, form in manual.forms.items()
    )


def _pages(book: Book) -> Iterator[Page]:
    view = {"entries": form_entries(book.manual)}
    yield book.page("forms.md.jinja", FORMS, words_of("document")["site"]["forms"], view, source=SOURCE)


FORM_SECTION = Section("forms", FORMS, lambda manual: bool(manual.forms), _pages)
"""A manual without forms has no such page."""
