"""The whole manual as data: ``manual.json``, described by ``manual.schema.json``, which is written beside it.

Every string that an editor wrote is in it, values filled in and inline markup as authored; addresses are relative
to the root of the edition's site. Which fields there are, `generator.writers.export_records` says; here stands what is
worked out.
"""

import json
from collections.abc import Iterable, Mapping, Set
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from generator.charts import BY_ROLE, ChartKey
from generator.document import (
    KNOWLEDGE,
    ONBOARDING,
    Addresses,
    ChangeView,
    area_uri,
    change_views,
    entry_uri,
    procedure_uri,
)
from generator.model import (
    NONE_WORD,
    Area,
    CalendarDate,
    Duration,
    Frozen,
    Kind,
    Manual,
    PlacedArea,
    PlacedKnowledge,
    PlacedPath,
    PlacedProcedure,
    PlacedStep,
    Schedule,
    StatedNone,
    fill_known_values,
)
from generator.writers.export_records import IDS, MANUAL, RecordKey, record_name, records
from generator.writers.export_schedule import schedule_data
from generator.writers.export_schema import export_schema
from generator.writers.export_times import date_data, duration_data, time_data
from generator.writers.media_types import media_type

DATA_FILE = "manual.json"
SCHEMA_FILE = "manual.schema.json"
Data = dict[str, Any]
_Entry = TypeVar("_Entry", bound=Frozen)


class DrawnChart(Protocol):
    """What the export says of a chart."""

    @property
    def title(self) -> str:
        """What it shows."""

    @property
    def svg(self) -> str:
        """It, as it stands inside a page."""


DrawnCharts = Mapping[ChartKey, DrawnChart]
"""Charts by procedure id and chart key (empty for the procedure's own)."""


def manual_files(
    manual: Manual, charts: DrawnCharts, addresses: Addresses | None = None, files: Iterable[str] = ()
) -> dict[str, str]:
    """The export and its schema as they stand beside the built pages.

    Args:
        manual: the manual.
        charts: its charts, as `generator.charts.draw_charts` gives them.
        addresses: where pages are; by default at ``a/b/``.
        files: the uris of other files for programs that stand there.

    Returns:
        The texts of `DATA_FILE` and `SCHEMA_FILE` by their names.
    """
    return exported_files(Exporter(manual, charts, addresses), files)


def exported_files(exporter: "Exporter", files: Iterable[str] = ()) -> dict[str, str]:
    """As `manual_files`, by what may have exported parts of the manual before."""
    return {
        DATA_FILE: as_json(exporter.whole(files)),
        SCHEMA_FILE: json.dumps(export_schema(SCHEMA_FILE), ensure_ascii=False, indent=2) + "\n",
    }


def export_manual(
    manual: Manual, charts: DrawnCharts, addresses: Addresses | None = None, files: Iterable[str] = ()
) -> Data:
    """The whole manual as data.

    Args:
        manual: the manual.
        charts: its charts, as `generator.charts.draw_charts` gives them.
        addresses: where pages are; by default at ``a/b/``.
        files: the uris of other files for programs that stand beside it on a built site.

    Returns:
        A document of the shape that `SCHEMA_FILE` describes.
    """
    return Exporter(manual, charts, addresses).whole(files)


def as_json(data: Data) -> str:
    """Data as a file holds it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def data_uri(uri: str) -> str:
    """Where the data of a page stands: ``budget/expenditure-analysis.json``."""
    return f"{uri.removesuffix('.md')}.json"


class Exporter:
    """Exports a manual and parts of it, and remembers the procedures, which stand in several files.

    Attributes:
        manual: the manual.
    """

    def __init__(self, manual: Manual, charts: DrawnCharts, addresses: Addresses | None = None) -> None:
        """Take what `export_manual` is given."""
        self.manual, self._addresses = manual, addresses or Addresses(manual)
        self._undrawn: dict[str, Data] = {}
        self._charts: dict[str, list[tuple[str, DrawnChart]]] = {}
        for (procedure, key), chart in charts.items():
            if key == BY_ROLE:
                continue  # it says nothing that the procedure's own does not
            self._charts.setdefault(procedure, []).append((key, chart))

    def whole(self, files: Iterable[str] = ()) -> Data:
        """What `export_manual` gives."""
        manual = self.manual
        worked_out = {
            "$schema": SCHEMA_FILE,
            "edition": manual.edition_id,
            "values": dict(manual.values),
            "areas": [self.area(area) for area in manual.areas],
            "roles": entries(manual.roles),
            "references": entries(manual.references),
            "forms": entries(manual.forms),
            "terms": entries(manual.terms),
            "knowledge": [self._item(placed) for placed in manual.knowledge],
            "paths": [self._path(placed) for placed in manual.paths],
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
        return _data(MANUAL, worked_out, manual.settings, manual.edition)

    def area(self, area: PlacedArea) -> Data:
        """What the export says of one area."""
        worked_out = {
            "id": area.id,
            "number": area.number,
            "title": area.title,
            "summary": area.summary,
            "url": self._addresses.url(area_uri(area.id)),
            "procedures": [self._drawn(placed) for placed in area.procedures],
        }
        return _data("area", worked_out, area.stated or Area(title=area.title))

    def procedure(self, placed: PlacedProcedure) -> Data:
        """What the export says of one procedure, without its drawings."""
        if placed.id not in self._undrawn:
            self._undrawn[placed.id] = self._procedure(placed)
        return self._undrawn[placed.id]

    def _drawn(self, placed: PlacedProcedure) -> Data:
        """A procedure with its drawings."""
        charts = [
            {"id": f"{placed.id}.{key}" if key else placed.id, "title": chart.title, "svg": chart.svg}
            for key, chart in self._charts.get(placed.id, ())
        ]
        return self.procedure(placed) | {"charts": charts}

    def _procedure(self, placed: PlacedProcedure) -> Data:
        uri = procedure_uri(placed)
        url = self._addresses.url(uri)
        worked_out = {
            "id": placed.id,
            "number": placed.number,
            "url": url,
            "markdown": uri,
            "data": data_uri(uri),
            "file": placed.path,
            "steps": [self._step(step, url) for step in placed.steps],
            "time": time_data(placed),
            "fingerprint": placed.fingerprint,
            "approval": _approval(placed),
            "is_own": placed.is_own,
            "changes": [self._change(view, url) for view in change_views(self.manual, placed)],
            "charts": [],
        }
        return _data("procedure", worked_out, placed.procedure)

    def _item(self, placed: PlacedKnowledge) -> Data:
        worked_out = self._page(KNOWLEDGE, placed) | {"body": placed.body}
        return _data("knowledge_item", worked_out, placed.item)

    def _path(self, placed: PlacedPath) -> Data:
        return _data("learning_path", self._page(ONBOARDING, placed), placed.learning)

    def _page(self, pages: str, placed: PlacedKnowledge | PlacedPath) -> Data:
        return {
            "id": placed.id,
            "url": self._addresses.url(entry_uri(pages, placed.id)),
            "file": placed.path,
            "is_own": bool(placed.edition),
        }

    def _change(self, view: ChangeView, page: str) -> Data:
        worked_out = {
            "verb": view.change.verb.value,
            "address": view.change.address,
            "words": view.words,
            "with": self._filled(view.change.with_),
            "reason": view.reason,
            "url": f"{page}#{view.target.fragment}" if view.target else None,
        }
        return _data("change", worked_out, view.change)

    def _filled(self, data: Any) -> Any:  # noqa: ANN401 - what a change puts in has any shape
        """Data with the edition's values in all its texts."""
        if isinstance(data, str):
            return fill_known_values(data, self.manual.values)
        if isinstance(data, Mapping):
            return {key: self._filled(value) for key, value in data.items()}
        return [self._filled(each) for each in data] if isinstance(data, Iterable) else data

    def _step(self, placed: PlacedStep, page: str) -> Data:
        worked_out = {
            "number": placed.number,
            "url": f"{page}#{placed.anchor}",
            "role": placed.role or None,
            "roles": list(placed.roles),
            "is_role_default": placed.is_role_default,
            "kind": Kind.DECISION.value if placed.step.is_decision else placed.step.kind.value,
            "parallel": [self._step(child, page) for child in placed.steps if child.is_branch],
            "steps": [self._step(child, page) for child in placed.steps if not child.is_branch],
        }
        return _data("step", worked_out, placed.step)


def named(catalogue: Mapping[str, _Entry], identifiers: Set[str | None]) -> Mapping[str, _Entry]:
    """The entries of a catalogue that something names."""
    return {key: entry for key, entry in catalogue.items() if key in identifiers}


def entries(catalogue: Mapping[str, Frozen]) -> list[Data]:
    """A catalogue's entries in file order, each with its id."""
    return [
        _data(record_name(type(entry)), {"id": identifier}, entry) for identifier, entry in catalogue.items()
    ]


def _data(record: str, worked_out: Data, *sources: Frozen) -> Data:
    """An object of the export.

    Args:
        record: the name of its record.
        worked_out: what stands at keys that are no fields, or instead of what fields say.
        sources: what has the fields.
    """
    of_model = {type(source): source for source in sources}
    return {
        key.name: worked_out[key.name]
        if key.name in worked_out or key.field is None or key.model is None
        else _held(key, key.field.of(of_model[key.model]))
        for key in records()[record].keys
    }


def _approval(placed: PlacedProcedure) -> Data | None:
    """The last approval, and whether it was given for what the procedure tells now; None without any."""
    given = placed.approval
    return _data("approval", {"is_current": given.is_for(placed.fingerprint)}, given) if given else None


def _held(key: RecordKey, value: Any) -> object:  # noqa: ANN401 - the value of any field
    """What a field holds, at one of its keys."""
    if value is None or type(value) is str:  # most fields, and quickly seen
        return value
    return list(dict.fromkeys(each.id for each in value)) if key.what == IDS else _value(value)


def _value(value: object) -> object:
    """What a field holds, as the export writes it."""
    match value:
        case CalendarDate() | Duration() | Schedule():
            return _time(value)
        case Frozen():
            return _data(record_name(type(value)), {}, value)
        case Mapping():
            return {key: _value(each) for key, each in value.items()}
        case StatedNone():
            return NONE_WORD
        case tuple():
            return [_value(each) for each in value]
    return value.value if isinstance(value, StrEnum) else value


def _time(time: CalendarDate | Duration | Schedule) -> Data:
    if isinstance(time, CalendarDate):
        return date_data(time)
    return duration_data(time) if isinstance(time, Duration) else schedule_data(time)
