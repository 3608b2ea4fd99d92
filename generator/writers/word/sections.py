"""The sections of a Word document: their paper, what stands over and under their pages, how these are numbered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from generator.document import Chapter, ChapterKind, RunningHead
from generator.words import words_of
from generator.writers.word.blocks import BlockWriter
from generator.writers.word.inline_runs import field, run
from generator.writers.word.markup import DECLARATION, NAMESPACES, element, valued
from generator.writers.word.package import Properties
from generator.writers.word.paper_sizes import UPRIGHT, Paper
from generator.writers.word.shared import Shared

_LAST_PAGE = "last page"
_BELOW_HEAD = element("w:spacing", attributes={"w:after": "120"})


class Numerals(Enum):
    """How pages are numbered, as WordprocessingML says it."""

    THAI_LETTERS = "thaiLetters"
    LETTERS = "lowerLetter"
    NUMBERS = "decimal"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the document: what it says, and how its pages are."""

    content: str
    page: str


class Sections:
    """Writes the sections of one document."""

    def __init__(self, shared: Shared, paper: Paper = UPRIGHT) -> None:
        """Take what the document shares, and its paper."""
        self._shared, self._paper = shared, paper
        self._said = words_of("document")["word"]

    def plain(self) -> BlockWriter:
        """What writes paragraphs that belong to no chapter."""
        none = Chapter(ChapterKind.PAGE, 1, "", (), (), RunningHead("", ""))
        return BlockWriter(self._shared, none, width=self._paper.text_width)

    def packed(self, sections: Iterable[Section], properties: Properties) -> bytes:
        """The document as a file."""
        *others, last = sections
        body = [*(each.content + self._ends(each.page) for each in others), last.content]
        end = self._shared.bookmarks.at(self._shared.bookmarks.name(_LAST_PAGE))
        body += [self.plain().paragraph("SectionEnd", end), element("w:sectPr", last.page)]
        document = DECLARATION + element("w:document", element("w:body", body), NAMESPACES)
        return self._shared.package.packed(document, self._shared.numbering.xml(), properties)

    def page(self, numerals: Numerals = Numerals.NUMBERS, *, is_first: bool = False) -> str:
        """The paper, its margins, how its pages are numbered; in the order of the schema."""
        numbers = {"w:fmt": numerals.value}
        if is_first:
            numbers["w:start"] = "1"
        return "".join(
            (
                valued("w:type", "nextPage"),
                element("w:pgSz", attributes=self._paper.size),
                element("w:pgMar", attributes=self._paper.margins),
                element("w:pgNumType", attributes=numbers),
            )
        )

    def head(self, head: RunningHead, level: int) -> str:
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
        xml = "".join(
            self.plain().paragraph(
                "Header",
                line,
                self._between(border, _BELOW_HEAD) if at == len(lines) - 1 else self._between(),
            )
            for at, line in enumerate(lines)
        )
        return self._edge("header", "w:hdr", xml)

    def foot(self, count: int = 0, *, is_whole: bool = True) -> str:
        """The number of the page, and how many there are.

        Args:
            count: how many there are, as is reckoned; 0 where it does not say so.
            is_whole: whether pages that are numbered otherwise stand before those.
        """
        before, _, rest = self._said["page"].partition("{page}")
        between, _, after = rest.partition("{pages}")
        runs = field("PAGE", "1")
        if count:
            last = self._shared.bookmarks.name(_LAST_PAGE)
            pages = field(f"PAGEREF {last}" if is_whole else "NUMPAGES", str(count))
            runs = run(before) + runs + run(between) + pages + run(after)
        return self._edge("footer", "w:ftr", self.plain().paragraph("Footer", runs))

    def _between(self, border: str = "", spacing: str = "") -> str:
        """The properties of a line of the running head: on wide paper its right end is farther."""
        if self._paper == UPRIGHT:
            return border + spacing
        stops = [("clear", UPRIGHT.text_width), ("right", self._paper.text_width)]
        tabs = (element("w:tab", attributes={"w:val": kind, "w:pos": str(at)}) for kind, at in stops)
        return border + element("w:tabs", tabs) + spacing

    def _edge(self, kind: str, tag: str, xml: str) -> str:
        """What stands over or under pages, as a section names it."""
        relation = self._shared.package.edge(kind, DECLARATION + element(tag, xml, NAMESPACES))
        return element(f"w:{kind}Reference", attributes={"w:type": "default", "r:id": relation})

    def _ends(self, section: str) -> str:
        """The end of a section."""
        return self.plain().paragraph("SectionEnd", "", element("w:sectPr", section))
