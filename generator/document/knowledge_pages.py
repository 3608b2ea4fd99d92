"""The pages of what people learned: the list of all items, the report, and one page for each item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator.document.addresses import (
    KNOWLEDGE,
    KNOWLEDGE_REPORT,
    KNOWLEDGE_TABLE,
    Target,
)
from generator.document.book import Book, Section
from generator.document.knowledge_report import report_view
from generator.document.knowledge_views import ItemName, PlaceView, item_name, item_uri, place_views
from generator.document.names import Named, named, named_role
from generator.document.page import Page
from generator.indexes.lessons import (
    items_by_kind,
    items_by_tag,
    items_of_no_procedure,
    places_by_procedure,
    tags_of,
)
from generator.model.manual import Manual, PlacedKnowledge
from generator.model.markup import plain_text
from generator.thai.dates import thai_date
from generator.thai.ordering import thai_sort_key
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
    procedure: Named | None = None


@dataclass(frozen=True, slots=True)
class ItemView:
    """Everything on an item's page; title and body as authored.

    Attributes:
        name: what it is.
        places: where it belongs.
        tags: its tags, and where each is listed.
        contributor: the role from whose work it comes.
        reviewed: when it was reviewed, in words.
        body: its Markdown.
        uri: where its relative links start.
    """

    name: ItemName
    places: tuple[PlaceView, ...]
    tags: tuple[tuple[str, Target], ...]
    contributor: Named | None
    reviewed: str | None
    body: str
    uri: str


def kind_groups(manual: Manual) -> tuple[ItemGroup, ...]:
    """All items by kind."""
    words = words_of("document")["item_kind"]
    return tuple(
        ItemGroup(f"kind-{kind.value}", words[kind.value], _listed(manual, items))
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
        words = words_of("document")["knowledge"]["no_procedure"]
        groups.append(ItemGroup("no-procedure", words, _listed(manual, others)))
    return tuple(groups)


def tag_fragments(manual: Manual) -> Mapping[str, str]:
    """The HTML id of each tag in the list: lasting, and in letters that every engine knows."""
    return {
        tag: f"tag-{sha256(tag.encode('utf-8')).hexdigest()[:_DIGITS_OF_TAGS]}"
        for tag in items_by_tag(manual)
    }


def item_view(manual: Manual, item: PlacedKnowledge, fragments: Mapping[str, str]) -> ItemView:
    """What the page of an item says.

    Args:
        manual: the manual.
        item: an item of it.
        fragments: the HTML id of each tag, as `tag_fragments` gives them.
    """
    head = item.item
    return ItemView(
        name=item_name(item),
        places=place_views(manual, item),
        tags=tuple((tag, Target(KNOWLEDGE, fragments[tag])) for tag in tags_of(item)),
        contributor=named_role(manual, head.contributor) if head.contributor else None,
        reviewed=thai_date(head.reviewed) if head.reviewed else None,
        body=item.body,
        uri=item_uri(item),
    )


def _listed(manual: Manual, items: Sequence[PlacedKnowledge]) -> tuple[ListedItem, ...]:
    return tuple(ListedItem(item_name(item), place_views(manual, item)) for item in items)


def _pages(book: Book) -> Iterator[Page]:
    manual, words = book.manual, words_of("document")
    view = {
        "lead": words["knowledge"]["lead"].format(count=len(manual.knowledge)),
        "kinds": kind_groups(manual),
        "tags": tag_groups(manual),
        "procedures": procedure_groups(manual),
        "report": Target(KNOWLEDGE_REPORT),
    }
    yield book.page("knowledge.md.jinja", KNOWLEDGE, words["site"]["knowledge"], view)
    yield _report(book)
    fragments = tag_fragments(manual)
    for item in manual.knowledge:
        shown = {
            "view": item_view(manual, item, fragments),
            "kind": Target(KNOWLEDGE, f"kind-{item.item.kind.value}"),
            "all": Target(KNOWLEDGE),
        }
        title = plain_text(item.item.title)
        yield book.page("knowledge_item.md.jinja", item_uri(item), title, shown, source=item.path)


def _report(book: Book) -> Page:
    view = {"view": report_view(book.manual), "table": Target(KNOWLEDGE_TABLE), "all": Target(KNOWLEDGE)}
    return book.page(
        "knowledge_report.md.jinja", KNOWLEDGE_REPORT, words_of("document")["site"]["knowledge_report"], view
    )


KNOWLEDGE_SECTION = Section("knowledge", KNOWLEDGE, lambda manual: bool(manual.knowledge), _pages)
