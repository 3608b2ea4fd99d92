"""The status of every procedure as a table for a spreadsheet: ``status.csv``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.document import STATUS_FILE, PlainValues, doubt_view, procedure_uri
from generator.indexes import (
    ASPECTS,
    Coverage,
    Extent,
    Indexes,
    Kept,
    ProcedureStatus,
    Profile,
    kept_profiles,
)
from generator.model import Approval, Manner, Manual, plain_text, presented
from generator.thai import thai_date
from generator.words import words_of
from generator.writers.data_table import DataTable, PageAddress


def status_table(indexes: Indexes, values: PlainValues) -> Iterator[DataTable]:
    """The table: a row for each procedure, dates in Thai, several things in one cell by semicolons.

    Args:
        indexes: the manual, the day, and how the procedures stand on it.
        values: knows where the procedures' pages are.
    """
    manual, words = indexes.manual, words_of("document")["ledger"]
    approvals = _approvals(indexes, values)
    profiles = {each: _missing(each, kept) for each, kept in kept_profiles(manual).items()}
    header = [
        words["procedure"],
        *(words[key] for key in ("status", "owner", "last_review", "next_review", "overdue")),
        *(words_of("document")["aspect"][aspect] for aspect in ASPECTS),
        words_of("document")["reference"]["to_review"],
        words["one_way"],
        *approvals[""],
        *(words["missing"].format(title=each.title) for each in profiles),
        words["page"],
    ]
    rows = (
        [
            *_row(manual, each),
            *approvals.get(each.placed.id, [None] * len(approvals[""])),
            *(missing.get(each.placed.id) for missing in profiles.values()),
            PageAddress(values.addresses.url(procedure_uri(each.placed))),
        ]
        for each in indexes.status.procedures
    )
    yield DataTable.of(STATUS_FILE, header, rows, heads=1)


def _row(manual: Manual, each: ProcedureStatus) -> Iterator[object]:
    procedure, due, words = each.placed.procedure, each.next_review, words_of("document")["ledger"]
    owner = manual.roles.get(procedure.owner or "")
    yield f"{each.placed.number} {plain_text(procedure.title)}"
    yield words_of("document")["status"][procedure.status.value]
    yield plain_text(owner.title) if owner else procedure.owner
    yield thai_date(each.last_review) if each.last_review else None
    yield thai_date(due.on) if due else None
    yield words["affirmed"] if each.is_overdue else None
    for aspect in ASPECTS:
        yield _told(each.answers[aspect]) if each.answers else None
    doubts = map(doubt_view, each.suspects)
    yield "; ".join(f"{plain_text(doubt.title)} ({doubt.words})" for doubt in doubts)
    yield "; ".join(f"{step.number} {plain_text(step.step.text)}" for step in each.one_way)


def _approvals(indexes: Indexes, values: PlainValues) -> Mapping[str, Sequence[str | None]]:
    """How procedures stand to their approvals, by id, the titles under the empty id; nothing where none is recorded."""
    if not indexes.approvals.is_used:
        return {"": ()}
    said, fields = words_of("document")["approval"], presented(Approval, Manner.FACT)
    return {
        "": (said["heading"], *(field.title for field in fields)),
        **{
            each.placed.id: (
                said["state"][each.state.value],
                *(values.of(field, each.approval) if each.approval else None for field in fields),
            )
            for each in indexes.approvals
        },
    }


def _told(answer: Coverage) -> str:
    told: str = words_of("document")["extent"][answer.extent.value]
    return told.format(given=answer.given, places=answer.places)


def _missing(asked: Profile, kept: Iterable[Kept]) -> Mapping[str, str]:
    """By procedure, what a profile asks for and it does not wholly state; those that it does not ask are not there."""
    return {
        each.placed.id: "; ".join(
            requirement.title
            for requirement, extent in zip(asked.requirements, each.extents, strict=True)
            if extent is not Extent.WHOLE
        )
        for each in kept
    }
