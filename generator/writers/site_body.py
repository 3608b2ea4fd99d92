"""The bodies of knowledge items on a site: words of the glossary explained, headings that links can lead to."""

import re
from collections import Counter
from collections.abc import Callable
from unicodedata import category

from markdown_it.tree import SyntaxTreeNode

from generator.writers.body_markdown import BodyMarkdown, words_in

_PARTED = re.compile(r"-+")
_NAMELESS = "section"
"""The id of a heading without a letter."""


class SiteBody(BodyMarkdown):
    """Writes one body."""

    def __init__(self, write_words: Callable[[str], str], taken: tuple[str, ...]) -> None:
        """Prepare to write.

        Args:
            write_words: writes what stands in no link and no heading.
            taken: the ids that the page has already.
        """
        self._write_words, self._in_heading = write_words, False
        self._identifiers = Counter(taken)

    def heading(self, node: SyntaxTreeNode) -> str:
        """A heading with an id made of its words; the second of the same words is numbered."""
        name = heading_name(words_in(node))
        self._identifiers[name] += 1
        count = self._identifiers[name]
        self._in_heading = True
        heading = super().heading(node)
        self._in_heading = False
        return f"{heading} {{ #{name}{f'-{count}' if count > 1 else ''} }}"

    def words(self, text: str) -> str:
        """Words with what those of the glossary mean, outside of headings."""
        return super().words(text) if self._in_heading else self._write_words(text)

    def marks(self, node: SyntaxTreeNode) -> str:
        """That a picture waits until it is seen, and that a link leads out."""
        if node.type == "image":
            return '{ loading="lazy" }'
        return '{ rel="noopener" }' if node.attrs.get("rel") else ""


def heading_name(words: str) -> str:
    """The id of a heading: its letters and digits, also Thai ones, with hyphens between them."""
    kept = "".join(letter if category(letter)[0] in "LMN" else "-" for letter in words.casefold())
    return _PARTED.sub("-", kept).strip("-") or _NAMELESS
