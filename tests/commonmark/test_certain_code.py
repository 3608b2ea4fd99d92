"""What counts as code is code to the engine of pages as well: no script runs that the check took for code."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from generator.active_html import active_in_markdown
from generator.commonmark import without_certain_code
from tests.support.auditing import examples

FENCED = ("admonition", "attr_list", "pymdownx.highlight", "pymdownx.superfences", "tables", "toc")
ENGINES = {
    "as new manuals have it": FENCED,
    "with more": (*FENCED, "def_list", "footnotes", "md_in_html"),
    "with the engine's own fences": ("attr_list", "fenced_code", "def_list", "tables"),
    "without fences": ("admonition", "attr_list", "tables"),
}
NAMES = ("script", "iframe")

_INDENTS = st.sampled_from([*[""] * 4, *(" " * depth for depth in range(1, 9)), "\t", "> ", ">", "> > "])
_FENCES = [
    "~~~",
    "```",
    "~~~~",
    "````",
    "~~~ html",
    "```html",
    '``` py hl_lines="1"',
    "``` a b",
    "~~~ {.x}",
    '``` py title="x"',
]
_ACTING = [
    "<script>0</script>",
    "<iframe src=x></iframe>",
    "<b onclick=0>x</b>",
    "[a](b){ onclick=0 }",
    "<div onclick=0>",
]
_BLOCKS = [
    *(
        "- ก",
        "1. ก",
        "1) ก",
        "10. ก",
        "- ",
        ": ก",
        "# ก",
        "ก\n===",
        "[^1]: ก",
        "[x]: /y",
        "*[ก]: ข",
        "!!! note",
    ),
    *("ก[^1]", "| a | b |\n|---|---|", "| ` | ` |", "ก ` ข", "``", "`", "\\`", "ก `ข` ค", "ก", "\u00a0", ""),
]
_HTML = [
    *(
        "<!-- ",
        "-->",
        "<!-- x -->",
        "<div>",
        "</div>",
        "<div markdown>",
        "<pre>",
        "</pre>",
        "<br>",
        "<b title='",
    ),
    *("'>", "<?php ", "?>", "<![CDATA[", "]]>", "<textarea>", "<style>", "<svg>"),
    *(f'<{each} title="`" onclick="0" lang="`">' for each in "pb"),
]
_SPANS = st.tuples(
    *(st.sampled_from(each) for each in (["", "ก ", "` "], ["`", "``"], _ACTING, ["`", "``", "|`", " "]))
).map("".join)
_PIECES = st.one_of(*(st.sampled_from(each) for each in (_FENCES, _FENCES, _ACTING, _BLOCKS, _HTML)), _SPANS)
_ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r"])
_LINES = st.tuples(_INDENTS, _PIECES, _ENDS).map("".join)


class _Live(HTMLParser):
    """Notes down what acts by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found = set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag} & set(NAMES)
        self.found |= {name for name, _ in attrs if name.startswith("on")}


def live(text: str, engine: str) -> set[str]:
    reader = _Live()
    reader.feed(markdown(text, extensions=list(ENGINES[engine])))
    return reader.found


def told(text: str, engine: str) -> set[str]:
    shown = without_certain_code(text, has_fences=engine != "without fences")
    assert len(shown) == len(text)
    return {each.text.strip("<>") for each in active_in_markdown(shown)}


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=examples(3000, 40))
@given(st.lists(_LINES, max_size=9).map("".join))
def test_nothing_acts_that_is_not_told(engine: str, text: str) -> None:
    assert live(text, engine) <= told(text, engine)


SCRIPT = "<script>0</script>"


@pytest.mark.parametrize(
    "text",
    [
        f"    ก\n: ก\nก\n1. ก\n~~~\n    {SCRIPT}\n~~~",
        f"    \n~~~\n{SCRIPT}\n~~~",
        f" \n    {SCRIPT}",
        f"~~~ a b\n{SCRIPT}\n~~~",
        f"- ~~~\n{SCRIPT}\n~~~",
        f"~~~\n~~~~\n{SCRIPT}\n~~~\n",
        "ก ` ข\nค ` <b onclick=0>x</b> ` ง",
        "``ก` <b onclick=0>x</b>`",
        f"<div>\n`{SCRIPT}`\n</div>",
        '<p title="`" onclick="0" lang="`">',
        "| ` | <b onclick=0>x</b> ` |\n|---|---|",
    ],
)
def test_what_leaves_doubt_is_no_code(text: str) -> None:
    assert told(text, "as new manuals have it")


@pytest.mark.parametrize(
    "text",
    [
        f"ก\n\n```html\n{SCRIPT}\n\n    {SCRIPT}\n```\n\nข\n~~~\n{SCRIPT}\n~~~",
        f"- ก\n\n    ```\n    ข\n    ```\n\n~~~\n{SCRIPT}\n~~~",
        f"> ```\n> ก\n> ```\n\n```\n{SCRIPT}\n```",
        f"ก `{SCRIPT}` กับ `` ` {SCRIPT}`` <kbd>ก</kbd> `{SCRIPT}`",
        f"| `{SCRIPT}` | ก |\n|---|---|\n| `{SCRIPT}` | ข |",
        f"- `{SCRIPT}`\n- <br>`{SCRIPT}`",
        f"ก\n\n    {SCRIPT}\n\nข",
    ],
)
def test_code_beyond_doubt_shows_what_it_likes(text: str) -> None:
    assert not told(text, "as new manuals have it")
    assert not live(text, "as new manuals have it")
