"""The page of an item of knowledge: what it is, where it belongs, who says it, and what its author wrote."""

from collections.abc import Iterator, Mapping

from generator.document.addresses import KNOWLEDGE, Target
from generator.document.blocks import (
    Block,
    Body,
    Document,
    Fact,
    Facts,
    Group,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import separated, step_links, title
from generator.document.field_blocks import other_facts, other_texts
from generator.document.inlines import (
    Inlines,
    Link,
    Span,
    Words,
)
from generator.document.knowledge_views import PlaceView, item_uri, place_views
from generator.document.texts import Texts, words
from generator.indexes import tags_of
from generator.model import KnowledgeItem, PlacedKnowledge, presented_field
from generator.words import words_of

_TOLD = frozenset(("title", "kind", "procedures", "tags", "date", "contributor", "reviewed"))
"""The fields that have their places on the page."""


def item_document(book: Book, item: PlacedKnowledge, fragments: Mapping[str, str]) -> Document:
    """The page of an item.

    Args:
        book: the book that it is part of.
        item: the item.
        fragments: the HTML id of each tag in the list of all items.
    """
    said, texts, head = words_of("document")["knowledge"], book.texts, item.item
    blocks: list[Block] = [
        title(texts.rich(head.title)),
        Facts(said["facts"], tuple(_facts(book, item, fragments))),
        *other_texts(book.values, head, _TOLD),
    ]
    if not head.reviewed:
        notice = words(said["unreviewed_notice"])
        blocks.append(Paragraph(notice, "notice", is_searched=False, attributes=(("role", "note"),)))
    blocks.append(Group("known-body", (Body(item.body, item_uri(item)),)))
    blocks.append(Paragraph((Link(Target(KNOWLEDGE), words(said["all"])),), "more", is_searched=False))
    return book.document(item_uri(item), texts.read(head.title), blocks, source=item.path)


def place(texts: Texts, view: PlaceView) -> Inlines:
    """Where an item belongs: a procedure, and its steps there."""
    if not view.steps:
        return texts.named(view.name)
    steps = Span("known__steps", (Words("("), *step_links(view.steps), Words(")")))
    return (*texts.named(view.name), Words(" "), steps)


def _facts(book: Book, item: PlacedKnowledge, fragments: Mapping[str, str]) -> Iterator[Fact]:
    said, texts, head = words_of("document")["knowledge"], book.texts, item.item
    if places := tuple(place(texts, each) for each in place_views(book.manual, item)):
        yield Fact(words(said["belongs"]), places, is_searched=False, name="facts__wide")
    kind = Target(KNOWLEDGE, f"kind-{head.kind.value}")
    kind_words = words(words_of("document")["item_kind"][head.kind.value])
    yield Fact(words(said["kind"]), ((Link(kind, kind_words),),), is_searched=False)
    if tags := tags_of(item):
        listed = separated((Link(Target(KNOWLEDGE, fragments[tag]), texts.plain(tag)),) for tag in tags)
        yield Fact(words(said["tags"]), (listed,), is_label_searched=False)
    for name in ("date", "contributor"):
        if values := book.values.of(presented_field(KnowledgeItem, name), head):
            yield Fact(words(said[name]), values, is_searched=False)
    unreviewed: Inlines = (Span("chip chip--unreviewed", words(said["unreviewed"])),)
    reviewed = book.values.of(presented_field(KnowledgeItem, "reviewed"), head) or (unreviewed,)
    yield Fact(words(said["reviewed"]), reviewed, is_searched=False)
    yield from other_facts(book.values, head, _TOLD)
