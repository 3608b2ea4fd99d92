"""Names keep their words whole, and lose nothing."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from generator.document.whole_words import name_writer
from generator.thai.segmentation import Segmenter

WRITE = name_writer(Segmenter())


class _Reader(HTMLParser):
    """Collects the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_each_longer_thai_word_is_kept_on_one_line() -> None:
    assert WRITE("ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา") == (
        '<span class="word">ผู้อำนวยการ</span><span class="word">สำนักงาน</span>'
        '<span class="word">เขตพื้นที่</span><span class="word">การศึกษา</span>'
    )


def test_words_that_need_no_help_or_would_be_too_wide_are_left_alone() -> None:
    assert "<span" not in WRITE("ยุบ รวม AMSS++ " + "ก" * 60 + " Smart Office")


@given(st.text())
def test_nothing_is_lost_and_all_is_escaped(text: str) -> None:
    reader = _Reader()
    reader.feed(str(WRITE(text)))
    reader.close()
    assert reader.text == text
