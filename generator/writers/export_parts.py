"""Parts of the data of a manual that stand beside its pages: a procedure with what it names, an area with charts."""

from generator.document import Addresses, area_uri, procedure_uri
from generator.model import Manual, PlacedArea, PlacedProcedure, named_by
from generator.writers.export_json import (
    SCHEMA_FILE,
    Data,
    DrawnCharts,
    area_data,
    as_json,
    data_uri,
    entries,
    named,
    procedure_data,
)
from generator.writers.publication import Publication


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
    roles = {*named_by(placed.procedure, "role"), *(each.role for each in placed.walk_steps())}
    roles |= {*(placed.approval.role if placed.approval else ())}
    return {
        "$schema": f"{'../' * procedure_uri(placed).count('/')}{SCHEMA_FILE}#/$defs/procedure_file",
        "language": manual.settings.language.value,
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "area": {"id": area.id, "number": area.number, "title": area.title},
        "procedure": procedure_data(manual, placed, addresses),
        "content": placed.content,
        "roles": entries(named(manual.roles, roles)),
        "references": entries(named(manual.references, {*named_by(placed.procedure, "reference")})),
        "forms": entries(named(manual.forms, {*named_by(placed.procedure, "form")})),
    }


def procedure_files(publication: Publication) -> dict[str, str]:
    """The data of each procedure, beside its page."""
    return {
        data_uri(uri): as_json(export_procedure(publication.manual, placed, publication.addresses))
        for uri, placed in publication.procedures.items()
    }


def export_area(manual: Manual, area: PlacedArea, charts: DrawnCharts, addresses: Addresses) -> Data:
    """One area with its procedures and their drawings, as it stands beside its page: a part of a large manual.

    Args:
        manual: the manual.
        area: an area of it.
        charts: the charts of its procedures at least.
        addresses: where pages are.

    Returns:
        A document of the shape that ``area_file`` of `SCHEMA_FILE` describes.
    """
    return {
        "$schema": f"{'../' * area_uri(area.id).count('/')}{SCHEMA_FILE}#/$defs/area_file",
        "language": manual.settings.language.value,
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "area": area_data(manual, area, charts, addresses),
    }


def area_files(publication: Publication) -> dict[str, str]:
    """The data of each area, beside its page."""
    manual, charts = publication.manual, publication.exported_charts
    return {
        data_uri(area_uri(area.id)): as_json(export_area(manual, area, charts, publication.addresses))
        for area in manual.areas
    }
