"""What pages tell programs they are about: by schema.org's own definitions, steps with texts, times as stated."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model import plain_text
from generator.model.manual import Manual
from generator.writers.publication import Publication
from generator.writers.structured_data import structured_data
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.every_field import every_field_manual
from tests.support.schema_org import wrong_with
from tests.support.services import FORMS, SERVICE


def told(manual: Manual) -> Iterator[tuple[str, Any]]:
    """Every thing that the pages of a manual tell of, with the page's uri."""
    book = open_book(Indexes(manual, TODAY))
    publication = Publication(book, tuple(documents_of(book)), site_url="https://a.example/")
    for uri in publication.titles:
        for thing in json.loads(json.dumps(structured_data(publication, uri))):
            yield uri, thing


def how_to(**fields: Any) -> Any:  # noqa: ANN401 - data of any shape
    """The only procedure of a manual, as instructions."""
    manual = manual_of(placed("sample", **fields), forms=FORMS)
    return next(thing for _, thing in told(manual) if thing["@type"] == "HowTo")


def steps_of(thing: Any) -> Iterator[Any]:  # noqa: ANN401 - data of any shape
    """All steps of instructions, those below others too."""
    for step in thing.get("step", thing.get("itemListElement", ())):
        yield step
        yield from steps_of(step)


def test_all_that_is_told_is_in_the_vocabulary() -> None:
    things = [
        *told(every_field_manual(str)),
        *told(manual_of(placed("licence", service=SERVICE), forms=FORMS)),
    ]
    assert {thing["@type"] for _, thing in things} >= {
        "HowTo",
        "GovernmentService",
        "DefinedTermSet",
        "BreadcrumbList",
    }
    assert [problem for uri, thing in things for problem in wrong_with(thing, uri)] == []


@pytest.mark.parametrize(
    ("thing", "problem"),
    [
        ({"@type": "HowToo"}, ": no type HowToo"),
        ({"@type": "HowTo", "steps_": []}, "/HowTo.steps_: no property"),
        ({"@type": "HowTo", "totalTime": "3 days"}, "/HowTo.totalTime: '3 days' is none of ['Duration']"),
        (
            {"@type": "HowTo", "tool": {"@type": "HowToSupply"}},
            "/HowTo.tool: HowToSupply is none of ['HowToTool', 'Text']",
        ),
    ],
)
def test_what_is_not_in_the_vocabulary_is_noticed(thing: object, problem: str) -> None:
    assert list(wrong_with(thing)) == [problem]


def test_every_step_has_its_text() -> None:
    things = [thing for _, thing in told(every_field_manual(str)) if thing["@type"] == "HowTo"]
    steps = [step for thing in things for step in steps_of(thing)]
    assert steps
    assert all(step["text"] and step["name"] for step in steps)


@pytest.mark.parametrize(
    ("durations", "total"),
    [
        (("2 วัน", "3 ชั่วโมง 30 นาที"), "P2DT3H30M"),
        (("1–2 เดือน", "1 ปี"), "P1Y2M"),
        (("2 สัปดาห์", "1 วัน"), "P15D"),
        (("2 วัน", None), None),
        (("2 วันทำการ",), None),
        (("อย่างน้อย 2 วัน",), None),
        (("2 วัน/ราย",), None),
        (("ตามที่หน่วยงานกำหนด",), None),
    ],
)
def test_a_total_time_is_told_where_all_of_it_is_stated_and_can_be(
    durations: tuple[str | None, ...], total: str | None
) -> None:
    steps = [{"text": "ทำ", **({"duration": each} if each else {})} for each in durations]
    assert how_to(steps=steps).get("totalTime") == total


def test_a_service_states_its_own_total() -> None:
    assert how_to(service={**SERVICE, "total_time": "2 สัปดาห์"}, steps=[{"text": "ทำ"}])["totalTime"] == "P2W"


def test_forms_are_used_up_and_laws_are_cited() -> None:
    form = next(iter(FORMS))
    told_of = how_to(steps=[{"text": "ยื่น", "forms": [form]}], forms=[form])
    assert told_of["supply"] == [{"@type": "HowToSupply", "name": FORMS[form]["title"]}]
    assert "citation" not in told_of
    manual = every_field_manual(str)
    everything = [thing for _, thing in told(manual) if thing["@type"] == "HowTo"]
    cited = [work for thing in everything for work in thing.get("citation", ())]
    assert cited
    assert {work["name"] for work in cited} <= {plain_text(each.title) for each in manual.references.values()}
    assert [thing for thing in everything if "tool" in thing] == []
