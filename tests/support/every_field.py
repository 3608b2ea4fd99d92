"""A manual in which every text that an editor can write says what the test wants it to say."""

from collections.abc import Callable
from typing import Any

from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.change import Change
from generator.model.edition import Area, Edition, Settings
from generator.model.knowledge_item import KnowledgeItem
from generator.model.learning_path import LearningPath
from generator.model.manual import (
    LeftOut,
    Manual,
    PlacedArea,
    PlacedKnowledge,
    PlacedPath,
    PlacedProcedure,
    Sibling,
    place_steps,
)
from generator.model.procedure import Procedure

HOSTILE = (
    "<script>alert(1)</script>",
    "</title></td></table><img src=x onerror=alert(1)>",
    "**bold** and ** not __this__ _nor_ *this*",
    "[x](y) ![i](j) [a][b] [out](https://a.example/?q=1&r=(2)",
    "{{ 7 * 7 }} {% raw %} {# c #} {: .class } { #id }",
    "&amp; &lt;b&gt; &#39; & &nbsp;",
    "`code` ``` ~~~ ~~gone~~ ==mark== ^up^ ~down~",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "> quote",
    "!!! note",
    "??? note",
    "/// note",
    "--- === ***",
    "a|b | c || d",
    "$(id) ${} $$x$$ \\(y\\) \\* \\",
    "\"double\" 'single' -- --- ...",
    ":smile: :material-home: a@b.example https://c.example/d_e_f www.g.example",
    "<!--khumue:1--> <!--khumue:chart:--> -->",
    "[^1] [^1]: note *[abbr]: x",
    "term\n: meaning",
    "ก\nข\n\n    ค",
    "น้ำ ค้ำ ญฺ ๑๒๓ ๆ ฯ",
)
"""Texts that Markdown, HTML, templates, shells or our own markers might read something into."""


def every_field_manual(say: Callable[[str], str]) -> Manual:
    """A manual with one procedure that uses every field of the model, as an edition among others that changed it.

    Args:
        say: from a field's name, unique in the manual, to the text to write there.
    """
    procedure = Procedure.model_validate(_procedure(say))
    steps = place_steps(procedure)
    placed = PlacedProcedure(
        "sample",
        "area",
        "1.1",
        "procedures/area/sample.yml",
        procedure,
        steps,
        changes=tuple(Change.model_validate(change) for change in _changes(say)),
        base=procedure,
    )
    area = Area.model_validate({"title": say("area-title"), "summary": say("area-summary")})
    catalogue = _catalogue(say)
    return Manual(
        settings=Settings.model_validate(_settings(say)),
        edition_id="sample",
        edition=Edition.model_validate(
            {
                "office": say("office"),
                "areas": [{"id": "area", "procedures": ["sample"]}],
                "site": say("site"),
            }
        ),
        values={},
        areas=(PlacedArea("area", "1", area.title, area.summary, (placed,)),),
        roles={"actor": Role.model_validate(catalogue["role"])},
        references={"paper": Reference.model_validate(catalogue["reference"])},
        forms={"form": Form.model_validate(catalogue["form"])},
        terms={"term": Term.model_validate(catalogue["term"])},
        left_out=(
            LeftOut("gone", "area", say("left-out").strip()),
            LeftOut("lost", "other", say("left-out-too").strip(), say("left-out-area").strip()),
        ),
        siblings=(
            Sibling(
                "north",
                say("sibling-office").strip(),
                say("sibling-short").strip(),
                None,
                frozenset({"sample"}),
            ),
        ),
        knowledge=(_item(say),),
        paths=(_path(say),),
    )


BODY = "เนื้อหาของความรู้ ดู[](procedure:sample#outer)"
"""The body of the item of knowledge: Markdown, which is rendered and not shown as it was written."""


def _item(say: Callable[[str], str]) -> PlacedKnowledge:
    """An item of knowledge with every field filled, of a step and of the whole procedure."""
    item = {
        "title": say("knowledge-title"),
        "kind": "good-practice",
        "procedures": ["sample#inner", "sample"],
        "tags": [say("tag-1"), say("tag-2")],
        "date": "2568-01-15",
        "contributor": "actor",
        "reviewed": "2568-02-01",
    }
    return PlacedKnowledge("learned", "docs/knowledge/learned.md", KnowledgeItem.model_validate(item), BODY)


def _path(say: Callable[[str], str]) -> PlacedPath:
    """A learning path with a stop of every kind."""
    path = {
        "title": say("path-title"),
        "role": "actor",
        "summary": say("path-summary"),
        "stops": [
            {"term": say("term").strip(), "why": say("why-term")},
            {"page": "roles/index.md", "why": say("why-page")},
            {"procedure": "sample", "why": say("why-procedure")},
            {"procedure": "sample", "step": "inner", "why": say("why-step")},
            {"checkpoint": say("checkpoint"), "why": say("why-checkpoint")},
        ],
    }
    return PlacedPath("beginning", "procedures/onboarding/beginning.yml", LearningPath.model_validate(path))


def _changes(say: Callable[[str], str]) -> list[dict[str, Any]]:
    """A change of a step and one of the procedure, each with its reason."""
    return [
        {
            "replace": "steps/outer/detail",
            "with": say("detail"),
            "reason": say("reason-1"),
            "base": "0123abcd",
        },
        {"add": "scope", "with": say("scope"), "reason": say("reason-2")},
    ]


def _settings(say: Callable[[str], str]) -> dict[str, Any]:
    written = {field: say(field) for field in ("title", "group", "publisher")}
    return {**written, "default_edition": "sample"}


def _catalogue(say: Callable[[str], str]) -> dict[str, dict[str, Any]]:
    """One entry of each catalogue, every text field filled; its address is one that must not become a link."""
    return {
        "role": {
            "title": say("role"),
            "short": say("role-short"),
            "kind": "unit",
            "note": say("role-note"),
        },
        "reference": {
            "type": "act",
            "title": say("reference"),
            "number": say("reference-number"),
            "note": say("reference-note"),
            "url": "javascript:alert(1)",
        },
        "form": {
            "title": say("form"),
            "number": say("form-number"),
            "note": say("form-note"),
            "url": "//evil.example/x",
        },
        "term": {
            "term": say("term"),
            "short": say("term-short"),
            "synonyms": [say("synonym-1"), say("synonym-2")],
            "meaning": say("term-meaning"),
        },
    }


def _procedure(say: Callable[[str], str]) -> dict[str, Any]:
    """A procedure with every field filled, its steps three levels deep."""
    deepest = {"id": "deepest", "text": say("deepest-text"), "role": "actor"}
    inner = {"id": "inner", "text": say("inner-text"), "output": say("inner-output"), "steps": [deepest]}
    return {
        "title": say("procedure-title"),
        "summary": say("summary"),
        "owner": "actor",
        "objective": [say("objective-1"), say("objective-2")],
        "scope": [say("scope")],
        "definitions": [{"term": say("definition-term"), "meaning": say("definition-meaning")}],
        "steps": [
            {
                "id": "outer",
                "text": say("outer-text"),
                "detail": say("detail"),
                "standard": say("standard"),
                "output": say("output"),
                "forms": ["form"],
                "references": ["paper"],
                "steps": [inner],
            },
            {
                "text": say("decision-text"),
                "outcomes": [{"label": say("label-1")}, {"label": say("label-2"), "go": "outer"}],
            },
        ],
        "source": {"manual": "paper", "section": say("section"), "note": say("source-note")},
    }
