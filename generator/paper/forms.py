"""The forms that offices hand in, each by its name: pages of their own, made of one manual's procedures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from generator.charts import line_colours
from generator.document import RISKS_FIELD, Authored, Book, flow_sheet, open_book
from generator.indexes import Indexes, stated_parts
from generator.model import PlacedProcedure
from generator.paper.flow_nodes import FlowNodes
from generator.paper.form_nodes import (
    calendar,
    internal_control,
    one_sheets,
    public_manual,
    wall_sheets,
)
from generator.paper.inline_nodes import InlineNodes
from generator.paper.letters import Letters
from generator.paper.nodes import Node
from generator.paper.pictures import Pictures
from generator.paper.printing import PrintError, Progress, set_print, told_to_authors
from generator.today import BANGKOK, build_day
from generator.words import present_language, words_of

_TALLEST_IN_ROWS = 270
"""How high a picture in a row of a form is at most, in points."""
Composer = Callable[[Book, Sequence[PlacedProcedure], Letters, InlineNodes], Node]
"""Makes what a form's template reads beside what all forms have."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form.

    Attributes:
        template: that sets it.
        title: what the document is called.
        is_told_by: whether a procedure has what it tells.
        filled_by: the key of the field without which it has not.
        compose: makes what the template reads.
    """

    template: str
    title: Callable[[Book, Sequence[PlacedProcedure]], str]
    is_told_by: Callable[[PlacedProcedure], bool]
    filled_by: str
    compose: Composer


def _work_standard(
    book: Book, procedures: Sequence[PlacedProcedure], letters: Letters, inlines: InlineNodes
) -> Node:
    """The steps of each procedure in a table with the chart inside."""
    nodes = FlowNodes(letters, inlines, book.indexes.segmenter)
    return {
        "sheets": [nodes.of(flow_sheet(book, placed)) for placed in procedures],
        "lines": line_colours(),
        "tallest": _TALLEST_IN_ROWS,
    }


def _title_of_sheets(book: Book, procedures: Sequence[PlacedProcedure]) -> str:
    """The form, and the procedure if it is one, else the manual."""
    [title] = [each.title for each in procedures] if len(procedures) == 1 else [book.manual.settings.title]
    wording: str = words_of("document")["flow_table"]["of"]
    return wording.format(title=" ".join(book.addresses.read(title).split()))


def _called(name: str) -> Callable[[Book, Sequence[PlacedProcedure]], str]:
    """What a form is called, with the procedure if it is one."""

    def title(book: Book, procedures: Sequence[PlacedProcedure]) -> str:
        named = procedures[0].title if len(procedures) == 1 else book.manual.settings.group
        wording = words_of("document")["printed_form"]["names"][name]
        return " ".join((wording, *book.addresses.read(named).split()))

    return title


def _is_dated(placed: PlacedProcedure) -> bool:
    return bool(placed.procedure.schedule or any(step.step.schedule for step in placed.walk_steps()))


PRINTED_FORMS: Mapping[str, PrintedForm] = {
    "work-standard": PrintedForm(
        "flow-sheet.typ", _title_of_sheets, lambda placed: bool(placed.steps), "steps", _work_standard
    ),
    "internal-control": PrintedForm(
        "form-sheet.typ",
        _called("internal-control"),
        lambda placed: bool(stated_parts(placed, RISKS_FIELD)),
        "risks",
        internal_control,
    ),
    "public-manual": PrintedForm(
        "form-sheet.typ",
        _called("public-manual"),
        lambda placed: placed.procedure.service is not None,
        "service",
        public_manual,
    ),
    "one-sheet": PrintedForm(
        "one-sheet.typ", _called("one-sheet"), lambda placed: bool(placed.steps), "steps", one_sheets
    ),
    "calendar": PrintedForm("calendar.typ", _called("calendar"), _is_dated, "schedule", calendar),
    "wall-sheet": PrintedForm(
        "wall-sheet.typ", _called("wall-sheet"), lambda placed: bool(placed.steps), "steps", wall_sheets
    ),
}
"""The forms, by the names that commands know."""


def print_form(  # noqa: PLR0913 - all but the first three are named
    name: str,
    indexes: Indexes,
    authored: Authored,
    *,
    procedures: Collection[str] | None = None,
    is_thai_numbered: bool = False,
    earlier: bytes | None = None,
    progress: Progress = lambda _: None,
) -> bytes:
    """A form of an edition's procedures as PDF.

    Args:
        name: one of `PRINTED_FORMS`.
        indexes: the manual, and all that follows from it.
        authored: the documents written by hand, pictures among them.
        procedures: the ids of those that are wanted; by default all that have what the form tells.
        is_thai_numbered: whether numbers are set in Thai digits.
        earlier: an earlier print, which is kept if nothing changed.
        progress: is told what comes next.

    Raises:
        PrintError: when it cannot be printed, or none of the procedures has what it tells; the message is for authors.
    """
    form, book = PRINTED_FORMS[name], open_book(indexes)
    told = [
        placed
        for placed in indexes.manual.procedures()
        if (procedures is None or placed.id in procedures) and form.is_told_by(placed)
    ]
    if not told:
        wording = words_of("paper")["errors"]["empty_form"]
        raise PrintError(wording.format(form=form.title(book, ()), name=name, field=form.filled_by))
    letters, pictures = Letters(is_thai_numbered), Pictures(authored.documents.get)
    inlines = InlineNodes(letters, lambda _: None, pictures.name_of)
    content = _around(form, book, told, letters, is_thai_numbered)
    made = datetime.combine(build_day(), time(), BANGKOK)
    with told_to_authors(indexes.manual):
        content |= form.compose(book, told, letters, inlines)
        return set_print(form.template, content, letters, pictures, made, earlier, progress)


def _around(
    form: PrintedForm,
    book: Book,
    procedures: Sequence[PlacedProcedure],
    letters: Letters,
    is_thai_numbered: bool,
) -> Node:
    """What every template reads."""
    said = words_of("paper")
    return {
        "title": form.title(book, procedures),
        "language": present_language(),
        "thai-digits": is_thai_numbered,
        "words": {key: letters.plain(wording) for key, wording in said["page"].items()},
        "places": {},
    }
