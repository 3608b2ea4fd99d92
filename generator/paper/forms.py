"""The forms that offices hand in, each by its name: pages of their own, made of one manual's procedures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.charts import line_colours
from generator.document import Book, flow_sheet
from generator.model import PlacedProcedure
from generator.paper.flow_nodes import FlowNodes
from generator.paper.inline_nodes import InlineNodes
from generator.paper.letters import Letters
from generator.paper.nodes import Node
from generator.paper.printing import FileOf, Pictures
from generator.paper.text_layer import with_text
from generator.paper.typesetting import typeset
from generator.words import present_language, words_of

Composer = Callable[[Book, Sequence[PlacedProcedure], Letters, InlineNodes], Node]
"""Makes what a form's template reads beside what all forms have."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form.

    Attributes:
        template: with which the tool begins.
        compose: makes what it reads.
    """

    template: str
    compose: Composer


def _work_standard(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """The steps of each procedure in a table with the chart inside."""
    nodes = FlowNodes(letters, inlines, book.indexes.segmenter)
    return {
        "sheets": [nodes.of(flow_sheet(book, placed)) for placed in procedures if placed.steps],
        "lines": line_colours(),
    }


FORMS: Mapping[str, PrintedForm] = {"work-standard": PrintedForm("flow-sheet.typ", _work_standard)}
"""The forms, by the names that commands know."""


def print_form(
    form: PrintedForm,
    book: Book,
    procedures: Sequence[PlacedProcedure],
    file_of: FileOf,
    made: datetime,
    is_thai_numbered: bool = False,
) -> bytes:
    """A form of some procedures as PDF.

    Args:
        form: which.
        book: the manual.
        procedures: of it; those without steps are left out.
        file_of: the files of the documents, of which it shows pictures.
        made: when it counts as made.
        is_thai_numbered: whether numbers are set in Thai digits.

    Raises:
        TypesettingError: when it cannot be set.
    """
    letters, pictures = Letters(is_thai_numbered), Pictures(file_of)
    inlines = InlineNodes(letters, lambda _: None, pictures.name_of)
    said = words_of("paper")
    node = form.compose(book, procedures, letters, inlines) | {
        "title": book.addresses.read(book.manual.settings.title),
        "language": present_language(),
        "words": {key: letters.plain(wording) for key, wording in said["page"].items()},
        "places": {},
        "thai-digits": is_thai_numbered,
    }
    return with_text(typeset(node, pictures.files, made, form.template), letters.table())
