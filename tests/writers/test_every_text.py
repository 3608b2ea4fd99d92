"""Nothing that an editor writes is lost or read as code in what leaves the generator as data or Markdown."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import markdown
import pytest
from hypothesis import given, settings

from generator.indexes.indexes import Indexes
from generator.model.markup import plain_text
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import markdown_files
from tests.document.test_every_text import ANY_TEXT
from tests.support.auditing import examples
from tests.support.every_field import Say, every_field_manual
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.visible import one_line, visible_text

TODAY = date(2025, 12, 1)
NOT_ON_A_DOCUMENT = ("settings-publisher", "sibling-short", "term-synonyms")
"""The publisher only the frame of a site shows; other offices are named by their full names; what people call a word
otherwise is for the search alone."""


def strings_of(data: object) -> Iterator[str]:
    """Every string in a document of data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings_of(value)


@given(ANY_TEXT)
@settings(max_examples=examples(60), deadline=None)
def test_every_text_is_in_the_data(text: str) -> None:
    assert_all_is_in_the_data(lambda: text)


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_are_in_the_data(shift: int) -> None:
    assert_all_is_in_the_data(hostile_by_turns(shift))


def assert_all_is_in_the_data(next_text: Callable[[], str]) -> None:
    """Every field's text, and the field's name behind it, is a string of the data."""
    written, say = noted(next_text)
    data = json.loads(manual_files(every_field_manual(say), {})["manual.json"])
    strings = set(strings_of(data))
    assert [field for field, sentence in written.items() if sentence.strip() not in strings] == []


@given(ANY_TEXT)
@settings(max_examples=examples(80), deadline=None)
def test_every_text_is_visible_in_the_rendered_markdown(text: str) -> None:
    assert_all_is_visible(lambda: text)


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_are_visible_in_the_rendered_markdown(shift: int) -> None:
    assert_all_is_visible(hostile_by_turns(shift))


def assert_all_is_visible(next_text: Callable[[], str]) -> None:
    """Every field's text, and the field's name behind it, can be read in some document."""
    written, say = noted(next_text)
    files = markdown_files(Indexes(every_field_manual(say), TODAY), {})
    documents = [content for name, content in files.items() if name.endswith(".md")]
    html = [markdown.markdown(content, extensions=["tables", "toc", "fenced_code"]) for content in documents]
    seen = " ".join(map(visible_text, html))
    for field, sentence in written.items():
        if not field.startswith(NOT_ON_A_DOCUMENT):
            assert one_line(plain_text(sentence)) in seen, field


def noted(next_text: Callable[[], str]) -> tuple[Mapping[str, str], Say]:
    """What to say in each field, and a note of what was said there."""
    written: dict[str, str] = {}

    def say(field: str) -> str:
        if field not in written:
            written[field] = f"{next_text()} {field}"
        return written[field]

    return written, say
