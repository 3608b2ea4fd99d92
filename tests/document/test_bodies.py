"""The bodies of knowledge items: Markdown whose authors need not be trusted."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.addresses import Target
from generator.document.bodies import BodyLinks, first_paragraph
from generator.writers.body_markdown import body_markdown
from tests.support.auditing import examples
from tests.support.bodies import body_html
from tests.support.hostile import HOSTILE

KNOWN = {"plan": ("../../budget/plan/", "งานแผน"), "gone": (None, "งานที่ไม่มี")}


def procedure(identifier: str, step: str | None) -> tuple[str | None, str] | None:
    """A manual that has one procedure, and knows of another."""
    address, title = KNOWN.get(identifier, (None, ""))
    return (f"{address}#step-{step}" if address and step else address, title) if title else None


def address_of(target: Target) -> str | None:
    """Where documents are; one is left out."""
    fragment = f"#{target.fragment}" if target.fragment else ""
    return None if target.uri == "knowledge/left-out.md" else f"../../{target.uri}{fragment}"


LINKS = BodyLinks("knowledge/item.md", address_of, procedure)


def html_of(body: str) -> str:
    """A body as HTML, in one line."""
    return " ".join(str(body_html(body, LINKS)).split())


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("**หนา** `รหัส`", "<p><strong>หนา</strong> <code>รหัส</code></p>"),
        ("# ก\n\n### ข", "<h2>ก</h2> <h4>ข</h4>"),
        ("ก\n=\n\n###### ข", "<h2>ก</h2> <h6>ข</h6>"),
        ("### ก", "<h2>ก</h2>"),
        ("[](procedure:plan)", '<p><a href="../../budget/plan/">งานแผน</a></p>'),
        ("[ดู *นี่*](procedure:plan#a)", '<p><a href="../../budget/plan/#step-a">ดู <em>นี่</em></a></p>'),
        ("[](procedure:gone) [ก](procedure:gone)", "<p>งานที่ไม่มี (ไม่มีในฉบับนี้) ก</p>"),
        ("[](procedure:unknown)", "<p>unknown</p>"),
        ("[ก](../about/a.md#b)", '<p><a href="../../about/a.md#b">ก</a></p>'),
        ("[ก](left-out.md) [ข](#ที่นี่)", "<p>ก ข</p>"),
        ("[ก](../../etc/passwd)", "<p>ก</p>"),
        ("![ก](a.png)", '<p><img src="../../knowledge/a.png" alt="ก" loading="lazy" /></p>'),
        ("![ก](https://a.example/x.png)", '<p><a href="https://a.example/x.png" rel="noopener">ก</a></p>'),
        ("[ก](http://[)", '<p><a href="http://%5B" rel="noopener">ก</a></p>'),
        ("<https://a.example/>", '<p><a href="https://a.example/" rel="noopener">https://a.example/</a></p>'),
        ("<b onclick=x>ก</b>", "<p>&lt;b onclick=x&gt;ก&lt;/b&gt;</p>"),
        ("<script>\nก\n</script>", "<p>&lt;script&gt; ก &lt;/script&gt;</p>"),
        ("ก { #top onclick=x }", "<p>ก { #top onclick=x }</p>"),
    ],
)
def test_what_a_body_becomes(body: str, html: str) -> None:
    assert html_of(body) == html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "//evil.example/x",
        "/etc/passwd",
        "\\\\evil",
        "procedure:",
    ],
)
def test_a_dead_address_is_no_link_and_loses_no_word(address: str) -> None:
    for body in (f"[คำ]({address})", f"![คำ]({address})", f"[คำ][1]\n\n[1]: {address}"):
        html = html_of(body)
        assert "href" not in html
        assert "<img" not in html
        assert "คำ" in html


def test_a_picture_elsewhere_inside_a_link_is_its_words() -> None:
    html = html_of("[![ก](https://a.example/x.png)](https://b.example/)")
    assert html == '<p><a href="https://b.example/" rel="noopener">ก</a></p>'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# หัว\n\nหนึ่ง **สอง**\nสาม [สี่](procedure:plan)\n\nห้า", "หนึ่ง สอง สาม สี่"),
        ("- ข้อ", "ข้อ"),
        ("# หัวเท่านั้น", ""),
        ("", ""),
    ],
)
def test_the_first_paragraph(body: str, words: str) -> None:
    assert first_paragraph(body) == words


class Elements(HTMLParser):
    """Collects the elements and attributes of HTML."""

    def __init__(self, html: str) -> None:
        """Read HTML."""
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found += [(tag, name, value or "") for name, value in attrs] or [(tag, "", "")]


TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "strong", "em", "code", "pre", "blockquote", "hr", "br", "a", "img"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"", "href", "rel", "src", "alt", "title", "loading", "start", "style", "class"}
PIECES = [
    *HOSTILE,
    *(
        "[a](",
        "![b](",
        ")",
        "<",
        ">",
        "](procedure:plan#x)",
        "javascript:",
        "`",
        "```\n",
        "\n\n",
        "    ",
        "\\",
    ),
    *("- ", "1. ", "> ", "| a | b |\n|---|---|\n", "# ", "[1]: ", "[1]", '"', "&#x6a;", "\t", "<!-- ", "***"),
]
ANY_BODY = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map("".join)


@given(ANY_BODY)
@settings(max_examples=examples(300), deadline=None)
def test_whatever_is_written_only_harmless_elements_come_of_it(body: str) -> None:
    for tag, name, value in Elements(str(body_html(body, LINKS))).found:
        assert tag in TAGS
        assert name in ATTRIBUTES
        if name == "style":
            assert value in {"text-align:left", "text-align:center", "text-align:right"}
        if name == "href":
            assert value.startswith(("https://", "http://", "mailto:", "tel:", "../../"))
        if name == "src":
            assert value.startswith("../../")


@given(ANY_BODY)
@settings(max_examples=examples(200), deadline=None)
def test_whatever_is_written_its_markdown_adds_nothing_when_it_is_read_again(body: str) -> None:
    again = BodyLinks("knowledge/item.md", lambda target: target.uri, procedure)
    html = Elements(str(body_html(str(body_markdown(body, LINKS)), again))).found
    assert {tag for tag, _, _ in html} <= TAGS
