"""Record that an office approved procedures as they read now: who, when, by which order, and the text's fingerprint.

It goes into the file of the edition, as only there what readers are told is whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator.diagnostics import meant, shown
from generator.indexes import is_approvable
from generator.model import CalendarDate, Manual, PlacedProcedure, parse_date
from generator.project import EDITIONS_FOLDER, PROCEDURES_FOLDER, YAML_SUFFIX, FileKind, read_project
from generator.scaffold.approval_entries import entry_lines, with_approval
from generator.scaffold.given_texts import usable_text
from generator.scaffold.messages import EditingError
from generator.storage import NotWrittenError, read_bytes, replace_file
from generator.thai import thai_date
from generator.words import words_of
from generator.yamltext import as_mapping, title_of

_MOST_SHOWN = 10


class ApproveError(EditingError):
    """Nothing was recorded."""

    part = "scaffold/approve"


@dataclass(frozen=True, slots=True)
class GivenApproval:
    """What an approval is, as it was given: roles by their ids, a date as authors write dates, perhaps an order."""

    roles: tuple[str, ...]
    date: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class Approved:
    """What was recorded.

    Attributes:
        procedures: the ids of the procedures whose approval was written (or would be, when nothing is to be written).
        refused: those whose approval has to be written by hand.
        report: what to tell the editor, in Thai, several lines.
    """

    procedures: tuple[str, ...]
    refused: tuple[str, ...]
    report: str


def approve_procedures(
    root: Path,
    manual: Manual,
    procedures: Sequence[str],
    given: GivenApproval,
    today: date,
    is_trial: bool = False,
) -> Approved:
    """Record an approval of procedures.

    Args:
        root: the folder that holds `procedures/`.
        manual: the edition for whose text it holds, without errors.
        procedures: their ids.
        given: the approval.
        today: no approval is of a later day.
        is_trial: whether to tell what would be done, and write nothing.

    Returns:
        What was recorded, and what to tell the editor.

    Raises:
        ApproveError: when a procedure or a role does not exist or has no text, the date or the order cannot be used,
            the very same is recorded already, or the file cannot be written. It is written whole or not at all.
    """
    placed = [_procedure(manual, each) for each in dict.fromkeys(procedures)]
    _require_roles(root, given.roles)
    on = _date(given.date, today)
    order = usable_text(given.order, words_of(ApproveError.part)["order"], ApproveError)
    said = GivenApproval(given.roles, given.date.strip(), order)
    asked = [each for each in placed if not _is_recorded(each, said, on)]
    if not asked:
        raise ApproveError("already-approved", procedures=", ".join(each.id for each in placed))
    file = f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{manual.edition_id}{YAML_SUFFIX}"
    content, refused = read_bytes(root, file), []
    for each in asked:
        written = with_approval(content, _entry(each, said))
        if written is None:
            refused.append(each)
        content = content if written is None else written
    if not is_trial and len(refused) < len(asked):
        try:
            replace_file(root, file, content)
        except NotWrittenError as failure:
            raise ApproveError("not-written", file=file, reason=failure.reason) from failure
    recorded = [each for each in asked if each not in refused]
    lines = _report(file, placed, recorded, refused, said, is_trial)
    return Approved(tuple(each.id for each in recorded), tuple(each.id for each in refused), "\n".join(lines))


def _procedure(manual: Manual, identifier: str) -> PlacedProcedure:
    """A procedure of the edition that has a text."""
    placed = manual.procedure(identifier)
    if placed is None:
        known = {each.id: each.title for each in manual.procedures()}
        suggestion = meant(identifier, known)
        details = {"procedure": identifier, "edition": manual.edition_id, "known": _some(list(known))}
        if suggestion is not None:
            raise ApproveError("unknown-procedure-like", suggestion=suggestion, **details)
        raise ApproveError("unknown-procedure", **details)
    if not is_approvable(placed):
        raise ApproveError("no-text", procedure=identifier, status=placed.procedure.status.value)
    return placed


def _require_roles(root: Path, roles: Sequence[str]) -> None:
    """Refuse roles that the catalogue does not have."""
    catalogue = read_project(root).only(FileKind.ROLES)
    known = {key: title_of(entry) for key, entry in as_mapping(catalogue.data).items()} if catalogue else {}
    for role in roles:
        if role not in known:
            suggestion = meant(role, known)
            if suggestion is not None:
                raise ApproveError("unknown-role-like", role=role, suggestion=suggestion)
            raise ApproveError("unknown-role", role=role, known=_some(list(known)))


def _date(text: str, today: date) -> CalendarDate:
    """The date that a text writes, no later than today."""
    try:
        on = parse_date(text)
    except PydanticCustomError as error:
        raise ApproveError("bad-date", text=text) from error
    if on.first_day > today:
        now = CalendarDate(year=today.year, month=today.month, day=today.day)
        raise ApproveError("future-date", text=text, date=thai_date(on), today=thai_date(now))
    return on


def _is_recorded(placed: PlacedProcedure, given: GivenApproval, on: CalendarDate) -> bool:
    """Whether the very same approval of the very same text is recorded."""
    known = placed.approval
    return (
        known is not None
        and known.is_for(placed.fingerprint)
        and (known.role, known.date, known.order or "") == (given.roles, on, given.order)
    )


def _entry(placed: PlacedProcedure, given: GivenApproval) -> dict[str, str | Sequence[str]]:
    """An approval as the edition's file has it."""
    role = given.roles[0] if len(given.roles) == 1 else given.roles
    order = {"order": given.order} if given.order else {}
    return {
        "procedure": placed.id,
        "role": role,
        "date": given.date,
        **order,
        "fingerprint": placed.fingerprint,
    }


def _report(
    file: str,
    placed: Sequence[PlacedProcedure],
    recorded: Sequence[PlacedProcedure],
    refused: Sequence[PlacedProcedure],
    given: GivenApproval,
    is_trial: bool,
) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(ApproveError.part)["report"]
    for each in placed:
        name = {"number": each.number, "title": shown(each.title), "fingerprint": each.fingerprint}
        if each in recorded:
            yield said["again" if each.approval is not None else "first"].format(**name)
        elif each in refused:
            yield said["refused"].format(**name, lines="\n".join(entry_lines(_entry(each, given))), file=file)
        else:
            yield said["known"].format(**name)
    if recorded:
        yield said["would-write" if is_trial else "written"].format(count=len(recorded), file=file)


def _some(names: Sequence[str]) -> str:
    """Names for a message, no more than fit."""
    listed = ", ".join(names[:_MOST_SHOWN])
    return f"{listed} …" if len(names) > _MOST_SHOWN else listed or "-"
