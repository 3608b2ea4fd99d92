"""What a field of a model says, as inline parts: by what its declaration says of it, whatever field it is."""

from datetime import date
from enum import StrEnum

from generator.document.addresses import FORMS, Target, entry_fragment
from generator.document.inlines import Inlines, Link
from generator.document.names import named, named_elsewhere, named_role
from generator.document.papers import reference_target
from generator.document.texts import Texts, words
from generator.model import CalendarDate, Duration, Frozen, Manual, PresentedField, Schedule
from generator.thai import thai_date, thai_duration


class Values:
    """Says what fields hold, in the words and names of one manual."""

    def __init__(self, manual: Manual, texts: Texts) -> None:
        """Take the manual, whose things ids name."""
        self._manual, self._texts = manual, texts
        self._procedures = {placed.id: placed for placed in manual.procedures()}

    def of(self, field: PresentedField, record: Frozen) -> tuple[Inlines, ...]:
        """What a field of a record says: nothing, one value, or those of a list."""
        held = field.of(record)
        each = tuple(held) if field.is_list else (held,)
        return tuple(self.value(field, one) for one in each if one is not None and one != "")

    def value(self, field: PresentedField, value: object) -> Inlines:
        """One value of a field."""
        if field.points_at:
            return self.named(field.points_at, str(value))
        if isinstance(value, Duration):
            return words(thai_duration(value))
        if isinstance(value, Schedule):
            return words(value.text)
        if isinstance(value, CalendarDate | date):
            return words(thai_date(value) if isinstance(value, CalendarDate) else value.isoformat())
        if isinstance(value, StrEnum):
            return words(field.word_of(value))
        return self._texts.rich(str(value), field.is_explained)

    def named(self, kind: str, identifier: str) -> Inlines:
        """What an id names, as a link to where it stands."""
        if kind == "role":
            return self._texts.named(named_role(self._manual, identifier))
        if kind == "procedure":
            placed = self._procedures.get(identifier)
            return self._texts.named(named(placed) if placed else named_elsewhere(self._manual, identifier))
        if kind == "reference" and (reference := self._manual.references.get(identifier)):
            return (Link(reference_target(identifier), self._texts.plain(reference.title)),)
        if kind == "form" and (form := self._manual.forms.get(identifier)):
            return (Link(Target(FORMS, entry_fragment("form", identifier)), self._texts.plain(form.title)),)
        return words(identifier)
