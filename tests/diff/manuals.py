"""Manuals to compare: the two offices of ``offices/``, which differ in every way there is, and small ones."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model.base import VALUES_CONTEXT_KEY
from generator.model.catalogue import Form, Reference, Role
from generator.model.edition import Edition, Settings
from generator.model.manual import Manual, PlacedArea, PlacedProcedure
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure

_OFFICES = Path(__file__).parent / "offices"
_AREAS = {"administration": "งานธุรการ", "monitoring": "งานติดตาม"}


@cache
def office(name: str) -> Manual:
    """One of the two offices: ``before`` or ``after``."""
    data = yaml.safe_load((_OFFICES / f"{name}.yml").read_text(encoding="utf-8"))
    return manual_of(data["edition"], data["procedures"], f"{name}-2566")


def manual_of(edition: Mapping[str, Any], procedures: Mapping[str, Any], identifier: str) -> Manual:
    """A manual of an edition and procedures as YAML gives them, with the catalogue of ``offices/``."""
    catalogue = yaml.safe_load((_OFFICES / "catalogue.yml").read_text(encoding="utf-8"))
    placed = Edition.model_validate({**edition, "areas": edition["areas"]})
    return Manual(
        settings=Settings(title="คู่มือ", group="กลุ่มนโยบายและแผน", default_edition=identifier),
        edition_id=identifier,
        edition=placed,
        values=placed.values,
        areas=tuple(
            PlacedArea(
                area.id,
                str(number),
                area.title or _AREAS[area.id],
                None,
                tuple(
                    _placed(each, area.id, f"{number}.{position}", procedures[each], placed.values)
                    for position, each in enumerate(area.procedures, 1)
                ),
            )
            for number, area in enumerate(placed.areas, 1)
        ),
        roles={key: Role.model_validate(each) for key, each in catalogue["roles"].items()},
        references={key: Reference.model_validate(each) for key, each in catalogue["references"].items()},
        forms={key: Form.model_validate(each) for key, each in catalogue["forms"].items()},
    )


def _placed(
    identifier: str, area: str, number: str, data: Mapping[str, Any], values: Mapping[str, str]
) -> PlacedProcedure:
    written = {key: str(value) if key in {"effective", "reviewed"} else value for key, value in data.items()}
    procedure = Procedure.model_validate(written, context={VALUES_CONTEXT_KEY: values})
    path = f"procedures/{area}/{identifier}.yml"
    return PlacedProcedure(identifier, area, number, path, procedure, place_steps(procedure))


def one_procedure(**fields: Any) -> Manual:  # noqa: ANN401  # fields of a procedure, as YAML gives them
    """A manual whose only procedure, ``work``, has the given fields."""
    edition = {"office": "สำนักงาน", "areas": [{"id": "administration", "procedures": ["work"]}]}
    procedure = {"title": "งาน", "owner": "group", "steps": [{"id": "only", "text": "ทำ"}], **fields}
    return manual_of(edition, {"work": procedure}, "office")


def steps_of(*steps: Mapping[str, Any] | str) -> Manual:
    """A manual whose only procedure, ``work``, has the given steps; one given as an id does what its id says."""
    return one_procedure(steps=_steps(steps))


def _steps(steps: Sequence[Mapping[str, Any] | str]) -> list[dict[str, Any]]:
    written = []
    for step in steps:
        fields: dict[str, Any] = {"id": step, "text": f"ทำ {step}"} if isinstance(step, str) else dict(step)
        if "steps" in fields:
            fields["steps"] = _steps(fields["steps"])
        written.append(fields)
    return written
