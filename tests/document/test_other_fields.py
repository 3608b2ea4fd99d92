"""A field that is only declared appears by itself, labelled, where its record is shown in full."""

from dataclasses import replace

import pytest
from pydantic import Field

from generator.model.base import Frozen, Text
from generator.model.catalogue import Term
from generator.model.edition import Area, Edition, Settings
from generator.model.knowledge_item import KnowledgeItem
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedKnowledge
from generator.model.procedure_parts import Definition
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.site_pages import build_pages, html_of
from tests.support.visible import visible_text

PLAN = placed("plan", definitions=[{"term": "แผน", "meaning": "กระดาษ"}])


class WithHazard(Frozen):
    """What a model gets when somebody declares one more field."""

    hazard: Text | None = Field(default=None, title="อันตราย")


class TermWithHazard(Term, WithHazard):
    """A term."""


class AreaWithHazard(Area, WithHazard):
    """An area."""


class ItemWithHazard(KnowledgeItem, WithHazard):
    """An item of knowledge."""


class SettingsWithHazard(Settings, WithHazard):
    """The settings."""


class EditionWithHazard(Edition, WithHazard):
    """An edition."""


class DefinitionWithHazard(Definition, WithHazard):
    """A definition."""


def with_hazards() -> Manual:
    """A manual whose records have the field, each in words of its own."""
    manual = manual_of(PLAN, terms={"law": {"term": "กฎ", "meaning": "ข้อบังคับ"}})
    (area,) = manual.areas
    definition = DefinitionWithHazard(term="แผน", meaning="กระดาษ", hazard="ระวังคำ")
    procedure = PLAN.procedure.model_copy(update={"definitions": (definition,)})
    item = ItemWithHazard.model_validate({"title": "เรื่อง", "kind": "case", "hazard": "ระวังเรื่อง"})
    return replace(
        manual,
        settings=SettingsWithHazard.model_construct(**dict(manual.settings), hazard="ระวังคู่มือ"),
        edition=EditionWithHazard.model_construct(**dict(manual.edition), hazard="ระวังฉบับ"),
        areas=(
            replace(
                area,
                stated=AreaWithHazard(title=area.title, hazard="ระวังด้าน"),
                procedures=(replace(PLAN, procedure=procedure),),
            ),
        ),
        terms={"law": TermWithHazard(**dict(manual.terms["law"]), hazard="ระวังกฎ")},
        knowledge=(PlacedKnowledge("a", "docs/knowledge/a.md", item, "เนื้อหา"),),
    )


@pytest.mark.parametrize(
    ("uri", "told"),
    [
        ("index.md", ["ระวังคู่มือ", "ระวังฉบับ"]),
        ("budget/index.md", ["ระวังด้าน"]),
        ("budget/plan.md", ["ระวังคำ"]),
        ("terms.md", ["ระวังกฎ"]),
        ("knowledge/a.md", ["ระวังเรื่อง"]),
    ],
)
def test_a_new_field_stands_behind_its_title(uri: str, told: list[str]) -> None:
    page = next(page for page in build_pages(with_hazards(), {}, TODAY) if page.uri == uri)
    seen = visible_text(html_of(page))
    assert [f"อันตราย: {each}" in seen for each in told] == [True] * len(told)
