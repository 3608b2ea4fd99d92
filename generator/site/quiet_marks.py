"""The marks beside headings that lead to themselves are no part of their names: a tree processor of Python-Markdown.

Who listens would hear "¶" behind every heading, and who has only keys would stop at each; the contents of the page
lead to the same places.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.site.whole_words_in_documents import AFTER_CONTENTS

_MARK = "headerlink"
"""How the engine calls such a mark."""


class QuietMarks(Extension):
    """Takes the marks out of what is heard and of the way of keys."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        md.treeprocessors.register(_Quieting(), "quiet_marks", AFTER_CONTENTS)


class _Quieting(Treeprocessor):
    """Walks through one document."""

    def run(self, root: Element) -> None:
        """Quiet the marks of a document."""
        for link in root.iter("a"):
            if link.get("class") == _MARK:
                link.attrib |= {"aria-hidden": "true", "tabindex": "-1"}
