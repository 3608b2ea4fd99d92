"""``khumue retire``: what is out of use is said to be, so that what led there leads on or tells it.

A procedure that is there keeps its file: its status, the day and its successor are written into it, and its page stays
where it was. Of what was deleted or renamed by hand only the id is left: it is noted in ``procedures/retired.yml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator.diagnostics import meant, slip_of
from generator.lint import kind_word
from generator.model import ADDRESS_PATTERN, RetiredKind, Retirement, Status, parse_date
from generator.overlay import all_edits
from generator.project import FileKind, Project, noted_retirements, read_project
from generator.scaffold.messages import EditingError
from generator.scaffold.rename_names import titles_of
from generator.scaffold.retired_status import status_lines, with_retired_status
from generator.scaffold.retiring import RETIRED, noted, written_day
from generator.storage import NotWrittenError, read_bytes, replace_together
from generator.words import words_of
from generator.yamltext import as_mapping, as_text

_STEP = "#"
_EXAMPLES = {RetiredKind.STEP: "letters#register"}
_EXAMPLE = "letters"
_MOST_LISTED = 12


class RetireError(EditingError):
    """Nothing was written."""

    part = "scaffold/retire"


@dataclass(frozen=True, slots=True)
class Retired:
    """What was written: the file, relative to the root, and what to tell the editor, in Thai."""

    file: str
    report: str


def retire_id(root: Path, said: Retirement, day: str, today: date, is_trial: bool = False) -> Retired:
    """Say that something is out of use: a procedure in its file, of what is gone the id in ``retired.yml``.

    Args:
        root: the folder that holds `procedures/`.
        said: its kind, its id (of a step with that of its procedure), and what takes its place, perhaps nothing.
        day: from which it is out of use, as authors write dates; empty for today.
        today: the day of today.
        is_trial: whether to tell what would be done, and write nothing.

    Raises:
        RetireError: when what is no procedure is still there, nothing has the id that takes its place, the day is
            none, or it was said before. Then nothing is written.
    """
    project = read_project(root)
    kind, said = RetiredKind(said.kind), Retirement(said.kind, said.old.strip(), said.new.strip())
    _require_day(day)
    _require_successor(project, said)
    procedures = project.of_kind(FileKind.PROCEDURE) if kind is RetiredKind.PROCEDURE else ()
    document = next((each for each in procedures if each.id == said.old), None)
    if document is None:
        if said.old in _titles(project, kind, said.old):
            raise RetireError("still-used", kind=kind_word(kind), sort=kind, id=said.old)
        return _note(root, project, said, _day_of(day, today), is_trial)
    file, on = document.source.file, day.strip() or written_day(today)
    if not document.is_readable:
        raise RetireError("broken-file", file=file)
    if as_text(as_mapping(document.data).get("status")) == Status.RETIRED:
        raise RetireError("retired-already", id=said.old, file=file)
    content = with_retired_status(read_bytes(root, file), on, said.new)
    if content is None:
        raise RetireError("odd-file", file=file, lines=" · ".join(status_lines(on, said.new)))
    return _written(
        root, file, content, words_of(RetireError.part)["report"]["retired"].format(file=file), is_trial
    )


def note_renamed(root: Path, said: Retirement, today: date, is_trial: bool = False) -> Retired:
    """Note an id that was changed by hand: what has the new one is there already.

    Args:
        root: the folder that holds `procedures/`.
        said: what it names, the id that it had (of a step with that of its procedure), and the one that it has,
            likewise, or of a step alone.
        today: the day of today.
        is_trial: whether to tell what would be done, and write nothing.

    Raises:
        RetireError: when something still has the old id, nothing has the new one, or it was noted before.
    """
    kind, old, new = RetiredKind(said.kind), said.old.strip(), said.new.strip()
    if kind is RetiredKind.STEP and _STEP not in new:
        new = f"{old.partition(_STEP)[0]}{_STEP}{new}"
    project = read_project(root)
    said = Retirement(kind, old, new)
    if old in _titles(project, kind, old):
        raise RetireError("still-used", kind=kind_word(kind), sort=kind, id=old)
    _require_successor(project, said)
    return _note(root, project, said, today, is_trial)


def _note(root: Path, project: Project, said: Retirement, day: date, is_trial: bool) -> Retired:
    """Note an id that nothing has any more."""
    kind = RetiredKind(said.kind)
    if not ADDRESS_PATTERN.fullmatch(said.old) or (_STEP in said.old) != (kind is RetiredKind.STEP):
        example = _EXAMPLES.get(kind, _EXAMPLE)
        raise RetireError("bad-id", id=said.old, kind=kind_word(kind), example=example)
    if noted_retirements(project).now(kind, said.old) is not None:
        raise RetireError("known", id=said.old, file=RETIRED.file)
    has_noted = project.only(FileKind.RETIRED) is not None
    content = noted(project, read_bytes(root, RETIRED.file) if has_noted else None, said, day, RetireError)
    report = words_of(RetireError.part)["report"]["noted-for" if said.new else "noted"]
    told = report.format(file=RETIRED.file, kind=kind_word(kind), id=said.old, new=said.new)
    told = "\n".join(filter(None, (told, _only_noted(project, said))))
    return _written(root, RETIRED.file, content, told, is_trial)


def _only_noted(project: Project, said: Retirement) -> str:
    """That nothing had the id, so that a slip is no retirement that nobody made; with what was perhaps meant.

    Nothing of one whose successor is named, unless it is a slip.
    """
    known = _titles(project, RetiredKind(said.kind), said.old)
    suggestion = slip_of(said.old, [each for each in known if each != said.new])
    if said.new and not suggestion:
        return ""
    wording = words_of(RetireError.part)["report"]["only-noted-like" if suggestion else "only-noted"]
    told: str = wording.format(id=said.old, suggestion=suggestion, file=RETIRED.file)
    return told


def _titles(project: Project, kind: RetiredKind, like: str) -> Mapping[str, str]:
    """What things of a kind are called, by their ids; of steps those of the procedure that an address names."""
    procedure = like.partition(_STEP)[0]
    titles = titles_of(project, all_edits(project), kind, procedure)
    if kind is not RetiredKind.STEP:
        return titles
    return {f"{procedure}{_STEP}{each}": title for each, title in titles.items()}


def _require_successor(project: Project, said: Retirement) -> None:
    """Refuse to be replaced by what is not there."""
    if not said.new:
        return
    kind = RetiredKind(said.kind)
    if said.new == said.old:
        raise RetireError("same", id=said.old)
    known = _titles(project, kind, said.new)
    if said.new not in known:
        suggestion = meant(said.new, known)
        details = {
            "kind": kind_word(kind),
            "new": said.new,
            "known": ", ".join([*known][:_MOST_LISTED]) or "-",
        }
        reason = "no-successor-like" if suggestion else "no-successor"
        raise RetireError(reason, **details, suggestion=suggestion)


def _require_day(text: str) -> None:
    try:
        parse_date(text.strip()) if text.strip() else None
    except PydanticCustomError as error:
        raise RetireError("bad-date", text=text) from error


def _day_of(text: str, today: date) -> date:
    """The first day of a date as authors write it; today where nothing is written."""
    return parse_date(text.strip()).first_day if text.strip() else today


def _written(root: Path, file: str, content: bytes, report: str, is_trial: bool) -> Retired:
    """Write a file, unless that is only tried."""
    if is_trial:
        return Retired(file, f"{report} {words_of(RetireError.part)['report']['would']}")
    try:
        replace_together(root, {file: content}, {})
    except NotWrittenError as failure:
        raise RetireError("not-written", file=failure.file, reason=failure.reason) from failure
    return Retired(file, report)
