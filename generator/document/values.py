"""What a field of a model says, as inline parts or blocks: by what its declaration says of it, whatever field it is."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from generator.document.addresses import FORMS, Addresses, Target, entry_fragment, is_linkable
from generator.document.blocks import Paragraph
from generator.document.common_blocks import separated
from generator.document.inlines import Inlines, Link, Words
from generator.document.names import named, named_elsewhere, named_role
from generator.document.papers import reference_target
from generator.document.rich_texts import RichParts, RichTexts
from generator.document.texts import Texts, plain_words, words
from generator.model import (
    CalendarDate,
    Citation,
    Duration,
    Frozen,
    Manner,
    Manual,
    PresentedField,
    Schedule,
    StatedNone,
)
from generator.phones import phone_parts
from generator.thai import thai_date, thai_duration


class Values:
    """Says what fields hold, in the words and names of one manual."""

    def __init__(self, manual: Manual, texts: Texts, rich_texts: RichTexts) -> None:
        """Take the manual, whose things ids name, and what makes parts and blocks of its texts."""
        self._manual, self._texts, self.rich_texts = manual, texts, rich_texts
        self._procedures = {placed.id: placed for placed in manual.procedures()}

    def of(self, field: PresentedField, record: Frozen) -> tuple[Inlines, ...]:
        """What a field of a record says: nothing, one value, or those of a list."""
        held = field.of(record)
        if isinstance(held, StatedNone):
            return (words(field.word_of_none),)
        each = tuple(held) if field.is_list else (held,)
        if field.is_list and field.points_at and field.model:
            return tuple(self._cited(each))
        return tuple(self.value(field, one) for one in each if one is not None and one != "")

    def value(self, field: PresentedField, value: object) -> Inlines:
        """One value of a field."""
        if field.points_at:
            return self.named(field.points_at, str(value))
        if isinstance(value, Duration | Schedule):
            return words(thai_duration(value) if isinstance(value, Duration) else value.text)
        if isinstance(value, CalendarDate | date):
            return words(thai_date(value) if isinstance(value, CalendarDate) else value.isoformat())
        if isinstance(value, StrEnum):
            return words(field.word_of(value))
        if field.manner in (Manner.PHONE, Manner.WEB):
            return self._way(field.manner, str(value))
        make = self.rich_texts.flat if field.is_rich else self._texts.rich
        return make(str(value), field.is_explained)

    def _way(self, manner: Manner, text: str) -> Inlines:
        """A telephone number or an address: a link where it can be dialled or is safe, any other text as it is."""
        if manner is Manner.WEB and is_linkable(text):
            return (Link(text.strip(), words(text), "web"),)
        parts = phone_parts(text) if manner is Manner.PHONE else ()
        if not any(each.dialled for each in parts):
            return self._texts.rich(text)
        return tuple(
            Link(f"tel:{each.dialled}", words(each.text), "phone") if each.dialled else Words(each.text)
            for each in parts
        )

    def _cited(self, citations: Sequence[Citation]) -> Iterator[Inlines]:
        """Documents as links to where they stand, each once, and what of them is cited."""
        for identifier, is_whole in dict.fromkeys((each.id, each.section is None) for each in citations):
            named = self.named("reference", identifier)
            sections = [each.section for each in citations if each.id == identifier and each.section]
            yield named if is_whole else (*named, Words(" "), *separated(map(self._texts.rich, sections)))

    def parts(self, field: PresentedField, record: Frozen) -> tuple[RichParts, ...]:
        """What a field of a record says as blocks, one or more for each of its values."""
        if not field.is_rich:
            return tuple((Paragraph(value),) for value in self.of(field, record))
        return tuple(self.rich_texts.parts(text, field.is_explained) for text in field.texts(record))

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


class PlainValues:
    """Says what fields hold as plain text, for tables."""

    def __init__(self, manual: Manual, addresses: Addresses) -> None:
        """Take the manual, whose things ids name, and where its pages are."""
        self.manual, self.addresses, self.texts = manual, addresses, Texts(addresses)
        self.values = Values(manual, self.texts, RichTexts(self.texts, addresses))

    def of(self, field: PresentedField, record: Frozen) -> str | None:
        """What a field of a record says, several values by semicolons; None for nothing."""
        return "; ".join(map(plain_words, self.values.of(field, record))) or None
