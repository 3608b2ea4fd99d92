"""Texts word by word: nothing is lost, no cluster is cut, and what differs can be read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff.runs import RunKind, Sort, TextDifference, WordRun
from generator.diff.texts import TextComparer, letter_count
from generator.thai.clusters import can_cut
from generator.thai.segmentation import Segmenter
from tests.thai.strategies import texts

VALUES = ("Smart Office", "e-filing", "ราย")
COMPARER = TextComparer(Segmenter(["งานสารบรรณ"]), VALUES)
_MARKS = {RunKind.SAME: "{}", RunKind.REMOVED: "[-{}-]", RunKind.ADDED: "{{+{}+}}"}


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts, often versions of one."""
    pieces = draw(st.lists(texts, max_size=6))
    other = [draw(texts) if draw(st.booleans()) else piece for piece in pieces]
    return "".join(pieces), "".join(other)


def shown(difference: TextDifference) -> str:
    return "".join(_MARKS[run.kind].format(run.text) for run in difference.runs)


@given(versions())
def test_joined_the_runs_are_the_texts(pair: tuple[str, str]) -> None:
    difference = COMPARER.compare(*pair)
    assert "".join(run.text for run in difference.before) == difference.before_text == pair[0]
    assert "".join(run.text for run in difference.after) == difference.after_text == pair[1]
    assert difference.is_same is (pair[0] == pair[1])


@given(versions())
def test_runs_are_not_empty_and_neighbours_are_of_two_kinds(pair: tuple[str, str]) -> None:
    runs = COMPARER.compare(*pair).runs
    assert all(run.text for run in runs)
    assert all(one.kind is not other.kind for one, other in pairwise(runs))


@given(versions())
def test_no_run_cuts_a_cluster(pair: tuple[str, str]) -> None:
    difference = COMPARER.compare(*pair)
    for text, runs in zip(pair, (difference.before, difference.after), strict=True):
        end = 0
        for run in runs[:-1]:
            end += len(run.text)
            assert can_cut(text, end)


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert COMPARER.compare(text, text).runs == ((WordRun(text, RunKind.SAME),) if text else ())
    assert COMPARER.likeness(text, text) == 1.0


@given(versions())
def test_likeness_is_a_share_and_the_same_both_ways(pair: tuple[str, str]) -> None:
    likeness = COMPARER.likeness(*pair)
    assert 0 <= likeness <= 1
    assert likeness == pytest.approx(COMPARER.likeness(*reversed(pair)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # a value counts as one word, and so does a term of the manual
        (
            "ผ่านระบบ e-filing ของกลุ่ม",
            "ผ่านระบบ Smart Office ของกลุ่ม",
            "ผ่านระบบ [-e-filing-]{+Smart Office+} ของกลุ่ม",
        ),
        ("ตามระบบงานสารบรรณ", "ตามระบบงานบุคคล", "ตามระบบ[-งานสารบรรณ-]{+งานบุคคล+}"),
        ("รับงานจากกลุ่มอำนวยการ", "รับงานจากกลุ่มบริหารงานทั่วไป", "รับงานจากกลุ่ม[-อำนวยการ-]{+บริหารงานทั่วไป+}"),
        ("กลุ่มจัดทำ พัฒนา และกำกับดูแล", "กลุ่มพัฒนา และกำกับดูแล", "กลุ่ม[-จัดทำ -]พัฒนา และกำกับดูแล"),
        ("ภายใน 3 วัน", "ภายใน 5 วัน", "ภายใน [-3-]{+5+} วัน"),
        # a small word between larger changes goes under in one change
        (
            "เสนอรายงานผลการประเมินและเอกสารประกอบต่อผู้อำนวยการ",
            "เสนอสรุปการประชุมและข้อเสนอแนะต่อผู้อำนวยการ",
            "เสนอ[-รายงานผลการประเมินและเอกสารประกอบ-]{+สรุปการประชุมและข้อเสนอแนะ+}ต่อผู้อำนวยการ",
        ),
        # a text that is all rewritten is replaced whole, though a word is in both
        (
            "ตรวจสอบความถูกต้องของหนังสือราชการที่เสนอ",
            "จัดประชุมเจ้าหน้าที่ทุกคนที่เกี่ยวข้อง",
            "[-ตรวจสอบความถูกต้องของหนังสือราชการที่เสนอ-]{+จัดประชุมเจ้าหน้าที่ทุกคนที่เกี่ยวข้อง+}",
        ),
        # one that goes on is not
        ("ลงนาม", "ลงนามแล้วส่งคืนเรื่องให้เจ้าหน้าที่ภายในวันเดียวกัน", "ลงนาม{+แล้วส่งคืนเรื่องให้เจ้าหน้าที่ภายในวันเดียวกัน+}"),
        ("บรรทัดหนึ่ง\nบรรทัดสอง", "บรรทัดหนึ่ง\nบรรทัดสาม", "บรรทัดหนึ่ง\nบรรทัด[-สอง-]{+สาม+}"),
        ("ให้เหมาะสมและถูกต้อง", "ให้เหมาะสม และถูกต้อง", "ให้เหมาะสม{+ +}และถูกต้อง"),
    ],
)
def test_what_differs_can_be_read(before: str, after: str, expected: str) -> None:
    assert shown(COMPARER.compare(before, after)) == expected


@pytest.mark.parametrize(
    ("before", "after", "sort"),
    [("", "", Sort.SAME), ("", "ก", Sort.ADDED), ("ก", "", Sort.REMOVED), ("ก", "ข", Sort.CHANGED)],
)
def test_a_whole_text_is_added_removed_or_changed(before: str, after: str, sort: Sort) -> None:
    assert COMPARER.compare(before, after).sort is sort


def test_long_texts_are_compared_word_by_word() -> None:
    lines = [f"ขั้นที่ {number} ตรวจสอบความถูกต้องของหนังสือราชการและลงทะเบียน" for number in range(1_500)]
    before = "\n".join(lines)
    after = before.replace("ขั้นที่ 700 ตรวจสอบ", "ขั้นที่ 700 ทบทวน")
    changed = [run.text for run in COMPARER.compare(before, after).runs if run.kind is not RunKind.SAME]
    assert changed == ["ตรวจสอบ", "ทบทวน"]


def test_letters_are_counted_without_white_space() -> None:
    assert letter_count(" ก ข\n\tค\u00a0ง ") == 4
