"""What heads of pages say to programs: other forms of the page, and what it is about, as JSON-LD."""

import json
from datetime import date
from typing import Any

import pytest

from generator.writers.media_types import media_type
from generator.writers.structured_data import script_text
from tests.support.showcase import showcase_manual
from tests.writers.publishing import PLAN, SITE, Made, made


@pytest.fixture(scope="module")
def showcase() -> Made:
    """What is made of the showcase."""
    return made(showcase_manual(), changed={f"procedures/{PLAN}.yml": date(2025, 6, 1)})


def things(machine: Made, uri: str) -> dict[str, dict[str, Any]]:
    """The things that a page's JSON-LD tells of, by their types."""
    data = json.loads(machine.head(uri).data)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def test_heads_lead_to_other_forms(showcase: Made) -> None:
    links = {link.uri: link.type for link in showcase.head(f"{PLAN}.md").links}
    assert links == {
        f"{PLAN}.md": "text/markdown",
        f"{PLAN}.json": "application/json",
        "changes.xml": "application/atom+xml",
        "knowledge/feed.xml": "application/atom+xml",
    }
    assert {"manual.json", "llms.txt"} <= {link.uri for link in showcase.head("index.md").links}
    assert next(link.uri for link in showcase.head("about/foreword.md").links) == "about/foreword.md"
    assert media_type("forms/request.docx") == "application/octet-stream"


def test_a_procedure_is_a_how_to(showcase: Made) -> None:
    told = things(showcase, f"{PLAN}.md")
    how_to = told["HowTo"]
    placed = showcase_manual().procedure("spending-plan")
    assert placed is not None
    assert how_to["url"] == f"{SITE}{PLAN}/"
    assert how_to["dateModified"] == "2025-06-01"
    assert [step["position"] for step in how_to["step"]] == list(range(1, len(placed.steps) + 1))
    kinds = {bool(step.steps): each["@type"] for step, each in zip(placed.steps, how_to["step"], strict=True)}
    assert kinds == {True: "HowToSection", False: "HowToStep"}
    for step, each in zip(placed.steps, how_to["step"], strict=True):
        assert each["url"] == f"{SITE}{PLAN}/#{step.anchor}"
        assert each["name"]
        assert len(each.get("itemListElement", ())) == len(step.steps)


def test_the_way_to_a_page(showcase: Made) -> None:
    trail = things(showcase, f"{PLAN}.md")["BreadcrumbList"]["itemListElement"]
    assert [(stop["@type"], stop["position"], stop["item"]) for stop in trail] == [
        ("ListItem", 1, SITE),
        ("ListItem", 2, f"{SITE}budget/"),
        ("ListItem", 3, f"{SITE}{PLAN}/"),
    ]
    assert [stop["item"] for stop in things(showcase, "terms.md")["BreadcrumbList"]["itemListElement"]] == [
        SITE,
        f"{SITE}terms/",
    ]
    assert showcase.head("index.md").data == ""
    assert "HowTo" not in things(showcase, "people/leave.md"), "it is only planned"


def test_the_glossary_is_a_set_of_defined_terms(showcase: Made) -> None:
    words = things(showcase, "terms.md")["DefinedTermSet"]["hasDefinedTerm"]
    obec = next(word for word in words if word["@id"] == f"{SITE}terms/#term-obec")
    assert obec == {
        "@type": "DefinedTerm",
        "@id": f"{SITE}terms/#term-obec",
        "name": "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน",
        "alternateName": "สพฐ.",
        "description": "หน่วยงานต้นสังกัด",
    }


def test_a_script_says_what_it_is_given() -> None:
    written = {"name": "</script><script>alert(1)</script>&amp;\u2028\u2029 ก"}
    text = script_text([written])
    assert json.loads(text)["@graph"] == [written]
    assert "<" not in text
    assert script_text([]) == ""
