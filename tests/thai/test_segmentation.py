"""Words: nothing lost, never inside a cluster, offices' own words whole, and fast whatever comes."""

import time
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, strategies

from generator.model.catalogue import Role, RoleKind, Term
from generator.model.edition import Edition, Settings
from generator.model.manual import Manual
from generator.thai.clusters import can_cut
from generator.thai.segmentation import Segmenter, segmenter_for
from tests.thai.strategies import texts

_SEGMENTED = (Path(__file__).parent / "data" / "segmented.txt").read_text(encoding="utf-8").splitlines()
_DOUBTFUL = ("หลอก", "จับมือ", "มากกว่า", "ตากลม", "รายงานการ", "ก", "่", "เ", "ab", " ")


@pytest.mark.parametrize("line", [line for line in _SEGMENTED if not line.startswith("#")])
def test_cuts_as_people_do(line: str) -> None:
    expected = line.split("|")
    assert Segmenter().words("".join(expected)) == expected


@given(texts, strategies.lists(texts, max_size=3))
def test_loses_nothing_and_cuts_no_cluster(text: str, extra_words: list[str]) -> None:
    segmenter = Segmenter(extra_words)
    words = segmenter.words(text)
    assert "".join(words) == text
    assert all(words)
    ends = [len("".join(words[:count])) for count in range(1, len(words))]
    assert all(can_cut(text, end) for end in ends)
    assert ["".join(segmenter.parts(word)) for word in words] == words


def test_a_lone_surrogate_is_no_error() -> None:
    assert Segmenter(["\ud800ก"]).words("งาน\ud800การ") == ["งาน", "\ud800", "การ"]


def test_an_extra_word_stands_whole_and_has_parts() -> None:
    segmenter = Segmenter(["ผู้อำนวยการกลุ่มนโยบายและแผน"])
    assert segmenter.words("เสนอผู้อำนวยการกลุ่มนโยบายและแผนลงนาม") == [
        "เสนอ",
        "ผู้อำนวยการกลุ่มนโยบายและแผน",
        "ลงนาม",
    ]
    assert segmenter.parts("ผู้อำนวยการกลุ่มนโยบายและแผน") == ["ผู้อำนวยการ", "กลุ่ม", "นโยบาย", "และ", "แผน"]
    assert segmenter.parts("ลงนาม") == ["ลงนาม"]


def test_the_longest_of_extra_and_office_words_wins() -> None:
    segmenter = Segmenter(["เขตพื้นที่", "ผลดุสิดา", "ผล"])
    assert segmenter.words("เขตพื้นที่การศึกษา") == ["เขตพื้นที่การศึกษา"]
    assert segmenter.words("ผลดุสิดา") == ["ผลดุสิดา"]


def test_an_extra_word_that_no_list_has_wins_over_the_longest_match() -> None:
    text = "ส่งดุสิดาการ"
    assert "ดุสิดา" not in Segmenter().words(text)
    assert Segmenter(["ดุสิดา"]).words(text) == ["ส่ง", "ดุสิดา", "การ"]


@pytest.mark.parametrize(
    ("extra_word", "text"),
    [("งานแผน", "รายงานแผนงาน"), ("งานแผน", "งานแผนก"), ("e-Of", "e-Office"), ("25", "2566")],
)
def test_an_extra_word_within_other_words_is_none(extra_word: str, text: str) -> None:
    assert extra_word not in Segmenter([extra_word]).words(text)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("เปลี่ยนแปลงงบ", "โอนเปลี่ยนแปลงงบประมาณประจำปี", ["โอน", "เปลี่ยนแปลง", "งบประมาณ", "ประจำปี"]),
        ("ส่งหนังสือ", "ส่งหนังสือราชการ", ["ส่ง", "หนังสือราชการ"]),
        ("ส่งหนังสือ", "ส่งหนังสือให้โรงเรียน", ["ส่งหนังสือ", "ให้", "โรงเรียน"]),
    ],
)
def test_a_name_cuts_no_word_of_offices_that_starts_within_it(name: str, text: str, words: list[str]) -> None:
    assert Segmenter([name]).words(text) == words


def test_a_name_with_spaces_counts_as_several_words() -> None:
    segmenter = Segmenter(["ศูนย์ดุสิดา เขต 5"])
    assert segmenter.words("ศูนย์ดุสิดา เขต 5") == ["ศูนย์ดุสิดา", " ", "เขต", " ", "5"]


def test_a_manuals_terms_and_roles_are_words() -> None:
    manual = Manual(
        settings=Settings(title="คู่มือ", group="กลุ่มนโยบายและแผน", default_edition="one"),
        edition_id="one",
        edition=Edition(office="สำนักงาน", areas=()),
        values=MappingProxyType({}),
        areas=(),
        roles={"director": Role(title="ผู้อำนวยการกลุ่มดุสิดา", short="ผอ.ดุสิดา", kind=RoleKind.PERSON)},
        terms={"tusida": Term(term="ระบบทุสิดา", short="ทสด.", synonyms=("ทุสิดาออนไลน์",))},
    )
    words = segmenter_for(manual).words("ผู้อำนวยการกลุ่มดุสิดาใช้ระบบทุสิดาหรือทุสิดาออนไลน์ ทสด. ผอ.ดุสิดา")
    assert words == [
        *("ผู้อำนวยการกลุ่มดุสิดา", "ใช้", "ระบบทุสิดา", "หรือ", "ทุสิดาออนไลน์"),
        *(" ", "ทสด.", " ", "ผอ.ดุสิดา"),
    ]


@pytest.mark.parametrize("word", _DOUBTFUL)
def test_time_grows_with_the_length_of_the_text(word: str) -> None:
    segmenter = Segmenter(["รายงาน"])
    segmenter.words(word)
    text = (word * 10_000)[:10_000]
    start = time.process_time()
    words = segmenter.words(text)
    assert time.process_time() - start < 2
    assert "".join(words) == text
