"""The code inside a page is known by its hashes, as a browser makes them."""

from base64 import b64encode
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from generator.site.inline_code import allowing_code_of
from generator.site.policy import Policy

NOTHING = Policy({"default-src": ("'none'",)})


def source(text: str) -> str:
    """How a policy calls a text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "directives"),
    [
        ("<script>go()</script>", {"script-src": (source("go()"),)}),
        ("<SCRIPT TYPE='Text/JavaScript' defer>go()</SCRIPT>", {"script-src": (source("go()"),)}),
        ('<script type="module">go()</script>', {"script-src": (source("go()"),)}),
        ("<script>a && b < c</script>", {"script-src": (source("a && b < c"),)}),
        ("<script>&amp;</script>", {"script-src": (source("&amp;"),)}),
        ("<script>\n ก </script>\n", {"script-src": (source("\n ก "),)}),
        ("<script>go()</script><script>go()</script>", {"script-src": (source("go()"),)}),
        ("<style>p > a { color: red }</style>", {"style-src": (source("p > a { color: red }"),)}),
        ('<script type="application/json">{"a": 1}</script>', {}),
        ('<script type="application/ld+json">{"a": 1}</script>', {}),
        ('<script src="a.js"></script>', {}),
        ('<p style="color: red" onclick="go()">script</p>', {}),
        ("<!-- <script>go()</script> -->", {}),
    ],
)
def test_code_is_what_runs_or_dresses(html: str, directives: dict[str, tuple[str, ...]]) -> None:
    assert allowing_code_of(html, NOTHING).directives == {**NOTHING.directives, **directives}


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="<\r\0"), min_size=1), min_size=1))
def test_the_order_of_scripts_means_nothing(texts: list[str]) -> None:
    scripts = [f"<script>{text}</script>" for text in texts]
    there, back = ("".join(each) for each in (scripts, reversed(scripts)))
    policy = allowing_code_of(there, NOTHING)
    assert policy == allowing_code_of(back, NOTHING)
    assert set(policy.directives["script-src"]) == {source(text) for text in texts}


def test_a_browser_makes_the_same_hashes(page: Page) -> None:
    scripts = ("window.ran = ['ก < &amp; \\u0e01']", "\n  ran.push(1) // é\n", "ran.push(2)")
    html = "".join(f"<script>{each}</script>" for each in scripts)
    known, unknown = allowing_code_of(html, NOTHING).as_in_page(), NOTHING.as_in_page()
    ran = []
    for policy in (known, unknown):
        page.set_content(
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">{html}'
        )
        ran.append(page.evaluate("window.ran ? ran.length : 0"))
        page.evaluate("delete window.ran")
    assert ran == [3, 0]


def test_where_everything_may_run_hashes_do_not_take_it_back() -> None:
    policy = NOTHING.allowing("script-src", "'unsafe-inline'")
    assert allowing_code_of("<script>go()</script>", policy) == policy
