"""The stops of a learning path as blocks: a list that a reader of the site can tick off."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import (
    FORMS,
    HOME,
    MISSION,
    ONBOARDING,
    REFERENCES,
    ROLES,
    SERVICES,
    TERMS,
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
from generator.model import TARGETS, Manual, Stop
from generator.words import words_of

_MADE = {
    HOME: "home",
    MISSION: "mission",
    REFERENCES: "references",
    ROLES: "roles",
    FORMS: "forms",
    TERMS: "terms",
    ONBOARDING: "onboarding",
    SERVICES: "services",
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
        steps: the role's steps in a procedure, or what a checkpoint asks for.
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
        tuple(ListItem(step, is_searched=False) for step in stop.steps),
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
            steps=() if is_step else tuple((self._step(step),) for step in steps),
            words=tuple(map(self._word, stop.words)) if len(stop.words) > 1 else (),
        )

    def _name(self, stop: PathStop, steps: tuple[StepName, ...]) -> Inlines:
        if stop.kind is StopKind.STEP:
            return (replace(self._step(steps[0]), attributes=_LINK),)
        name = ""
        if stop.kind is StopKind.WORDS:
            content = self._word(stop.words[0]) if len(stop.words) == 1 else words(_reason(stop))
        elif stop.kind is StopKind.PAGE:
            content = self._linked(self._page(stop.authored))
        elif stop.kind is StopKind.PROCEDURE and stop.procedure:
            content = self._linked(named(stop.procedure))
        elif stop.procedure:
            content = self._texts.plain(stop.procedure.title)
        else:
            name = "stop__checkpoint"
            content = self._texts.rich((stop.authored and stop.authored.checkpoint) or "")
        return (Span(name, content, attributes=_NAME),)

    def _linked(self, name: NamedPage) -> Inlines:
        return tuple(
            replace(part, attributes=_LINK) if isinstance(part, Link) else part
            for part in self._texts.named(name)
        )

    def _step(self, step: StepName) -> Link:
        number = (span("number", step.number), Words(" "))
        return Link(step.target, (*number, *self._texts.plain(step.text)))

    def _word(self, word: Word) -> Inlines:
        """A word, leading to its meaning where the glossary has one, and its abbreviation."""
        target = self._book.word_targets.get(word.term)
        name = (Link(target, self._texts.plain(word.term), attributes=_LINK),) if target else ()
        short = words(f" ({self._texts.read(word.short)})") if word.short else ()
        return (Span("stop__word", (*(name or self._texts.rich(word.term)), *short)),)

    def _page(self, stop: Stop | None) -> NamedPage:
        """The page of a stop; one that people wrote, whose own title nobody knows here, is called by the reason."""
        uri = (stop and stop.page) or HOME
        return self._pages.get(uri) or NamedPage("", (stop and stop.why) or uri, Target(uri))

    def _lines(self, stop: PathStop) -> Iterator[Line]:
        """Where its step belongs, why it is there, and what else its author says."""
        if stop.kind is StopKind.STEP and stop.procedure:
            yield Line(self._texts.named(named(stop.procedure)), "stop__about", is_searched=False)
        if stop.authored:
            is_name = stop.kind is StopKind.PAGE and stop.authored.page not in self._pages
            if stop.authored.why and not is_name:
                yield Line(self._texts.rich(stop.authored.why), "stop__why")
            yield from other_lines(self._book.values, stop.authored, _TOLD)
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
    count = len(stop.words) if stop.reason is Reason.WORDS else len(stop.steps)
    wording: str = words_of("document")["stop_reason"][stop.reason.value]
    return wording.format(count=count, all=stop.step_count)
