"""The author's reference: complete, up to date, and fit to be read."""

import re
from functools import cache
from pathlib import Path

import pytest

from generator.diagnostics.findings import rule, rule_ids
from generator.lint.reference import author_reference
from generator.model.shapes import fields_of, models_within
from generator.project.documents import FileKind, shape_of
from generator.today import DAY_VARIABLE
from scripts.write_reference import DAY


@cache
def page() -> str:
    """The page, made when the first test asks: every process of a run imports this module, few run its tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DAY_VARIABLE, DAY)
        return author_reference()


def test_the_committed_page_is_up_to_date(repository: Path) -> None:
    committed = (repository / "docs" / "authors" / "reference.md").read_text(encoding="utf-8")
    assert committed == page(), "run: python -m scripts.write_reference"


def test_every_field_of_every_file_is_in_it() -> None:
    for kind in FileKind:
        for model in models_within(shape_of(kind)):
            for field in fields_of(model).values():
                need = r"(?: \([^)]*\))?"
                assert re.search(
                    rf"^\| `{field.key}`{need} \| {field.title} \| .+ \|$", page(), re.MULTILINE
                ), field.key


def test_every_rule_is_in_it_with_an_anchor_and_two_examples() -> None:
    sections = dict(
        re.findall(r"^#### [^\n]+ \{ #([a-z-]+) \}\n(.*?)(?=^#{3,4} |\Z)", page(), re.MULTILINE | re.DOTALL)
    )
    assert set(sections) == set(rule_ids())
    for identifier, section in sections.items():
        assert section.count("**ผิด**") == section.count("**ถูก**") == 1
        assert ("> " in section) != bool(rule(identifier).example.get("by_hand"))


def test_what_one_must_write_is_marked() -> None:
    assert "| `title` (ต้องมี) | ชื่องาน |" in page()
    assert "| `steps` (ต้องมี เว้นแต่ยังไม่ได้จัดทำ) |" in page()


def test_nothing_in_it_is_hidden_and_nothing_is_left_open() -> None:
    assert not re.search("[\t\x0b\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", page())
    shown = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    assert not re.search(r"\{\{|\}\}|\{%", shown.sub("", page())), "but for what examples show"
    assert "\n\n\n" not in page()
    assert page().count("```") % 2 == 0


def test_the_same_rules_give_the_same_page() -> None:
    assert page.__wrapped__() == page()
