"""Questions of a kind are answered in the list itself, from the fields of procedures, by number and by words."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.test_search_floor import EDITION, OTHER_EDITION, TABLES, in_words
from tests.support.search_worker import SearchWorkers

ASKED = TABLES / "asked.tsv"
"""Sixty questions; the even ones were held back until the engine was done."""
IN_HASTE = TABLES / "in_haste.tsv"
"""Short questions as they are typed in haste, each with the rows that answer it."""


def asked(edition: str) -> list[dict[str, str]]:
    """The questions to an office's manual, with the page, the place and the words that answer them."""
    with ASKED.open(encoding="utf-8", newline="") as file:
        names = ("edition", "query", "page", "place", "said")
        rows = [dict(zip(names, row, strict=True)) for row in csv.reader(file, delimiter="\t")][1:]
    return [row for row in rows if row["edition"] == edition]


def answers(workers: SearchWorkers, site: Path, queries: list[str]) -> list[dict[str, Any]]:
    """What the worker tells the list."""
    return [json.loads(each) for each in workers.answers(site, queries)]


def first(answer: dict[str, Any]) -> tuple[str, str]:
    """Where the first answer leads, and all that the list says of it."""
    group = answer["items"][0]
    entry = next((each for each in group if "#" in each["location"]), group[0])
    words = " ".join([entry["title"], entry["text"], *entry.get("tags", ())])
    return entry["location"], in_words(words)


def is_answered(row: dict[str, str], answer: dict[str, Any]) -> bool:
    if not row["page"]:
        return not answer["items"] and any(row["said"] in in_words(label) for label, *_ in answer["doors"])
    if not answer["items"]:
        return False
    location, words = first(answer)
    page, _, place = location.partition("#")
    return page == row["page"] and row["place"] in ("", place) and row["said"] in words


def test_questions_are_answered_in_the_list(search_workers: SearchWorkers, real_sites: Path) -> None:
    missed, count = list[str](), 0
    for edition in (EDITION, OTHER_EDITION):
        rows = asked(edition)
        told = answers(search_workers, real_sites / edition, [row["query"] for row in rows])
        missed += [row["query"] for row, each in zip(rows, told, strict=True) if not is_answered(row, each)]
        count += len(rows)
    assert count == 60
    assert len(missed) <= 3, missed


def leads_there(row: dict[str, str], answer: dict[str, Any]) -> bool:
    """Whether the first answer leads to one of the rows; pages of references have none."""
    page, _, place = first(answer)[0].partition("#") if answer["items"] else ("", "", "")
    is_page = any(
        page.startswith(each.rstrip("*")) if each.endswith("*") else page == each
        for each in row["pages"].split("|")
    )
    return is_page and (page.startswith("references/") or place.startswith(tuple(row["places"].split("|"))))


def test_questions_in_haste_lead_to_the_rows_that_answer_them(
    search_workers: SearchWorkers, real_sites: Path
) -> None:
    with IN_HASTE.open(encoding="utf-8", newline="") as file:
        names = ("edition", "query", "pages", "places")
        rows = [dict(zip(names, row, strict=True)) for row in csv.reader(file, delimiter="\t")][1:]
    told = [answers(search_workers, real_sites / row["edition"], [row["query"]])[0] for row in rows]
    missed = [row["query"] for row, each in zip(rows, told, strict=True) if not leads_there(row, each)]
    assert len(rows) == 110
    assert len(missed) <= 24, missed


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("ถ้า ผอ.เขต ไม่เห็นชอบรายงานวิเคราะห์", "budget/expenditure-analysis/#step-consider-report"),
        ("กศจ.ไม่เห็นชอบแผนปฏิบัติการ", "policy-and-planning/annual-action-plan/#step-approve"),
        ("ผู้บังคับบัญชาไม่อนุมัติขอสนับสนุนงบ", "budget/budget-request/#step-approve-support"),
        (
            "กรรมการไม่เห็นชอบยุบโรงเรียน",
            "school-reorganisation/school-reorganisation/#step-approve-plan",
        ),
    ],
)
def test_who_asks_what_follows_is_led_to_the_decision_whether_it_says_so_or_not(
    search_workers: SearchWorkers, real_sites: Path, query: str, place: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    assert first(answer)[0] == place


@pytest.mark.parametrize("query", ["ยุบรร", "จะยุบรร.", "ยุบ รร"])
def test_a_short_name_at_the_end_of_what_is_typed_is_that_name(
    search_workers: SearchWorkers, real_sites: Path, query: str
) -> None:
    (answer,) = answers(search_workers, real_sites / EDITION, [query])
    assert first(answer)[0].startswith("school-reorganisation/school-reorganisation/")


@pytest.mark.parametrize(
    ("query", "page"),
    [('"คณะกรรมการรายงาน"', ""), ("“คณะกรรมการวิเคราะห์งบประมาณรายจ่าย”", "budget/expenditure-analysis/")],
)
def test_what_is_in_quotes_stands_in_every_answer(
    search_workers: SearchWorkers, real_sites: Path, query: str, page: str
) -> None:
    loose, exact = answers(search_workers, real_sites / EDITION, [query.strip('"“”'), query])
    assert len(exact["items"]) < len(loose["items"])
    assert [group[0]["location"].partition("#")[0] for group in exact["items"]][:1] == [page][: len(page)]


def test_what_is_left_out_stands_in_no_answer(search_workers: SearchWorkers, real_sites: Path) -> None:
    all_of_it, rest, nothing_left_out = answers(
        search_workers, real_sites / EDITION, ["แผน", "แผน -งบประมาณ", "แผน - งบประมาณ"]
    )
    assert any("งบประมาณ" in json.dumps(group, ensure_ascii=False) for group in all_of_it["items"])
    assert rest["items"]
    said = in_words(json.dumps(rest["items"], ensure_ascii=False))
    assert "งบประมาณ" not in said
    assert nothing_left_out["items"]
