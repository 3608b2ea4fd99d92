"""The printed manual as a Word document: cover, contents, chapters each with its running head, who signs.

Every chapter that begins a page is a section of its own, so that its head can name its document's code and revision.
The heads take the chapter's title from its heading as it stands in the document (STYLEREF): whoever changes the one
in Word changes the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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
from generator.writers.word.blocks import CHAPTERS, BlockWriter
from generator.writers.word.grids import UNBORDERED, Cells, grid
from generator.writers.word.inline_runs import field, field_begins, field_ends, run
from generator.writers.word.markup import element
from generator.writers.word.package import Package, Properties
from generator.writers.word.page_numbers import pages_of
from generator.writers.word.paper_sizes import UPRIGHT
from generator.writers.word.pictures import Pictures
from generator.writers.word.sections import Numerals, Section, Sections
from generator.writers.word.shared import Shared

_EMBLEM_WIDTH = 170.0
"""In px."""
_LOWERED = element("w:spacing", attributes={"w:before": "4400"})
"""How far down the title of a part stands on its page."""
_APART = element("w:spacing", attributes={"w:before": "900"})
"""How far from the one before it a signature begins: there the hand that signs needs its room."""


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
    pictures = Pictures(package, files)
    pictures.prepare(charts.values())
    shared = Shared(package, places, addresses, charts, pictures)
    return _Book(printed, shared).packed()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A section whose head and foot are still to be written.

    Attributes:
        content: what it says.
        head: what stands over its pages.
        level: of the heading that the head names; 0 for none.
    """

    content: str
    head: RunningHead
    level: int


class _Book:
    """Writes one book."""

    def __init__(self, printed: PrintedManual, shared: Shared) -> None:
        self._printed, self._shared, self._sections = printed, shared, Sections(shared)
        self._said = words_of("document")["word"]
        self._is_whole = printed.cover is not None

    def packed(self) -> bytes:
        printed, plain = self._printed, RunningHead(self._office(), "")
        front = "".join(map(self._chapter, printed.front))
        drafts = self._drafts()
        places, count = self._places(front, drafts)
        fronts = [front, self._contents(places) if printed.has_contents else ""]
        sections = [
            *self._cover(),
            *(
                self._opening(_Draft(content, plain, 0), is_first=at == 0)
                for at, content in enumerate(filter(None, fronts))
            ),
            *(self._section(draft, count, is_first=at == 0) for at, draft in enumerate(drafts)),
        ]
        return self._sections.packed(sections, Properties(printed.title, self._office(), printed.language))

    def _places(self, front: str, drafts: Sequence[_Draft]) -> tuple[Mapping[str, str], int]:
        """What the page of each bookmark is called, as is reckoned; and how many pages the book itself has."""
        letters = words_of("paper")["front_letters"]
        lettered = pages_of(front, UPRIGHT).places.items() if front else ()
        called = {name: letters[(page - 1) % len(letters)] for name, page in lettered}
        before = 0
        for draft in drafts:
            pages = pages_of(draft.content, UPRIGHT)
            called |= {name: str(before + page) for name, page in pages.places.items()}
            before += pages.count
        return called, before

    # ------------------------------------------------------------------------------------------- front
    def _cover(self) -> Iterator[Section]:
        cover, writer, pictures = self._printed.cover, self._sections.plain(), self._shared.pictures
        if cover is None:
            return
        emblem = pictures.file(Picture(cover.emblem, ""), _EMBLEM_WIDTH) if cover.emblem else ""
        lines = [writer.paragraph("Figure", emblem)] if emblem else []
        lines.append(writer.line(cover.title, "Title"))
        told = (cover.year, cover.group, cover.office, cover.publisher)
        lines += (writer.line(line, "Subtitle") for line in told if line)
        yield Section("".join(lines), self._sections.page())

    def _opening(self, draft: _Draft, *, is_first: bool) -> Section:
        """A section before the book itself, numbered by letters."""
        numerals = Numerals.THAI_LETTERS if self._printed.language == "th" else Numerals.LETTERS
        edges = self._sections.head(draft.head, draft.level) + self._sections.foot()
        return Section(draft.content, edges + self._sections.page(numerals, is_first=is_first))

    def _contents(self, places: Mapping[str, str]) -> str:
        """The headings with their pages: a field, filled with what these are as far as can be reckoned."""
        headings = [each for each in self._shared.headings if each.level <= CHAPTERS]
        writer = self._sections.plain()
        title = writer.paragraph("TOCHeading", run(self._said["contents"]))
        begins = field_begins(f'TOC \\o "1-{CHAPTERS}" \\h \\z \\u')
        entries = []
        for at, heading in enumerate(headings):
            page = field(f"PAGEREF {heading.bookmark} \\h", places[heading.bookmark])
            entry = run(heading.text) + run("\t") + page
            link = element("w:hyperlink", entry, {"w:anchor": heading.bookmark, "w:history": "1"})
            entries.append(writer.paragraph(f"TOC{heading.level}", ("" if at else begins) + link))
        return "".join((title, *entries, writer.paragraph("TableEnd", field_ends()) if entries else ""))

    # ---------------------------------------------------------------------------------------- chapters
    def _drafts(self) -> list[_Draft]:
        """The book itself, its last page with the lines to sign on; of chosen procedures they follow the last."""
        drafts = [
            _Draft("".join(map(self._chapter, group)), group[-1].head, group[-1].level)
            for group in _on_pages(self._printed.chapters)
        ]
        if not self._printed.signing:
            return drafts
        if drafts and not self._is_whole:
            *others, last = drafts
            return [*others, replace(last, content=last.content + self._signed_in_a_row())]
        head = RunningHead(self._office(), self._printed.signing_heading)
        title = self._sections.plain().heading(1, (Words(head.title),), None)
        return [*drafts, _Draft(title + self._signed_in_a_column(), head, 1)]

    def _section(self, draft: _Draft, count: int, *, is_first: bool) -> Section:
        """Chapters that begin on one page, in a book of so many pages."""
        foot = self._sections.foot(count, is_whole=self._is_whole)
        edges = self._sections.head(draft.head, draft.level) + foot
        return Section(draft.content, edges + self._sections.page(is_first=is_first))

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
        width = UPRIGHT.text_width // len(columns)
        return self._sections.plain().paragraph("TableEnd", "") + grid(
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
            looks = ("" if at == len(lines) else "<w:keepNext/>") + (_APART if at == 1 else "")
            yield self._sections.plain().paragraph(style, each, looks)

    def _office(self) -> str:
        chapters = self._printed.all_chapters()
        return chapters[0].head.office if chapters else ""


def _on_pages(chapters: Iterable[Chapter]) -> Iterator[list[Chapter]]:
    """Chapters by the pages on which they begin: an area stands over its first procedure, pages follow one another.

    So does what is only named.
    """
    together: list[Chapter] = []
    for chapter in chapters:
        before = together[-1] if together else chapter
        is_alike = chapter.kind is before.kind
        is_short = chapter.kind is ChapterKind.PAGE or chapter.is_brief or before.is_brief
        if together and before.kind is not ChapterKind.AREA and not (is_alike and is_short):
            yield together
            together = []
        together.append(chapter)
    if together:
        yield together
