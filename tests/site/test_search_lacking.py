"""What a manual has not is said, what another office's has is found there, and nothing that is there is denied."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bench.search_queries import read_queries
from tests.site.test_search_answers import answers, asked, first
from tests.site.test_search_floor import EDITION, OTHER_EDITION, STAFF, TABLES, in_words
from tests.support.measuring import PHONE_WIDTH
from tests.support.search_worker import SearchWorkers
from tests.support.sharing import SharedRun
from tests.support.thai_lines import cut_words

SURELY, PERHAPS = "คู่มือนี้ไม่มี", "คู่มือนี้อาจไม่มี"
ABSENT = TABLES / "absent.txt"
"""Things that staff of such offices ask for and neither manual has; the last thirty came with `ODDLY_ASKED`, and the
forty before them, of which the even ones were held back, when the engine was done."""
ODDLY_ASKED = TABLES / "oddly_asked.txt"
"""Things that are there, in words that no manual has; the last fifteen of both were held back."""
EVERY = 3


def absent() -> list[str]:
    """Queries for what is not there."""
    return ABSENT.read_text(encoding="utf-8").splitlines()


def says(answer: dict[str, Any], sentence: str) -> bool:
    """Whether a sentence begins what the list says above its answers."""
    return any(in_words(label).startswith(sentence) for label, *_ in answer["doors"])


def test_what_is_not_there_is_said(search_workers: SearchWorkers, real_sites: Path) -> None:
    told = answers(search_workers, real_sites / EDITION, absent())
    denied, doubted = ([each for each in told if says(each, sentence)] for sentence in (SURELY, PERHAPS))
    assert all(not each["items"] for each in denied)
    assert all(each["items"] for each in doubted)
    assert len(denied) >= 0.3 * len(told)
    assert len(denied) + len(doubted) >= 0.8 * len(told) > 90


def test_a_doubt_stands_above_the_answers_and_nothing_else_does(
    page: Page, shared_run: SharedRun, real_sites: Path
) -> None:
    page.goto(f"{shared_run.address_of(real_sites.name)}{EDITION}/?q=ยุบโรงเรียนแล้วชาวบ้านไม่ยอม")
    label = page.locator(".finder__label", has_text=PERHAPS)
    expect(label).to_be_visible()
    assert not label.locator("xpath=following-sibling::*").count()
    answer = page.locator(".md-search-result__link").first
    expect(answer).to_be_visible()
    label_box, answer_box = label.bounding_box(), answer.bounding_box()
    assert label_box
    assert answer_box
    assert label_box["y"] < answer_box["y"]


@pytest.mark.parametrize("edition", [EDITION, OTHER_EDITION])
def test_nothing_that_is_there_is_denied(
    search_workers: SearchWorkers, real_sites: Path, edition: str
) -> None:
    tables = ["two_offices.tsv", "accepted.tsv", *(STAFF if edition == EDITION else ["uttaradit2.tsv"])]
    queries = [query.text for table in tables for query in read_queries(TABLES / table, edition)][::EVERY]
    queries += [row["query"] for row in asked(edition) if row["page"]]
    told = answers(search_workers, real_sites / edition, queries)
    assert [query for query, each in zip(queries, told, strict=True) if says(each, SURELY)] == []
    assert sum(says(each, PERHAPS) for each in told) <= 0.01 * len(queries)


def test_whoever_asks_in_words_that_no_manual_has_is_shown_what_is_near(
    search_workers: SearchWorkers, real_sites: Path
) -> None:
    queries = ODDLY_ASKED.read_text(encoding="utf-8").splitlines()
    told = answers(search_workers, real_sites / EDITION, queries)
    assert [query for query, each in zip(queries, told, strict=True) if not each["items"]] == []
    assert sum(says(each, PERHAPS) for each in told) <= 0.25 * len(queries)


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        (
            "budget/budget-transfer/",
            ["ขั้นตอนสุดท้ายของการโอนงบ", "โอนงบขั้นตอนสุดท้าย", "โอนงบรอบสุดท้ายปลายปี", "ท้ายสุดของการโอนเงินคือ"],
        ),
        ("budget/expenditure-analysis/", ["รายงานโดนตีกลับทำไงต่อ"]),
        (
            "administration/correspondence/",
            ["อีไฟล์ลิ่ง", "อีไฟล์ริ่ง", "อีออฟฟิต", "สมารทออฟฟิศ", "สมาทออฟฟิต", "อีสารบัน"],
        ),
    ],
)
def test_ordinary_words_and_slips_in_names_deny_nothing(
    search_workers: SearchWorkers, real_sites: Path, page: str, queries: list[str]
) -> None:
    """Names in the last row stand in no page: they are only what readers say."""
    told = answers(search_workers, real_sites / EDITION, queries)
    assert [first(each)[0].partition("#")[0] for each in told] == [page] * len(queries)


@pytest.mark.parametrize(
    ("edition", "query", "page"),
    [
        (EDITION, "ประชุม กพท.", "../uttaradit2/committee-secretary/area-committee-meetings/"),
        (OTHER_EDITION, "โอนงบประมาณ", "../khonkaen5-2566/budget/budget-transfer/"),
        (OTHER_EDITION, "ยุบโรงเรียน", "../khonkaen5-2566/school-reorganisation/school-reorganisation/"),
    ],
)
def test_what_another_office_has_leads_there(
    search_workers: SearchWorkers, real_sites: Path, edition: str, query: str, page: str
) -> None:
    (answer,) = answers(search_workers, real_sites / edition, [query])
    location, said = first(answer)
    assert location == page
    assert "อยู่ในคู่มือของ สพป." in said
    assert (real_sites / edition / page / "index.html").is_file()


def test_what_follows_on_a_step_comes_first_and_who_acts_is_named(
    search_workers: SearchWorkers, real_sites: Path
) -> None:
    queries = ["หลังตั้งคณะกรรมการจัดสรรแล้วทำอะไรต่อ", "ใครตั้งคณะกรรมการจัดสรรงบ"]
    (after, said), (place, who) = map(first, answers(search_workers, real_sites / EDITION, queries))
    assert after.endswith("#step-analyse-allocation")
    assert "ขั้นตอนต่อจาก “1.1 แต่งตั้งคณะกรรมการจัดสรรงบประมาณ”" in said
    assert place.endswith("#step-appoint-committee")
    assert who.endswith("สำนักงานเขตพื้นที่การศึกษา")


def test_only_whole_words_are_marked_and_shown(search_workers: SearchWorkers, real_sites: Path) -> None:
    queries = ["ประชุมกลุ่ม", "เงินเหลือจ่าย", "ประมาณการรายจ่าย", "อำนวยความสะดวก"]
    for query, answer in zip(queries, answers(search_workers, real_sites / EDITION, queries), strict=True):
        for html in (entry[key] for group in answer["items"] for entry in group for key in ("title", "text")):
            for broken in ("<mark>ประมาณ</mark></span> ", "งบ<mark>", "<mark>อำนวย</mark>การ", "ใช้<mark>จ่าย"):
                assert broken not in html, query
            assert in_words(html).count("<") == 0


@pytest.mark.parametrize("width", [PHONE_WIDTH, 1280])
def test_no_word_of_a_result_is_cut(page: Page, shared_run: SharedRun, real_sites: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{shared_run.address_of(real_sites.name)}{EDITION}/?q=งบประมาณ")
    for query in ("งบประมาณ", "กฎหมายที่ใช้ยุบโรงเรียน", "เลื่อนเงินเดือนครู"):
        page.locator("[data-md-component=search-query]").fill(query)
        page.locator(".md-search-result__item, .finder__chip").first.wait_for()
        assert cut_words(page) == []
