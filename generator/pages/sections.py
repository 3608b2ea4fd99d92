"""All sections of a manual, in the order in which readers find them."""

from generator.model.manual import Manual
from generator.pages.addresses import Target
from generator.pages.book import Door, Section
from generator.pages.form_pages import FORM_SECTION
from generator.pages.knowledge_pages import KNOWLEDGE_SECTION
from generator.pages.onboarding_pages import ONBOARDING_SECTION
from generator.pages.reference_pages import REFERENCE_SECTION
from generator.pages.responsibility_pages import RESPONSIBILITY_SECTION
from generator.pages.role_pages import ROLE_SECTION
from generator.pages.status_pages import STATUS_SECTION
from generator.pages.term_pages import TERM_SECTION

SECTIONS: tuple[Section, ...] = (
    ONBOARDING_SECTION,
    KNOWLEDGE_SECTION,
    REFERENCE_SECTION,
    ROLE_SECTION,
    RESPONSIBILITY_SECTION,
    FORM_SECTION,
    TERM_SECTION,
    STATUS_SECTION,
)


def sections_of(manual: Manual) -> tuple[Section, ...]:
    """The sections that a manual has."""
    return tuple(section for section in SECTIONS if section.is_needed(manual))


def doors(manual: Manual) -> tuple[Door, ...]:
    """The sections of a manual as the home page leads to them."""
    return tuple(Door(section.name, Target(section.uri)) for section in sections_of(manual))
