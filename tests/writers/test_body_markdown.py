"""Bodies as plain Markdown: the same to every engine, and nothing in it is code."""

import markdown
import pytest
from hypothesis import given, settings

from generator.writers.body_markdown import body_markdown
from tests.document.test_bodies import ANY_BODY, LINKS, TAGS, Elements
from tests.support.auditing import examples
from tests.support.bodies import body_html
from tests.support.visible import visible_text

EXTENSIONS = ["tables", "toc", "fenced_code", "attr_list"]


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("# ก\nข **ค**  \nง", "## ก\n\nข **ค**<br>\nง"),
        ("* ก\n* ข\n  1. ค\n\n     ง", "-   ก\n\n-   ข\n\n    1.  ค\n\n        ง"),
        ("- ก\n- ข\n", "-   ก\n-   ข"),
        ("- ก\n\n* ข", "-   ก\n\n<!-- -->\n\n-   ข"),
        ("7. ก\n8. ข", "7.  ก\n8.  ข"),
        ("> ก\n>\n> - ข", "> ก\n>\n> -   ข"),
        ("```python\na < `b`\n```", "```\na < `b`\n```"),
        ("````\n```\n````", "````\n```\n````"),
        ("- ก\n\n  ```\n  a\n  ```", "-   ก\n\n        a"),
        ("`a|b` `c`", "<code>a&#124;b</code> `c`"),
        ("| ก | ข |\n|---|--:|\n| `x` | y\\|z |", "| ก | ข |\n| --- | --: |\n| `x` | y&#124;z |"),
        ("[ก](procedure:plan) [](procedure:gone)", "[ก](../../budget/plan/) งานที่ไม่มี (ไม่มีในฉบับนี้)"),
        ('[ก](https://a.example/ "ข")', "[ก](https://a.example/) (ข)"),
        ("![ก](a.png)", "![ก](../../knowledge/a.png)"),
        ("ก**(ข)**ค *ง*", "ก\\*\\*(ข)\\*\\*ค *ง*"),
        ("<b>ก</b> { #id }", "&#60;b&#62;ก&#60;/b&#62; &#123; &#35;id &#125;"),
        ("***", "* * *"),
    ],
)
def test_what_a_body_becomes(body: str, written: str) -> None:
    assert str(body_markdown(body, LINKS)).replace("&#42;", "\\*") == written


@given(ANY_BODY)
@settings(max_examples=examples(200), deadline=None)
def test_whatever_is_written_another_engine_finds_no_code_in_it(body: str) -> None:
    html = markdown.markdown(str(body_markdown(body, LINKS)), extensions=EXTENSIONS)
    for tag, name, value in Elements(html).found:
        assert tag in TAGS | {"h1"}
        assert not name.startswith("on")
        assert not value.lower().startswith("javascript:")


@pytest.mark.parametrize(
    "body",
    [
        "หนึ่ง <b>สอง</b> &amp; **สาม** _สี่_",
        "1. ก\n   - ข\n\n     ค\n2. ง",
        "- ก\n- ข\n\n1. ค",
        "> คำพูด\n> ต่อ",
        "| ก | ข |\n|---|---|\n| <i>1</i> | 2 |",
        "```\n<b>รหัส</b>\n```",
    ],
)
def test_another_engine_shows_the_same_words(body: str) -> None:
    html = markdown.markdown(str(body_markdown(body, LINKS)), extensions=EXTENSIONS)
    assert visible_text(html) == visible_text(str(body_html(body, LINKS)))
