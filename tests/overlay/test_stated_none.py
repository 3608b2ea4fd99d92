"""Offices change a service: what there is, and that there is none."""

import pytest

from generator.model.service import Service
from generator.model.stated_none import StatedNone
from tests.support.changing import BASE, SHARED, Project, changed, problems_of

SERVED = {
    BASE: SHARED
    + """\
service:
  channels:
    - name: เคาน์เตอร์
      hours: จันทร์
    - name: ออนไลน์
  documents: none
  fees:
    - item: ค่าใบอนุญาต
      amount: 100 บาท
  complaints:
    - ตู้รับเรื่อง
"""
}


def service_of(project: Project, changes: str) -> Service:
    service = changed(project, changes, SERVED).procedure.service
    assert service is not None
    return service


def test_a_channel_is_named_by_its_name(project: Project) -> None:
    changes = "- replace: service/channels/เคาน์เตอร์/hours\n  with: อังคาร\n- remove: service/channels/ออนไลน์"
    assert [(each.name, each.hours) for each in service_of(project, changes).channels] == [
        ("เคาน์เตอร์", "อังคาร")
    ]


def test_a_text_that_stands_for_a_record_is_one_in_the_list(project: Project) -> None:
    address = "service/complaints/ตู้รับเรื่อง"
    changes = f"- insert_after: {address}\n  with: สายด่วน\n- replace: {address}\n  with: ป้าย"
    assert [each.name for each in service_of(project, changes).complaints] == ["ป้าย", "สายด่วน"]


def test_a_list_becomes_none_and_none_a_list(project: Project) -> None:
    service = service_of(
        project,
        "- replace: service/fees\n  with: none\n- replace: service/documents\n  with:\n    - name: บัตร",
    )
    assert isinstance(service.fees, StatedNone)
    assert [each.name for each in service.documents] == ["บัตร"]


@pytest.mark.parametrize("word", ["none", "ไม่มี"])
def test_none_is_added_where_nothing_was_said(project: Project, word: str) -> None:
    files = {BASE: f"{SHARED}service:\n  total_time: 1 วัน\n"}
    service = changed(project, f"- add: service/fees\n  with: {word}", files).procedure.service
    assert service is not None
    assert isinstance(service.fees, StatedNone)


@pytest.mark.parametrize(
    "change", ["- add: service/fees\n  with: none", "- add: service/documents\n  with:\n    name: บัตร"]
)
def test_none_and_a_list_are_not_joined(project: Project, change: str) -> None:
    assert problems_of(project, change, SERVED) == ["khonkaen5-2566.yml:7:12 bad-change"]


def test_what_an_edition_makes_of_a_service_is_judged(project: Project) -> None:
    change = "- add: service/channels\n  with:\n    name: ข\n    url: ftp://a"
    assert problems_of(project, change, SERVED) == ["khonkaen5-2566.yml:10:14 bad-url"]
