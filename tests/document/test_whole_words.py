"""Texts keep their words whole, and lose nothing."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from generator.document.whole_words import write_words


class _Reader(HTMLParser):
    """Collects the text of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_each_word_that_browsers_cut_is_kept_on_one_line() -> None:
    assert write_words("ผู้อำนวยการ & งบประมาณ") == (
        '<span class="word">ผู้อำนวยการ</span> &amp; <span class="word">งบประมาณ</span>'
    )


@given(st.text())
def test_nothing_is_lost_and_all_is_escaped(text: str) -> None:
    reader = _Reader()
    reader.feed(str(write_words(text)))
    reader.close()
    assert reader.text == text
