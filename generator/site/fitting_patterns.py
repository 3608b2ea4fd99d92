"""The engine tries only what may stand in a document: pictures, code or footnotes are looked for where their signs are.

Python-Markdown tries each of its patterns on every piece of text, and most pages have no sign of most of them. An
extension of it: what it does not know, as other extensions bring it, is tried as ever.
"""

from collections.abc import Mapping

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor

_FOOTNOTE = r"\[\^([^\]]*)\]"
_SIGNS: Mapping[str, str] = {
    inlinepatterns.BACKTICK_RE: "`",
    inlinepatterns.ESCAPE_RE: "\\",
    inlinepatterns.LINK_RE: "[",
    inlinepatterns.IMAGE_LINK_RE: "![",
    inlinepatterns.AUTOLINK_RE: "://",
    inlinepatterns.AUTOMAIL_RE: "@",
    inlinepatterns.LINE_BREAK_RE: "  \n",
    inlinepatterns.HTML_RE: "<",
    inlinepatterns.ENTITY_RE: "&",
    _FOOTNOTE: "[^",
}
"""The library's patterns, each with what stands wherever it matches."""
_FIRST, _LAST = 1_000, -1_000
"""When a document is looked at: before and after others prepare it, as some put texts in and others take some out."""


class FittingPatterns(Extension):
    """Chooses the patterns for each document."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Take part in the reading of a document."""
        looked_for = dict(_SIGNS)
        for priority in (_FIRST, _LAST):
            md.preprocessors.register(_Choosing(md, looked_for), f"fitting_patterns_{priority}", priority)


class _Choosing(Preprocessor):
    """Leaves out the patterns whose signs stand nowhere in a document."""

    def __init__(self, md: Markdown, looked_for: dict[str, str]) -> None:
        super().__init__(md)
        self._looked_for = looked_for

    def run(self, lines: list[str]) -> list[str]:
        """Choose the patterns."""
        text = "\n".join(lines)
        for pattern in [pattern for pattern, sign in self._looked_for.items() if sign in text]:
            del self._looked_for[pattern]
        fitting = [each for each in self.md.inlinePatterns if each.pattern not in self._looked_for]
        inline = self.md.treeprocessors["inline"]
        if isinstance(inline, InlineProcessor):
            inline.inlinePatterns = fitting  # type: ignore[assignment]  # it counts them, and asks for each by its place
        return lines
