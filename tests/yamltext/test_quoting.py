"""What an author should write instead of a text that YAML misreads."""

import pytest

from generator.yamltext.quoting import quoted, quoted_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ก: ข", '"ก: ข"'), ('"ก" ข', "'\"ก\" ข'"), ("D:\\ก'ข", "'D:\\ก''ข'")],
)
def test_a_text_is_quoted_so_that_nothing_needs_an_escape(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: ก: ข\nowner: x\n", 'title: "ก: ข"'),
        ("  - text: **ก** ข\n", '- text: "**ก** ข"'),
        ("  - ก #1\n  - ข\n", '- "ก #1"'),
        ("title: ก #1\n  ต่อ\n", None),
    ],
)
def test_the_line_to_write_instead(text: str, expected: str | None) -> None:
    assert quoted_line(text, 6) == expected
