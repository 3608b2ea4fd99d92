"""The stops of a learning path as blocks: a list that a reader of the site can tick off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import (
    AGENDA,
    FORMS,
    HOME,
    INDICATORS,
    MISSION,
    MY_READING,
    ONBOARDING,
    REFERENCES,
    RISKS,
    ROLES,
    SERVICES,
    TERMS,
    WHO_READ,
    Target,
    area_uri,
    procedure_uri,
)
from generator.document.blocks import Listing, ListItem, Widget
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.field_blocks import other_lines
from generator.document.inlines import (
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.names import NamedPage, StepName, named, step_name
from generator.document.texts import span, words
from generator.indexes import PathStop, Reason, RolePath, StopKind, Word
from generator.model import TARGETS, Manual
from generator.words import words_of

_MADE = {
    HOME: "home",
    MISSION: "mission",
    REFERENCES: "references",
    ROLES: "roles",
    FORMS: "forms",
    TERMS: "terms",
    ONBOARDING: "onboarding",
    AGENDA: "agenda",
    SERVICES: "services",
    INDICATORS: "indicators",
    RISKS: "risks",
    MY_READING: "my_reading",
    WHO_READ: "who_read",
}
"""Pages without an author that a stop may lead to, by their names among the labels ``site``."""

_TOLD = frozenset((*TARGETS, "step", "why"))
"""The fields of a stop that have places of their own."""

_LINK = (("data-stop-link", ""),)
"""Marks the link that a stop leads to, for the scripts."""

_NAME = (("data-stop-name", ""),)
"""Marks what a stop is called, for the scripts."""


@dataclass(frozen=True, slots=True)
class ShownStop:
    """A stop as the page shows it.

    Attributes:
        number: its place, counting from 1.
        key: what a browser remembers it by.
        kind: what sort of stop it is.
        label: the same in words.
        name: what it is called, and leads to.
        lines: what else is said of it.
        steps: the role's steps in a procedure, what a checkpoint asks for, or several steps to read and why.
        is_told: whether an author wrote of these steps.
        words: the words that it names, where these are several.
    """

    number: int
    key: str
    kind: str
    label: str
    name: Inlines
    lines: tuple[Line, ...]
    steps: tuple[Inlines, ...]
    words: tuple[Inlines, ...]
    is_told: bool

    @property
    def fragment(self) -> str:
        """The HTML id of the stop."""
        return f"stop-{self.number}"


def stops(book: Book, path: RolePath) -> Widget:
    """The stops of a path."""
    made = _Stops(book)
    shown = tuple(made.shown(number, stop) for number, stop in enumerate(path.stops, 1))
    listed = Listing(tuple(map(_item, shown)))
    return Widget("stops", {"stops": shown}, (listed,), tuple(each.fragment for each in shown))


def _item(stop: ShownStop) -> ListItem:
    """A stop without what a browser adds."""
    named_words = (Line(separated(stop.words), is_searched=False),) if stop.words else ()
    return ListItem(
        (Words(f"{stop.number} {stop.label} "), *stop.name),
        (*stop.lines, *named_words),
        tuple(ListItem(step, is_searched=stop.is_told) for step in stop.steps),
        stop.fragment,
    )


class _Stops:
    """Makes the stops of one manual's paths."""

    def __init__(self, book: Book) -> None:
        self._book, self._texts = book, book.texts
        self._pages = _page_names(book.manual)

    def shown(self, number: int, stop: PathStop) -> ShownStop:
        is_step = stop.kind is StopKind.STEP
        steps = tuple(step_name(stop.procedure, step) for step in stop.steps) if stop.procedure else ()
        return ShownStop(
            number=number,
            key=stop.key,
            kind=stop.kind.value,
            label=words_of("document")["stop_kind"][stop.kind.value],
            name=self._name(stop, steps),
            lines=tuple(self._lines(stop)),
            steps=tuple(self._with_why(stop, place, step) for place, step in enumerate(steps))
            if len(steps) > 1 or not is_step
            else (),
            is_told=is_step and len(steps) > 1,
            words=tuple(map(self._word, stop.words)) if len(stop.words) > 1 else (),
        )

    def _name(self, stop: PathStop, steps: tuple[StepName, ...]) -> Inlines:
        if stop.kind is StopKind.STEP and stop.procedure:
            if len(steps) == 1:
                return (replace(self._step(steps[0]), attributes=_LINK),)
            return self._linked(replace(named(stop.procedure), target=steps[0].target))
        name = ""
        if stop.kind is StopKind.WORDS:
            content = self._word(stop.words[0]) if len(stop.words) == 1 else words(_reason(stop))
        elif stop.kind is StopKind.PAGE:
            content = self._linked(self._page(stop))
        elif stop.kind is StopKind.PROCEDURE and stop.procedure:
            content = self._linked(named(stop.procedure))
        elif stop.procedure:
            content = self._texts.plain(stop.procedure.title)
        else:
            name = "stop__checkpoint"
            content = self._texts.rich((stop.authored and stop.authored[0].checkpoint) or "")
        return (Span(name, content, attributes=_NAME),)

    def _linked(self, name: NamedPage) -> Inlines:
        return tuple(
            replace(part, attributes=_LINK) if isinstance(part, Link) else part
            for part in self._texts.named(name)
        )

    def _with_why(self, stop: PathStop, place: int, step: StepName) -> Inlines:
        """A step among others of a stop, and why it is there where its author says so."""
        why = stop.authored[place].why if stop.kind is StopKind.STEP and stop.authored else None
        told = (Words(" "), Span("stop__why", self._texts.rich(why))) if why else ()
        return (self._step(step), *told)

    def _step(self, step: StepName) -> Link:
        number = (span("number", step.number), Words(" "))
        return Link(step.target, (*number, *self._texts.plain(step.text)))

    def _word(self, word: Word) -> Inlines:
        """A word, leading to its meaning where the glossary has one, and its abbreviation."""
        target = self._book.word_targets.get(word.term)
        name = (Link(target, self._texts.plain(word.term), attributes=_LINK),) if target else ()
        short = words(f" ({self._texts.read(word.short)})") if word.short else ()
        return (Span("stop__word", (*(name or self._texts.rich(word.term)), *short)),)

    def _page(self, stop: PathStop) -> NamedPage:
        """The page of a stop; one that people wrote, whose own title nobody knows here, is called by the reason."""
        written = stop.authored[0] if stop.authored else None
        uri = (written and written.page) or HOME
        return self._pages.get(uri) or NamedPage("", (written and written.why) or uri, Target(uri))

    def _lines(self, stop: PathStop) -> Iterator[Line]:
        """Where its step belongs, why it is there, and what else its author says."""
        is_one = len(stop.authored) == 1
        if stop.kind is StopKind.STEP and stop.procedure and is_one:
            yield Line(self._texts.named(named(stop.procedure)), "stop__about", is_searched=False)
        for written in stop.authored:
            is_name = stop.kind is StopKind.PAGE and written.page not in self._pages
            if written.why and is_one and not is_name:
                yield Line(self._texts.rich(written.why), "stop__why")
            yield from other_lines(self._book.values, written, _TOLD)
        if stop.reason and len(stop.words) <= 1:
            yield Line(words(_reason(stop)), "stop__why", is_searched=False)


def _page_names(manual: Manual) -> dict[str, NamedPage]:
    """The pages that the generator makes and a stop may lead to, by their uris."""
    site = words_of("document")["site"]
    return {
        **{uri: NamedPage("", site[name], Target(uri)) for uri, name in _MADE.items()},
        **{
            area_uri(area.id): NamedPage(area.number, area.title, Target(area_uri(area.id)))
            for area in manual.areas
        },
        **{procedure_uri(placed): named(placed) for placed in manual.procedures()},
    }


def _reason(stop: PathStop) -> str:
    """Why a computed stop is there, in words."""
    if stop.reason is None:
        return ""
    done = [step for step in stop.steps if step.is_done or stop.reason is Reason.ANSWERS_FOR]
    count = len(stop.words) if stop.reason is Reason.WORDS else len(done)
    wording: str = words_of("document")["stop_reason"][stop.reason.value]
    return wording.format(count=count, all=stop.step_count)
