"""The status page: for the head of the group, whether the manual is current and complete."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.document.addresses import MISSION, STATUS, Target, procedure_uri
from generator.document.approval_blocks import approval_totals, approvals_section
from generator.document.blocks import (
    Blocks,
    DefinitionEntry,
    Definitions,
    Document,
    Fact,
    Facts,
    Group,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
    Widget,
)
from generator.document.book import Book, Section
from generator.document.common_blocks import doubtful, doubtful_section, downloads, section, title
from generator.document.currency import doubt_views
from generator.document.inlines import (
    Chip,
    Inlines,
    Link,
    Span,
    Words,
)
from generator.document.mission import GAPS
from generator.document.names import named, named_role
from generator.document.status_profiles import asked_of, extent, missing_means, profile_blocks
from generator.document.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from generator.document.texts import words
from generator.indexes import ASPECTS, Coverage, Extent, ManualStatus, ProcedureStatus
from generator.model import CalendarDate, Status
from generator.thai import thai_date
from generator.words import words_of

STATUS_FILE = "status.csv"
REVIEW_FEED = "reviews.ics"
"""The calendar of reviews; there is one where any is known."""


def status_document(book: Book) -> Document:
    """The page as it is on the day of the book."""
    return book.document(STATUS, words_of("document")["site"]["status"], lambda: _blocks(book))


def _blocks(book: Book) -> Blocks:
    said, name = words_of("document")["ledger"], words_of("document")["site"]["status"]
    on = CalendarDate(year=book.today.year, month=book.today.month, day=book.today.day)
    status, ways = book.indexes.status, downloads(STATUS_FILE, said["download"])
    judged = sum(1 for each in status.procedures if each.answers)
    return (
        title(words(name)),
        Paragraph(words(said["lead"].format(date=thai_date(on))), "lead"),
        Facts(said["totals"], (*_totals(status), *_approval_totals(book)), "totals", is_searched=False),
        OnScreen((Paragraph((*ways, *_review_feed(status)), "more", is_searched=False),)),
        *(_complete(status, judged) if judged else ()),
        *approvals_section(book),
        *section(said["reviews"], "reviews", *_never_reviewed(status), _reviews(book, status)),
        *section(said["fields"], "fields", *missing_means(book), _fields(book, status)),
        *_suspects(book, status),
        *_decisions(book, status),
        *_approvers(book, status),
        *(profile_blocks(book) if judged else ()),
    )


def _never_reviewed(status: ManualStatus) -> Blocks:
    """That no review of some procedures is on record: told here only, as nobody set when they were due."""
    count = sum(1 for each in status.procedures if each.answers and not each.placed.procedure.reviewed)
    told = words(words_of("document")["ledger"]["never_reviewed"].format(count=count))
    return (Paragraph(told, is_searched=False),) if count else ()


def _review_feed(status: ManualStatus) -> Inlines:
    """The way to the calendar of reviews, where any is known."""
    if not any(each.next_review for each in status.procedures):
        return ()
    return (Words(" · "), Link(Target(REVIEW_FEED), words(words_of("document")["review_feed"]["subscribe"])))


def _totals(status: ManualStatus) -> Iterator[Fact]:
    """All procedures, those of each status that there are, and what is to be done."""
    said = words_of("document")["ledger"]
    yield _total(said["all"], len(status.procedures))
    for each, count in status.by_status.items():
        if count:
            target = Target(MISSION, GAPS) if each is Status.PLANNED else None
            yield _total(words_of("document")["status"][each.value], count, target)
    yield _total(said["overdue"], status.overdue, Target(STATUS, "reviews"), "overdue")
    if status.undated:
        yield _total(said["undated"], status.undated, Target(STATUS, "reviews"))
    suspects = Target(STATUS, "suspects") if status.suspect else None
    yield _total(said["suspect"], status.suspect, suspects, "suspect")
    yield _total(said["one_way"], status.one_way, Target(STATUS, "decisions") if status.one_way else None)
    if lacking := len(status.without_approver):
        yield _total(said["no_approver"], lacking, Target(STATUS, "approvers"))


def _approval_totals(book: Book) -> Iterator[Fact]:
    for label, count, target in approval_totals(book):
        yield _total(label, count, target)


def _total(label: str, count: int, target: Target | None = None, counts: str = "") -> Fact:
    """A number of procedures.

    Args:
        label: what they are.
        count: the number.
        target: where they are listed.
        counts: what is counted, for a script that counts anew.
    """
    given = (("data-count", counts),) if counts else ()
    name: Inlines = (Link(target, words(label)),) if target else words(label)
    return Fact(name, ((Span("totals__count", words(str(count)), attributes=given),),))


@dataclass(frozen=True, slots=True)
class Bar:
    """How far the procedures answer one question: in words, and in parts of a hundred.

    Filled is what is stated: the procedures that state all of it, and of the others as much as they state.
    """

    title: str
    words: str
    shares: tuple[tuple[str, float, float], ...]


def _complete(status: ManualStatus, judged: int) -> Blocks:
    """How far the judged procedures state what they can."""
    said, bars = words_of("document")["ledger"], tuple(bar(aspect, status) for aspect in ASPECTS)
    listed = Definitions(tuple(DefinitionEntry(words(each.title), (words(each.words),)) for each in bars))
    counted = "complete_lead_drafts" if status.by_status.get(Status.DRAFT) else "complete_lead"
    lead = Paragraph(words(said[counted].format(count=judged)))
    drawn = Widget("bars", {"bars": bars, "meaning": said["bars_mean"]}, (listed,))
    shown = Group("", (lead, drawn), is_searched=False)
    return section(said["complete"], "complete", shown)


def bar(aspect: str, status: ManualStatus) -> Bar:
    """How far the procedures state one aspect."""
    counts = status.by_aspect[aspect]
    judged = [each.answers[aspect] for each in status.procedures if each.answers]
    stated = sum(each.given / each.places for each in judged if each.extent is Extent.PART)
    whole, part = (round(100 * count / len(judged), 2) for count in (counts[Extent.WHOLE], stated))
    shares = ((Extent.WHOLE.value, 0.0, whole), (Extent.PART.value, whole, part))
    counted = {each.value: count for each, count in counts.items()}
    wording = words_of("document")["ledger"]["counted"].format(**counted)
    return Bar(words_of("document")["aspect"][aspect], wording, shares)


def _name(book: Book, each: ProcedureStatus) -> Inlines:
    """A procedure by its name alone: its status stands beside it."""
    return book.texts.named(replace(named(each.placed), status=None))


def _reviews(book: Book, status: ManualStatus) -> Table:
    """When each procedure was reviewed and is to be reviewed again."""
    said = words_of("document")["ledger"]
    heads = ("status", "owner", "last_review", "next_review")
    columns = (Column(words(said["procedure"]), is_head=True), *(Column(words(said[each])) for each in heads))
    rows = tuple(_review(book, each) for each in status.procedures)
    return Table(columns, rows, "ledger", is_searched=False, is_labelled=True)


def _review(book: Book, each: ProcedureStatus) -> Row:
    procedure, due = each.placed.procedure, each.next_review
    undated: str = words_of("document")["ledger"]["unknown"]
    unasked: str = words_of("document")["extent"]["unasked"]
    owner = book.texts.named(named_role(book.manual, procedure.owner)) if procedure.owner else words(undated)
    following = words(thai_date(due.on) if due else undated if each.answers else unasked)
    if due:
        late = words_of("document")["meta"]["overdue"]
        following += (Chip(late, "overdue", after=due.last_day, is_so=due.is_overdue),)
    cells = (
        _name(book, each),
        words(words_of("document")["status"][procedure.status.value]),
        owner,
        words(thai_date(each.last_review) if each.last_review else undated),
        following,
    )
    return Row(tuple(map(Cell, cells)))


def _fields(book: Book, status: ManualStatus) -> Table:
    """What each procedure states, and what it has to by the profile that the manual chose."""
    asked = asked_of(book)
    procedure = Column(words(words_of("document")["ledger"]["procedure"]), is_head=True)
    aspects = (Column(words(words_of("document")["aspect"][aspect])) for aspect in ASPECTS)
    rows = tuple(
        Row((Cell(_name(book, each)), *(Cell((answer,)) for answer in _answers(each, asked))))
        for each in status.procedures
    )
    return Table((procedure, *aspects), rows, "ledger ledger--fields", is_searched=False, is_labelled=True)


def _answers(each: ProcedureStatus, asked: frozenset[str]) -> Iterator[Span]:
    """How far a procedure states each aspect."""
    for aspect in ASPECTS:
        if each.answers:
            yield _answer(each.answers[aspect], aspect in asked)
        else:
            yield extent("unasked", words_of("document")["extent"]["unasked"])


def _answer(answer: Coverage, is_asked: bool) -> Span:
    """An answer in words; a part is counted, and what nobody asks for is not missing."""
    said = words_of("document")["extent"]
    if answer.extent is Extent.NONE:
        return extent("missing", said["missing"]) if is_asked else extent("unasked", said["none"])
    wording: str = said[answer.extent.value]
    return extent(answer.extent.value, wording.format(given=answer.given, places=answer.places))


def _suspects(book: Book, status: ManualStatus) -> Blocks:
    """The procedures that references make doubtful."""
    items = [
        doubtful(book.texts, _name(book, each), doubts)
        for each in status.procedures
        if (doubts := doubt_views(book.manual, each.placed, book.today))
    ]
    return doubtful_section(words_of("document")["reference"], "suspects", items)


def _decisions(book: Book, status: ManualStatus) -> Blocks:
    """The decisions that name one way on or none."""
    said = words_of("document")["ledger"]
    items = tuple(
        ListItem(_name(book, each), items=tuple(_one_way(book, each)))
        for each in status.procedures
        if each.one_way
    )
    return _listed(said["decisions"], "decisions", said["decisions_lead"], Listing(items, "uses"))


def _approvers(book: Book, status: ManualStatus) -> Blocks:
    """The procedures of which no step says who approves."""
    said = words_of("document")["ledger"]
    items = tuple(ListItem(book.texts.named(named(each))) for each in status.without_approver)
    return _listed(said["approvers"], "approvers", said["approvers_lead"], Listing(items, "links"))


def _one_way(book: Book, each: ProcedureStatus) -> Iterator[ListItem]:
    wording: str = words_of("document")["use"]["step"]
    for step in each.one_way:
        place = Target(procedure_uri(each.placed), step.anchor)
        number = Link(place, words(wording.format(number=step.number)))
        yield ListItem((number, Words(" "), *book.texts.plain(step.step.text)))


def _listed(heading: str, identifier: str, lead: str, listing: Listing) -> Blocks:
    """A section with a list of procedures; nothing without any."""
    shown = Group("", (Paragraph(words(lead)), listing), is_searched=False)
    return section(heading, identifier, shown) if listing.items else ()


def _pages(book: Book) -> Iterator[Document]:
    yield status_document(book)


STATUS_SECTION = Section("status", STATUS, lambda manual: any(manual.procedures()), _pages)
"""A manual without procedures has no such page."""
