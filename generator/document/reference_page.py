"""The page of a reference: what is stated of it, where to open it, every procedure and step that cites it."""

from collections.abc import Iterator, Sequence

from generator.document.addresses import REFERENCES, Target, entry_uri
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Fact,
    Facts,
    Listing,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import more, name_list, paper_chips, section, title
from generator.document.currency import doubt_views
from generator.document.field_blocks import field_sections, lead_paragraphs
from generator.document.inlines import Inlines, Link, Words
from generator.document.names import NameMark, named
from generator.document.papers import reference_paper, reference_target, validity_words
from generator.document.texts import words
from generator.document.uses import use_item
from generator.indexes import Use
from generator.model import (
    Manner,
    PlacedProcedure,
    PresentedField,
    Reference,
    ReferenceStatus,
    presented,
)
from generator.project import FileKind, catalogue_file
from generator.words import words_of

SOURCE = catalogue_file(FileKind.REFERENCES)


def reference_document(
    book: Book,
    identifier: str,
    uses: Sequence[Use] = (),
    taken: Sequence[PlacedProcedure] = (),
    replaced: Sequence[str] = (),
) -> Document:
    """The page of a reference.

    Args:
        book: the book that the page is of.
        identifier: the id of the reference.
        uses: the procedures and steps that cite it.
        taken: the procedures that were taken from it.
        replaced: the ids of the references that it replaces.
    """
    reference = book.manual.references[identifier]
    name = book.texts.read(reference.title)
    return book.document(
        entry_uri(REFERENCES, identifier),
        name,
        lambda: (
            *_head(book, identifier, replaced),
            *field_sections(book.values, reference),
            *_uses(book, identifier, uses, taken),
            more((Target(REFERENCES), words_of("document")["reference"]["all"])),
        ),
        source=SOURCE,
    )


def _head(book: Book, identifier: str, replaced: Sequence[str]) -> Iterator[Block]:
    said, reference = words_of("document")["reference"], book.manual.references[identifier]
    paper = reference_paper(book.manual, identifier, reference, book.today)
    yield title((*book.texts.rich(paper.title), *paper_chips(paper)))
    yield Facts(said["facts"], tuple(_facts(book, reference, replaced)))
    if paper.successor:
        successor, target = paper.successor
        yield Paragraph(
            (Words(f"{said['is_replaced']}: "), Link(target, book.texts.plain(successor))),
            "notice notice--retired",
            is_searched=False,
            attributes=(("role", "note"),),
        )
    yield from lead_paragraphs(book.values, reference)
    if paper.url:
        yield Paragraph((Link(paper.url, words(said["open"]), "open-paper"),))
    elif paper.unlinked:
        yield Paragraph(words(said["unlinked"].format(url=paper.unlinked)))


def _facts(book: Book, reference: Reference, replaced: Sequence[str]) -> Iterator[Fact]:
    """The fields that are facts, and what it replaces; what is not stated is left out."""
    for field in presented(type(reference), Manner.FACT):
        values = _fact_values(book, field, reference)
        if values:
            yield Fact(words(field.title), values, is_label_searched=False)
    for each in replaced:
        value = book.values.named("reference", each)
        yield Fact(words(words_of("document")["reference"]["replaces"]), (value,), is_label_searched=False)


def _fact_values(book: Book, field: PresentedField, reference: Reference) -> tuple[Inlines, ...]:
    """What a field says; those with words of their own by name."""
    match field.name:
        case "type":
            return (words(words_of("document")["reference_type"][reference.type.value]),)
        case "valid":
            validity = validity_words(reference)
            return (words(validity),) if validity else ()
        case "status" if reference.status is ReferenceStatus.IN_FORCE:
            return (words(words_of("document")["reference"]["in_force"]),)
        case "status" if reference.status:
            return (words(words_of("document")["reference_status"][reference.status.value]),)
        case "replaced_by" if reference.replaced_by not in book.manual.references:
            return ()
    return book.values.of(field, reference)


def _uses(
    book: Book, identifier: str, uses: Sequence[Use], taken: Sequence[PlacedProcedure]
) -> Iterator[Block]:
    """Where it is cited, and what was taken from it; the search finds these at their own pages."""
    said = words_of("document")["reference"]
    items = tuple(use_item(book.texts, book.manual, use, _mark(book, identifier, use)) for use in uses)
    cited: Blocks = (Listing(items, "uses", is_searched=False),) if items else ()
    if not uses and not taken:
        cited = (Paragraph(words(said["uncited"]), is_searched=False),)
    yield from section(said["uses"], "uses", *cited, is_searched=False)
    names = tuple(map(named, taken))
    listed = (name_list(book.texts, names, is_searched=False),) if names else ()
    yield from section(said["taken"], "taken", *listed, is_searched=False)


def _mark(book: Book, identifier: str, use: Use) -> NameMark | None:
    """That a procedure has to be reviewed for the sake of the reference, if it has."""
    wording, doubts = (
        words_of("document")["currency"]["to_review"],
        doubt_views(book.manual, use.placed, book.today),
    )
    of_this = [each for each in doubts if each.target == reference_target(identifier)]
    return NameMark("to-review", wording, of_this[0].after, of_this[0].is_so) if of_this else None
