"""Small manuals for the tests of views, made of the model without files."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.approval import Approval
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.edition import Edition, Settings
from generator.model.manual import Manual, PlacedArea, PlacedProcedure, Sibling
from generator.model.numbering import place_steps
from generator.model.procedure import Procedure

TODAY = date(2025, 12, 1)
Authored = Mapping[str, Any]


def placed(identifier: str = "plan", number: str = "1.1", **fields: Any) -> PlacedProcedure:  # noqa: ANN401 - any field
    """A procedure of the area ``budget``, owned by the group; fields as an editor writes them."""
    written = {"title": f"งาน {identifier}", "owner": "group", "steps": [{"text": "ทำ"}], **fields}
    procedure = Procedure.model_validate(written)
    path = f"procedures/budget/{identifier}.yml"
    return PlacedProcedure(identifier, "budget", number, path, procedure, place_steps(procedure))


def manual_of(
    *procedures: PlacedProcedure,
    references: Mapping[str, Authored] | None = None,
    forms: Mapping[str, Authored] | None = None,
    terms: Mapping[str, Authored] | None = None,
    settings: Mapping[str, str] | None = None,
) -> Manual:
    """A manual of one area with some procedures; catalogues and settings as an editor writes them."""
    roles = {"group": {"title": "กลุ่มแผน", "kind": "unit"}, "director": {"title": "ผอ.", "kind": "person"}}
    return Manual(
        settings=Settings.model_validate(
            {"title": "คู่มือ", "group": "กลุ่มแผน", "default_edition": "sample", **(settings or {})}
        ),
        edition_id="sample",
        edition=Edition.model_validate({"office": "สำนักงาน", "areas": [_area(procedures)]}),
        values={},
        areas=(PlacedArea("budget", "1", "งานงบประมาณ", None, procedures),),
        roles={key: Role.model_validate(entry) for key, entry in roles.items()},
        references={key: Reference.model_validate(entry) for key, entry in (references or {}).items()},
        forms={key: Form.model_validate(entry) for key, entry in (forms or {}).items()},
        terms={key: Term.model_validate(entry) for key, entry in (terms or {}).items()},
    )


def _area(procedures: Sequence[PlacedProcedure]) -> Authored:
    return {"id": "budget", "procedures": [each.id for each in procedures]}


def sibling(
    identifier: str, short: str = "อื่น", procedures: AbstractSet[str] = frozenset(), site: str | None = None
) -> Sibling:
    """Another office's edition."""
    return Sibling(identifier, f"สำนักงาน{short}", short, site, frozenset(procedures))


def approved(procedure: PlacedProcedure, **fields: Any) -> PlacedProcedure:  # noqa: ANN401 - any field
    """A procedure with an approval, of its own text unless another fingerprint is given."""
    written = {
        "procedure": procedure.id,
        "role": "director",
        "date": "2567",
        "fingerprint": procedure.fingerprint,
        **fields,
    }
    return replace(procedure, approval=Approval.model_validate(written))


def with_approvals(*procedures: PlacedProcedure, **settings: str) -> Manual:
    """A manual whose edition has the approvals of its procedures."""
    manual = manual_of(*procedures, settings=settings)
    given = tuple(each.approval for each in procedures if each.approval is not None)
    return replace(manual, edition=manual.edition.model_copy(update={"approvals": given}))


STANDING = (
    approved(placed("sound", "1.1")),
    approved(placed("moved", "1.2"), fingerprint="0" * 16),
    approved(placed("unbound", "1.3"), fingerprint=None),
    placed("never", "1.4"),
    placed("planned", "1.5", status="planned", steps=[]),
    placed("retired", "1.6", status="retired"),
)
"""Procedures that stand to their approvals in every way, and two that need none."""
