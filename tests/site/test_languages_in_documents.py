"""What is in another language than the page is marked on pages written by hand too, and only words are."""

from markdown import Markdown

from generator.site.whole_words_in_documents import WholeWordsInDocuments
from generator.words import speaking


def html_of(text: str) -> str:
    """A document as HTML."""
    reader = Markdown(
        extensions=[WholeWordsInDocuments(), "attr_list"], extension_configs={}, output_format="html"
    )
    return reader.convert(text)


def test_words_of_another_language_are_marked_in_text_links_and_headings() -> None:
    assert html_of("ส่งทาง e-office หรือ [Google Drive](a.md)") == (
        '<p>ส่งทาง <span lang="en">e-office</span> หรือ <a href="a.md"><span lang="en">Google Drive</span></a></p>'
    )
    with speaking("en"):
        assert html_of("## Form **ผู้อำนวยการ**") == (
            '<h2>Form <strong><span lang="th"><span class="word">ผู้อำนวยการ</span></span></strong></h2>'
        )


def test_code_and_signs_of_the_engine_are_left_alone() -> None:
    assert html_of("`title` &para; &amp; plan_a.md") == ("<p><code>title</code> &para; &amp; plan_a.md</p>")
    reader = Markdown(
        extensions=[WholeWordsInDocuments(), "toc"], extension_configs={"toc": {"permalink": True}}
    )
    assert "&para;</a>" in reader.convert("# ก")
