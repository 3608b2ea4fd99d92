"""The pages of what people learned: the list of all items, the report, and one page for each item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.document.addresses import KNOWLEDGE, KNOWLEDGE_REPORT, Target
from generator.document.blocks import (
    Blocks,
    DefinitionEntry,
    Definitions,
    Document,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import item_link, section, title
from generator.document.inlines import Inlines, Line, Link, Span
from generator.document.item_page import item_document, place
from generator.document.knowledge_report import report_document
from generator.document.knowledge_views import ItemName, PlaceView, item_name, place_views
from generator.document.names import NamedPage, named
from generator.document.review_notes import review_chips, review_note
from generator.document.texts import words
from generator.indexes import items_by_kind, items_by_tag, items_of_no_procedure, places_by_procedure
from generator.model import Manual, PlacedKnowledge
from generator.thai import thai_sort_key
from generator.words import words_of

_DIGITS_OF_TAGS = 10


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item in the list of all: its name, and where it belongs."""

    name: ItemName
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items under a title, as authored or a word of the interface: the group's HTML id, perhaps its procedure."""

    fragment: str
    title: str
    items: tuple[ListedItem, ...]
    procedure: NamedPage | None = None


def kind_groups(manual: Manual) -> tuple[ItemGroup, ...]:
    """All items by kind."""
    said = words_of("document")["item_kind"]
    return tuple(
        ItemGroup(f"kind-{kind.value}", said[kind.value], _listed(manual, items))
        for kind, items in items_by_kind(manual).items()
    )


def tag_groups(manual: Manual) -> tuple[ItemGroup, ...]:
    """All items by tag, in the order of a Thai dictionary."""
    fragments, tagged = tag_fragments(manual), items_by_tag(manual)
    return tuple(
        ItemGroup(fragments[tag], tag, _listed(manual, tagged[tag]))
        for tag in sorted(tagged, key=thai_sort_key)
    )


def procedure_groups(manual: Manual) -> tuple[ItemGroup, ...]:
    """All items by procedure, in the manual's order; those of none in particular last."""
    places, groups = places_by_procedure(manual), []
    for placed in manual.procedures():
        if placed.id in places:
            items = [place.item for place in places[placed.id]]
            name = named(placed)
            groups.append(ItemGroup(f"procedure-{placed.id}", name.title, _listed(manual, items), name))
    if others := items_of_no_procedure(manual):
        said = words_of("document")["knowledge"]["no_procedure"]
        groups.append(ItemGroup("no-procedure", said, _listed(manual, others)))
    return tuple(groups)


def tag_fragments(manual: Manual) -> Mapping[str, str]:
    """The HTML id of each tag in the list: lasting, and in letters that every engine knows."""
    return {
        tag: f"tag-{sha256(tag.encode('utf-8')).hexdigest()[:_DIGITS_OF_TAGS]}"
        for tag in items_by_tag(manual)
    }


def _listed(manual: Manual, items: Sequence[PlacedKnowledge]) -> tuple[ListedItem, ...]:
    return tuple(ListedItem(item_name(item), place_views(manual, item)) for item in items)


def knowledge_document(book: Book) -> Document:
    """The list of all items: by kind, by tag, by procedure. The search finds each at its own page."""
    manual, said = book.manual, words_of("document")
    name, lead = said["site"]["knowledge"], said["knowledge"]["lead"].format(count=len(manual.knowledge))
    report = Link(Target(KNOWLEDGE_REPORT), words(said["knowledge"]["report"]))
    return book.document(
        KNOWLEDGE,
        name,
        lambda: (
            title(words(name)),
            Paragraph(words(lead), "lead", is_searched=False),
            Paragraph((report,), "more", is_searched=False),
            *review_note(list(map(item_name, manual.knowledge))),
            *(block for group in kind_groups(manual) for block in _kind(book, group)),
            *_grouped(book, said["knowledge"]["by_tag"], "by-tag", tag_groups(manual)),
            *_grouped(book, said["knowledge"]["by_procedure"], "by-procedure", procedure_groups(manual)),
        ),
    )


def _kind(book: Book, group: ItemGroup) -> Blocks:
    """The items of a kind, each with where it belongs."""
    items, names = [], list(map(item_name, book.manual.knowledge))
    for entry in group.items:
        name: Inlines = (Link(entry.name.target, book.texts.plain(entry.name.title)),)
        lines = [*(place(book.texts, each) for each in entry.places)]
        lines += [words(entry.name.when)] if entry.name.when else []
        items.append(
            ListItem(
                (Span("known__title", (*name, *review_chips(entry.name, names))),),
                tuple(Line(line, "known__facts") for line in lines),
            )
        )
    return section(group.title, group.fragment, Listing(tuple(items), "known", is_searched=False))


def _grouped(book: Book, heading: str, identifier: str, groups: tuple[ItemGroup, ...]) -> Blocks:
    """Items under what they have in common."""
    entries = tuple(
        DefinitionEntry(
            book.texts.named(group.procedure) if group.procedure else book.texts.rich(group.title),
            tuple(item_link(book.texts, entry.name) for entry in group.items),
            group.fragment,
        )
        for group in groups
    )
    listed = Definitions(entries, "definitions known-by", is_searched=False)
    return section(heading, identifier, listed) if entries else ()


def _pages(book: Book) -> Iterator[Document]:
    yield knowledge_document(book)
    yield report_document(book)
    fragments = tag_fragments(book.manual)
    for item in book.manual.knowledge:
        yield item_document(book, item, fragments)


KNOWLEDGE_SECTION = Section("knowledge", KNOWLEDGE, lambda manual: bool(manual.knowledge), _pages)
