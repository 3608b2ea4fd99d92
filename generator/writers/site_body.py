"""The bodies of knowledge items on a site: words of the glossary explained, headings that links can lead to."""

from collections.abc import Callable

from markdown_it.tree import SyntaxTreeNode

from generator.document import IDENTIFIER
from generator.writers.body_markdown import BodyMarkdown


class SiteBody(BodyMarkdown):
    """Writes one body."""

    def __init__(self, write_words: Callable[[str], str]) -> None:
        """Prepare to write.

        Args:
            write_words: writes what stands in no link and no heading.
        """
        super().__init__()
        self._write_words, self._in_heading = write_words, False

    def heading(self, node: SyntaxTreeNode) -> str:
        """A heading with its id."""
        self._in_heading = True
        heading = super().heading(node)
        self._in_heading = False
        return f"{heading} {{ #{node.meta[IDENTIFIER]} }}"

    def words(self, text: str) -> str:
        """Words with what those of the glossary mean, outside of headings."""
        return super().words(text) if self._in_heading else self._write_words(text)

    def marks(self, node: SyntaxTreeNode) -> str:
        """That a picture waits until it is seen, and that a link leads out."""
        if node.type == "image":
            return '{ loading="lazy" }'
        return '{ rel="noopener" }' if node.attrs.get("rel") else ""
