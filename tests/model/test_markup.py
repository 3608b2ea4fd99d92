"""The inline markup, and that nothing else is markup."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.markup import BadLink, Bold, ExternalLink, Plain, ProcedureLink, parse_markup, plain_text


def test_bold_and_links_are_cut_out() -> None:
    text = "ดู **ด่วน** ที่ [งาน](procedure:budget-request#ask) และ [เว็บ](https://example.go.th/a?b=1)"
    assert parse_markup(text) == (
        Plain("ดู ", 0),
        Bold("ด่วน", 3),
        Plain(" ที่ ", 11),
        ProcedureLink("งาน", "budget-request", "ask", 16),
        Plain(" และ ", text.index(" และ ")),
        ExternalLink("เว็บ", "https://example.go.th/a?b=1", text.index("[เว็บ]")),
    )


def test_a_link_to_anything_but_a_known_scheme_is_bad_and_stays_text() -> None:
    for target in (
        "javascript:alert(1)",
        "//host/x",
        "data:text/html,x",
        "../page.md",
        "",
        "JAVASCRIPT:x",
        "file:///c",
    ):
        (segment,) = parse_markup(f"[กด]({target})")
        assert isinstance(segment, BadLink)
        assert segment.text == f"[กด]({target})"


def test_a_scheme_counts_in_any_case() -> None:
    (segment,) = parse_markup("[ก](HTTPS://example.go.th)")
    assert isinstance(segment, ExternalLink)


def test_other_marks_are_plain_text() -> None:
    for text in (
        "*เอียง*",
        "_ขีด_",
        "`รหัส`",
        "<b>หนา</b>",
        "# หัวข้อ",
        "**ไม่ปิด",
        "[ไม่มีลิงก์]",
        "2 * 3 ** 4",
        "${ค่า",
    ):
        assert parse_markup(text) == (Plain(text, 0),)


@given(st.text(alphabet="กข *[](): ab#\n"))
def test_plain_text_keeps_every_character_that_is_not_markup(text: str) -> None:
    segments = parse_markup(text)
    if all(isinstance(segment, Plain) for segment in segments):
        assert plain_text(text) == text
    assert [segment.offset for segment in segments] == sorted({segment.offset for segment in segments})
