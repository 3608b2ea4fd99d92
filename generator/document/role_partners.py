"""The roles that a role hands work to and gets it from, and how often."""

from generator.document.blocks import Blocks, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import section
from generator.document.names import named_role
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import words
from generator.indexes import Work
from generator.words import words_of


def partners_section(book: Book, work: Work) -> Blocks:
    """The table of the roles before and after a role; nothing where it works alone."""
    said = words_of("document")["role"]
    columns = tuple(Column(words(said[key]), is_head=key == "partner") for key in ("partner", "given", "got"))
    rows = tuple(
        Row(
            (Cell(book.texts.named(named_role(book.manual, each.role))), _times(each.given), _times(each.got))
        )
        for each in work.partners
    )
    lead = Paragraph(words(said["partners_lead"]), is_searched=False)
    table = Table(columns, rows, "partners", is_searched=False)
    return section(said["partners"], "partners", *((lead, table) if rows else ()))


def _times(count: int) -> Cell:
    said = words_of("document")["role"]
    return Cell(words(said["times"].format(count=count)) if count else ())
