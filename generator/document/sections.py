"""All sections of a manual, in the order in which readers find them."""

from generator.document.addresses import Target
from generator.document.agenda_pages import AGENDA_SECTION
from generator.document.book import Book, Door, Section
from generator.document.form_pages import FORM_SECTION
from generator.document.gathered_pages import GATHERED_SECTIONS
from generator.document.knowledge_pages import KNOWLEDGE_SECTION
from generator.document.onboarding_pages import ONBOARDING_SECTION
from generator.document.reading_pages import MY_READING_SECTION, WHO_READ_SECTION
from generator.document.reference_pages import REFERENCE_SECTION
from generator.document.responsibility_pages import RESPONSIBILITY_SECTION
from generator.document.retired_pages import RETIRED_SECTION
from generator.document.role_pages import ROLE_SECTION
from generator.document.service_pages import SERVICE_SECTION
from generator.document.status_pages import STATUS_SECTION
from generator.document.term_pages import TERM_SECTION
from generator.document.whats_new import WHATS_NEW_SECTION

SECTIONS: tuple[Section, ...] = (
    SERVICE_SECTION,
    ONBOARDING_SECTION,
    KNOWLEDGE_SECTION,
    REFERENCE_SECTION,
    ROLE_SECTION,
    RESPONSIBILITY_SECTION,
    AGENDA_SECTION,
    *GATHERED_SECTIONS,
    FORM_SECTION,
    TERM_SECTION,
    STATUS_SECTION,
    RETIRED_SECTION,
    WHATS_NEW_SECTION,
    MY_READING_SECTION,
    WHO_READ_SECTION,
)


def sections_of(book: Book) -> tuple[Section, ...]:
    """The sections that a manual has."""
    return tuple(each for each in SECTIONS if each.is_needed(book.manual) and each.is_known(book))


def doors(book: Book) -> tuple[Door, ...]:
    """The sections of a manual as the home page leads to them."""
    return tuple(Door(section.name, Target(section.uri)) for section in sections_of(book))
