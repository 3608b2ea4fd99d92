"""Known words are found in texts at the edges of words, the longest first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indexes.mentions import MentionFinder
from generator.thai.clusters import can_end
from tests.thai.strategies import texts

KNOWN = ["แผน", "แผนปฏิบัติการ", "การรายงาน", "งาน", "สพฐ.", "ผอ.", "ผอ.สพท.", "สพท.", "KM", "R&D", "ICT", "งบ"]
FINDER = MentionFinder(KNOWN)


def found(text: str) -> list[str]:
    return [mention.word for mention in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("จัดทำแผนปฏิบัติการของโรงเรียน", ["แผนปฏิบัติการ"]),
        ("จัดทำแผนของโรงเรียน", ["แผน"]),
        ("ผู้บริหารต้องการรายงานเพิ่ม", []),
        ("แต่ละคนส่งการรายงานแล้ว", ["การรายงาน"]),
        ("งบประมาณ", []),
        ("เสนอสพฐ.พิจารณา", ["สพฐ."]),
        ("(สพฐ.)", ["สพฐ."]),
        ("เสนอ ผอ.สพท. ลงนาม", ["ผอ.สพท."]),
        ("รองผอ.ลงนาม", ["ผอ."]),
        ("ทำ KM และ R&D", ["KM", "R&D"]),
        ("KMS ICTs xKM", []),
        ("ระบบICTของเขต", ["ICT"]),
        ("แผน แผน", ["แผน", "แผน"]),
        ("", []),
        ("ผ", []),
    ],
)
def test_words_are_found_whole(text: str, words: list[str]) -> None:
    assert found(text) == words


@given(st.lists(st.one_of(st.sampled_from(KNOWN), texts), max_size=8).map("".join))
def test_mentions_are_what_they_say_in_order_and_end_no_cluster(text: str) -> None:
    end = 0
    for mention in FINDER.find(text):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.word
        assert mention.start == 0 or can_end(text, mention.start)
        assert can_end(text, mention.end)
        end = mention.end


@given(texts, texts)
def test_a_word_between_spaces_is_always_found(before: str, after: str) -> None:
    assert "สพฐ." in found(f"{before} สพฐ. {after}")
