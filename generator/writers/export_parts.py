"""Parts of the data of a manual that stand beside its pages: a procedure with what it names, an area with charts."""

from generator.document import area_uri, procedure_uri
from generator.model import PlacedArea, PlacedProcedure, named_by
from generator.writers.export_json import (
    SCHEMA_FILE,
    Data,
    Exporter,
    as_json,
    data_uri,
    entries,
    named,
)
from generator.writers.publication import Publication


def export_procedure(exporter: Exporter, placed: PlacedProcedure) -> Data:
    """One procedure with what it names, without its drawings, as it stands beside its page.

    Args:
        exporter: exports the manual.
        placed: a procedure of it.

    Returns:
        A document of the shape that ``procedure_file`` of `SCHEMA_FILE` describes.
    """
    manual = exporter.manual
    area = next(each for each in manual.areas if each.id == placed.area)
    roles = {*named_by(placed.procedure, "role"), *(each.role for each in placed.walk_steps())}
    roles |= {*(placed.approval.role if placed.approval else ())}
    return {
        "$schema": f"{'../' * procedure_uri(placed).count('/')}{SCHEMA_FILE}#/$defs/procedure_file",
        "language": manual.settings.language.value,
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "area": {"id": area.id, "number": area.number, "title": area.title},
        "procedure": exporter.procedure(placed),
        "content": placed.content,
        "roles": entries(named(manual.roles, roles)),
        "references": entries(named(manual.references, {*named_by(placed.procedure, "reference")})),
        "forms": entries(named(manual.forms, {*named_by(placed.procedure, "form")})),
    }


def procedure_files(publication: Publication) -> dict[str, str]:
    """The data of each procedure, beside its page."""
    return {
        data_uri(uri): as_json(export_procedure(publication.exporter, placed))
        for uri, placed in publication.procedures.items()
    }


def export_area(exporter: Exporter, area: PlacedArea) -> Data:
    """One area with its procedures and their drawings, as it stands beside its page: a part of a large manual.

    Args:
        exporter: exports the manual; it knows the charts of the area's procedures at least.
        area: an area of it.

    Returns:
        A document of the shape that ``area_file`` of `SCHEMA_FILE` describes.
    """
    manual = exporter.manual
    return {
        "$schema": f"{'../' * area_uri(area.id).count('/')}{SCHEMA_FILE}#/$defs/area_file",
        "language": manual.settings.language.value,
        "edition": manual.edition_id,
        "office": manual.edition.office,
        "area": exporter.area(area),
    }


def area_files(publication: Publication) -> dict[str, str]:
    """The data of each area, beside its page."""
    return {
        data_uri(area_uri(area.id)): as_json(export_area(publication.exporter, area))
        for area in publication.manual.areas
    }
