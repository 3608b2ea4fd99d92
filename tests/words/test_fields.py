"""Every language has a title for each field and a word for each choice; Thai says them in the models."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

import generator.model
from generator.model.base import Frozen
from generator.model.calendar import CalendarDate, parse_duration
from generator.model.edition import Language
from generator.model.presentation import presented_field, presented_fields
from generator.model.procedure import Kind, Procedure, Step
from generator.model.shapes import fields_of
from generator.model.stated_none import StatedNone
from generator.thai.dates import dates_in_browsers, thai_date, thai_duration
from generator.words import DEFAULT, languages, parts, speaking, words_of

OTHERS = [language for language in languages() if language != DEFAULT]

for _module in pkgutil.iter_modules(generator.model.__path__):
    importlib.import_module(f"generator.model.{_module.name}")


def below(model: type[Frozen]) -> Iterator[type[Frozen]]:
    for each in model.__subclasses__():
        if each.__module__.startswith("generator.model."):
            yield each
            yield from below(each)


def titled() -> dict[str, set[str]]:
    """The fields that have a title, by the name of their model."""
    titles = {
        model.__name__: {name for name, info in model.model_fields.items() if info.title}
        for model in below(Frozen)
    }
    return {name: fields for name, fields in titles.items() if fields}


def within(annotation: object) -> Iterator[type[StrEnum]]:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    for each in get_args(annotation):
        yield from within(each)


def choices() -> dict[str, set[str]]:
    """What may be chosen in any field, by the name of the choice's class."""
    hints = [
        get_type_hints(model)[name]
        for model in below(Frozen)
        for name, info in model.model_fields.items()
        if info.title
    ]
    return {each.__name__: {choice.value for choice in each} for hint in hints for each in within(hint)}


@pytest.mark.parametrize("language", OTHERS)
def test_every_field_has_a_title(language: str) -> None:
    said = words_of("fields", language)
    assert {model: set(fields) for model, fields in said.items()} == titled()
    assert all(isinstance(title, str) and title for fields in said.values() for title in fields.values())


@pytest.mark.parametrize("language", OTHERS)
def test_every_choice_has_a_word(language: str) -> None:
    said = words_of("choices", language)
    none = {
        f"{model.__name__}.{field.name}"
        for model in below(Frozen)
        for field in presented_fields(model)
        if field.may_be_none
    }
    assert {name: set(words) for name, words in said.items()} == {**choices(), StatedNone.__name__: none}


def test_the_languages_that_a_manual_may_ask_for_are_those_that_there_are() -> None:
    assert {each.value for each in Language} == set(languages())


def test_thai_says_them_in_the_models() -> None:
    assert not {"fields", "choices"} & set(parts())
    assert [field.title for field in presented_fields(Step)] == [
        field.declared_title for field in presented_fields(Step)
    ]


def test_readers_see_the_language_and_authors_thai() -> None:
    owner, kind = presented_field(Procedure, "owner"), presented_field(Step, "kind")
    with speaking("en"):
        assert (owner.title, kind.word_of(Kind.DOCUMENT)) == ("Owner", "document")
        assert (fields_of(Procedure)["owner"].shown_title, fields_of(Procedure)["owner"].title) == (
            "Owner",
            "เจ้าของงาน",
        )
    assert (owner.title, kind.word_of(Kind.DOCUMENT)) == ("เจ้าของงาน", "จัดทำเอกสาร")


DAY, YEAR = CalendarDate(year=2026, month=10, day=1), CalendarDate(year=2026)


@pytest.mark.parametrize(
    ("language", "era", "day", "year", "browser"),
    [
        ("th", None, "1 ตุลาคม พ.ศ. 2569", "พ.ศ. 2569", "th-TH-u-ca-buddhist"),
        ("th", "common", "1 ตุลาคม ค.ศ. 2026", "ค.ศ. 2026", "th-TH-u-ca-gregory"),
        ("en", None, "1 October 2026", "2026", "en-GB-u-ca-gregory"),
        ("en", "buddhist", "1 October B.E. 2569", "B.E. 2569", "en-GB-u-ca-buddhist"),
    ],
)
def test_dates_are_told_in_the_era_that_is_asked_for(
    language: str, era: str | None, day: str, year: str, browser: str
) -> None:
    with speaking(language, era):
        assert (thai_date(DAY), thai_date(YEAR), dates_in_browsers()) == (day, year, browser)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1 วันทำการ", "1 working day"),
        ("๓ วันทำการ", "3 working days"),
        ("1-2 เดือน", "1–2 months"),
        ("ภายใน 7 วัน", "ภายใน 7 วัน"),
    ],
)
def test_amounts_that_were_written_in_thai_are_told_in_english(written: str, told: str) -> None:
    with speaking("en"):
        assert thai_duration(parse_duration(written)) == told
