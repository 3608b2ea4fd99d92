"""Nothing that an editor writes is lost or read as code on the portal, whatever it is."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.manual import Manual
from generator.model.markup import plain_text
from tests.portal.manuals import MadeEditions, edition, offices, rewritten
from tests.portal.pages import html_of, portal_pages
from tests.support.auditing import examples
from tests.support.hostile import HOSTILE
from tests.support.visible import one_line, visible_text

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE), st.text(LETTERS, max_size=30), st.text("*_[]()<>&`#|{}~=-+.!:\\$^ 1ก")
)


def hostile_offices(text: str) -> MadeEditions:
    """Two offices that say a text in their names, their values and their procedures."""

    def make(_identifier: str, index: int) -> Manual:
        manual = edition(("north", "south-2566")[index])
        named = manual.edition.model_copy(
            update={"office": f"{text} office {index}", "short": f"{text} short {index}"}
        )
        area = manual.areas[0]
        procedures = tuple(rewritten(each, "งานใช้จ่าย", f"{text} title {index}") for each in area.procedures)
        procedures = tuple(rewritten(each, "ตรวจสอบรายการ", f"{text} step {index}") for each in procedures)
        return replace(
            manual,
            edition_id=f"office-00{index}",
            edition=named,
            values={"system": f"{text} value {index}"},
            areas=(replace(area, procedures=procedures),),
        )

    return MadeEditions(2, make, offices().base())


@given(ANY_TEXT)
@settings(max_examples=examples(12), deadline=None)
def test_every_text_is_visible_as_written(text: str) -> None:
    pages = {page.uri: visible_text(html_of(page)) for page in portal_pages(hostile_offices(text))}
    for index in range(2):
        assert one_line(plain_text(f"{text} office {index}")) in pages["index.md"]
        assert one_line(plain_text(f"{text} short {index}")) in pages["index.md"]
        assert one_line(f"{text} value {index}") in pages["compare/index.md"]
        assert one_line(plain_text(f"{text} title {index}")) in pages["compare/spending.md"]


@given(st.sampled_from([text for text in HOSTILE if plain_text(text) == text]) | st.text("<>&'\"`{}#|-1. ก"))
@settings(max_examples=examples(6), deadline=None)
def test_a_text_adds_no_element(text: str) -> None:
    """As many elements as with harmless words, but for those around words and the line breaks that a text has."""
    for name in ("index.md", "compare/index.md"):
        harmless, hostile = (
            next(html_of(page) for page in portal_pages(hostile_offices(said)) if page.uri == name)
            for said in ("ก", text)
        )
        assert elements_but_of_lines(hostile) == elements_but_of_lines(harmless)


def elements_but_of_lines(html: str) -> int:
    """How many tags a page has, those around words and at line breaks left out."""
    of_lines = ("<span", "</span", "<br")
    return html.count("<") - sum(html.count(tag) for tag in of_lines)
