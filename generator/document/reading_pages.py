"""The pages about reading: what the reader of this browser has read, and, for supervisors, who has read what.

Both work in the browser alone; here stands what they need to know of the manual.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from generator.document.addresses import MY_READING, WHO_READ, Target, is_linkable, procedure_uri
from generator.document.blocks import Block, Document, OnScreen, Paragraph, Widget
from generator.document.book import Book, Section
from generator.document.common_blocks import more, title
from generator.document.learning_views import path_title
from generator.document.names import named_role
from generator.document.reading_blocks import is_read, procedure_identity
from generator.document.texts import words
from generator.model import Manual, PlacedProcedure, plain_text
from generator.thai import dates_in_browsers
from generator.words import words_of

FORMAT, VERSION = "khumue-reading-list", 1
"""What lists of readings call themselves (``docs/engineering/reading-lists.md``)."""
_TOLD_CHANGES = 5
"""How many of the last changes of a procedure the page tells whoever read it before them."""


def my_reading_document(book: Book) -> Document:
    """The page of what the reader of this browser has read."""
    heading = words_of("document")["site"]["my_reading"]
    return book.document(MY_READING, heading, lambda: tuple(_my_reading(book, heading)))


def who_read_document(book: Book) -> Document:
    """The page on which a supervisor puts lists together."""
    heading = words_of("document")["site"]["who_read"]
    return book.document(WHO_READ, heading, lambda: tuple(_who_read(book, heading)))


def _my_reading(book: Book, heading: str) -> Iterator[Block]:
    said = words_of("document")["reading"]
    yield title(words(heading))
    yield Paragraph(words(said["lead"]), "lead")
    yield Paragraph(words(said["private"]), is_searched=False)
    told = {
        **_told(book),
        "procedures": [_listed(book, placed) for placed in _read(book.manual)],
        "groups": [*_paths(book), *_roles(book)],
        "words": {**words_of("document")["reading_script"], **words_of("document")["my_reading_script"]},
    }
    view = {"told": told, "send": _send(book), "procedures": _rows(book)}
    yield OnScreen((Widget("my_reading", view, is_searched=False),))
    yield OnScreen((more((Target(WHO_READ), said["to_who_read"])),))


def _who_read(book: Book, heading: str) -> Iterator[Block]:
    said = words_of("document")["reading"]
    yield title(words(heading))
    yield Paragraph(words(said["who_lead"]), "lead")
    yield Paragraph(words(said["who_private"]), is_searched=False)
    told = {
        **_told(book),
        "procedures": [procedure_identity(book, placed) for placed in _read(book.manual)],
        "words": {**words_of("document")["who_read_script"]},
    }
    yield OnScreen((Widget("who_read", {"told": told}, is_searched=False),))
    yield OnScreen((more((Target(MY_READING), said["to_my_reading"])),))


def _told(book: Book) -> Mapping[str, object]:
    """What both pages are told of the manual."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "manual": book.manual.edition_id,
        "title": plain_text(book.manual.settings.title),
        "office": plain_text(book.manual.edition.office),
        "locale": dates_in_browsers(),
    }


def _read(manual: Manual) -> tuple[PlacedProcedure, ...]:
    return tuple(filter(is_read, manual.in_use()))


def _rows(book: Book) -> list[tuple[str, Target, str]]:
    """The procedures as the page lists them without a script: id, place, name."""
    return [
        (placed.id, Target(procedure_uri(placed)), f"{placed.number} {book.texts.read(placed.title)}")
        for placed in _read(book.manual)
    ]


def _listed(book: Book, placed: PlacedProcedure) -> Mapping[str, object]:
    """A procedure with its last changes in words, as far as they are known."""
    changes = book.history.of(placed.id)[:_TOLD_CHANGES]
    return {
        **procedure_identity(book, placed),
        "changes": [[each.day.isoformat(), each.line] for each in changes],
    }


def _paths(book: Book) -> Iterator[Mapping[str, object]]:
    """The learning paths that somebody wrote, with the procedures to which they lead."""
    for path in book.indexes.paths:
        if not path.is_computed:
            name = " ".join(book.texts.read(path_title(book.manual, path)).split())
            yield from _group("path", path.id, name, path.procedures())


def _roles(book: Book) -> Iterator[Mapping[str, object]]:
    """The roles, with the procedures that they own or have a part in, in the order of the manual."""
    parts: dict[str, list[PlacedProcedure]] = {}
    for placed in _read(book.manual):
        acting = (role for step in placed.walk_steps() for role in step.roles)
        for role in dict.fromkeys((*filter(None, (placed.procedure.owner,)), *acting)):
            parts.setdefault(role, []).append(placed)
    for role in book.manual.roles:
        name = " ".join(book.texts.read(named_role(book.manual, role).title).split())
        yield from _group("role", role, name, parts.get(role, ()))


def _group(
    kind: str, identifier: str, name: str, procedures: Iterable[PlacedProcedure]
) -> Iterator[Mapping[str, object]]:
    ids = [placed.id for placed in procedures if is_read(placed)]
    if ids:
        yield {"kind": kind, "id": identifier, "title": name, "procedures": ids}


def _send(book: Book) -> str:
    """Where lists are sent: the office's own address, else the manual's; a mail has its subject already."""
    manual = book.manual
    address = (manual.edition.reading_lists or manual.settings.reading_lists or "").strip()
    if not is_linkable(address):
        return ""
    is_mail = address.lower().startswith("mailto:")
    if not is_mail or "subject=" in address.lower():
        return address
    said, office = words_of("document")["reading"], plain_text(manual.edition.office)
    filled = (("subject", said["subject"].format(office=office)), ("body", said["body"]))
    query = "&".join(f"{name}={quote(text, safe='')}" for name, text in filled)
    return f"{address}{'&' if '?' in address else '?'}{query}"


def _is_needed(manual: Manual) -> bool:
    return any(map(is_read, manual.in_use()))


MY_READING_SECTION = Section("my_reading", MY_READING, _is_needed, lambda book: (my_reading_document(book),))
WHO_READ_SECTION = Section("who_read", WHO_READ, _is_needed, lambda book: (who_read_document(book),))
