"""The status of every procedure as a table for a spreadsheet: ``status.csv``."""

from collections.abc import Iterator, Mapping

from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.pages.addresses import Addresses, procedure_uri
from generator.pages.currency import doubt_view
from generator.pages.labels import labels
from generator.pages.status_pages import STATUS_FILE
from generator.registers.completeness import ASPECTS, Answer, Extent
from generator.registers.csv_text import csv_text
from generator.registers.profiles import kept_by, profiles
from generator.registers.registers import Registers
from generator.registers.status import ProcedureStatus
from generator.thai.dates import thai_date


def status_table(registers: Registers, addresses: Addresses) -> Mapping[str, str]:
    """The table, by its name; a row for each procedure, dates in Thai, several things in one cell by semicolons.

    Args:
        registers: the manual, the day, and how the procedures stand on it.
        addresses: where the procedures' pages are.
    """
    manual, words = registers.manual, labels()["ledger"]
    header = [
        words["procedure"],
        *(words[key] for key in ("status", "owner", "last_review", "next_review", "overdue")),
        *(labels()["aspect"][aspect] for aspect in ASPECTS),
        labels()["reference"]["to_review"],
        words["one_way"],
        *(words["missing"].format(title=each.title) for each in profiles()),
        words["page"],
    ]
    missing = _missing(manual)
    rows = (
        [
            *_row(manual, each),
            *missing.get(each.placed.id, [None] * len(profiles())),
            addresses.url(procedure_uri(each.placed)),
        ]
        for each in registers.status.procedures
    )
    return {STATUS_FILE: csv_text(header, rows)}


def _row(manual: Manual, each: ProcedureStatus) -> Iterator[object]:
    procedure, due, words = each.placed.procedure, each.next_review, labels()["ledger"]
    owner = manual.roles.get(procedure.owner or "")
    yield f"{each.placed.number} {plain_text(procedure.title)}"
    yield labels()["status"][procedure.status.value]
    yield plain_text(owner.title) if owner else procedure.owner
    yield thai_date(each.last_review) if each.last_review else None
    yield thai_date(due.on) if due else None
    yield words["affirmed"] if each.is_overdue else None
    for aspect in ASPECTS:
        yield _told(each.answers[aspect]) if each.answers else None
    doubts = map(doubt_view, each.suspects)
    yield "; ".join(f"{plain_text(doubt.title)} ({doubt.words})" for doubt in doubts)
    yield "; ".join(f"{step.number} {plain_text(step.step.text)}" for step in each.one_way)


def _told(answer: Answer) -> str:
    told: str = labels()["extent"][answer.extent.value]
    return told.format(given=answer.given, places=answer.places)


def _missing(manual: Manual) -> Mapping[str, list[str]]:
    """By procedure, what each profile asks for and it does not wholly state."""
    found: dict[str, list[str]] = {}
    for asked in profiles():
        for kept in kept_by(manual, asked):
            titles = (
                requirement.title
                for requirement, extent in zip(asked.requirements, kept.extents, strict=True)
                if extent is not Extent.WHOLE
            )
            found.setdefault(kept.placed.id, []).append("; ".join(titles))
    return found
