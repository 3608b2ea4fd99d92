"""The interface words: each is used, and none stands in code or templates."""

import re
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.words import words_of

GENERATOR = Path(generator.__file__).parent
ROOMS = ("document", "site", "writers")
SOURCES = [
    path
    for room in ROOMS
    for pattern in ("*.py", "*.jinja", "*.html")
    for path in sorted((GENERATOR / room).rglob(pattern))
]
THAI = re.compile("[\u0e01-\u0e5b]")


def keys(words: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """The topic and key of every word."""
    for topic, entries in words.items():
        for key in entries:
            yield topic, key


CHOSEN_BY_VALUE = {
    "theme",
    "status",
    "status_notice",
    "reference_type",
    "reference_status",
    "doubt",
    "aspect",
    "unit_name",
    "extent",
    "role_kind",
    "item_kind",
    "kind",
    "responsibility_letter",
    "responsibility_basis",
    "agenda_round",
    "reminder",
    "change_verb",
    "change_field",
    "column",
    "feedback",
    "gathered_lead",
    "stop_kind",
    "stop_reason",
    "learning_script",
    "self_check_script",
    "reading_script",
    "my_reading_script",
    "who_read_script",
}
"""Topics whose keys are values of the model, or are put together."""


def test_every_word_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [
        f"{topic}.{key}"
        for topic, key in keys(words_of("document"))
        if topic not in CHOSEN_BY_VALUE
        and not re.search(rf"[\"'.]{re.escape(key.removesuffix('_about'))}\b", code)
    ]
    assert unused == []


def test_no_thai_word_stands_in_code_or_templates() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            text = "\n".join(line for line in text.splitlines() if "``" not in line and '"""' not in line)
        assert not THAI.search(text), path
