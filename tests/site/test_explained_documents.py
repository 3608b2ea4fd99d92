"""Words in documents written by hand are explained where they come first, and nothing else of the documents changes."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.explaining import Explainer
from generator.indexes.glossary import Glossary
from generator.model.markup import plain_text
from generator.site.explained_documents import ExplainedDocuments
from tests.document.manuals import manual_of, placed
from tests.support.hostile import HOSTILE
from tests.support.visible import visible_text

TERMS = {
    "office": {"term": "สำนักงานใหญ่", "short": "สนง.", "meaning": 'ที่ <b>"ทำงาน"</b> & อื่น'},
    "research": {"term": "การวิจัย", "short": "R&D"},
}
EXTENSIONS = ["attr_list", "tables", "admonition", "pymdownx.superfences", "toc"]
WORD = re.compile(r'<span [^>]*class="explained"[^>]*>(.*?)</span>')


def html_of(document: str, is_explained: bool = True) -> str:
    """A document as the site reads it."""
    extension = ExplainedDocuments()
    if is_explained:
        explainer = Explainer(Glossary(manual_of(placed(), terms=TERMS)), plain_text)
        extension.words = explainer.on_page("about/foreword.md")
    return markdown.markdown(document, extensions=[*EXTENSIONS, extension])


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("แจ้ง สนง. ก่อน แล้วแจ้ง สนง. อีก", ["สนง."]),
        ("- แจ้ง **สนง.**\n- ทำ R&D", ["สนง.", "R&amp;D"]),
        ("| ก | ข |\n| - | - |\n| สนง. | การวิจัย |", ["สนง."]),
        ("# สนง.\n\n[สนง.](x.md) `สนง.`\n\n```\nสนง.\n```", []),
        ("# สนง.\n\nที่ สนง. นี้", ["สนง."]),
        ("ก่อน [x](y.md) หลัง สนง.", ["สนง."]),
        ("!!! note\n    แจ้ง สนง.", ["สนง."]),
        ("สนง. { .class }\n", ["สนง."]),
        ("หลบ \\* แล้ว สนง. &copy;", ["สนง."]),
    ],
)
def test_words_are_explained_outside_links_headings_and_code(document: str, words: list[str]) -> None:
    html = html_of(document)
    assert WORD.findall(html) == words
    assert WORD.sub(r"\1", html) == html_of(document, is_explained=False)


def test_the_meaning_is_an_escaped_attribute() -> None:
    html = html_of("แจ้ง สนง.")
    assert 'aria-description="สำนักงานใหญ่\nที่ &lt;b&gt;&quot;ทำงาน&quot;&lt;/b&gt; &amp; อื่น"' in html


@given(st.lists(st.sampled_from([*HOSTILE, "สนง.", "R&D", " ", "\n\n", "**"]), max_size=8).map("".join))
def test_a_document_stays_as_it_is_but_for_the_words(document: str) -> None:
    plain, explained = html_of(document, is_explained=False), html_of(document)
    assert WORD.sub(r"\1", explained) == plain
    assert visible_text(explained) == visible_text(plain)
    assert len(WORD.findall(explained)) <= len(TERMS)
