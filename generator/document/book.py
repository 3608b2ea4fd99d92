"""What the pages of one manual are made of, and the making of one page of it."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from generator.charts import ChartKey
from generator.document.addresses import TERMS, Addresses, Target, entry_fragment
from generator.document.blocks import Block, Document
from generator.document.feedback import general_feedback
from generator.document.neighbours import NO_NEIGHBOURS, Neighbours
from generator.document.replaced_edition import replaced_blocks
from generator.document.rich_texts import RichTexts
from generator.document.texts import Texts
from generator.document.values import PlainValues, Values
from generator.indexes import History, Indexes
from generator.model import Manual

ROLE_CHARTS = ""
"""What stands for the procedure's id where a chart is of a role; its key is the role's id."""


@dataclass(frozen=True)
class Book:
    """One manual and everything that its pages show.

    Attributes:
        indexes: the manual, the day, and all that follows from them.
        charts: which charts there are, by procedure id and chart key (empty for the procedure's own).
        addresses: where the manual's pages are.
        changed: when each authored file last changed, by path; may be empty.
        neighbours: where the other offices' sites stand.
        is_printed: whether the site offers the printed manual.
        history: what became of the procedures; perhaps nothing is known.
    """

    indexes: Indexes
    charts: Container[ChartKey]
    addresses: Addresses
    changed: Mapping[str, date] = field(default_factory=dict)
    neighbours: Neighbours = NO_NEIGHBOURS
    is_printed: bool = False
    history: History = field(default_factory=History)

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
        return Values(self.manual, self.texts, RichTexts(self.texts, self.addresses))

    @cached_property
    def plain_values(self) -> PlainValues:
        """Says what fields hold as plain text, for tables and what is told of a place."""
        return PlainValues(self.manual, self.addresses)

    @cached_property
    def word_targets(self) -> Mapping[str, Target]:
        """Where words are explained, by their full forms as authored."""
        entries = [each for each in reversed(self.indexes.glossary.entries) if each.is_explained]
        return {entry.term: Target(TERMS, entry_fragment("term", entry.key)) for entry in entries}

    def document(  # noqa: PLR0913 - a page has that many properties; all but three are named
        self,
        uri: str,
        title: str,
        blocks: Iterable[Block] | Callable[[], Iterable[Block]],
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
            blocks: what it says, or what composes that when it is asked for; the first is the page's title.
            summary: what it says in one sentence, as authored.
            source: the authored file behind it.
            feedback: the address for remarks; by default the manual's general one.
            status: the status of its procedure, when that is not simply in use.
            hidden: what the theme leaves out around it.
            boost: how much it counts in the search, where it says so itself.
        """
        said = " ".join(self.texts.read(summary).split()) if summary else ""
        remarks = feedback or general_feedback(self.manual, title)
        is_replaced = self.manual.edition.replaced_by is not None
        told = partial(replaced_blocks, self, uri, blocks) if is_replaced else blocks
        return Document(uri, title, told, said, source, remarks, status, hidden, boost, not is_replaced)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the manual beside its procedures: a catalogue, a register, a collection of pages.

    Attributes:
        name: its key among the labels ``site`` (its title) and, as ``<name>_about``, ``home``.
        uri: its first page. The other pages of a section whose first page is ``<folder>/index.md`` stand in its folder.
        is_needed: whether a manual has it.
        pages: makes its pages, the first one first.
        is_known: whether what it tells is known, where that does not follow from the manual alone.
    """

    name: str
    uri: str
    is_needed: Callable[[Manual], bool]
    pages: Callable[[Book], Iterable[Document]]
    is_known: Callable[[Book], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class Door:
    """A section as the home page leads to it: its key among the labels, and where it is."""

    name: str
    target: Target
