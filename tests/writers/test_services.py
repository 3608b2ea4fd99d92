"""Services for programs: in the export and its schema, and in the words of schema.org."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.export_json import SCHEMA_FILE, export_manual
from generator.writers.export_schema import export_schema
from generator.writers.publication import Publication
from generator.writers.structured_data import structured_data
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.services import FORMS, NONE_NEEDED, SERVICE


def manual_with(service: object) -> Manual:
    return manual_of(placed("licence", service=service), forms=FORMS)


def exported(service: object) -> Any:  # noqa: ANN401 - data of any shape
    """The service in the export, which its schema describes."""
    data = json.loads(json.dumps(export_manual(manual_with(service), {})))
    Draft202012Validator(export_schema(SCHEMA_FILE)).validate(data)
    return data["areas"][0]["procedures"][0]["service"]


def test_all_of_a_service() -> None:
    service = exported(SERVICE)
    assert service["applicants"][0] == {"name": "ประชาชน", "only_if": None}
    assert service["channels"][1]["url"] == "https://example.go.th/e"
    assert [each["amount"] for each in service["fees"]] == ["2,000 บาทต่อปี", "100 บาท"]
    assert service["documents"][1]["form"] == "request"
    assert service["total_time"]["text"] == "30 วัน"


@pytest.mark.parametrize(("stated", "told"), [("none", "none"), ("ไม่มี", "none"), ([], [])])
def test_stated_is_told_from_left_out(stated: object, told: object) -> None:
    assert exported({"fees": stated})["fees"] == told


def test_a_procedure_without_one() -> None:
    assert exported(None) is None


def test_in_the_words_of_schema_org() -> None:
    book = open_book(Indexes(manual_with(SERVICE), TODAY))
    publication = Publication(book, tuple(documents_of(book)), site_url="https://a.example/")
    service = next(
        each
        for each in structured_data(publication, "budget/licence.md")
        if each["@type"] == "GovernmentService"
    )
    assert service["@id"] == "https://a.example/budget/licence/#service"
    counter, online = service["availableChannel"]
    assert counter["servicePhone"] == [{"@type": "ContactPoint", "telephone": "021234567"}]
    assert "serviceUrl" not in counter
    assert online["serviceUrl"] == "https://example.go.th/e"
    assert [each["description"] for each in service["offers"]] == ["2,000 บาทต่อปี", "100 บาท"]
    assert service["audience"][1]["audienceType"] == "นิติบุคคล"


def test_nothing_is_offered_where_nothing_is_stated() -> None:
    book = open_book(Indexes(manual_with(NONE_NEEDED), TODAY))
    publication = Publication(book, tuple(documents_of(book)), site_url="https://a.example/")
    _, service, *_ = structured_data(publication, "budget/licence.md")
    assert not {"offers", "availableChannel", "audience"} & service.keys()
