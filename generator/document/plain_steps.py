"""All that steps state, as plain text for tables: whatever fields the model gives them, each a column."""

from collections.abc import Iterator

from generator.document.acting import acting_names
from generator.document.inlines import Inlines
from generator.document.part_blocks import field_values
from generator.document.step_tables import kind_name, way_line
from generator.document.texts import plain_words, words
from generator.document.values import PlainValues
from generator.document.ways import StepWays
from generator.model import (
    Manner,
    PlacedProcedure,
    PlacedStep,
    PresentedField,
    Step,
    presented_fields,
)


class PlainSteps:
    """Says what the steps of one procedure state."""

    def __init__(self, values: PlainValues, placed: PlacedProcedure) -> None:
        """Take what says what fields hold, and a procedure of its manual."""
        self._manual, self._texts, self._values = values.manual, values.texts, values.values
        self._placed, self._ways = placed, StepWays(placed)

    @staticmethod
    def fields() -> tuple[PresentedField, ...]:
        """The fields that say something of a step itself, in the model's order; the steps below it are not of it."""
        return tuple(
            field
            for field in presented_fields(Step)
            if field.manner is not Manner.ADDRESS and field.model is not Step
        )

    def of(self, field: PresentedField, step: PlacedStep) -> str | None:
        """What a field of a step says, several values on lines of their own, names by semicolons; None for nothing."""
        between = "\n" if field.is_text or field.model or field.manner is Manner.FLOW else "; "
        return between.join(map(plain_words, self._said(field, step))) or None

    def _said(self, field: PresentedField, step: PlacedStep) -> Iterator[Inlines]:
        match field.name:
            case "roles":
                yield from acting_names(self._manual, self._texts, step)
            case "kind":
                yield words(kind_name(step) or field.word_of(step.step.kind))
            case "outcomes" | "go":
                is_of_outcome = field.name == "outcomes"
                for way in self._ways.of(step):
                    if (way.label is not None) is is_of_outcome:
                        yield way_line(self._texts, way, self._placed).content
            case _:
                is_named = field.points_at is not None
                yield from (
                    self._values.of(field, step.step)
                    if is_named
                    else field_values(self._values, field, step.step)
                )
