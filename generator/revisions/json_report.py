"""What changed, as data of the shape that ``data/changes.schema.json`` describes."""

import json
from typing import Any

from generator.diff import ProcedureName, difference_data, words_data
from generator.problems import Problem
from generator.revisions.report import ChangeReport, LostPointer, OfficeChange
from generator.revisions.report_words import verdict
from generator.revisions.sentences import one_line
from generator.revisions.states import State
from generator.revisions.unread import UnreadFile
from generator.revisions.vocabulary import EntryChange, ManualChanges, ProcedureChange, RoleChange, Statement

Data = dict[str, Any]


def json_report(report: ChangeReport) -> str:
    """A report as JSON, two spaces deep, with a line feed at its end."""
    return json.dumps(report_data(report), ensure_ascii=False, indent=2) + "\n"


def report_data(report: ChangeReport) -> Data:
    """A report as data."""
    return {
        "title": report.title,
        "before": _state(report.before),
        "after": _state(report.after),
        "same": report.is_same,
        "wording": report.is_wording,
        "duties": len(report.duties),
        "summary": verdict(report),
        "changes": changes_data(report.main),
        "offices": [_office(each) for each in report.offices],
        "pointers": [_pointer(each) for each in report.pointers],
        "errors": {
            side: [_problem(each) for each in problems]
            for side, problems in zip(("before", "after"), report.errors, strict=True)
        },
        "unread": {
            side: [_unread(each) for each in files]
            for side, files in zip(("before", "after"), report.unread, strict=True)
        },
        "laid_out": list(report.laid_out),
        "files": [{"path": each.path, "sort": each.sort.value} for each in report.files],
    }


def changes_data(changed: ManualChanges) -> Data:
    """What became of a manual, as data."""
    return {
        "edition": changed.after.id,
        "name": changed.after.name,
        "procedures": [_procedure(each) for each in changed.procedures],
        "entries": [_entry(each) for each in changed.entries],
        "roles": [_role(each) for each in changed.roles],
        "areas": difference_data(changed.areas) if changed.areas is not None else None,
        "values": [{"name": each.name, "words": words_data(each.text)} for each in changed.values],
    }


def _state(state: State) -> Data:
    return {"kind": state.kind, "label": state.label, "commit": state.commit or None}


def _procedure(change: ProcedureChange) -> Data:
    return {
        "id": change.id,
        "renamed_from": change.renamed_from,
        "sort": change.sort.value,
        "before": _name(change.before),
        "after": _name(change.after),
        "wording": change.is_wording,
        "incomplete": change.is_incomplete,
        "line": one_line(change),
        "statements": [_statement(each) for each in change.statements],
    }


def _name(name: ProcedureName | None) -> Data | None:
    if name is None:
        return None
    return {"id": name.id, "area": name.area, "number": name.number, "title": name.title}


def _statement(statement: Statement) -> Data:
    before, after = statement.numbers
    return {
        "matter": statement.matter.value,
        "sort": statement.sort.value,
        "duty": statement.is_duty,
        "field": statement.field,
        "step": {"before": before, "after": after} if before or after else None,
        "place": statement.place,
        "what": statement.what,
        "before": statement.text.before_text,
        "after": statement.text.after_text,
        "words": words_data(statement.text),
        "notes": list(statement.notes),
    }


def _entry(entry: EntryChange) -> Data:
    return {
        "kind": entry.kind,
        "id": entry.id,
        "renamed_from": entry.renamed_from,
        "title": entry.title,
        "sort": entry.sort.value,
        "statements": [_statement(each) for each in entry.statements],
        "procedures": [each.id for each in entry.procedures],
    }


def _role(role: RoleChange) -> Data:
    return {
        "id": role.id,
        "title": role.title,
        "gained": [{"procedure": procedure, "step": number} for procedure, number in role.gained],
        "lost": [{"procedure": procedure, "step": number} for procedure, number in role.lost],
        "answers": [{"procedure": procedure, "step": number} for procedure, number in role.answers],
        "answers_no_more": [
            {"procedure": procedure, "step": number} for procedure, number in role.answers_no_more
        ],
    }


def _office(office: OfficeChange) -> Data:
    return {
        "edition": office.id,
        "name": office.name,
        "sort": office.sort.value,
        "unread": office.is_unread,
        "shared": [each.id for each in office.shared],
        "untouched": [each.id for each in office.untouched],
        "outdated": [each.id for each in office.outdated],
        "unknown": [each.id for each in office.unknown],
        "placed": [each.id for each in office.placed],
        "changed": [each.id for each in office.changed],
        "own": changes_data(office.own) if office.own is not None else None,
    }


def _pointer(pointer: LostPointer) -> Data:
    return {
        "kind": pointer.kind,
        "name": pointer.name,
        "file": pointer.file,
        "target": pointer.target,
        "left": pointer.is_left,
    }


def _unread(file: UnreadFile) -> Data:
    return {"file": file.file, "kind": file.kind, "extent": file.extent, "hides": file.hides}


def _problem(problem: Problem) -> Data:
    return {
        "rule": problem.rule,
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "message": problem.message,
        "hint": problem.hint,
    }
