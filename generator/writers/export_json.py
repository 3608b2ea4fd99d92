"""The whole manual as data: ``manual.json``, described by ``manual.schema.json`` beside this module.

Every string that an editor wrote is in it, values filled in and inline markup as authored; addresses are relative
to the root of the edition's site.
"""

import json
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.charts import Chart
from generator.document.addresses import (
    KNOWLEDGE,
    ONBOARDING,
    Addresses,
    area_uri,
    entry_uri,
    procedure_uri,
)
from generator.document.changes import ChangeView, change_views
from generator.indexes.uses import cited_references, used_forms
from generator.model.base import fill_known_values
from generator.model.calendar import CalendarDate, Duration
from generator.model.manual import (
    Manual,
    PlacedArea,
    PlacedKnowledge,
    PlacedPath,
    PlacedProcedure,
    PlacedStep,
)
from generator.model.procedure import Outcome
from generator.thai.dates import thai_date
from generator.writers.media_types import media_type

DATA_FILE = "manual.json"
SCHEMA_FILE = "manual.schema.json"
Data = dict[str, Any]
_Entry = TypeVar("_Entry", bound=BaseModel)


Charts = Mapping[tuple[str, str], Chart]
"""Charts by procedure id and chart key (empty for the procedure's own)."""


def manual_files(
    manual: Manual, charts: Charts, directory_urls: bool = True, files: Iterable[str] = ()
) -> dict[str, str]:
    """The export and its schema as they stand beside the built pages.

    Args:
        manual: the manual.
        charts: its charts, as `generator.charts.draw_charts` gives them.
        directory_urls: whether pages are found at ``a/b/`` rather than at ``a/b.html``.
        files: the uris of other files for programs that stand there.

    Returns:
        The texts of `DATA_FILE` and `SCHEMA_FILE` by their names.
    """
    data = export_manual(manual, charts, directory_urls, files)
    return {
        DATA_FILE: json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n",
        SCHEMA_FILE: (Path(__file__).parent / SCHEMA_FILE).read_text(encoding="utf-8"),
    }


def export_manual(
    manual: Manual, charts: Charts, directory_urls: bool = True, files: Iterable[str] = ()
) -> Data:
    """The whole manual as data.

    Args:
        manual: the manual.
        charts: its charts, as `generator.charts.draw_charts` gives them.
        directory_urls: whether pages are found at ``a/b/`` rather than at ``a/b.html``.
        files: the uris of other files for programs that stand beside it on a built site.

    Returns:
        A document of the shape that `SCHEMA_FILE` describes.
    """
    settings, edition = manual.settings, manual.edition
    exporter = _Exporter(manual, charts, Addresses(manual, directory_urls))
    return {
        "$schema": SCHEMA_FILE,
        "edition": manual.edition_id,
        "title": settings.title,
        "group": settings.group,
        "publisher": settings.publisher,
        "office": edition.office,
        "office_short": edition.short,
        "year": _date(edition.year),
        "site": edition.site,
        "review_every": _duration(settings.review_every),
        "feedback": settings.feedback,
        "profile": settings.profile.value if settings.profile else None,
        "knowledge_management": settings.knowledge_management,
        "values": dict(manual.values),
        "areas": [exporter.area(area) for area in manual.areas],
        "roles": _entries(manual.roles),
        "references": _entries(manual.references),
        "forms": _entries(manual.forms),
        "terms": _entries(manual.terms),
        "knowledge": [exporter.item(placed) for placed in manual.knowledge],
        "paths": [exporter.path(placed) for placed in manual.paths],
        "left_out": [
            {"id": each.id, "title": each.title, "area": each.area, "area_title": each.area_title}
            for each in manual.left_out
        ],
        "siblings": [
            {"id": each.id, "office": each.office, "short": each.short, "site": each.site}
            for each in manual.siblings
        ],
        "files": [{"url": uri, "type": media_type(uri)} for uri in files],
    }


def export_procedure(manual: Manual, placed: PlacedProcedure, addresses: Addresses) -> Data:
    """One procedure with what it names, without its drawings, as it stands beside its page.

    Args:
        manual: the manual.
        placed: a procedure of it.
        addresses: where pages are.

    Returns:
        A document of the shape that ``procedure_file`` of `SCHEMA_FILE` describes.
    """
    area = next(each for each in manual.areas if each.id == placed.area)
    steps = list(placed.walk_steps())
    roles = {placed.procedure.owner, *(each.role for each in steps)}
    references = {placed.procedure.source.manual} if placed.procedure.source else set()
    return {
        "$schema": f"{'../' * procedure_uri(placed).count('/')}{SCHEMA_FILE}#/$defs/procedure_file",
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "area": {"id": area.id, "number": area.number, "title": area.title},
        "procedure": _Exporter(manual, {}, addresses).procedure(placed),
        "roles": _entries(_named(manual.roles, roles)),
        "references": _entries(_named(manual.references, references | {*cited_references(placed)})),
        "forms": _entries(_named(manual.forms, {*used_forms(placed)})),
    }


def data_uri(uri: str) -> str:
    """Where the data of a page stands: ``budget/expenditure-analysis.json``."""
    return f"{uri.removesuffix('.md')}.json"


class _Exporter:
    """Exports areas, procedures and steps; knows the charts and the addresses."""

    def __init__(self, manual: Manual, charts: Charts, addresses: Addresses) -> None:
        self._manual, self._addresses = manual, addresses
        self._charts: dict[str, list[tuple[str, Chart]]] = {}
        for (procedure, key), chart in charts.items():
            self._charts.setdefault(procedure, []).append((key, chart))

    def area(self, area: PlacedArea) -> Data:
        return {
            "id": area.id,
            "number": area.number,
            "title": area.title,
            "summary": area.summary,
            "url": self._addresses.url(area_uri(area.id)),
            "procedures": [self.procedure(placed) for placed in area.procedures],
        }

    def procedure(self, placed: PlacedProcedure) -> Data:
        procedure, url = placed.procedure, self._addresses.url(procedure_uri(placed))
        return {
            "id": placed.id,
            "number": placed.number,
            "title": procedure.title,
            "summary": procedure.summary,
            "status": procedure.status.value,
            "url": url,
            "markdown": procedure_uri(placed),
            "data": data_uri(procedure_uri(placed)),
            "file": placed.path,
            "owner": procedure.owner,
            "effective": _date(procedure.effective),
            "reviewed": _date(procedure.reviewed),
            "review_every": _duration(procedure.review_every),
            "objective": list(procedure.objective),
            "scope": list(procedure.scope),
            "definitions": [_plain(definition) for definition in procedure.definitions],
            "steps": [self.step(step, url) for step in placed.steps],
            "forms": list(procedure.forms),
            "references": list(procedure.references),
            "related": list(procedure.related),
            "source": _plain(procedure.source) if procedure.source else None,
            "is_own": placed.is_own,
            "changes": [self.change(view, url) for view in change_views(self._manual, placed)],
            "charts": [
                {"id": f"{placed.id}.{key}" if key else placed.id, "title": chart.title, "svg": chart.svg}
                for key, chart in self._charts.get(placed.id, ())
            ],
        }

    def item(self, placed: PlacedKnowledge) -> Data:
        return {
            "id": placed.id,
            "url": self._addresses.url(entry_uri(KNOWLEDGE, placed.id)),
            "file": placed.path,
            "is_own": bool(placed.edition),
            **_plain(placed.item),
            "body": placed.body,
        }

    def path(self, placed: PlacedPath) -> Data:
        return {
            "id": placed.id,
            "url": self._addresses.url(entry_uri(ONBOARDING, placed.id)),
            "file": placed.path,
            "is_own": bool(placed.edition),
            **_plain(placed.learning),
        }

    def change(self, view: ChangeView, page: str) -> Data:
        change = view.change
        return {
            "verb": change.verb.value,
            "address": change.address,
            "words": view.words,
            "with": self.filled(change.with_),
            "reason": view.reason,
            "url": f"{page}#{view.target.fragment}" if view.target else None,
        }

    def filled(self, data: Any) -> Any:  # noqa: ANN401 - what a change puts in has any shape
        """Data with the edition's values in all its texts."""
        if isinstance(data, str):
            return fill_known_values(data, self._manual.values)
        if isinstance(data, Mapping):
            return {key: self.filled(value) for key, value in data.items()}
        return [self.filled(each) for each in data] if isinstance(data, Iterable) else data

    def step(self, placed: PlacedStep, page: str) -> Data:
        step = placed.step
        return {
            "id": step.id,
            "number": placed.number,
            "url": f"{page}#{placed.anchor}",
            "text": step.text,
            "detail": step.detail,
            "role": placed.role or None,
            "kind": "decision" if step.is_decision else step.kind.value,
            "outcomes": [_outcome(outcome) for outcome in step.outcomes],
            "go": step.go,
            "duration": _duration(step.duration),
            "standard": step.standard,
            "output": step.output,
            "forms": list(step.forms),
            "references": list(step.references),
            "steps": [self.step(child, page) for child in placed.steps],
        }


def _outcome(outcome: Outcome) -> Data:
    return {"label": outcome.label, "go": outcome.go}


def _named(catalogue: Mapping[str, _Entry], identifiers: Set[str | None]) -> Mapping[str, _Entry]:
    """The entries of a catalogue that something names."""
    return {key: entry for key, entry in catalogue.items() if key in identifiers}


def _entries(catalogue: Mapping[str, BaseModel]) -> list[Data]:
    """A catalogue's entries in file order, each with its id."""
    return [{"id": identifier, **_plain(entry)} for identifier, entry in catalogue.items()]


def _plain(model: BaseModel) -> Data:
    """A model's fields as data; dates as the export writes them."""
    return {name: _value(getattr(model, name)) for name in type(model).model_fields}


def _value(value: object) -> object:
    if isinstance(value, CalendarDate):
        return _date(value)
    if isinstance(value, BaseModel):
        return _plain(value)
    if isinstance(value, str) or not isinstance(value, Iterable):
        return str(value) if isinstance(value, str) else value
    return [_value(each) for each in value]


def _date(date: CalendarDate | None) -> Data | None:
    return {"iso": date.iso(), "thai": thai_date(date)} if date else None


def _duration(duration: Duration | None) -> Data | None:
    if duration is None:
        return None
    return {
        "text": duration.text,
        "amount": float(duration.amount),
        "maximum": float(duration.maximum) if duration.maximum is not None else None,
        "unit": duration.unit,
    }
