"""Prints: what is to be printed becomes nodes, templates set them, and the PDF says the letters that are seen.

A print that was made before is kept where nothing of it changed but the day.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any

from pikepdf import Pdf

from generator.charts import Charts, draw_charts
from generator.document import Authored, PrintedManual, open_book, printed_manual
from generator.indexes import Indexes
from generator.model import Manual, plain_text
from generator.paper.book_nodes import BookNodes
from generator.paper.chart_nodes import ChartTooLargeError
from generator.paper.destinations import label_pages, lead_links
from generator.paper.letters import Letters
from generator.paper.marks import print_of
from generator.paper.nodes import Node
from generator.paper.pictures import FileOf, Pictures
from generator.paper.text_layer import with_text
from generator.paper.typesetting import SetPages, TypesettingError, fingerprint, typeset
from generator.today import BANGKOK, build_day
from generator.words import words_of

MANUAL = "book.typ"
"""The template of the manual."""


class PrintError(Exception):
    """A manual cannot be printed; the message says why, and what to do."""


class ChartPrintError(PrintError):
    """A manual cannot be printed because one of its charts would be unreadable."""


class BrokenPictureError(Exception):
    """A file that is to be shown holds no picture.

    Attributes:
        uri: the file.
        reason: what the tool says of it.
    """

    def __init__(self, uri: str, reason: str) -> None:
        """Name the file."""
        super().__init__(uri, reason)
        self.uri, self.reason = uri, reason


Progress = Callable[[str], None]
"""Is told what comes next: ``charts``, ``setting``, ``text``."""


def print_edition(  # noqa: PLR0913 - all but the first two are named
    indexes: Indexes,
    authored: Authored,
    *,
    procedures: Collection[str] | None = None,
    charts: Charts | None = None,
    is_thai_numbered: bool = False,
    fits_all: bool = False,
    earlier: bytes | None = None,
    progress: Progress = lambda _: None,
) -> bytes:
    """The manual of an edition, or some of its procedures, as PDF.

    Args:
        indexes: the manual, and all that follows from it.
        authored: the documents written by hand, pictures among them.
        procedures: the ids of the procedures that are wanted; by default the whole manual.
        charts: its charts, where they are drawn already.
        is_thai_numbered: whether numbers are set in Thai digits.
        fits_all: whether a chart that fits on no page is made as small as it must be.
        earlier: an earlier print, which is kept if nothing changed.
        progress: is told what comes next.

    Raises:
        ChartPrintError: when a chart fits on no page so that it can be read; the message is for authors.
        PrintError: when it cannot be printed for another reason; likewise.
        generator.charts.LayoutError: when there is no Graphviz.
    """
    with told_to_authors(indexes.manual):
        return _edition(indexes, authored, procedures, charts, is_thai_numbered, fits_all, earlier, progress)


@contextmanager
def told_to_authors(manual: Manual) -> Iterator[None]:
    """Let what hinders a print be told to authors.

    Raises:
        PrintError: when something does.
    """
    try:
        yield
    except BrokenPictureError as error:
        wording = words_of("paper")["errors"]["broken_picture"]
        raise PrintError(wording.format(file=error.uri, reason=error.reason)) from error
    except TypesettingError as error:
        raise PrintError(words_of("paper")["errors"]["not_set"].format(reason=error)) from error
    except ChartTooLargeError as error:
        raise ChartPrintError(_too_large(manual, error)) from error


def _edition(  # noqa: PLR0913, PLR0917 - as `print_edition`
    indexes: Indexes,
    authored: Authored,
    procedures: Collection[str] | None,
    charts: Charts | None,
    is_thai_numbered: bool,
    fits_all: bool,
    earlier: bytes | None,
    progress: Progress,
) -> bytes:
    progress("charts")
    drawn = draw_charts(indexes.manual, procedures) if charts is None else charts
    printed = printed_manual(open_book(indexes, drawn), authored, procedures)
    made = datetime.combine(build_day(), time(), BANGKOK)
    return print_manual(
        printed,
        drawn,
        authored.documents.get,
        made,
        is_thai_numbered=is_thai_numbered,
        fits_all=fits_all,
        earlier=earlier,
        progress=progress,
    )


def print_manual(  # noqa: PLR0913 - all but the first four are named
    printed: PrintedManual,
    charts: Charts,
    file_of: FileOf,
    made: datetime,
    *,
    is_thai_numbered: bool = False,
    fits_all: bool = False,
    earlier: bytes | None = None,
    progress: Progress = lambda _: None,
) -> bytes:
    """A printed manual as PDF.

    Args:
        printed: the book.
        charts: its charts.
        file_of: the files of the documents, of which it shows pictures.
        made: when it counts as made.
        is_thai_numbered: whether numbers are set in Thai digits.
        fits_all: as for `print_edition`.
        earlier: an earlier print, which is kept if nothing changed.
        progress: is told what comes next.

    Raises:
        TypesettingError: when it cannot be set.
        BrokenPictureError: when a file that it shows holds no picture.
        ChartTooLargeError: when a chart fits on no page.
    """
    letters, pictures = Letters(is_thai_numbered), Pictures(file_of)
    book = BookNodes(printed, charts, letters, pictures, fits_all).book()
    return set_print(MANUAL, book, letters, pictures, made, earlier, progress)


def set_print(  # noqa: PLR0913, PLR0917 - what a form has, where it goes, and what is told of it
    template: str,
    content: Node,
    letters: Letters,
    pictures: Pictures,
    made: datetime,
    earlier: bytes | None,
    progress: Progress,
) -> bytes:
    """Set nodes by a template, unless an earlier print is of the same.

    Raises:
        BrokenPictureError: when a picture cannot be set.
        TypesettingError: when Typst refuses anything else.
    """
    mark = fingerprint(template, content, pictures.files)
    if earlier is not None and print_of(earlier) == mark:
        return earlier
    progress("setting")
    try:
        pages = typeset(template, content | {"fingerprint": mark}, pictures.files, made)
    except TypesettingError as error:
        if broken := pictures.broken():
            raise BrokenPictureError(*broken) from error
        raise TypesettingError(pictures.named_in(str(error))) from error
    progress("text")
    return with_text(pages.pdf, letters.table(), lambda document: _lead(document, pages, content, letters))


def _lead(document: Pdf, pages: SetPages, content: Node, letters: Letters) -> None:
    """Let the links of a book lead to their places, and its pages be called what is printed on them."""
    said, front = words_of("paper"), pages.first - 1
    labels = _page_labels(len(document.pages), front, said, letters, has_cover=bool(content.get("cover")))
    lead_links(document, pages.places, labels, said["link"])
    label_pages(document, labels)


def _page_labels(
    count: int, front: int, said: Mapping[str, Any], letters: Letters, *, has_cover: bool
) -> list[str]:
    """What the pages of a book are called: its cover, the letters of its front matter, numbers."""
    cover = [said["cover"]] if has_cover and front else []
    signs = said["front_letters"]
    lettered = [signs[at % len(signs)] for at in range(front - len(cover))]
    numbered = [letters.read(letters.plain(str(at + 1))) for at in range(count - front)]
    return [*cover, *lettered, *numbered]


def _too_large(manual: Manual, error: ChartTooLargeError) -> str:
    """Which chart fits on no page, and what to do."""
    placed, said = manual.procedure(error.procedure), words_of("paper")["errors"]
    if placed is None:
        return str(error)
    step = next((each.number for each in placed.walk_steps() if each.chart_key == error.key), "")
    wording = said["chart_too_large_step" if error.key else "chart_too_large"]
    return str(
        wording.format(file=placed.path, number=placed.number, title=plain_text(placed.title), step=step)
    )
