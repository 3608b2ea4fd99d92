"""Texts, values and identifiers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from generator.model.base import IDENTIFIER_PATTERN, to_identifier
from generator.model.catalogue import Reference
from generator.model.procedure import Procedure, Status


def first_error(
    model: type[BaseModel], data: dict[str, Any], values: dict[str, str] | None = None
) -> tuple[str, tuple[Any, ...]]:
    """The type and place of the first error that a model finds."""
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data, context=None if values is None else {"values": values})
    error = caught.value.errors()[0]
    return error["type"], error["loc"]


def test_values_are_filled_into_every_text() -> None:
    filled = Procedure.model_validate(
        {"title": "งาน ${system}", "status": "planned", "scope": ["ใช้ ${system} และ ${system}"]},
        context={"values": {"system": "Smart Office"}},
    )
    assert (filled.title, filled.scope) == ("งาน Smart Office", ("ใช้ Smart Office และ Smart Office",))


def test_an_unknown_value_is_an_error_at_its_text() -> None:
    data = {"title": "ก", "status": "planned", "scope": ["ก", "ใช้ ${sytem}"]}
    assert first_error(Procedure, data, {"system": "x"}) == ("unknown-value", ("scope", 1))


@pytest.mark.parametrize("text", ["", "   ", "${nothing}"])
def test_a_text_that_says_nothing_is_refused(text: str) -> None:
    assert first_error(Procedure, {"title": text, "status": "planned"}, {"nothing": " "}) == (
        "empty-text",
        ("title",),
    )


@pytest.mark.parametrize("name", ["Budget", "budget_request", "-a", "a-", "a--b", "งาน", "1a", "a b", ""])
def test_ids_are_ascii_kebab_case(name: str) -> None:
    assert first_error(Procedure, {"title": "ก", "status": "planned", "owner": name}) == (
        "bad-id",
        ("owner",),
    )


@given(st.text())
def test_a_suggested_id_is_an_id_or_nothing(name: str) -> None:
    suggestion = to_identifier(name)
    assert suggestion == "" or IDENTIFIER_PATTERN.fullmatch(suggestion)


def test_only_a_planned_procedure_may_lack_owner_and_steps() -> None:
    assert Procedure.model_validate({"title": "ก", "status": "planned"}).status is Status.PLANNED
    assert first_error(Procedure, {"title": "ก", "owner": "clerk"})[0] == "missing-key"


def test_models_are_frozen_and_closed() -> None:
    assert first_error(Reference, {"type": "act", "title": "ก", "tittle": "ข"}) == (
        "extra_forbidden",
        ("tittle",),
    )
    reference = Reference.model_validate(
        {"type": "act", "title": "ก", "valid": {"from": "2552", "to": "2554"}}
    )
    assert reference.valid is not None
    assert reference.valid.end is not None
    assert reference.valid.end.year == 2011
    with pytest.raises(ValidationError):
        reference.title = "ข"  # type: ignore[misc]  # the very assignment that must fail


def test_every_field_explains_itself_in_thai() -> None:
    for model in (Procedure, Reference):
        for name, field in model.model_fields.items():
            assert field.title, name
            assert field.description, name
