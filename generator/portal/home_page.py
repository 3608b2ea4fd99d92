"""The home page: choose an office; each card leads to an edition's own site."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.document import (
    HOME,
    Block,
    Blocks,
    Document,
    Group,
    Heading,
    Inline,
    Inlines,
    Line,
    Link,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
    Span,
    Target,
    Widget,
    Words,
    section,
    separated,
    span,
    title,
    words,
)
from generator.portal.collecting import Collection
from generator.portal.offices import FEW_OFFICES, OfficeCard, OfficeGroup, office_card, office_groups
from generator.portal.overview import OVERVIEW
from generator.portal.summaries import one_line
from generator.words import words_of


def portal_home(collection: Collection) -> Document:
    """The home page.

    Args:
        collection: what is known of the editions.
    """
    return _HomePage(collection).document()


class _HomePage:
    """Composes the page."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._words = words_of("portal")["home"]
        editions = collection.editions.values()
        self._current = [each for each in editions if not each.is_replaced]
        self._groups = office_groups(self._current)
        self._earlier = [office_card(each) for each in editions if each.is_replaced]
        self._is_filtered = len(self._current) > FEW_OFFICES

    def document(self) -> Document:
        blocks = (
            Group("hero portal-hero", tuple(self._hero())),
            *section(
                self._words["heading"],
                "offices",
                Group("portal", tuple(self._offices()), attributes=(("data-portal", ""),)),
            ),
            *self._doors(),
            *self._earlier_years(),
        )
        return Document(HOME, self._words["navigation"], blocks, hidden=("navigation", "toc", "path"))

    def _hero(self) -> Iterator[Block]:
        name, whose = one_line(self._collection.title), one_line(self._collection.group)
        yield title(words(name))
        if whose not in name:
            yield Paragraph(words(whose), "hero__office")
        yield Paragraph(words(self._words["lead"]), "hero__lead")
        yield OnScreen((Widget("portal_last", {"words": self._words}),))
        yield Listing(tuple(map(ListItem, self._facts())), "hero__facts")

    def _facts(self) -> Iterator[Inlines]:
        """How many editions there are, and how many procedures they share."""
        yield words(self._words["editions"].format(count=len(self._current)))
        if shared := sum(versions.base is not None for versions in self._collection.procedures.values()):
            yield words(self._words["procedures"].format(count=shared))

    def _offices(self) -> Iterator[Block]:
        """The cards, and what helps to find one among many."""
        if self._is_filtered:
            yield OnScreen((Widget("office_filter", {"words": self._words}),))
        if len(self._groups) > 1:
            yield OnScreen((self._jumps(),))
        for group in self._groups:
            yield from self._group(group)
        if not self._groups:
            yield Paragraph(words(self._words["none"]))

    def _earlier_years(self) -> Blocks:
        """The cards of editions that later ones replaced, apart."""
        if not self._earlier:
            return ()
        cards = Listing(tuple(map(self._card, self._earlier)), "office-cards")
        return section(self._words["earlier"], "earlier", cards)

    def _jumps(self) -> Group:
        """Ways to the letters, a line for each kind of office."""
        lines = []
        for kind, groups in groupby(
            self._groups, lambda each: each.heading.removesuffix(each.letter).strip()
        ):
            links = ((Link(Target(HOME, each.id), words(each.letter)),) for each in groups)
            label: Inlines = (span("portal-jumps__kind", kind), Words(" ")) if kind else ()
            lines.append(Paragraph((*label, *separated(links, " "))))
        return Group("portal-jumps", tuple(lines), element="nav", label=self._words["jump"])

    def _group(self, group: OfficeGroup) -> Blocks:
        style = "office-cards office-cards--many" if self._is_filtered else "office-cards"
        cards = Listing(tuple(map(self._card, group.cards)), style)
        if not group.id:
            return (cards,)
        heading = Heading(3, words(group.heading), f"{group.id}-name")
        named_by = (("aria-labelledby", heading.id),)
        return (Group("", (heading, cards), group.id, element="section", attributes=named_by),)

    def _card(self, card: OfficeCard) -> ListItem:
        """An edition; its whole card leads to it."""
        name: Inlines = words(card.name)
        if card.year:
            name += (Words(" "), span("office-cards__year", card.year))
        parts: list[Inline] = [Link(card.target, name, attributes=(("data-edition", card.id),))]
        if card.office:
            parts += [Words(" "), span("office-cards__office", card.office)]
        parts += [Words(" "), *self._card_facts(card.facts)]
        return ListItem(tuple(parts))

    def _card_facts(self, facts: Sequence[str]) -> Inlines:
        return (Span("office-cards__facts", separated(map(words, facts), " · ")),)

    def _doors(self) -> Blocks:
        """The way to the overview, where there is something to compare."""
        if not self._collection.editions:
            return ()
        about = Line(words(self._words["compare_about"]), "doors__about")
        door = ListItem((Link(Target(OVERVIEW), words(self._words["compare"])),), (about,))
        return (Listing((door,), "doors portal-doors"),)
