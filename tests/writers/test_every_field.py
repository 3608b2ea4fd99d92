"""Every field that a model declares is in the data export and in its schema, under its title."""

from typing import Any

from jsonschema import Draft202012Validator

from generator.model.base import Frozen
from generator.model.edition import Edition, Settings
from generator.model.presentation import presented_field
from generator.writers.export_json import SCHEMA_FILE, Exporter, export_manual
from generator.writers.export_parts import export_procedure
from generator.writers.export_records import MANUAL, record_name, records
from generator.writers.export_schema import export_schema
from tests.support.cases import each_case
from tests.support.every_field import IN_PROCEDURE, THINGS, every_field_manual, text_names
from tests.writers.test_every_text import strings_of

SCHEMA = export_schema(SCHEMA_FILE)
TEXTS = [(model, name) for thing, model in THINGS.items() for name in text_names(thing)]
NAMED = ("role", "reference", "form", "changed", "added")
"""What a procedure's own file of data tells besides the procedure."""


@each_case("thing", THINGS)
def test_every_text_is_in_the_data(thing: str) -> None:
    strings = set(strings_of(export_manual(every_field_manual(str), {})))
    begins = ("step-", "term-") if thing == "stop" else ("",)
    names = [f"{begin}{name}" for names in text_names(thing).values() for name in names for begin in begins]
    assert [name for name in names if name not in strings] == []


@each_case("thing", [*IN_PROCEDURE, *NAMED])
def test_every_text_is_in_the_data_of_its_procedure(thing: str) -> None:
    manual = every_field_manual(str)
    (placed,) = manual.procedures()
    strings = set(strings_of(export_procedure(Exporter(manual, {}), placed)))
    assert {name for names in text_names(thing).values() for name in names} <= strings


@each_case("model, name", TEXTS)
def test_the_schema_describes_every_text_under_its_title(model: type[Frozen], name: str) -> None:
    is_whole = model in (Settings, Edition)
    described: dict[str, Any] = (SCHEMA if is_whole else SCHEMA["$defs"][record_name(model)])["properties"]
    if model is Edition and name == "short":
        name = "office_short"  # beside the manual's own title, it has to say whose it is
    else:
        assert described[name]["description"].startswith(f"{presented_field(model, name).title} · ")
    assert name in described


def test_every_key_is_described_and_always_there() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for name, record in records().items():
        schema = SCHEMA if name == MANUAL else SCHEMA["$defs"][name]
        assert schema["required"] == list(schema["properties"]) == [key.name for key in record.keys]
        assert all(described["description"] for described in schema["properties"].values()), name


def test_a_key_of_a_field_under_another_name_needs_only_its_line() -> None:
    manual = every_field_manual(str)
    key = next(key for key in records()[MANUAL].keys if key.name == "office_short")
    assert (key.field, key.model) == (presented_field(Edition, "short"), Edition)
    assert export_manual(manual, {})["office_short"] == manual.edition.short
    assert SCHEMA["properties"]["office_short"]["anyOf"] == [{"$ref": "#/$defs/text"}, {"type": "null"}]


def test_every_definition_that_is_named_is_there() -> None:
    named = {text.removeprefix("#/$defs/") for text in strings_of(SCHEMA) if text.startswith("#/$defs/")}
    assert named <= set(SCHEMA["$defs"])
