"""What differs, as data of the shape that ``data/comparison.schema.json`` describes."""

import json
from typing import Any

from generator.diff.differences import (
    Difference,
    Drift,
    EditionName,
    FieldDifference,
    ListDifference,
    ManualComparison,
    ProcedureComparison,
    ProcedureName,
    RoleDifference,
    StepDifference,
    StepPlace,
)
from generator.diff.runs import TextDifference

Data = dict[str, Any]
_SHARE_DIGITS = 4


def json_report(comparison: ManualComparison) -> str:
    """A comparison as JSON, two spaces deep, with a line feed at its end."""
    return json.dumps(comparison_data(comparison), ensure_ascii=False, indent=2) + "\n"


def comparison_data(comparison: ManualComparison) -> Data:
    """A comparison as data; what is the same in both editions is left out, but for the list of procedures."""
    return {
        "before": _edition(comparison.before),
        "after": _edition(comparison.after),
        "same": comparison.is_same,
        "drift": _drift(comparison.drift),
        "values": [{"name": value.name, "words": words_data(value.text)} for value in comparison.values],
        "areas": difference_data(comparison.areas) if comparison.areas else None,
        "only_before": [_name(name) for name in comparison.only_before],
        "only_after": [_name(name) for name in comparison.only_after],
        "procedures": [procedure_comparison_data(procedure) for procedure in comparison.procedures],
    }


def _edition(edition: EditionName) -> Data:
    return {"edition": edition.id, "name": edition.name, "office": edition.office}


def _name(name: ProcedureName) -> Data:
    return {"id": name.id, "area": name.area, "number": name.number, "title": name.title}


def procedure_comparison_data(procedure: ProcedureComparison) -> Data:
    """What differs in a procedure, as data."""
    return {
        "id": procedure.id,
        "same": procedure.is_same,
        "before": _name(procedure.before),
        "after": _name(procedure.after),
        "drift": _drift(procedure.drift),
        "differences": [difference_data(each) for each in (*procedure.differences, *procedure.records)],
        "steps": [_step(step) for step in procedure.differing_steps],
        "regrouped": [
            {"before": list(each.before), "after": list(each.after), "words": words_data(each.text)}
            for each in procedure.regrouped
        ],
        "roles": [_role(role) for role in procedure.roles],
    }


def _drift(drift: Drift) -> Data:
    return {
        "share": round(drift.share, _SHARE_DIGITS),
        "letters": drift.letters,
        "letters_changed": drift.letters_changed,
        "fields": drift.fields,
        "records": drift.records,
        "steps_added": drift.steps_added,
        "steps_removed": drift.steps_removed,
        "steps_changed": drift.steps_changed,
        "steps_moved": drift.steps_moved,
        "roles_changed": drift.roles_changed,
    }


def difference_data(difference: Difference) -> Data:
    """A field or a list that differs, as data."""
    start = {"field": difference.key, "title": difference.title}
    if isinstance(difference, FieldDifference):
        return {
            **start,
            "sort": difference.sort.value,
            "before": difference.before,
            "after": difference.after,
            "words": words_data(difference.text),
        }
    return {**start, "sort": "changed", "same": difference.same, "items": _items(difference)}


def _items(difference: ListDifference) -> list[Data]:
    return [
        {
            "sort": item.sort.value,
            "id": item.id,
            "before": item.before,
            "after": item.after,
            "words": words_data(item.text),
            "detail": words_data(item.detail) if item.detail is not None else None,
        }
        for item in difference.items
    ]


def _step(step: StepDifference) -> Data:
    return {
        "sort": step.sort.value,
        "moved": step.is_moved,
        "before": _place(step.before),
        "after": _place(step.after),
        "words": words_data(step.text),
        "differences": [difference_data(each) for each in step.differences],
    }


def _place(place: StepPlace | None) -> Data | None:
    if place is None:
        return None
    return {
        "number": place.number,
        "anchor": place.anchor,
        "chart": place.chart,
        "role": next(iter(place.roles), None),
        "role_title": next(iter(place.roles.values()), None),
        "roles": [{"id": role, "title": title} for role, title in place.roles.items()],
    }


def _role(role: RoleDifference) -> Data:
    return {
        "id": role.id,
        "title": role.title,
        "before": role.before,
        "after": role.after,
        "lost": list(role.lost),
        "gained": list(role.gained),
    }


def words_data(text: TextDifference) -> list[Data]:
    """The runs in reading order."""
    return [{"kind": run.kind.value, "text": run.text} for run in text.runs]
