"""Nothing that an editor writes is lost or read as code in what leaves the generator as data or Markdown."""

import json
from collections.abc import Iterator
from datetime import date

import markdown
from hypothesis import given, settings

from generator.indexes.indexes import Indexes
from generator.model.markup import plain_text
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import markdown_files
from tests.document.test_every_text import ANY_TEXT
from tests.support.every_field import every_field_manual
from tests.support.visible import one_line, visible_text

TODAY = date(2025, 12, 1)
NOT_ON_A_DOCUMENT = ("settings-publisher", "sibling-short")
"""The publisher only the frame of a site shows; other offices are named by their full names."""


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
@settings(max_examples=60, deadline=None)
def test_every_text_is_in_the_data(text: str) -> None:
    fields: list[str] = []

    def say(field: str) -> str:
        fields.append(field)
        return f"{text} {field}"

    data = json.loads(manual_files(every_field_manual(say), {})["manual.json"])
    strings = set(strings_of(data))
    assert [field for field in fields if f"{text} {field}".strip() not in strings] == []


@given(ANY_TEXT)
@settings(max_examples=80, deadline=None)
def test_every_text_is_visible_in_the_rendered_markdown(text: str) -> None:
    written: dict[str, str] = {}

    def say(field: str) -> str:
        written[field] = f"{text} {field}"
        return written[field]

    files = markdown_files(Indexes(every_field_manual(say), TODAY), {})
    documents = [content for name, content in files.items() if name.endswith(".md")]
    html = [markdown.markdown(content, extensions=["tables", "toc", "fenced_code"]) for content in documents]
    seen = " ".join(map(visible_text, html))
    for field, sentence in written.items():
        if field not in NOT_ON_A_DOCUMENT:
            assert one_line(plain_text(sentence)) in seen, field
