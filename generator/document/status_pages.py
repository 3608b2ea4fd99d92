"""The status page: for the head of the group, whether the manual is current and complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.document.addresses import MISSION, STATUS, Target, procedure_uri
from generator.document.book import Book, Section
from generator.document.currency import DoubtView, doubt_view
from generator.document.mission import GAPS
from generator.document.names import Named, named, named_role
from generator.document.page import Page
from generator.indexes.completeness import ASPECTS, Answer, Extent
from generator.indexes.indexes import Indexes
from generator.indexes.profiles import Kept, Profile, kept_by, profiles
from generator.indexes.reviews import NextReview
from generator.indexes.status import ManualStatus, ProcedureStatus
from generator.model.calendar import CalendarDate
from generator.model.manual import Manual
from generator.model.procedure import Status
from generator.thai.dates import thai_date
from generator.words import words_of

STATUS_FILE = "status.csv"


@dataclass(frozen=True, slots=True)
class Total:
    """A number of procedures: its label, the number, where they are listed, and what it counts, for a script."""

    label: str
    count: int
    target: Target | None = None
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """How far the procedures answer one question: in words, and as shares of a hundred, by extent."""

    title: str
    words: str
    shares: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer in a table: its extent and words."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A procedure in the tables of the page."""

    name: Named
    status: str
    owner: Named | None
    last_review: str
    next_review: str
    due: NextReview | None
    cells: tuple[Cell, ...]
    doubts: tuple[DoubtView, ...]
    one_way: tuple[tuple[str, str, Target], ...]


@dataclass(frozen=True, slots=True)
class MissingRow:
    """What a procedure does not state that a profile asks for: titles of requirements, and how far it is answered."""

    name: Named
    missing: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class ProfileView:
    """How the procedures keep to a profile: how many wholly, in words, and by requirement."""

    profile: Profile
    kept: str
    is_chosen: bool
    requirements: tuple[tuple[str, str], ...]
    missing: tuple[MissingRow, ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """Everything on the page."""

    lead: str
    totals: tuple[Total, ...]
    judged: str
    bars: tuple[Bar, ...]
    aspects: tuple[str, ...]
    rows: tuple[StatusRow, ...]
    profiles: tuple[ProfileView, ...]

    @property
    def chosen(self) -> ProfileView | None:
        """The profile that the manual chose."""
        return next((each for each in self.profiles if each.is_chosen), None)


def status_view(indexes: Indexes) -> StatusView:
    """What the page says on a day."""
    manual, today, status = indexes.manual, indexes.today, indexes.status
    words = words_of("document")["ledger"]
    judged = sum(1 for each in status.procedures if each.answers)
    on = CalendarDate(year=today.year, month=today.month, day=today.day)
    return StatusView(
        lead=words["lead"].format(date=thai_date(on)),
        totals=tuple(_totals(status)),
        judged=words["complete_lead"].format(count=judged),
        bars=tuple(_bar(aspect, status) for aspect in ASPECTS) if judged else (),
        aspects=tuple(words_of("document")["aspect"][aspect] for aspect in ASPECTS),
        rows=tuple(_row(manual, each) for each in status.procedures),
        profiles=tuple(_profile(manual, each) for each in profiles()) if judged else (),
    )


def _totals(status: ManualStatus) -> Iterator[Total]:
    """All procedures, those of each status that there are, and what is to be done."""
    words = words_of("document")["ledger"]
    yield Total(words["all"], len(status.procedures))
    for each, count in status.by_status.items():
        if count:
            target = Target(MISSION, GAPS) if each is Status.PLANNED else None
            yield Total(words_of("document")["status"][each.value], count, target)
    yield Total(words["overdue"], status.overdue, Target(STATUS, "reviews"), "overdue")
    if status.undated:
        yield Total(words["undated"], status.undated, Target(STATUS, "reviews"))
    yield Total(words["suspect"], status.suspect, Target(STATUS, "suspects") if status.suspect else None)
    yield Total(words["one_way"], status.one_way, Target(STATUS, "decisions") if status.one_way else None)


def _bar(aspect: str, status: ManualStatus) -> Bar:
    counts = status.by_aspect[aspect]
    together, start, shares = sum(counts.values()), 0.0, []
    for extent, count in counts.items():
        share = round(100 * count / together, 2)
        shares.append((extent.value, start, share))
        start = round(start + share, 2)
    words = words_of("document")["ledger"]["counted"].format(
        **{extent.value: count for extent, count in counts.items()}
    )
    return Bar(words_of("document")["aspect"][aspect], words, tuple(shares))


def _row(manual: Manual, each: ProcedureStatus) -> StatusRow:
    procedure, due = each.placed.procedure, each.next_review
    unasked = Cell("unasked", words_of("document")["extent"]["unasked"])
    undated: str = words_of("document")["ledger"]["unknown"]
    return StatusRow(
        name=replace(named(each.placed), status=None),
        status=words_of("document")["status"][procedure.status.value],
        owner=named_role(manual, procedure.owner) if procedure.owner else None,
        last_review=thai_date(each.last_review) if each.last_review else undated,
        next_review=thai_date(due.on) if due else undated if each.answers else unasked.words,
        due=due,
        cells=tuple(_cell(each.answers[aspect]) if each.answers else unasked for aspect in ASPECTS),
        doubts=tuple(map(doubt_view, each.suspects)),
        one_way=tuple(
            (step.number, step.step.text, Target(procedure_uri(each.placed), step.anchor))
            for step in each.one_way
        ),
    )


def _cell(answer: Answer) -> Cell:
    """An answer in words; a part is counted."""
    wording: str = words_of("document")["extent"][answer.extent.value]
    return Cell(answer.extent.value, wording.format(given=answer.given, places=answer.places))


def _profile(manual: Manual, asked: Profile) -> ProfileView:
    kept, words = kept_by(manual, asked), words_of("document")["ledger"]["kept_count"]
    return ProfileView(
        profile=asked,
        kept=words.format(count=sum(each.is_whole for each in kept), all=len(kept)),
        is_chosen=asked.id is manual.settings.profile,
        requirements=tuple(
            (
                requirement.title,
                words.format(count=sum(each.extents[at] is Extent.WHOLE for each in kept), all=len(kept)),
            )
            for at, requirement in enumerate(asked.requirements)
        ),
        missing=tuple(_missing(each, asked) for each in kept if not each.is_whole),
    )


def _missing(kept: Kept, asked: Profile) -> MissingRow:
    words = words_of("document")["extent"]
    told: Sequence[tuple[str, Extent]] = [
        (requirement.title, extent)
        for requirement, extent in zip(asked.requirements, kept.extents, strict=True)
        if extent is not Extent.WHOLE
    ]
    return MissingRow(
        replace(named(kept.placed), status=None),
        tuple(
            (title, Cell(extent.value, words["none" if extent is Extent.NONE else "some"]))
            for title, extent in told
        ),
    )


def _pages(book: Book) -> Iterator[Page]:
    view = {"view": status_view(book.indexes), "table": Target(STATUS_FILE)}
    yield book.page("status.md.jinja", STATUS, words_of("document")["site"]["status"], view)


STATUS_SECTION = Section("status", STATUS, lambda manual: any(manual.procedures()), _pages)
"""A manual without procedures has no such page."""
