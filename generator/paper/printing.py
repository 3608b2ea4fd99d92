"""Prints a manual: its tree becomes nodes, the templates set them, and the PDF says the letters that are seen."""

from collections.abc import Callable, Mapping
from datetime import datetime

from generator.charts import Charts
from generator.document import PrintedManual
from generator.paper.book_nodes import BookNodes
from generator.paper.letters import Letters
from generator.paper.text_layer import with_text
from generator.paper.typesetting import typeset

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""The pictures that can be printed."""

FileOf = Callable[[str], bytes | None]
"""From the path of a file among the documents to what it holds; None when it is not there."""


def print_manual(
    printed: PrintedManual,
    charts: Charts,
    file_of: FileOf,
    made: datetime,
    is_thai_numbered: bool = False,
) -> bytes:
    """A printed manual as PDF.

    Args:
        printed: the book.
        charts: its charts.
        file_of: the files of the documents, of which it shows pictures.
        made: when it counts as made.
        is_thai_numbered: whether numbers are set in Thai digits.

    Raises:
        TypesettingError: when it cannot be set.
    """
    letters, pictures = Letters(is_thai_numbered), Pictures(file_of)
    book = BookNodes(printed, charts, letters, pictures.name_of).book() | {"thai-digits": is_thai_numbered}
    return with_text(typeset(book, pictures.files, made), letters.table())


class Pictures:
    """The pictures of one book."""

    def __init__(self, file_of: FileOf) -> None:
        self._file_of = file_of
        self._names: dict[str, str | None] = {}
        self._files: dict[str, bytes] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """What they hold, by their names in the book."""
        return self._files

    def name_of(self, uri: str) -> str | None:
        """The name of a picture; None of what is not there, or cannot be printed."""
        if uri not in self._names:
            suffix = next((each for each in SUFFIXES if uri.lower().endswith(each)), None)
            content = self._file_of(uri) if suffix else None
            self._names[uri] = f"picture-{len(self._files)}{suffix}" if content is not None else None
            if name := self._names[uri]:
                self._files[name] = content or b""
        return self._names[uri]
