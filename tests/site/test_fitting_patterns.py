"""Patterns that cannot match are not tried, and no document is read otherwise for that."""

from hypothesis import given
from hypothesis import strategies as st
from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor

from generator.project import EXTENSIONS_OF_PAGES
from generator.site.fitting_patterns import _SIGNS, FittingPatterns

PIECES = (
    *("ขั้นตอนที่ 1", "`รหัส`", "``a`b``", "\\*ไม่เน้น\\*", "\\", "**เน้น** และ _เอียง_", "a  \nb", "a &amp; b &#58;"),
    *(
        "[งาน](a.md)",
        "[งาน][ก]\n\n[ก]: a.md",
        "[ก]",
        "![ภาพ](a.png)",
        "![ภาพ][ก]",
        "!",
        "[",
        "](a.md)",
        "<",
        "@",
    ),
    *(
        "<span class='a'>คำ</span>",
        "<https://manual.example/>",
        "<office@manual.example>",
        "คำ[^1]\n\n[^1]: หมายเหตุ",
    ),
    *(
        "<div markdown>\n\n- `ก` [ข](b.md)\n\n</div>",
        "| ก |\n|---|\n| ![](a.png) |",
        "คำ\n:   ![](a.png)",
        "```\n`ก`\n```",
    ),
)
"""Pieces of documents, some of which are signs alone."""
documents = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(("\n\n", "\n", " ", ""))).map("".join)
).map("".join)


def read(text: str, *more: Extension) -> str:
    return Markdown(extensions=[*EXTENSIONS_OF_PAGES, *more]).convert(text)


@given(documents)
def test_documents_are_read_as_without_it(text: str) -> None:
    assert read(text, FittingPatterns()) == read(text)


def test_one_reader_reads_one_document_after_another() -> None:
    reader = Markdown(extensions=[*EXTENSIONS_OF_PAGES, FittingPatterns()])
    for text in ("ขั้นตอน", "[งาน](a.md)", "![ภาพ](a.png)", "ขั้นตอน"):
        assert reader.reset().convert(text) == read(text)


def test_only_what_may_match_is_tried() -> None:
    reader = Markdown(extensions=[*EXTENSIONS_OF_PAGES, FittingPatterns()])
    reader.convert("ขั้นตอนที่ 1 ใน [งาน](a.md)")
    inline = reader.treeprocessors["inline"]
    assert isinstance(inline, InlineProcessor)
    kept = list(map(id, inline.inlinePatterns))
    tried = {each.pattern for each in reader.inlinePatterns if id(each) in kept} & _SIGNS.keys()
    assert {_SIGNS[each] for each in tried} == {"["}


def test_the_library_still_has_these_patterns() -> None:
    """Where it words one otherwise, that is tried on every text again, and nobody would notice."""
    assert _SIGNS.keys() <= {each.pattern for each in Markdown(extensions=["footnotes"]).inlinePatterns}
