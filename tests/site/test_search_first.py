"""What comes first for whoever names a number, a form, a refusal or an abbreviation."""

import json
from pathlib import Path

import pytest

from tests.site.test_search_answers import answers, first
from tests.site.test_search_floor import EDITION, OTHER_EDITION, in_words
from tests.support.search_worker import SearchWorkers


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("ใครอนุมัติ 2.3", "policy-and-planning/annual-action-plan/"),
        ("๒.๓ ใครเซ็น", "policy-and-planning/annual-action-plan/"),
        ("2.2 ส่งใคร", "policy-and-planning/basic-education-plan/"),
        ("ใครลงนาม 4.4", "budget/budget-transfer/"),
        ("แบบฟอร์ม 2.3", "policy-and-planning/annual-action-plan/"),
    ],
)
def test_the_number_of_a_procedure_means_it_and_no_other(
    search_workers: SearchWorkers, real_sites: Path, query: str, page: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    assert {entry["location"].partition("#")[0] for group in answer["items"] for entry in group} == {page}


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("แบบฟอร์มโอนงบประมาณ", "budget/budget-transfer/"),
        ("ฟอร์มขอโอนงบ", "budget/budget-transfer/"),
        ("แบบฟอร์มยุบโรงเรียน", "school-reorganisation/school-reorganisation/"),
        ("แบบฟอร์มรวมโรงเรียน", "school-reorganisation/school-reorganisation/"),
    ],
)
def test_a_form_in_other_words_is_said_to_be_none_and_no_head_of_a_table_is_shown(
    search_workers: SearchWorkers, real_sites: Path, query: str, page: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    location, words = first(answer)
    assert location.startswith(page)
    assert "คู่มือไม่ได้ระบุแบบฟอร์ม" in words
    assert "แบบฟอร์มและเอกสารอ้างอิง" not in in_words(json.dumps(answer["items"], ensure_ascii=False))


@pytest.mark.parametrize("query", ["แบบฟอร์มแผนใช้จ่าย", "ทำแผนใช้จ่ายใช้ฟอร์มไหน", "ฟอร์มรวบรวมข้อมูลแผนใช้จ่าย"])
def test_the_forms_of_a_procedure_are_shown_to_whoever_asks_in_other_words(
    search_workers: SearchWorkers, showcase_site: Path, query: str
) -> None:
    (answer,) = answers(search_workers, showcase_site, [query])
    location, words = first(answer)
    assert location == "budget/spending-plan/#forms"
    assert "แบบเสนอแผน" in words
    assert "แบบบันทึก" in words


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("เมื่อไม่เห็นชอบ ยุบโรงเรียน", "school-reorganisation/school-reorganisation/#step-approve-plan"),
        ("แผนปฏิบัติการไม่เห็นชอบทำไง", "policy-and-planning/annual-action-plan/#step-approve"),
        ("โอนงบประมาณ ไม่เห็นชอบต้องทำยังไง", "budget/budget-transfer/#step-approve-transfer"),
        ("2.3 ไม่เห็นชอบ", "policy-and-planning/annual-action-plan/#step-approve"),
    ],
)
def test_where_no_way_is_named_the_step_that_decides_says_so(
    search_workers: SearchWorkers, real_sites: Path, query: str, place: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    location, words = first(answer)
    assert location == place
    assert "คู่มือไม่ได้ระบุว่าต้องทำอย่างไรต่อ" in words


@pytest.mark.parametrize("query", ["เมื่อไม่เห็นชอบ", "ไม่เห็นชอบต้องทำยังไง", "วิเคราะห์งบประมาณ ไม่เห็นชอบต้องทำยังไง"])
def test_the_way_that_is_named_after_a_refusal_is_shown(
    search_workers: SearchWorkers, real_sites: Path, query: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    location, words = first(answer)
    assert location == "budget/expenditure-analysis/#step-consider-report"
    assert "หากไม่เห็นชอบ" in words


@pytest.mark.parametrize("edition", [EDITION, OTHER_EDITION])
def test_an_abbreviation_alone_leads_to_what_it_is_short_for(
    search_workers: SearchWorkers, real_sites: Path, edition: str
) -> None:
    known = {
        "สพท.": "term-area-office",
        "กศจ.": "term-provincial-education-committee",
        "สพฐ.": "term-obec",
        "ผวจ.": "term-provincial-governor",
    }
    queries = [query for short in known for query in (short, short[:-1], f"{short} คืออะไร")]
    told = answers(search_workers, real_sites / edition, queries)
    places = {query: first(answer)[0] for query, answer in zip(queries, told, strict=True)}
    assert places == {
        query: f"terms/#{place}"
        for short, place in known.items()
        for query in (short, short[:-1], f"{short} คืออะไร")
    }


def test_an_abbreviation_whose_work_defines_it_leads_to_its_meaning(
    search_workers: SearchWorkers, real_sites: Path
) -> None:
    for answer in answers(search_workers, real_sites / EDITION, ["KM", "km", "KM คือ"]):
        location, words = first(answer)
        assert "#definition-" in location or location.startswith("terms/#")
        assert "รวบรวมและกลั่นกรององค์ความรู้" in words


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("ยุบรร.ใช้กม.อะไร", "school-reorganisation/school-reorganisation/#references"),
        ("งาน 2.2 หลังเสนอกศจ.แล้วทำไรต่อ", "policy-and-planning/basic-education-plan/#step-approve"),
        ("เจ้าหน้าที่แผน", "administration/internal-meetings/#step-notify-staff"),
    ],
)
def test_abbreviations_and_whole_words_are_cut_as_people_know_them(
    search_workers: SearchWorkers, real_sites: Path, query: str, place: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    assert first(answer)[0] == place
    assert not {word for group in answer["items"] for word in group[0]["terms"]} & {"เจ้า", "หน้าที่"}
