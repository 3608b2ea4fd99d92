"""The strip of facts of a procedure: which of them the search finds there."""

from dataclasses import replace

from generator.document.blocks import Fact, Facts
from generator.model import PresentedField
from generator.words import words_of


def is_of_the_work(field: PresentedField) -> bool:
    """Whether a fact tells of the work itself, so that the search finds it here; ids are found at what they name."""
    return not field.is_record and field.points_at is None and field.name != "status"


def strip_of(facts: tuple[Fact, ...]) -> Facts:
    """The strip of facts, of which those are searched that tell of the work; if none does, none says so of itself."""
    is_any_searched = any(fact.is_searched for fact in facts)
    shown = facts if is_any_searched else tuple(replace(fact, is_searched=True) for fact in facts)
    return Facts(words_of("document")["meta"]["heading"], shown, is_searched=is_any_searched)
