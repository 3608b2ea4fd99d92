"""The small parts of plain Markdown: anchors, indents, rows of tables, addresses from document to document."""

from collections.abc import Iterable
from functools import lru_cache
from posixpath import relpath

from generator.document import Chip, Inlines, Picture, Words

_NEVER_IN_PATHS = {ord(sign): f"%{ord(sign):02X}" for sign in "%#?"}
"""What ends the path of an address, in names of files."""
INDENT = " " * 4


@lru_cache(maxsize=4096)
def relative_uri(uri: str, folder: str) -> str:
    """The address of a document from a folder; lists lead to the same procedures again and again."""
    return relpath(uri, folder or ".").translate(_NEVER_IN_PATHS)


def anchor(identifier: str) -> str:
    """A place that links lead to, as an element that every engine lets stand in Markdown."""
    return f'<a id="{identifier}"></a>'


def plain(content: Inlines) -> str:
    """The words of inline parts."""
    return "".join(
        part.text
        if isinstance(part, Words)
        else f" ({part.words})"
        if isinstance(part, Chip)
        else part.alternative
        if isinstance(part, Picture)
        else plain(part.content)
        for part in content
    )


def indented(text: str) -> str:
    """Lines indented as all engines want what stands below an item of a list."""
    return "\n".join(f"{INDENT}{line}" if line else "" for line in text.split("\n"))


def table(heads: list[str], rows: Iterable[list[str]]) -> str:
    """A table of finished cells."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows))
