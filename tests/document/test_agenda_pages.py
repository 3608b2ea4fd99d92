"""The calendar: what names its months stands under them, what comes round stands once, and nothing is lost."""

from collections.abc import Sequence
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as some

from generator.document.compose import open_book
from generator.document.sections import sections_of
from generator.indexes.agenda import Agenda, Round, agenda_of
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.page import Page
from tests.document.manuals import TODAY, manual_of, placed
from tests.model.schedule_phrasings import COUNTED, PHRASINGS
from tests.support.site_pages import build_pages, finished
from tests.support.visible import visible_text

PAGE, HOME, PROCEDURE = "calendar.md", "index.md", "budget/plan.md"
ALL = [*PHRASINGS, *COUNTED]


def manual(*schedules: str, of_procedure: Sequence[str] = ()) -> Manual:
    """A manual whose procedure has a step for each schedule, every second one of the director."""
    steps = [
        {"text": f"ขั้น {at}", "schedule": text, **({"role": "director"} if at % 2 else {})}
        for at, text in enumerate(schedules)
    ]
    return manual_of(placed(schedule=list(of_procedure), steps=steps or [{"text": "ทำ"}]))


def pages(of: Manual) -> dict[str, Page]:
    return {page.uri: page for page in build_pages(of, {}, TODAY)}


def parts(html: str) -> dict[str, str]:
    """A page cut at its headings, by their ids."""
    cut = html.split("{ #")
    return {part.partition(" ")[0]: part for part in cut[1:]}


def agenda(*schedules: str) -> Agenda:
    return agenda_of(manual(*schedules))


def test_without_a_schedule_there_is_nothing_of_a_calendar() -> None:
    made = pages(manual())
    assert PAGE not in made
    book = open_book(Indexes(manual(), TODAY))
    assert not [section for section in sections_of(book) if section.uri == PAGE]
    assert all(
        "data-due-month" not in finished(page) and "calendar" not in finished(page) for page in made.values()
    )


def test_a_procedure_out_of_use_has_no_dates() -> None:
    retired = manual_of(placed(status="retired", schedule="ทุกเดือน"))
    assert PAGE not in pages(retired)


def test_an_order_by_months_is_told_only_where_something_names_one() -> None:
    told = [
        "เรียงตามเดือน" in visible_text(finished(pages(manual(text))[PAGE]))
        for text in ("ทุกเดือน", "สิ้นเดือนมกราคม")
    ]
    assert told == [False, True]


def test_what_names_months_stands_under_each_of_them_in_the_order_of_its_days() -> None:
    by_month = agenda("สิ้นเดือนมกราคม", "15 วันหลังสิ้นไตรมาส", "ภายใน 2 มกราคม", "ทุกเดือน").by_month
    assert list(by_month) == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    told = {month: [each.schedule.text for each in items] for month, items in by_month.items() if items}
    assert told == {
        10: ["15 วันหลังสิ้นไตรมาส"],
        1: ["ภายใน 2 มกราคม", "15 วันหลังสิ้นไตรมาส", "สิ้นเดือนมกราคม"],
        4: ["15 วันหลังสิ้นไตรมาส"],
        7: ["15 วันหลังสิ้นไตรมาส"],
    }


def test_what_comes_round_stands_once_the_most_frequent_first() -> None:
    texts = ("ภาคเรียนที่ 1", "ทุกปี", "ทุก 6 เดือน", "ทุกเดือน ตุลาคมถึงมีนาคม", "ทุกวันศุกร์", "ทุกวัน", "ทุก 2 ปี")
    rounds = agenda(*texts).by_round
    assert list(rounds) == [
        Round.DAY,
        Round.WEEK,
        Round.MONTH,
        Round.HALF_YEAR,
        Round.YEAR,
        Round.OTHER,
        Round.SCHOOL,
    ]
    assert all(len(items) == 1 for items in rounds.values())


@given(some.lists(some.sampled_from(ALL), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_every_authored_word_is_on_the_page_and_everything_has_a_place(texts: list[str]) -> None:
    made = pages(manual(*texts, of_procedure=texts[:2]))
    for uri in (PAGE, PROCEDURE, "roles/group.md"):
        seen = visible_text(finished(made[uri]))
        expected = texts if uri != "roles/group.md" else texts[::2]
        assert all(text in seen for text in expected)
    found = agenda(*texts)
    in_months = {id(each) for items in found.by_month.values() for each in items}
    in_rounds = {id(each) for items in found.by_round.values() for each in items}
    assert in_months.isdisjoint(in_rounds)
    assert (
        in_months | in_rounds == {id(each) for each in found.items} == {id(each) for each in found.in_order}
    )


def test_the_page_leads_to_step_role_and_area_and_groups_by_both() -> None:
    html = unescape(finished(pages(manual("ภายใน 15 มกราคม", "ทุกเดือน"))[PAGE]))
    cut = parts(html)
    assert "budget/plan/#step-1" in cut["month-1"]
    assert "roles/group/" in cut["month-1"]
    assert "budget/" in cut["month-1"]
    assert "ทุกเดือน" in cut["every-month"]
    assert html.count("agenda-fold") == 3, "two roles and one area"
    assert "กุมภาพันธ์" in html


def test_the_home_page_has_the_months_that_bring_anything_and_shows_that_of_the_build() -> None:
    html = unescape(finished(pages(manual("ภายใน 15 มกราคม", "ทุกเดือน", "ทุกไตรมาส"))[HOME]))
    months = html.split("data-due-month=")[1:]
    assert len(months) == 5, "four quarters and January"
    assert [each[1:3].strip('"') for each in months if "hidden" not in each.partition(">")[0]] == ["12"]
    december, january = (next(each for each in months if each.startswith(f'"{month}"')) for month in (12, 1))
    assert "ทุกไตรมาส" in december
    assert "ภายใน 15 มกราคม" in january


def test_home_page_calendar_and_role_say_which_days_a_part_of_a_month_or_year_is() -> None:
    made = pages(
        manual(
            "ต้นเดือน",
            "ปลายเดือน",
            "ต้นเดือนตุลาคม",
            "กลางปีงบประมาณ",
            "ปลายเดือนกันยายน",
            "กลางเดือนพฤษภาคมถึงต้นเดือนมิถุนายน",
            "ครึ่งเดือนหลัง",
        )
    )
    for uris in ((HOME,), (PAGE,), ("roles/group.md", "roles/director.md")):
        shown = " ".join(visible_text(finished(made[uri])) for uri in uris)
        for said in (
            "ต้นเดือน (วันที่ 1–10)",
            "ปลายเดือน (วันที่ 21 ถึงสิ้นเดือน)",
            "ต้นเดือนตุลาคม (1–10 ตุลาคม)",
            "กลางปีงบประมาณ (มีนาคม–เมษายน)",
            "ปลายเดือนกันยายน (21 ถึงสิ้นเดือนกันยายน)",
            "กลางเดือนพฤษภาคมถึงต้นเดือนมิถุนายน (11 พฤษภาคม – 10 มิถุนายน)",
            "ครึ่งเดือนหลัง (วันที่ 16 ถึงสิ้นเดือน)",
        ):
            assert said in shown, (uris, said)


def test_several_schedules_of_a_procedure_are_told_apart_in_its_facts() -> None:
    made = pages(manual("ทุกเดือน", of_procedure=["ทุกวันจันทร์", "เดือนละ 2 ครั้ง"]))
    assert "กำหนดเวลา ทุกวันจันทร์ · เดือนละ 2 ครั้ง" in visible_text(finished(made[PROCEDURE]))


def test_a_role_lists_its_dates_and_one_without_says_nothing() -> None:
    made = pages(manual("ทุกเดือน"))
    assert "{ #dates " in finished(made["roles/group.md"])
    assert "group.ics" in finished(made["roles/group.md"])
    assert "{ #dates " not in finished(made["roles/director.md"])
