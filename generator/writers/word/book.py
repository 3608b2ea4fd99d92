"""The printed manual as a Word document: cover, contents, chapters each with its running head, who signs.

Every chapter that begins a page is a section of its own, so that its head can name its document's code and revision.
The heads take the chapter's title from its heading as it stands in the document (STYLEREF): whoever changes the one
in Word changes the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum

from generator.charts import Charts
from generator.document import (
    Addresses,
    Chapter,
    ChapterKind,
    Cover,
    Picture,
    PrintedManual,
    PrintedPlaces,
    RunningHead,
    SigningLine,
)
from generator.words import words_of
from generator.writers.word.blocks import BlockWriter
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


class _Book:
    """Writes one book."""

    def __init__(self, printed: PrintedManual, shared: Shared) -> None:
        self._printed, self._shared = printed, shared
        self._said = words_of("document")["word"]
        self._is_whole = printed.cover is not None

    def packed(self) -> bytes:
        printed = self._printed
        cover = self._cover(printed.cover) if printed.cover else ""
        front = "".join(map(self._chapter, printed.front))
        chapters = "".join(map(self._section, _on_pages(printed.chapters)))
        contents = self._contents() if printed.has_contents else ""
        body = "".join((cover, self._front(front, contents), chapters, self._signing()))
        document = DECLARATION + element("w:document", element("w:body", body), _NAMESPACES)
        office = printed.all_chapters()[0].head.office if printed.all_chapters() else ""
        properties = Properties(printed.title, office, printed.language)
        return self._shared.package.packed(document, self._shared.numbering.xml(), properties)

    # ------------------------------------------------------------------------------------------- front
    def _cover(self, cover: Cover) -> str:
        writer, runs = self._plain(), self._shared.runs
        lines = (cover.year, cover.group, cover.office, cover.publisher)
        emblem = self._shared.pictures.file(Picture(cover.emblem, ""), _EMBLEM_WIDTH) if cover.emblem else ""
        return "".join(
            (
                writer.paragraph("Figure", emblem) if emblem else "",
                writer.paragraph("Title", runs.of(cover.title)),
                *(writer.line(line, "Subtitle") for line in lines if line),
                self._ends(self._page(is_centred=True)),
            )
        )

    def _front(self, foreword: str, contents: str) -> str:
        """The foreword and the contents, numbered by letters."""
        if not foreword and not contents:
            return ""
        between = self._break() if foreword and contents else ""
        head = RunningHead(self._office(), "")
        is_thai = self._printed.language == "th"
        numerals = Numerals.LETTERS if is_thai else Numerals.ROMAN
        edges = self._head(head, 0) + self._foot(is_counted=False)
        return foreword + between + contents + self._ends(edges + self._page(numerals))

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
    def _section(self, chapters: Sequence[Chapter]) -> str:
        """Chapters that begin on one page."""
        *_, last = chapters
        if last.kind is ChapterKind.PART:
            return self._chapter(last) + self._ends(self._without_edges() + self._page(is_centred=True))
        edges = self._head(last.head, last.level) + self._foot()
        return "".join(map(self._chapter, chapters)) + self._ends(edges + self._page(first=self._first(last)))

    def _first(self, chapter: Chapter) -> bool:
        """Whether the pages are counted from a chapter on."""
        numbered = [each for each in self._printed.chapters if each.kind is not ChapterKind.PART]
        return bool(numbered) and numbered[0].head == chapter.head

    def _chapter(self, chapter: Chapter) -> str:
        writer = BlockWriter(self._shared, chapter)
        place = self._shared.places.of_chapter(chapter)
        return writer.heading(chapter.level, chapter.heading, place) + writer.blocks(chapter.blocks)

    # ----------------------------------------------------------------------------------------- signing
    def _signing(self) -> str:
        """The lines to sign on, and the end of the last section, where the last page is."""
        writer, printed = self._plain(), self._printed
        lines = [writer.paragraph("TOCHeading", run(printed.signing_heading))] if printed.signing else []
        lines += (part for line in printed.signing for part in self._signed(writer, line))
        end = self._shared.bookmarks.at(self._shared.bookmarks.name(_LAST_PAGE))
        lines.append(writer.paragraph("SectionEnd", end))
        edges = self._head(RunningHead(self._office(), printed.signing_heading), 0) + self._foot()
        return "".join(lines) + element("w:sectPr", edges + self._page())

    def _signed(self, writer: BlockWriter, line: SigningLine) -> Iterator[str]:
        said = self._said
        yield writer.paragraph(
            "SignatureLine", run(said["signature"].format(what=line.what)), "<w:keepNext/>"
        )
        yield writer.paragraph("SignatureLine", run(said["name"]), "<w:keepNext/>")
        for role in line.roles:
            runs = run(f"{said['position']} ") + self._shared.runs.of(role)
            yield writer.paragraph("SignatureLine", runs, "<w:keepNext/>")
        if not line.roles:
            yield writer.paragraph("SignatureLine", run(said["position_line"]), "<w:keepNext/>")
        dated = [self._shared.runs.of(day) for day in line.dates] or [run(said["day_line"])]
        runs = run(f"{said['day']} ") + run(", ").join(dated)
        yield writer.paragraph("SignatureLine", runs)

    # ------------------------------------------------------------------------------------------- pages
    def _plain(self) -> BlockWriter:
        """What writes paragraphs that belong to no chapter."""
        none = Chapter(ChapterKind.PAGE, 1, "", (), (), RunningHead("", ""))
        return BlockWriter(self._shared, none)

    def _office(self) -> str:
        chapters = self._printed.all_chapters()
        return chapters[0].head.office if chapters else ""

    def _break(self) -> str:
        return element("w:p", element("w:r", element("w:br", attributes={"w:type": "page"})))

    def _ends(self, section: str) -> str:
        """The end of a section."""
        return self._plain().paragraph("SectionEnd", "", element("w:sectPr", section))

    def _page(
        self, numerals: Numerals = Numerals.NUMBERS, *, first: bool = False, is_centred: bool = False
    ) -> str:
        """The paper, its margins, how its pages are numbered; in the order of the schema."""
        numbers = {"w:fmt": numerals.value}
        if first or numerals is not Numerals.NUMBERS:
            numbers["w:start"] = "1"
        return "".join(
            (
                valued("w:type", "nextPage"),
                element("w:pgSz", attributes=_PAGE),
                element("w:pgMar", attributes=_MARGINS),
                element("w:pgNumType", attributes=numbers),
                valued("w:vAlign", "center") if is_centred else "",
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
            writer.paragraph("Header", line, border if at == len(lines) - 1 else "")
            for at, line in enumerate(lines)
        )
        relation = self._shared.package.edge("header", DECLARATION + element("w:hdr", xml, _NAMESPACES))
        return element("w:headerReference", attributes={"w:type": "default", "r:id": relation})

    def _without_edges(self) -> str:
        """That nothing stands over and under pages: unless it is said, they have what those before them have."""
        empty = self._plain().paragraph("Header", "")
        head = self._shared.package.edge("header", DECLARATION + element("w:hdr", empty, _NAMESPACES))
        foot = self._shared.package.edge("footer", DECLARATION + element("w:ftr", empty, _NAMESPACES))
        default = {"w:type": "default"}
        return element("w:headerReference", attributes={**default, "r:id": head}) + element(
            "w:footerReference", attributes={**default, "r:id": foot}
        )

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
