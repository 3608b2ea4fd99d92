"""The home page: whose manual it is, its areas with their procedures, what changed last, the ways to all else."""

from collections.abc import Iterator

from generator.document.addresses import (
    COMPARISONS,
    HOME,
    MISSION,
    ONBOARDING,
    ROLES,
    Target,
    area_uri,
    is_linkable,
)
from generator.document.agenda_home import due_this_month
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Group,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Widget,
)
from generator.document.book import Book
from generator.document.common_blocks import name_list, office_ways, section, separated, title
from generator.document.field_blocks import other_fields
from generator.document.inlines import (
    Inlines,
    Line,
    Link,
    Strong,
    Words,
)
from generator.document.names import named
from generator.document.offices import earlier_years, offices_beside
from generator.document.printed_link import printed_way
from generator.document.sections import doors
from generator.document.texts import span, words
from generator.document.whats_new import newest_changes
from generator.indexes import has_paths
from generator.model import PlacedArea
from generator.thai import edition_name
from generator.words import words_of

_SETTINGS_TOLD = frozenset(
    ("title", "group", "publisher", "default_edition", "review_every", "profile", "knowledge_management")
)
_EDITION_TOLD = frozenset(("office", "short", "year", "effective"))
"""The fields that have their places on the page, at the foot of all pages, or on those that they matter to."""


def home_document(book: Book) -> Document:
    """The home page."""
    return _HomePage(book).document()


class _HomePage:
    """Composes the page."""

    def __init__(self, book: Book) -> None:
        self._book, self._manual, self._texts = book, book.manual, book.texts
        self._words = words_of("document")["home"]
        self._others = offices_beside(book.manual, book.neighbours)

    def document(self) -> Document:
        manual, values = self._manual, self._book.values
        return self._book.document(
            HOME,
            words_of("document")["site"]["home"],
            lambda: (
                Group("hero", tuple(self._hero())),
                *other_fields(values, manual.settings, _SETTINGS_TOLD),
                *other_fields(values, manual.edition, _EDITION_TOLD),
                *due_this_month(self._book),
                *self._areas(),
                *newest_changes(self._book),
                *self._doors(),
                *self._offices(),
            ),
            summary=self._lead(),
            hidden=("navigation", "toc", "path"),
        )

    def _hero(self) -> Iterator[Block]:
        yield title(self._texts.rich(self._manual.settings.title))
        yield Paragraph(self._texts.rich(self._manual.edition.office), "hero__office")
        yield OnScreen((Paragraph(words(self._lead()), "hero__lead"), Widget("search_button", {})))
        if has_paths(self._manual):
            about = span("hero__start-about", self._words["start_learning_about"])
            start = (Strong(words(self._words["start_learning"])), Words(" "), about)
            yield Paragraph((Link(Target(ONBOARDING), start),), "hero__start")
        if self._manual.roles:
            by_role = Link(Target(ROLES), words(self._words["by_role"]))
            yield OnScreen((Paragraph((by_role,), "hero__roles"),))
        yield Listing(tuple(map(ListItem, self._facts())), "hero__facts")
        if self._others and self._others.door:
            wording, target = self._others.door
            compared = Target(COMPARISONS, root=target.root), words_of("document")["offices"]["compare"]
            ways = ((Link(to, words(said)),) for to, said in ((target, wording), compared))
            yield OnScreen((Paragraph(separated(ways, " · "), "hero__door"),))

    def _lead(self) -> str:
        """What the manual answers: nothing that none of its procedures says."""
        indexes, said = self._book.indexes, self._words
        answers = {
            said["lead_who"]: indexes.has_parts,
            said["lead_time"]: indexes.times,
            said["lead_papers"]: indexes.citations,
        }
        *parts, last = [answer for answer, found in answers.items() if found] or [""]
        told = said["lead_last"].format(parts=said["lead_between"].join(parts), last=last) if parts else last
        return str(said["lead"].format(parts=told).rstrip())

    def _facts(self) -> Iterator[Inlines]:
        """How much there is, how much of it is still to be written, whose edition it is, and where it stands."""
        procedures = list(self._manual.in_use())
        planned = sum(placed.is_planned for placed in procedures)
        yield words(self._words["counts"].format(procedures=len(procedures), areas=len(self._manual.areas)))
        if planned:
            yield words(self._words["planned"].format(count=planned))
        yield self._texts.rich(self._words["edition"].format(edition=edition_name(self._manual.edition)))
        if site := (self._manual.edition.site or "").strip():
            before, _, after = self._words["site"].partition("{site}")
            address: Inlines = (Link(site, words(site)),) if is_linkable(site) else self._texts.rich(site)
            yield (*words(before), *address, *words(after))

    def _areas(self) -> Blocks:
        mission = Paragraph((Link(Target(MISSION), words(self._words["mission"])),), "more")
        cards = Group("cards", tuple(map(self._card, self._manual.areas)))
        return section(self._words["areas"], "areas", cards, mission, *printed_way(self._book))

    def _card(self, area: PlacedArea) -> Block:
        """An area as a card with its procedures."""
        name = self._texts.numbered(area.number, area.title)
        blocks: list[Block] = [Paragraph((Link(Target(area_uri(area.id)), name),), "card__title")]
        if area.summary:
            blocks.append(Paragraph(self._texts.rich(area.summary), "card__summary"))
        if area.in_use:
            blocks.append(name_list(self._texts, map(named, area.in_use), "card__list"))
        else:
            blocks.append(Paragraph(words(words_of("document")["area"]["none"]), "card__summary"))
        label = f"{area.number} {self._texts.read(area.title)}"
        return Group("card", tuple(blocks), element="section", label=label)

    def _doors(self) -> Blocks:
        said = words_of("document")["site"]
        items = (
            ListItem(
                (Link(door.target, words(said[door.name])),),
                (Line(words(self._words[f"{door.name}_about"]), "doors__about"),),
            )
            for door in doors(self._book)
        )
        return section(self._words["catalogues"], "catalogues", Listing(tuple(items), "doors"))

    def _offices(self) -> Iterator[Block]:
        """The other offices: on a site the ways to theirs, elsewhere their names and where their sites stand."""
        heading = words_of("document")["offices"]["heading"]
        if self._others and self._others.offices:
            yield OnScreen(section(heading, "offices", office_ways(self._texts, self._others)))
        if earlier := earlier_years(self._manual, self._book.neighbours):
            said, read = words_of("document")["retired"], self._texts.rich
            ways = tuple(ListItem((Link(each.target, read(each.name)),)) for each in earlier)
            yield OnScreen(section(said["earlier"], "earlier", Listing(ways, "links", is_searched=False)))
        if self._manual.siblings:
            items = (
                ListItem(self._texts.rich(each.office), (Line(words(each.site or "")),) if each.site else ())
                for each in self._manual.siblings
            )
            yield OffScreen(section(heading, "offices", Listing(tuple(items))))
