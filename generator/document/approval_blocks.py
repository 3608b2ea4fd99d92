"""What pages say of approvals: that a text changed since, who gave it and when, and how every procedure stands."""

from collections.abc import Iterator
from dataclasses import replace

from generator.document.addresses import STATUS, Target, procedure_uri
from generator.document.blocks import Blocks, Fact, Facts, Group, Paragraph
from generator.document.book import Book
from generator.document.common_blocks import section
from generator.document.control_blocks import CONTROL
from generator.document.inlines import Inlines, Link, Span, Words
from generator.document.names import named
from generator.document.tables import Cell, Column, Row, Table
from generator.document.texts import words
from generator.document.values import Values
from generator.document.whats_new import HISTORY
from generator.indexes import ApprovalState, ProcedureApproval
from generator.model import Approval, Edition, Manner, PlacedProcedure, presented, presented_field
from generator.thai import thai_date
from generator.words import words_of

APPROVALS = "approvals"
"""The HTML id of the part of the status page."""


def approval_notice(book: Book, placed: PlacedProcedure) -> Blocks:
    """That a procedure changed since its last approval; nothing of any other.

    Behind the sentence stands the way to what changed, where that is known, else to what is known of the approval.
    """
    found = book.indexes.approvals.of(placed.id)
    if found is None or found.approval is None or found.state is not ApprovalState.CHANGED:
        return ()
    said, order = words_of("document")["approval"], found.approval.order
    wording = said["changed_order" if order else "changed"]
    told = book.texts.rich(wording.format(date=thai_date(found.approval.date), order=order))
    place, way = (HISTORY, "what_changed") if book.history.of(placed.id) else (CONTROL, "more")
    more = Link(Target(procedure_uri(placed), place), words(said[way]))
    note = (("role", "note"),)
    return (
        Paragraph((*told, Words(" "), more), "notice notice--to-approve", is_searched=False, attributes=note),
    )


def approval_facts(values: Values, placed: PlacedProcedure) -> Blocks:
    """Who approved a procedure, when, and by which order; nothing where no approval is recorded."""
    if placed.approval is None:
        return ()
    title = presented_field(Edition, "approvals").title
    return (Facts(title, (Fact(words(title), tuple(_lines(values, placed.approval))),)),)


def approval_totals(book: Book) -> Iterator[tuple[str, int, Target]]:
    """How many procedures stand how, each with where they are listed; nothing where the office records no approvals."""
    said = words_of("document")["approval"]["state"]
    for state, count in book.indexes.approvals.counts.items():
        yield said[state.value], count, Target(STATUS, APPROVALS)


def approvals_section(book: Book) -> Blocks:
    """How every procedure stands to its approval; nothing where the office records none."""
    approvals, said = book.indexes.approvals, words_of("document")["approval"]
    if not approvals.is_used:
        return ()
    fields = tuple(presented(Approval, Manner.FACT))
    columns = (
        Column(words(words_of("document")["ledger"]["procedure"]), is_head=True),
        Column(words(said["standing"])),
        *(Column(words(field.title)) for field in fields),
    )
    rows = tuple(_row(book, each) for each in approvals)
    lead = Paragraph(words(said["lead"]))
    table = Table(columns, rows, "ledger", is_labelled=True)
    return section(said["heading"], APPROVALS, Group("", (lead, table), is_searched=False))


def _row(book: Book, each: ProcedureApproval) -> Row:
    name = book.texts.named(replace(named(each.placed), status=None))
    state = words_of("document")["approval"]["state"][each.state.value]
    is_late = each.state is ApprovalState.CHANGED
    told = Span("chip chip--to-review" if is_late else "", words(state))
    cells = [Cell(name), Cell((told,))]
    for field in presented(Approval, Manner.FACT):
        said = book.values.of(field, each.approval) if each.approval is not None else ()
        cells.append(Cell(said[0]) if len(said) == 1 else Cell((), items=said))
    return Row(tuple(cells))


def _lines(values: Values, approval: Approval) -> Iterator[Inlines]:
    for field in presented(Approval, Manner.FACT):
        yield from values.of(field, approval)
