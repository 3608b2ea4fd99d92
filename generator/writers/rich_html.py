"""What authors wrote in several blocks as finished HTML: paragraphs, lists, tables, pictures; inside rows of steps too.

Markdown cannot say all of it inside the items of lists and the cells of tables, in which it stands.
"""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.document import (
    DefinitionEntry,
    Definitions,
    Listing,
    ListItem,
    Paragraph,
    Rich,
    RichPart,
    Table,
)
from generator.writers.inline_html import InlineHtml, attributes


class RichHtml:
    """Writes such blocks of one page."""

    def __init__(self, write: InlineHtml, table: Callable[[Table], str]) -> None:
        """Take what writes inline parts, and tables."""
        self._write, self._table = write, table

    def __call__(self, block: Rich) -> Markup:
        """A text, in an element that has its style."""
        name = " ".join(filter(None, ("rich", block.name)))
        return Markup(f"<div{attributes({'class': name})}>{self.parts(block.parts)}</div>")  # noqa: S704 - what stands in it is escaped

    def parts(self, parts: Iterable[RichPart]) -> str:
        """Blocks one below the other."""
        return "\n".join(map(self._part, parts))

    def _part(self, part: RichPart) -> str:
        match part:
            case Paragraph():
                given = {"class": part.name, **dict(part.attributes)}
                return f"<p{attributes(given)}>{self._write(part.content)}</p>"
            case Listing():
                return self.listing(part)
            case Table():
                return self._table(part)

    def listing(self, block: Listing) -> str:
        """A list."""
        marks = attributes({"class": block.name})
        return f"<div{marks}>{self._list(block.items, block.is_ordered, block.first)}</div>"

    def _list(self, items: Iterable[ListItem], is_ordered: bool, first: int = 1) -> str:
        tag = "ol" if is_ordered else "ul"
        start = attributes({"start": str(first)}) if first != 1 else ""
        return f"<{tag}{start}>{''.join(map(self._item, items))}</{tag}>"

    def _item(self, item: ListItem) -> str:
        below = self._list(item.items, item.is_ordered) if item.items else ""
        rest = f'<div class="rich">{self.parts(item.blocks)}</div>' if item.blocks else ""
        return f"<li>{self._write(item.content)}{below}{rest}</li>"

    def definitions(self, block: Definitions) -> str:
        """Definitions of which some have several blocks."""
        marks = attributes({"class": block.name}, block.is_searched)
        return f"<div{marks}><dl>{''.join(map(self._definition, block.entries))}</dl></div>"

    def _definition(self, entry: DefinitionEntry) -> str:
        term = f"<dt{attributes({'id': entry.id}, entry.is_searched)}>{self._write(entry.term)}</dt>"
        meanings = "".join(f"<dd>{self._write(meaning)}</dd>" for meaning in entry.meanings)
        rest = f'<dd><div class="rich">{self.parts(entry.blocks)}</div></dd>' if entry.blocks else ""
        return f"{term}{meanings}{rest}"
