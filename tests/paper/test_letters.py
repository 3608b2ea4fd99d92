"""Letters of the print fonts: whatever is set reads as it was written, and words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.paper.letters import LONGEST_RUN, Letters
from generator.thai.kept_together import KEPT_SPACE

ANY_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs")) | st.just(" "), max_size=40
)
THAI = st.text("กขฎฐญปฝฟาิีึืุู่้๊๋์ํำเแโใไๆฯะ๑ 12ab()/-", max_size=40)


@given(ANY_TEXT | THAI)
def test_runs_read_as_what_was_written(text: str) -> None:
    letters = Letters()
    assert letters.read("".join(letters.runs(text))) == text
    assert letters.read(letters.plain(text)) == text


@given(ANY_TEXT | THAI)
def test_nothing_is_left_to_shape(text: str) -> None:
    """No Thai letter stands in what is set: each is part of a cluster, which is one code point."""
    letters = Letters()
    assert not any("\u0e00" <= each <= "\u0e7f" for each in "".join(letters.runs(text)))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("งานวิเคราะห์งบประมาณรายจ่าย", ["งาน", "วิเคราะห์", "งบประมาณ", "รายจ่าย"]),
        ("น้ำ ค้ำ ซ้ำ", ["น้ำ ค้ำ ซ้ำ"]),
        ("พ.ศ. 2566", ["พ.ศ. 2566"]),
    ],
)
def test_a_line_ends_only_between_words(text: str, runs: list[str]) -> None:
    letters = Letters()
    assert [letters.read(run) for run in letters.runs(text)] == runs


def test_what_is_longer_than_a_line_may_be_broken() -> None:
    letters = Letters()
    runs = letters.runs("x" * 200)
    assert len(runs) > 1
    assert all(len(run) <= LONGEST_RUN for run in runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ข้อ 12", "ข้อ ๑๒"),
        ("แบบ A4 ตาม ISO9001 ข้อ 3", "แบบ A4 ตาม ISO9001 ข้อ ๓"),
        ("มาตรา 39/1", "มาตรา ๓๙/๑"),
    ],
)
def test_thai_digits_where_they_are_wanted(text: str, expected: str) -> None:
    letters = Letters(is_thai_numbered=True)
    assert letters.read("".join(letters.runs(text))) == expected


def test_signs_that_are_not_seen_are_left_out() -> None:
    letters = Letters()
    assert letters.read("".join(letters.runs("ก\u200bข\u2060ค\ufeff"))) == "กขค"
    assert letters.read(letters.plain(f"ก{KEPT_SPACE}ข")) in {"ก ข", f"ก{KEPT_SPACE}ข"}


def test_more_unknown_characters_than_boxes_do_no_harm() -> None:
    letters = Letters()
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    read = letters.read(letters.plain(text))
    assert read[:256] == text[:256]
    assert set(read[256:]) == {"?"}
