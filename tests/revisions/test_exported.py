"""A manual read back from its data export says what the manual said."""

import json
from functools import cache
from pathlib import Path

import pytest

from generator.assembly import read_editions
from generator.model import Edition, Manual, Settings, presented_fields
from generator.revisions import changes
from generator.revisions.exported import completed, manual_of
from generator.writers.export_json import as_json, export_manual
from generator.writers.export_records import MANUAL, records
from tests.repository.repository import ROOT
from tests.support.every_field import every_field_manual

OTHERWISE = {
    *("default_edition", "effective", "approvals", "printing", "areas", "changes", "values"),
    "reading_lists",
}
"""What an export tells in another form, or `completed` takes from the other state."""


@cache
def manuals() -> dict[str, Manual]:
    """The manual of every field, the showcase, and the editions of this repository."""
    found = {"every field": every_field_manual(lambda name: f"คำว่า {name}")}
    for root in (Path(__file__).parents[1] / "support/showcase", ROOT):
        editions = read_editions(root, check=False)
        found |= {each: manual for each in editions.ids if (manual := editions.manual(each)) is not None}
    return found


@pytest.mark.parametrize("name", ["every field", "sample-2566", "khonkaen5-2566", "uttaradit2"])
def test_what_was_exported_is_no_change(name: str) -> None:
    manual = manuals()[name]
    exported = manual_of(json.loads(as_json(export_manual(manual, {}))))
    assert changes(manual, completed(exported, manual)).is_same
    assert changes(completed(exported, manual), manual).is_same


def test_nothing_of_a_manual_is_left_out_unseen() -> None:
    exported = {key.field.name for key in records()[MANUAL].keys if key.field is not None}
    declared = {field.name for model in (Settings, Edition) for field in presented_fields(model)}
    assert declared - exported == OTHERWISE
