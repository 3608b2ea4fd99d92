"""Services: what the measure of transparency asks of them, and only of them."""

import pytest

from generator.indexes.completeness import Extent, completeness_questions
from generator.indexes.profiles import kept_by, profile
from generator.indexes.services import services_of
from generator.indexes.uses import form_uses, used_forms
from generator.model.edition import ProfileId
from generator.model.presentation import presented_fields
from generator.model.service import Channel, Service
from tests.document.manuals import manual_of, placed
from tests.support.services import FORMS, NONE_NEEDED, SERVICE

LICENCE = placed("licence", "1.1", service=SERVICE)


def test_only_services_are_asked_and_none_is_stated() -> None:
    manual = manual_of(
        LICENCE,
        placed("permit", "1.2", service={**SERVICE, **NONE_NEEDED, "channels": [{"name": "ก"}]}),
        placed("bare", "1.3", service={"applicants": [{"name": "ประชาชน"}]}),
        placed("inner", "1.4"),
        placed("planned", "1.5", service=SERVICE, status="planned"),
        forms=FORMS,
    )
    asked = profile(ProfileId.ITA_SERVICE)
    whole, part, none = Extent.WHOLE, Extent.PART, Extent.NONE
    assert [each.title for each in asked.requirements][2:] == ["ค่าธรรมเนียม", "เอกสารที่ต้องใช้"]
    assert {kept.placed.id: kept.extents for kept in kept_by(manual, asked)} == {
        "licence": (whole, part, whole, whole),
        "permit": (whole, part, whole, whole),
        "bare": (none, none, none, none),
    }


def test_every_field_of_a_service_can_be_asked() -> None:
    asked = set(completeness_questions())
    assert {f"service.{field.name}" for field in presented_fields(Service)} <= asked
    assert {f"service.channels.{field.name}" for field in presented_fields(Channel)} <= asked


@pytest.mark.parametrize(
    ("name", "given", "places"),
    [
        ("service", 1, 1),
        ("service.channels.hours", 1, 2),
        ("service.documents.form", 1, 2),
        ("service.total_time", 1, 1),
    ],
)
def test_the_things_of_a_list_are_counted(name: str, given: int, places: int) -> None:
    answer = completeness_questions()[name](LICENCE)
    assert (answer.given, answer.places) == (given, places)


def test_of_what_there_is_none_nothing_is_missing() -> None:
    answer = completeness_questions()["service.documents.form"](placed(service=NONE_NEEDED))
    assert answer.extent is Extent.WHOLE


def test_services_out_of_use_are_none() -> None:
    manual = manual_of(
        LICENCE, placed("old", service=SERVICE, status="retired"), placed("inner"), forms=FORMS
    )
    assert [each.id for each, _ in services_of(manual)] == ["licence"]


def test_a_form_of_a_service_is_used() -> None:
    (use,) = form_uses(manual_of(LICENCE, forms=FORMS))["request"]
    assert (use.is_whole, use.steps, used_forms(LICENCE)) == (True, (), ("request",))
