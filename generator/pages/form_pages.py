"""The page of the forms that steps use."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.manual import Manual
from generator.pages.addresses import FORMS
from generator.pages.book import Book, Section
from generator.pages.grouping import procedures_by_entry
from generator.pages.labels import labels
from generator.pages.names import Named
from generator.pages.page import Page
from generator.pages.papers import Paper, form_paper, used_forms

SOURCE = "procedures/catalogue/forms.yml"


@dataclass(frozen=True, slots=True)
class UsedForm:
    """A form, and the procedures that use it."""

    paper: Paper
    used_by: tuple[Named, ...]


def form_entries(manual: Manual) -> tuple[UsedForm, ...]:
    """All forms in the order of the catalogue file."""
    using = procedures_by_entry(manual, used_forms)
    return tuple(UsedForm(form_paper(key, form), using.get(key, ())) for key, form in manual.forms.items())


def _pages(book: Book) -> Iterator[Page]:
    view = {"entries": form_entries(book.manual)}
    yield book.page("forms.md.jinja", FORMS, labels()["site"]["forms"], view, source=SOURCE)


FORM_SECTION = Section("forms", FORMS, lambda manual: bool(manual.forms), _pages)
