"""The index: what the worker is given, and that the theme's own shape is kept."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.search import index
from generator.search.html_passages import passages_of
from generator.search.index import IndexedPage, Vocabulary, index_text, with_file_names
from generator.search.passages import find_borders

ROW = '<tr id="step-1"><td><p>รับเรื่อง</p></td><td><a href="../../roles/#clerk">เจ้าหน้าที่</a></td></tr>'
PAGE = IndexedPage(
    location="area/work/",
    title="1.1 งาน",
    passages=passages_of(
        f'<h1>1.1 งาน</h1><p>นำ</p><h2 id="steps">ขั้นตอน</h2><table>{ROW}</table><h2 id="none"></h2>'
    ),
    groups=("1 ด้าน",),
)
VOCABULARY = Vocabulary(
    names=(("พระราชบัญญัติ", "พ.ร.บ."), ("เดี่ยว",)), kinds={"step": "ส่วน", "step-": "ขั้นตอน"}, people="roles/#"
)


def built(pages: Sequence[IndexedPage] = (PAGE,)) -> Mapping[str, Any]:
    made: dict[str, Any] = json.loads(index_text(pages, VOCABULARY))
    return made


def test_a_page_comes_before_its_passages_and_empty_ones_are_left_out() -> None:
    assert [entry["location"] for entry in built()["docs"]] == [
        "area/work/",
        "area/work/#steps",
        "area/work/#step-1",
    ]


def test_borders_that_were_found_with_the_page_are_taken_and_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = replace(PAGE, passages=[replace(each) for each in PAGE.passages])
    find_borders(known.passages)
    assert built([known]) == built()
    found: list[str] = []

    def noted(line: str) -> str:
        found.append(line)
        return line

    monkeypatch.setattr(index, "with_borders", noted)
    built([known])
    assert "นำ" in PAGE.passages[0].texts
    assert "นำ" not in found


def test_an_entry_says_what_is_unusual_about_it() -> None:
    page, section, step = built()["docs"]
    assert page == {"location": "area/work/", "title": "1.1\u00a0งาน", "text": "นำ", "groups": ["1 ด้าน"]}
    assert section == {
        "location": "area/work/#steps",
        "title": "ขั้นตอน",
        "text": "",
        "level": 2,
        "kind": "ส่วน",
    }
    assert step["kind"] == "ขั้นตอน"
    assert step["linked"] == "เจ้าหน้าที่"
    assert [built()["config"]["people"][place] for place in step["people"]] == ["เจ้าหน้าที่"]


def test_a_section_about_the_page_counts_as_little_as_names() -> None:
    page = IndexedPage("area/work/", "งาน", passages_of('<h2 id="source">ที่มา</h2><p>ต้นฉบับเขียนว่า</p>'))
    index = json.loads(index_text([page], Vocabulary(asides=("source",))))
    assert (index["docs"][1]["text"], index["docs"][1]["linked"]) == ("", "ต้นฉบับ\u200bเขียน\u200bว่า")


def test_names_of_one_thing_are_groups_of_several() -> None:
    assert built()["config"]["names"] == [["พระราชบัญญัติ", "พ.ร.บ."]]


def test_thai_is_written_as_it_is() -> None:
    assert "\\u0e" not in index_text([PAGE], VOCABULARY)


def test_a_whole_page_may_be_of_a_kind_but_for_what_its_ids_say() -> None:
    page = IndexedPage("laws/a/", "x", passages_of('<h2 id="step-1">ก</h2><h2 id="a">ข</h2>'), kind="กฎหมาย")
    entries = json.loads(index_text([page], VOCABULARY))["docs"]
    assert [entry.get("kind") for entry in entries] == ["กฎหมาย", "ขั้นตอน", None]


def test_names_that_a_passage_gives_are_stored_once() -> None:
    names = (("เดี่ยว",), ("งบประมาณ", "งปม.", "งบ"), ("ครู", "อาจารย์"))
    html = "<div id='a'><p>งบประมาณ</p><p>งบ</p><p>เงิน</p></div><div id='b'><p>ครู</p><p>อาจารย์</p></div>"
    index = json.loads(index_text([IndexedPage("terms/", "x", passages_of(html))], Vocabulary(names=names)))
    first, second = index["docs"][1:]
    assert (first["text"], index["config"]["names"][first["names"]]) == (
        "เงิน",
        ["งบประมาณ", "งป\u2060ม.", "งบ"],
    )
    assert (second["text"], index["config"]["names"][second["names"]]) == ("", ["ครู", "อาจารย์"])


def test_the_worker_is_told_which_titles_are_short_for_their_texts() -> None:
    page = IndexedPage("terms/", "คำ", passages_of('<p id="a">ผวจ.</p><p id="b">ครู</p>'))
    page.passages[1].texts.append("ผู้ว่าราชการจังหวัด")
    page.passages[2].texts.append("อาจารย์")
    vocabulary = Vocabulary(names=[["ผู้ว่าราชการจังหวัด", "ผวจ."], ["ครู", "อาจารย์"]])
    _, short, other = json.loads(index_text([page], vocabulary))["docs"]
    assert short["short"] == 1
    assert "short" not in other


def test_the_worker_is_told_what_is_one_word_wherever_it_is_typed() -> None:
    vocabulary = Vocabulary(names=[["โรงเรียน", "รร."], ["ผู้ว่า", "ผวจ.", "ท่านผู้ว่าฯ"]], whole=["เจ้าหน้าที่"])
    pattern = json.loads(index_text([PAGE], vocabulary))["config"]["letters"]["whole"]
    found = [each[0] for each in re.finditer(pattern, "ยุบรร.ตามพ.ร.บ.ให้ผวจ เจ้าหน้าที่ กรรม")]
    assert found == ["รร.", "พ.ร.บ.", "ผวจ", "เจ้าหน้าที่"]


def test_the_worker_is_told_which_kind_a_question_asks_for() -> None:
    index = json.loads(index_text([PAGE], Vocabulary(wants={"ขั้นตอน": ["ใคร", "ทำไง"]})))
    assert index["config"]["wants"] == [["ใคร", "ขั้นตอน"], ["ทำไง", "ขั้นตอน"]]


def test_who_acts_has_a_page_or_a_place_below_the_beginning_of_their_addresses() -> None:
    links = '<a href="../roles/#a">ก</a><a href="../roles/b/">ข</a><a href="../roles/">ทุกคน</a><a href="../x/">ค</a>'
    page = IndexedPage("work/", "x", passages_of(f"<p>ถึง {links}</p>"))
    assert json.loads(index_text([page], Vocabulary(people="roles/")))["config"]["people"] == ["ก", "ข"]


def test_the_list_is_told_its_words_and_where_groups_and_other_sites_stand() -> None:
    vocabulary = Vocabulary(words={"areas": "หรือ"}, groups=[("ด้าน", "area/")], sites=[("เขต 2", "second/")])
    text = index_text([PAGE], vocabulary)
    assert json.loads(text)["config"]["words"] == {
        "areas": "หรือ",
        "groups": [["ด้าน", "area/"]],
        "sites": [["เขต\u00a02", "second/"]],
    }
    words = json.loads(with_file_names(text))["config"]["words"]
    assert words["groups"] == [["ด้าน", "area/index.html"]]
    assert words["sites"] == [["เขต\u00a02", "second/index.html"]]


def test_for_pages_opened_as_files_every_address_names_a_file() -> None:
    pages = [
        IndexedPage(location, "x", passages_of('<h2 id="a">ก</h2>')) for location in ("", "a/b/", "c.html")
    ]
    index = json.loads(with_file_names(index_text(pages, Vocabulary())))
    assert [entry["location"] for entry in index["docs"]] == [
        "index.html",
        "index.html#a",
        "a/b/index.html",
        "a/b/index.html#a",
        "c.html",
        "c.html#a",
    ]
