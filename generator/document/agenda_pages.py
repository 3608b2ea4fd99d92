"""The calendar of the work: what is due in each month of the fiscal year, what comes round, and of whom and where.

It holds in every year, as schedules name none. Only what names its months stands under them.
"""

from collections.abc import Iterator

from generator.document.addresses import AGENDA, Target, is_linkable
from generator.document.agenda_days import name_of_month
from generator.document.agenda_views import (
    AGENDA_FEED,
    AGENDA_TABLE,
    dated_list,
    dated_table,
    role_feed,
)
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Fold,
    Group,
    Heading,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import downloads, section, title
from generator.document.inlines import Line, Link, Words
from generator.document.texts import words
from generator.indexes import Agenda, Dated, has_occurrences, is_anything_dated
from generator.words import words_of

_SUBSCRIBE = "subscribe"
_WAYS = ("subscribe_copy", "subscribe_google", "subscribe_outlook", "subscribe_apple", "subscribe_once")


def agenda_document(book: Book) -> Document:
    """The page."""
    return _AgendaPage(book).document()


class _AgendaPage:
    """Composes it."""

    def __init__(self, book: Book) -> None:
        self._book, self._agenda = book, book.indexes.agenda
        self._said, self._rounds = words_of("document")["agenda"], words_of("document")["agenda_round"]

    def document(self) -> Document:
        name = words_of("document")["site"]["agenda"]
        key = "lead_months" if any(self._agenda.by_month.values()) else "lead"
        lead = self._said[key].format(count=len(self._agenda.items))
        return self._book.document(
            AGENDA,
            name,
            lambda: (
                title(words(name)),
                Paragraph(words(lead), "lead"),
                OnScreen((self._ways(), self._jumps())),
                *self._months(),
                *self._comes_round(),
                OnScreen((self._more_ways(),)),
            ),
            summary=lead,
        )

    def _ways(self) -> Paragraph:
        said = self._said
        table = downloads(AGENDA_TABLE, said["download"])
        subscribe = Link(Target(AGENDA, _SUBSCRIBE), words(said["subscribe_way"]))
        ways = (subscribe, Words(" · "), *table) if self._feeds else table
        return Paragraph(ways, "more", is_searched=False)

    def _jumps(self) -> Group:
        """The months and rounds in which there is anything, with how much."""
        places = [
            (f"month-{month}", name_of_month(month), items) for month, items in self._agenda.by_month.items()
        ]
        places += [
            (f"every-{each}", self._rounds[each], items) for each, items in self._agenda.by_round.items()
        ]
        links = (
            Link(Target(AGENDA, place), words(self._said["jump"].format(name=name, count=len(items))))
            for place, name, items in places
            if items
        )
        listing = Listing(tuple(ListItem((link,)) for link in links))
        return Group("jumps", (listing,), is_searched=False, element="nav", label=self._said["jumps"])

    def _months(self) -> Blocks:
        """Each month in which anything is due or goes on."""
        blocks: list[Block] = []
        free = []
        for month, items in self._agenda.by_month.items():
            if items:
                blocks += self._group(f"month-{month}", name_of_month(month), items)
            else:
                free.append(name_of_month(month))
        if not blocks:
            return ()
        if free:
            blocks.append(
                Paragraph(words(self._said["free_months"].format(months=" ".join(free))), "agenda__free")
            )
        return section(self._said["by_month"], "months", *blocks, is_searched=False)

    def _comes_round(self) -> Blocks:
        blocks: list[Block] = []
        for each, items in self._agenda.by_round.items():
            blocks += self._group(f"every-{each}", self._rounds[each], items)
        lead = Paragraph(words(self._said["by_round_lead"]), is_searched=False)
        return section(self._said["by_round"], "rounds", lead, *blocks, is_searched=False) if blocks else ()

    def _group(self, place: str, name: str, items: tuple[Dated, ...]) -> Iterator[Block]:
        yield Heading(3, words(name), place, is_searched=False)
        yield dated_table(self._book, items)

    def _more_ways(self) -> Group:
        """What only readers of the site need: the same by role and by area, and the calendars; not on paper."""
        blocks = (*self._by_role(), *self._by_area(), *self._subscribe())
        return Group("agenda-ways", blocks, is_searched=False)

    def _by_role(self) -> Blocks:
        """Each role's own, folded away: its page says the same."""
        roles = self._book.manual.roles
        folds = (
            self._fold(roles[role].title, self._agenda.of_role(role), with_roles=False) for role in roles
        )
        return section(self._said["by_role"], "by-role", *filter(None, folds), is_searched=False)

    def _by_area(self) -> Blocks:
        folds = (self._fold(area.title, self._agenda.of_area(area.id)) for area in self._book.manual.areas)
        return section(self._said["by_area"], "by-area", *filter(None, folds), is_searched=False)

    def _fold(self, name: str, agenda: Agenda, with_roles: bool = True) -> Fold | None:
        if not agenda.items:
            return None
        counted = self._said["jump"].format(name=self._book.texts.read(name), count=len(agenda.items))
        listing = dated_list(self._book, agenda.in_order, with_roles)
        return Fold(words(counted), (listing,), "agenda-fold", is_searched=False)

    @property
    def _feeds(self) -> bool:
        return any(has_occurrences(each.schedule) for each in self._agenda.items)

    def _subscribe(self) -> Blocks:
        """Where calendar programs find it, and how they take it in."""
        if not self._feeds:
            return ()
        said, manual = self._said, self._book.manual
        office = manual.edition.office
        feeds = [(AGENDA_FEED, f"{said['subscribe_office']} {self._book.texts.read(office)}")]
        feeds += [
            (role_feed(role), self._book.texts.read(manual.roles[role].title))
            for role in manual.roles
            if any(has_occurrences(each.schedule) for each in self._agenda.of_role(role).items)
        ]
        items = tuple(ListItem((Link(Target(uri), words(name)),), self._address(uri)) for uri, name in feeds)
        ways = Listing(
            tuple(ListItem(words(said[each])) for each in _WAYS), is_ordered=True, is_searched=False
        )
        lead = Paragraph(words(said["subscribe_lead"]), is_searched=False)
        listing = Listing(items, "links", is_searched=False)
        days = Listing(tuple(ListItem(words(said[each])) for each in self._days()), is_searched=False)
        return section(said["subscribe"], _SUBSCRIBE, lead, days, ways, listing, is_searched=False)

    def _days(self) -> Iterator[str]:
        """What has to be known of the days that calendar programs show, of what there is."""
        schedules = [each.schedule for each in self._agenda.items]
        yield "subscribe_open"
        if any(each.is_loose for each in schedules):
            yield "subscribe_loose"
        if any(each.is_counted for each in schedules):
            yield "subscribe_counted"
        if not all(map(has_occurrences, schedules)):
            yield "subscribe_without"
        yield "subscribe_holidays"

    def _address(self, uri: str) -> tuple[Line, ...]:
        """The whole address of a feed, where the edition says where its site stands."""
        site = (self._book.manual.edition.site or "").strip()
        if not is_linkable(site):
            return ()
        return (
            Line(words(self._said["address"].format(url=f"{site.rstrip('/')}/{uri}")), "agenda__address"),
        )


def _pages(book: Book) -> Iterator[Document]:
    yield agenda_document(book)


AGENDA_SECTION = Section("agenda", AGENDA, is_anything_dated, _pages)
"""A manual that states no schedule has no such page."""
