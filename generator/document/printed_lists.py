"""What stands behind the procedures of the printed manual: laws and documents, words, roles, forms."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.document.addresses import FORMS, REFERENCES, ROLES, TERMS, entry_fragment, entry_uri
from generator.document.blocks import Blocks, Heading, Listing, ListItem
from generator.document.book import Book
from generator.document.common_blocks import separated
from generator.document.field_blocks import other_lines
from generator.document.form_pages import TOLD_OF_FORMS
from generator.document.grouping import by_kind
from generator.document.inlines import Inlines, Line, Link
from generator.document.names import NamedPage, named
from generator.document.papers import form_paper
from generator.document.printed import Chapter, ChapterKind, RunningHead
from generator.document.printed_papers import printed_paper, printed_papers, printed_reference
from generator.document.role_page import TOLD, kind_fragment
from generator.document.role_pages import role_entry
from generator.document.term_pages import TermsPage
from generator.document.texts import words
from generator.indexes import Work, form_uses
from generator.model import Frozen, PlacedProcedure, ReferenceType, RoleKind, presented_fields
from generator.words import words_of

_LEVEL = 2
_TOLD_OF_ROLES = frozenset(("title", "short", "kind", "note"))
_GROUP = 2
"""The level of the headings in a list."""


def printed_lists(book: Book, head: RunningHead) -> Iterator[Chapter]:
    """A chapter for each list that says something."""
    lists: Mapping[str, tuple[str, Callable[[Book], Iterator[Blocks]], Mapping[str, str]]] = {
        "references": (REFERENCES, _references, _entries("reference", REFERENCES, book.manual.references)),
        "terms": (TERMS, _terms, {}),
        "roles": (ROLES, _roles, _entries("role", ROLES, book.indexes.work)),
        "forms": (FORMS, _forms, {}),
    }
    for name, (uri, compose, places) in lists.items():
        title = words_of("document")["print"][name]
        if blocks := tuple(block for part in compose(book) for block in part):
            named_head = replace(head, title=title)
            yield Chapter(ChapterKind.PAGE, _LEVEL, uri, words(title), blocks, named_head, places)


def _entries(sort: str, section: str, catalogue: Mapping[str, object]) -> Mapping[str, str]:
    """By the page of each entry of a catalogue the id of the entry in its list."""
    return {entry_uri(section, key): entry_fragment(sort, key) for key in catalogue}


def _references(book: Book) -> Iterator[Blocks]:
    """By type, in the order of the types and then of the catalogue."""
    entries = ((reference.type, key) for key, reference in book.manual.references.items())
    for group in by_kind(ReferenceType, words_of("document")["reference_type"], entries):
        papers = (printed_reference(book, key) for key in group.entries)
        yield (
            Heading(_GROUP, words(group.title), f"type-{group.key}"),
            printed_papers(book, papers, is_linked=False),
        )


def _terms(book: Book) -> Iterator[Blocks]:
    yield tuple(_PrintedTerms(book).entries())


class _PrintedTerms(TermsPage):
    """The glossary with procedures by their numbers."""

    def _names(self, label: str, names: tuple[NamedPage, ...], more: str = "") -> Line:
        return _numbers(label, names, more)


def _numbers(label: str, names: Iterable[NamedPage], more: str = "") -> Line:
    """A label, and procedures by their numbers: on paper one looks them up in the contents."""
    links: Iterator[Inlines] = (
        (Link(each.target, words(each.number)),) if each.target else words(each.title) for each in names
    )
    return Line((*words(f"{label} "), *separated(links), *words(f" {more}" if more else "")), "names")


def _roles(book: Book) -> Iterator[Blocks]:
    """By kind, each with what it owns and where it acts."""
    roles = book.manual.roles
    entries = []
    for key, work in book.indexes.work.items():
        entries.append((roles[key].kind, _role(book, key, work)))
    for group in by_kind(RoleKind, words_of("document")["role_kind"], entries):
        heading = Heading(_GROUP, words(group.title), kind_fragment(group.key))
        yield heading, Listing(group.entries, "entries")


def _role(book: Book, identifier: str, work: Work) -> ListItem:
    """A role: its note and its other fields, what it owns, where it acts, where steps name it otherwise."""
    role, said = book.manual.roles[identifier], words_of("document")["role"]
    entry = role_entry(book.texts, role, work, is_counted=False)
    lines = [line for line in entry.lines if line.name != "names"]
    lines += other_lines(book.values, role, _TOLD_OF_ROLES | _of_records(role))
    parts = {
        "owns": [each for each in work.involvements if each.is_owner],
        "acts": [each for each in work.involvements if not each.is_owner],
    }
    naming = {said[key]: [named(each.procedure) for each in found] for key, found in parts.items()}
    cells = [
        (row.procedure, row.cells[identifier]) for row in book.indexes.matrix.rows if identifier in row.cells
    ]
    for letter, key in TOLD.items():
        naming[said[key]] = [named(placed) for placed, cell in cells if letter in cell.named]
    lines += [_numbers(label, names) for label, names in naming.items() if names]
    return replace(entry, lines=tuple(lines))


def _forms(book: Book) -> Iterator[Blocks]:
    """In the catalogue's order, each with the procedures that use it."""
    using = form_uses(book.manual)
    items = tuple(_form(book, key, [use.placed for use in using.get(key, ())]) for key in book.manual.forms)
    if items:
        yield (Listing(items, "papers", is_ordered=True),)


def _form(book: Book, identifier: str, users: Sequence[PlacedProcedure]) -> ListItem:
    form = book.manual.forms[identifier]
    item = printed_paper(book, form_paper(identifier, form), is_linked=False)
    lines = [*item.lines, *other_lines(book.values, form, TOLD_OF_FORMS | _of_records(form))]
    if users:
        lines.append(_numbers(words_of("document")["term"]["used_in"], map(named, users)))
    return replace(item, lines=tuple(lines))


def _of_records(record: Frozen) -> frozenset[str]:
    """The fields that tell of where a record was taken from: a manual that is signed does not."""
    return frozenset(field.name for field in presented_fields(type(record)) if field.is_record)
