"""Where something of a catalogue is used, as its page lists it: procedures, and of each the steps with who acts."""

from dataclasses import dataclass
from datetime import date

from generator.document.addresses import Target, procedure_uri
from generator.document.names import Mark, Named, named, named_role
from generator.indexes.uses import Use
from generator.model.manual import Manual
from generator.model.standing import Doubt, doubt_about
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class StepUse:
    """A step that uses it: its number in words, its text as authored, its place, and who acts."""

    number: str
    text: str
    target: Target
    role: Named | None


@dataclass(frozen=True, slots=True)
class UseView:
    """A procedure that uses it.

    Attributes:
        name: the procedure.
        mark: that it has to be reviewed for this, if it has.
        is_whole: whether the procedure itself names it.
        steps: the steps that name it.
    """

    name: Named
    mark: Mark | None
    is_whole: bool
    steps: tuple[StepUse, ...]


def use_view(manual: Manual, use: Use, mark: Mark | None = None) -> UseView:
    """How a use is shown."""
    words, page = words_of("document")["use"]["step"], procedure_uri(use.placed)
    steps = tuple(
        StepUse(
            words.format(number=each.number),
            each.step.text,
            Target(page, each.anchor),
            named_role(manual, each.role) if each.role else None,
        )
        for each in use.steps
    )
    return UseView(named(use.placed), mark, use.is_whole, steps)


def citation_view(manual: Manual, use: Use, reference: str, today: date) -> UseView:
    """How a citation of a reference is shown: marked where the procedure has to be reviewed for its sake."""
    doubt: Doubt | None = doubt_about(manual.references[reference], use.placed.procedure, today)
    return use_view(
        manual, use, Mark("to-review", words_of("document")["currency"]["to_review"]) if doubt else None
    )
