"""The strip of facts of a procedure: what stands there, and which of it the search finds there."""

from collections.abc import Iterator
from dataclasses import replace

from generator.diff import changes_of_work
from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import Fact, Facts
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.edition_changes import CHANGES, told_changes
from generator.document.inlines import Chip, Inlines, Link, Span
from generator.document.texts import Texts, words
from generator.document.values import Values
from generator.indexes import next_review
from generator.model import Manner, PlacedProcedure, PresentedField, Procedure, presented
from generator.thai import edition_name, thai_date
from generator.words import words_of

_BETWEEN = " · "
"""Between texts of one fact, which nobody could tell apart by spaces: ทุกวันจันทร์ · เดือนละ 2 ครั้ง."""


def is_of_the_work(field: PresentedField) -> bool:
    """Whether a fact tells of the work itself, so that the search finds it here; ids are found at what they name."""
    return not field.is_record and field.points_at is None and field.name != "status"


def strip_of(facts: tuple[Fact, ...], name: str = "facts") -> Facts:
    """The strip of facts, of which those are searched that tell of the work; if none does, none says so of itself."""
    is_any_searched = any(fact.is_searched for fact in facts)
    shown = facts if is_any_searched else tuple(replace(fact, is_searched=True) for fact in facts)
    return Facts(words_of("document")["meta"]["heading"], shown, name, is_any_searched)


class StatedFacts:
    """The facts of one procedure."""

    def __init__(self, book: Book, placed: PlacedProcedure, texts: Texts, values: Values) -> None:
        """Take the procedure, and what says its values."""
        self._book, self._placed, self._texts, self._values = book, placed, texts, values

    def all(self) -> Iterator[Fact]:
        """The fields that are facts, who owns the work first; then what follows from them."""
        fields = sorted(presented(Procedure, Manner.FACT), key=lambda field: field.points_at is None)
        for field in fields:
            values = self._fact_values(field)
            if values:
                yield Fact(words(field.title), values, is_searched=is_of_the_work(field))
        if due := next_review(self._book.manual, self._placed, self._book.today):
            overdue_chip = Chip(
                words_of("document")["meta"]["overdue"], "overdue", after=due.last_day, is_so=due.is_overdue
            )
            yield Fact(
                words(words_of("document")["meta"]["next_review"]),
                ((*words(thai_date(due.on)), overdue_chip),),
                is_searched=False,
            )
        yield Fact(
            words(words_of("document")["meta"]["edition"]),
            (self._texts.rich(edition_name(self._book.manual.edition)),),
            is_searched=False,
        )
        yield from self._shared_text()

    def _fact_values(self, field: PresentedField) -> tuple[Inlines, ...]:
        if field.name == "status":
            status = self._placed.procedure.status.value
            return ((Span(f"is-{status}", words(words_of("document")["status"][status])),),)
        values = self._values.of(field, self._placed.procedure)
        return values if field.points_at or len(values) < 2 else (separated(values, _BETWEEN),)

    def _shared_text(self) -> Iterator[Fact]:
        """How the procedure goes with the text that all editions share, where it is not simply that text."""
        said, placed = words_of("document")["changes"], self._placed
        if placed.is_own:
            yield Fact(words(said["fact"]), (words(said["own"]),))
            return
        of_work = changes_of_work(placed)
        if told := [each for each in told_changes(self._book.manual, placed) if each.change in of_work]:
            changed = words(said["changed"].format(count=len(told)))
            yield Fact(words(said["fact"]), ((Link(Target(procedure_uri(placed), CHANGES), changed),),))
