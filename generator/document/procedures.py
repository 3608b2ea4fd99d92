"""What a procedure's page says, before any markup: the view that the site's and the export's templates share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.document.addresses import (
    MISSION,
    Target,
    area_uri,
    procedure_uri,
)
from generator.document.changes import CHANGES, ChangeView, change_views
from generator.document.currency import DoubtView, Overdue, doubt_views, overdue
from generator.document.knowledge_views import ProcedureItem, procedure_items
from generator.document.mission import GAPS
from generator.document.names import Mark, Named, named, named_elsewhere, named_role, status_mark
from generator.document.papers import Paper, form_papers, reference_papers, reference_target
from generator.document.steps import StepTable, step_tables
from generator.indexes.lessons import ItemPlace
from generator.indexes.reviews import next_review
from generator.indexes.uses import cited_references, used_forms
from generator.model.calendar import CalendarDate
from generator.model.manual import Manual, PlacedProcedure
from generator.model.procedure import Definition
from generator.thai.dates import thai_date, thai_duration
from generator.thai.edition_names import edition_name
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the metadata strip: a label and an authored (or worded) value, perhaps linked or marked.

    A mark with a day, as ``2026-12-31``, holds from the day after it on, whether or not it does when the page is made.
    """

    label: str
    value: str
    target: Target | None = None
    mark: Mark | None = None
    marked_after: str | None = None
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a procedure was taken from: the source's title and entry, the section, and the note, as authored."""

    title: str
    target: Target | None
    section: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """Everything on a procedure's page; texts are as authored, inline markup and all.

    Attributes:
        placed: the procedure in its place.
        area: the area's page.
        status: a mark for every status but published.
        notice: a sentence that says what the status means; None when published.
        gaps: where all procedures are listed that are only planned, when this is one.
        overdue: what its page says once its review is overdue.
        doubts: the references for the sake of which it has to be reviewed.
        facts: the metadata strip.
        tables: the step tables; see `step_tables`.
        forms: all that the procedure or its steps use.
        references: all that the procedure or its steps cite.
        related: the procedures named as related.
        knowledge: what people learned there.
        changes: what the edition changed in the shared text.
        source: where it was taken from.
    """

    placed: PlacedProcedure
    area: Named
    status: Mark | None
    notice: str | None
    gaps: Target | None
    overdue: Overdue | None
    doubts: tuple[DoubtView, ...]
    facts: tuple[Fact, ...]
    summary: str | None
    objective: tuple[str, ...]
    scope: tuple[str, ...]
    definitions: tuple[Definition, ...]
    tables: tuple[StepTable, ...]
    forms: tuple[Paper, ...]
    references: tuple[Paper, ...]
    related: tuple[Named, ...]
    knowledge: tuple[ProcedureItem, ...]
    changes: tuple[ChangeView, ...]
    source: SourceView | None


def procedure_view(
    manual: Manual, placed: PlacedProcedure, today: date, items: tuple[ItemPlace, ...] = ()
) -> ProcedureView:
    """What the page of a procedure says on a day.

    Args:
        manual: the manual.
        placed: a procedure of it.
        today: the day to judge by.
        items: the items of knowledge that belong to it.
    """
    procedure = placed.procedure
    area = manual.area(placed.area)
    others = {each.id: each for each in manual.procedures()} if procedure.related else {}
    return ProcedureView(
        placed=placed,
        area=Named(area.number if area else "", area.title if area else "", Target(area_uri(placed.area))),
        status=status_mark(placed),
        notice=words_of("document")["status_notice"].get(procedure.status.value),
        gaps=Target(MISSION, GAPS) if placed.is_planned else None,
        overdue=overdue(manual, placed, today),
        doubts=doubt_views(manual, placed, today),
        facts=_facts(manual, placed, today),
        summary=procedure.summary,
        objective=procedure.objective,
        scope=procedure.scope,
        definitions=procedure.definitions,
        tables=step_tables(manual, placed, today, items),
        forms=form_papers(manual, used_forms(placed)),
        references=reference_papers(manual, cited_references(placed), today, procedure),
        related=tuple(
            named(others[each]) if each in others else named_elsewhere(manual, each)
            for each in procedure.related
        ),
        knowledge=procedure_items(placed, items),
        changes=change_views(manual, placed),
        source=_source(manual, placed),
    )


def _facts(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[Fact, ...]:
    """The metadata strip; what is not stated is left out."""
    words, procedure = words_of("document")["meta"], placed.procedure
    facts = []
    if procedure.owner:
        owner = named_role(manual, procedure.owner)
        facts.append(Fact(words["owner"], owner.title, owner.target))
    facts.append(
        Fact(
            words["status"],
            words_of("document")["status"][procedure.status.value],
            mark=Mark(procedure.status.value, ""),
        )
    )
    facts += [
        Fact(words[key], thai_date(stated))
        for key, stated in (("effective", procedure.effective), ("reviewed", procedure.reviewed))
        if isinstance(stated, CalendarDate)
    ]
    if procedure.review_every:
        facts.append(Fact(words["review_every"], thai_duration(procedure.review_every)))
    if due := next_review(manual, placed, today):
        mark = Mark("overdue", words["overdue"])
        next_time = Fact(
            words["next_review"], thai_date(due.on), None, mark, due.last_day, is_marked=due.is_overdue
        )
        facts.append(next_time)
    facts.append(Fact(words["edition"], edition_name(manual.edition)))
    return (*facts, *_shared_text_facts(placed))


def _shared_text_facts(placed: PlacedProcedure) -> Iterator[Fact]:
    """How the procedure goes with the text that all editions share, where it is not simply that text."""
    words = words_of("document")["changes"]
    if placed.is_own:
        yield Fact(words["fact"], words["own"])
    elif placed.changes:
        changed = words["changed"].format(count=len(placed.changes))
        yield Fact(words["fact"], changed, Target(procedure_uri(placed), CHANGES))


def _source(manual: Manual, placed: PlacedProcedure) -> SourceView | None:
    source = placed.procedure.source
    if source is None:
        return None
    known = manual.references.get(source.manual)
    target = reference_target(source.manual) if known else None
    return SourceView(known.title if known else source.manual, target, source.section, source.note)
