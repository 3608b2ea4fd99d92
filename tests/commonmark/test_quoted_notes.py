"""Notes, tabs and meanings of words stand as quotations where no form has them otherwise; nothing of them is lost."""

import re

import pytest
from markdown import markdown
from markdown_it import MarkdownIt

from generator.commonmark import with_quoted_notes

NOTES = [
    ("!!! note\n    ก\n\nข\n", "> **Note**\n>\n> ก\n\nข\n"),
    ('!!! warning "ระวัง"\n    ก\n', "> **ระวัง**\n>\n> ก\n"),
    ('!!! note ""\n    ก\n', "> ก\n"),
    ('!!! tip inline end "ก ข"\n    ค\n    ง\n', "> **ก ข**\n>\n> ค\n> ง\n"),
    ('??? note "ก"\n    ข\n', "> **ก**\n>\n> ข\n"),
    ('???+ "ก"\n    ข\n', "> **ก**\n>\n> ข\n"),
    ('=== "ก"\n    ข\n\n=== "ค"\n    ง\n', "> **ก**\n>\n> ข\n\n> **ค**\n>\n> ง\n"),
    ("!!! note\n    - ก\n        - ข\n\n    ค\n\nง", "> **Note**\n>\n> - ก\n>     - ข\n>\n> ค\n\nง"),
    (
        '!!! note "ก"\n    ข\n\n    !!! tip "ค"\n        ง\n',
        "> **ก**\n>\n> ข\n>\n> > **ค**\n> >\n> > ง\n",
    ),
    ("- ก\n\n    !!! note\n        ข\n- ค\n", "- ก\n\n    > **Note**\n    >\n    > ข\n- ค\n"),
    ("คำ\n:   ความหมาย\n    ยาว\n", "คำ\n> ความหมาย\n> ยาว\n"),
    ("คำ\n: ก\n: ข\n", "คำ\n> ก\n> ข\n"),
    ("!!! note\n", "> **Note**\n>\n"),
]
OTHERS = [
    "ก\n\n: ไม่มีคำ".removeprefix("ก\n\n"),
    "ด่วน!!! note\n    ก\n",
    "!!! ด่วน !!!\n",
    "```\n!!! note\n    ก\n```\n",
    "    !!! note\n        ก\n",
    "`!!! note`\n",
    "ก\n===\n",
]
EXTENSIONS = ["admonition", "def_list", "pymdownx.details", "pymdownx.tabbed", "fenced_code"]


@pytest.mark.parametrize(("text", "quoted"), NOTES)
def test_notes_are_quoted(text: str, quoted: str) -> None:
    assert with_quoted_notes(text) == quoted
    assert words(MarkdownIt().render(quoted)) == words(markdown(text, extensions=EXTENSIONS))


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_none_stays(text: str) -> None:
    assert with_quoted_notes(text) == text


def words(html: str) -> list[str]:
    """What a page says, in order."""
    return re.sub("<[^<>]*>", " ", html).split()
