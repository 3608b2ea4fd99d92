"""The printed manual as a Word document: cover, contents, chapters each with its running head, who signs.

Every chapter that begins a page is a section of its own, so that its head can name its document's code and revision.
The heads take the chapter's title from its heading as it stands in the document (STYLEREF): whoever changes the one
in Word changes the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from generator.charts import Charts
from generator.document import (
    Addresses,
    Chapter,
    ChapterKind,
    Picture,
    PrintedManual,
    PrintedPlaces,
    RunningHead,
    SigningLine,
    Words,
)
from generator.words import words_of
from generator.writers.word.blocks import CHAPTERS, TEXT_WIDTH, BlockWriter
from generator.writers.word.grids import UNBORDERED, Cells, grid
from generator.writers.word.inline_runs import field, field_begins, field_ends, run
from generator.writers.word.markup import DECLARATION, element, valued
from generator.writers.word.package import Package, Properties
from generator.writers.word.pictures import Pictures
from generator.writers.word.shared import Shared

_NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
_PAGE = {"w:w": "11906", "w:h": "16838"}
"""A4, in twentieths of a point, as are the margins."""
_MARGINS = {
    "w:top": "1587",
    "w:right": "1134",
    "w:bottom": "1247",
    "w:left": "1701",
    "w:header": "624",
    "w:footer": "567",
    "w:gutter": "0",
}
_LAST_PAGE = "last page"
_EMBLEM_WIDTH = 170.0
"""In px."""
_UNKNOWN_PAGE = "–"
"""What stands for the number of a page until a program works it out."""


_LOWERED = element("w:spacing", attributes={"w:before": "4400"})
"""How far down the title of a part stands on its page."""


_BELOW_HEAD = element("w:spacing", attributes={"w:after": "120"})


class Numerals(Enum):
    """How pages are numbered, as WordprocessingML says it."""

    LETTERS = "thaiLetters"
    ROMAN = "lowerRoman"
    NUMBERS = "decimal"


def word_document(
    printed: PrintedManual, addresses: Addresses, charts: Charts, files: Mapping[str, bytes]
) -> bytes:
    """The book as a file: of the same book the same bytes.

    Args:
        printed: the book.
        addresses: where procedures are that its bodies link to.
        charts: those that it shows.
        files: the files of the documents, of which it shows pictures, by their uris.
    """
    package, places = Package(), PrintedPlaces(printed)
    shared = Shared(package, places, addresses, charts, Pictures(package, files))
    return _Book(printed, shared).packed()


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of the document: what it says, and how its pages are."""

    content: str
    page: str


class _Book:
    """Writes one book."""

    def __init__(self, printed: PrintedManual, shared: Shared) -> None:
        self._printed, self._shared = printed, shared
        self._said = words_of("document")["word"]
        self._is_whole = printed.cover is not None

    def packed(self) -> bytes:
        printed = self._printed
        front, chapters = self._front(), self._chapters()
        contents = self._contents() if printed.has_contents else ""
        sections = [*self._cover(), *front, *chapters]
        if contents:
            sections.insert(len(sections) - len(chapters), self._opening(contents))
        *others, last = sections
        body = [*(each.content + self._ends(each.page) for each in others), last.content]
        end = self._shared.bookmarks.at(self._shared.bookmarks.name(_LAST_PAGE))
        body += [self._plain().paragraph("SectionEnd", end), element("w:sectPr", last.page)]
        document = DECLARATION + element("w:document", element("w:body", body), _NAMESPACES)
        properties = Properties(printed.title, self._office(), printed.language)
        return self._shared.package.packed(document, self._shared.numbering.xml(), properties)

    # ------------------------------------------------------------------------------------------- front
    def _cover(self) -> Iterator[_Section]:
        cover, writer, pictures = self._printed.cover, self._plain(), self._shared.pictures
        if cover is None:
            return
        emblem = pictures.file(Picture(cover.emblem, ""), _EMBLEM_WIDTH) if cover.emblem else ""
        lines = [writer.paragraph("Figure", emblem)] if emblem else []
        lines.append(writer.line(cover.title, "Title"))
        told = (cover.year, cover.group, cover.office, cover.publisher)
        lines += (writer.line(line, "Subtitle") for line in told if line)
        yield _Section("".join(lines), self._page())

    def _front(self) -> list[_Section]:
        """The foreword, numbered by letters as the contents after it."""
        written = "".join(map(self._chapter, self._printed.front))
        return [self._opening(written, is_first=True)] if written else []

    def _opening(self, content: str, *, is_first: bool | None = None) -> _Section:
        """A section before the book itself."""
        if is_first is None:
            is_first = not self._printed.front
        numerals = Numerals.LETTERS if self._printed.language == "th" else Numerals.ROMAN
        edges = self._head(RunningHead(self._office(), ""), 0) + self._foot(is_counted=False)
        return _Section(content, edges + self._page(numerals, is_first=is_first))

    def _contents(self) -> str:
        """The headings with their pages: a field, filled already with all that is known before there are pages."""
        headings = [each for each in self._shared.headings if each.level <= CHAPTERS]
        writer = self._plain()
        title = writer.paragraph("TOCHeading", run(self._said["contents"]))
        begins = field_begins(f'TOC \\o "1-{CHAPTERS}" \\h \\z \\u')
        entries = []
        for at, heading in enumerate(headings):
            page = field(f"PAGEREF {heading.bookmark} \\h", _UNKNOWN_PAGE)
            entry = run(heading.text) + run("\t") + page
            link = element("w:hyperlink", entry, {"w:anchor": heading.bookmark, "w:history": "1"})
            entries.append(writer.paragraph(f"TOC{heading.level}", ("" if at else begins) + link))
        return "".join((title, *entries, writer.paragraph("TableEnd", field_ends()) if entries else ""))

    # ---------------------------------------------------------------------------------------- chapters
    def _chapters(self) -> list[_Section]:
        """The book itself, its last page with the lines to sign on; of chosen procedures they follow the last."""
        sections = [self._section(group) for group in _on_pages(self._printed.chapters)]
        if not self._printed.signing:
            return sections
        if sections and not self._is_whole:
            *others, last = sections
            return [*others, replace(last, content=last.content + self._signed_in_a_row())]
        head = RunningHead(self._office(), self._printed.signing_heading)
        title = self._plain().heading(1, (Words(head.title),), None)
        edges = self._head(head, 1) + self._foot()
        return [*sections, _Section(title + self._signed_in_a_column(), edges + self._page())]

    def _section(self, chapters: Sequence[Chapter]) -> _Section:
        """Chapters that begin on one page."""
        last, is_first = chapters[-1], chapters[0] is self._printed.chapters[0]
        edges = self._head(last.head, last.level) + self._foot()
        return _Section("".join(map(self._chapter, chapters)), edges + self._page(is_first=is_first))

    def _chapter(self, chapter: Chapter) -> str:
        writer = BlockWriter(self._shared, chapter)
        place = self._shared.places.of_chapter(chapter)
        lowered = _LOWERED if chapter.kind is ChapterKind.PART else ""
        heading = writer.heading(chapter.level, chapter.heading, place, lowered)
        return heading + writer.blocks(chapter.blocks)

    # ----------------------------------------------------------------------------------------- signing
    def _signed_in_a_column(self) -> str:
        return "".join(part for line in self._printed.signing for part in self._signed(line, "SignatureLine"))

    def _signed_in_a_row(self) -> str:
        """The lines to sign on beside one another."""
        columns = ["".join(self._signed(line, "SignatureCell")) for line in self._printed.signing]
        width = TEXT_WIDTH // len(columns)
        return self._plain().paragraph("TableEnd", "") + grid(
            [width] * len(columns), [Cells(columns)], style=UNBORDERED
        )

    def _signed(self, line: SigningLine, style: str) -> Iterator[str]:
        """Where one sort of signature goes: for what, by which role, when."""
        said, runs = self._said, self._shared.runs
        roles = [run(f"{said['position']} ") + runs.of(role) for role in line.roles]
        days = [run(f"{said['day']} ") + runs.of(day) for day in line.dates]
        lines = [run(said["signature"].format(what=line.what)), run(said["name"])]
        lines += roles or [run(said["position_line"])]
        lines += days or [run(said["day_line"])]
        for at, each in enumerate(lines, 1):
            yield self._plain().paragraph(style, each, "" if at == len(lines) else "<w:keepNext/>")

    # ------------------------------------------------------------------------------------------- pages
    def _plain(self) -> BlockWriter:
        """What writes paragraphs that belong to no chapter."""
        none = Chapter(ChapterKind.PAGE, 1, "", (), (), RunningHead("", ""))
        return BlockWriter(self._shared, none)

    def _office(self) -> str:
        chapters = self._printed.all_chapters()
        return chapters[0].head.office if chapters else ""

    def _ends(self, section: str) -> str:
        """The end of a section."""
        return self._plain().paragraph("SectionEnd", "", element("w:sectPr", section))

    def _page(self, numerals: Numerals = Numerals.NUMBERS, *, is_first: bool = False) -> str:
        """The paper, its margins, how its pages are numbered; in the order of the schema."""
        numbers = {"w:fmt": numerals.value}
        if is_first:
            numbers["w:start"] = "1"
        return "".join(
            (
                valued("w:type", "nextPage"),
                element("w:pgSz", attributes=_PAGE),
                element("w:pgMar", attributes=_MARGINS),
                element("w:pgNumType", attributes=numbers),
            )
        )

    def _head(self, head: RunningHead, level: int) -> str:
        """The running head: the office and the document, and below them the chapter as its heading says it.

        Args:
            head: what it says.
            level: of the chapter's heading; 0 of one that has none.
        """
        document = " ".join(filter(None, (head.code, head.revision)))
        lines = [run(head.office) + (run("\t") + run(document) if document else "")]
        if head.title:
            lines.append(field(f"STYLEREF {level}", head.title) if level else run(head.title))
        rule = {"w:val": "single", "w:sz": "4", "w:space": "4", "w:color": "5B6B80"}
        border = element("w:pBdr", element("w:bottom", attributes=rule))
        writer = self._plain()
        xml = "".join(
            writer.paragraph("Header", line, border + _BELOW_HEAD if at == len(lines) - 1 else "")
            for at, line in enumerate(lines)
        )
        relation = self._shared.package.edge("header", DECLARATION + element("w:hdr", xml, _NAMESPACES))
        return element("w:headerReference", attributes={"w:type": "default", "r:id": relation})

    def _foot(self, is_counted: bool = True) -> str:
        """The number of the page, and how many there are."""
        before, _, rest = self._said["page"].partition("{page}")
        between, _, after = rest.partition("{pages}")
        runs = field("PAGE", "1")
        if is_counted:
            last = self._shared.bookmarks.name(_LAST_PAGE)
            pages = field(f"PAGEREF {last}", _UNKNOWN_PAGE) if self._is_whole else field("NUMPAGES", "1")
            runs = run(before) + runs + run(between) + pages + run(after)
        xml = self._plain().paragraph("Footer", runs)
        relation = self._shared.package.edge("footer", DECLARATION + element("w:ftr", xml, _NAMESPACES))
        return element("w:footerReference", attributes={"w:type": "default", "r:id": relation})


def _on_pages(chapters: Iterable[Chapter]) -> Iterator[list[Chapter]]:
    """Chapters by the pages on which they begin: what is said of an area stands over its first procedure."""
    together: list[Chapter] = []
    for chapter in chapters:
        if together and chapter.kind is not ChapterKind.PROCEDURE:
            yield together
            together = []
        together.append(chapter)
        if chapter.kind is not ChapterKind.AREA:
            yield together
            together = []
    if together:
        yield together
