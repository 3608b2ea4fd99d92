"""What the pages of one manual are made of, and the making of one page of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from markupsafe import escape

from generator.document.addresses import Addresses, Target
from generator.document.blocks import Block, Document
from generator.document.feedback import general_feedback
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.page import Page
from generator.document.question_views import word_targets
from generator.document.rendering import Renderer
from generator.document.texts import Texts
from generator.document.values import Values
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.model.markup import plain_text

Charts = Mapping[tuple[str, str], str]
"""The finished SVG of every chart, by procedure id and chart key (empty for the procedure's own).

That of a role stands under `ROLE_CHARTS` and the role's id.
"""

ROLE_CHARTS = ""
"""What stands for the procedure's id where a chart is of a role."""


@dataclass(frozen=True)
class Book:
    """One manual and everything that its pages show.

    Attributes:
        indexes: the manual, the day, and all that follows from them.
        charts: the manual's charts.
        renderer: renders the views.
        addresses: where the manual's pages are.
        changed: when each authored file last changed, by path; may be empty.
        neighbours: where the other offices' sites stand.
    """

    indexes: Indexes
    charts: Charts
    renderer: Renderer
    addresses: Addresses
    changed: Mapping[str, date] = field(default_factory=dict)
    neighbours: Neighbours = NO_NEIGHBOURS

    @property
    def manual(self) -> Manual:
        """The manual."""
        return self.indexes.manual

    @property
    def today(self) -> date:
        """The day by which expiry and reviews are judged."""
        return self.indexes.today

    @cached_property
    def texts(self) -> Texts:
        """Makes inline parts of authored texts."""
        return Texts(self.addresses)

    @cached_property
    def values(self) -> Values:
        """Says what fields hold."""
        return Values(self.manual, self.texts)

    @cached_property
    def word_targets(self) -> Mapping[str, Target]:
        """Where words are explained, by their full forms as authored."""
        return word_targets(self.indexes.glossary)

    def document(  # noqa: PLR0913 - a page has that many properties; all but three are named
        self,
        uri: str,
        title: str,
        blocks: Iterable[Block],
        *,
        summary: str | None = None,
        source: str | None = None,
        feedback: str | None = None,
        status: str | None = None,
        hidden: tuple[str, ...] = (),
        boost: float | None = None,
    ) -> Document:
        """A page made of blocks.

        Args:
            uri: where it stands.
            title: its name as plain text.
            blocks: what it says; the first is its title.
            summary: what it says in one sentence, as authored.
            source: the authored file behind it.
            feedback: the address for remarks; by default the manual's general one.
            status: the status of its procedure, when that is not simply in use.
            hidden: what the theme leaves out around it.
            boost: how much it counts in the search, where it says so itself.
        """
        said = " ".join(self.texts.read(summary).split()) if summary else ""
        remarks = feedback or general_feedback(self.manual, title)
        return Document(uri, title, tuple(blocks), said, source, remarks, status, hidden, boost)

    def page(
        self,
        template: str,
        uri: str,
        title: str,
        view: Mapping[str, object],
        *,
        summary: str | None = None,
        source: str | None = None,
    ) -> Page:
        """A page rendered from a template; with `dataclasses.replace` it gets charts, or tells the theme more.

        Args:
            template: the template's file name.
            uri: where the page stands.
            title: its name as plain text.
            view: what the template shows.
            summary: what the page says in one sentence, as authored.
            source: the authored file behind it.
        """
        markdown, pieces = self.renderer.render(template, uri, **view)
        return Page(
            uri,
            title,
            markdown,
            source=source,
            meta=self._meta(title, summary),
            pieces=pieces.by_key,
            anchors=pieces.anchors,
        )

    def _meta(self, title: str, summary: str | None) -> dict[str, object]:
        """What the theme wants to know of a page; the description goes into an attribute as it is: escaped."""
        description = f"{title} – {plain_text(summary)}" if summary else title
        return {
            "description": str(escape(" ".join(description.split()))),
            "feedback": general_feedback(self.manual, title),
        }


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the manual beside its procedures: a catalogue, a register, a collection of pages.

    Attributes:
        name: its key among the labels ``site`` (its title) and, as ``<name>_about``, ``home``.
        uri: its first page. The other pages of a section whose first page is ``<folder>/index.md`` stand in its folder.
        is_needed: whether a manual has it.
        pages: makes its pages, the first one first.
    """

    name: str
    uri: str
    is_needed: Callable[[Manual], bool]
    pages: Callable[[Book], Iterable[Page | Document]]


@dataclass(frozen=True, slots=True)
class Door:
    """A section as the home page leads to it: its key among the labels, and where it is."""

    name: str
    target: Target
