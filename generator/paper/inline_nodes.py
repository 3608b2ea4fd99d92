"""Inline parts as nodes."""

from collections.abc import Callable

from generator.document import Chip, Inline, Inlines, Link, Picture, Span, Strong, Target, Words
from generator.paper.letters import Letters
from generator.paper.nodes import Inline as InlineNode
from generator.paper.nodes import node

Places = Callable[[Target], str | None]
"""From what a link points at to the place in the book; None where the book has none."""
Pictures = Callable[[str], str | None]
"""From a file of the documents to the name under which templates find it; None of what is no picture."""


class InlineNodes:
    """Makes nodes of one book's inline parts."""

    def __init__(self, letters: Letters, places: Places, pictures: Pictures) -> None:
        """Take the letters of the book, its places, and its pictures."""
        self._letters, self._places, self._pictures = letters, places, pictures

    def of(self, content: Inlines) -> list[InlineNode]:
        """Nodes for parts, in order."""
        return [each for part in content for each in self._part(part)]

    def words(self, text: str) -> list[InlineNode]:
        """Nodes for plain words; a line feed is a line break."""
        nodes: list[InlineNode] = []
        for at, line in enumerate(text.split("\n")):
            nodes += [node("br")] if at else []
            runs = self._letters.runs(line)
            nodes += [list(runs)] if runs else []
        return nodes

    def link(self, target: Target | str, content: list[InlineNode]) -> list[InlineNode]:
        """A link around nodes; the nodes alone where it leads nowhere in the book."""
        if isinstance(target, str):
            return [node("url", to=target, c=content)] if content else []
        place = self._places(target)
        return [node("to", to=place, c=content)] if place and content else content

    def picture(self, file: str, alternative: str) -> list[InlineNode]:
        """A picture; its words where it cannot be printed."""
        name = self._pictures(file)
        if name is None:
            return self.words(alternative)
        return [node("picture", file=name, alt=alternative or file)]

    def _part(self, part: Inline) -> list[InlineNode]:
        match part:
            case Words():
                return self.words(part.text)
            case Strong():
                return [node("b", c=self.of(part.content))]
            case Link():
                return self.link(part.target, self.of(part.content))
            case Span():
                return [node("span", n=part.name, c=self.of(part.content))]
            case Chip():
                return [node("chip", c=self.words(part.words))] if part.is_so else []
            case Picture():
                return self.picture(part.target.uri, part.alternative)
