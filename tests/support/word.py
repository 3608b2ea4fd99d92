"""Word documents as tests read them: what stands in them. What is wrong with them: `word_faults`."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from generator.charts import draw_charts
from generator.document import Authored, open_book, printed_manual
from generator.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.word.book import word_document
from generator.writers.word.flow_sheets import flow_sheets_document
from tests.support.showcase import SHOWCASE_DAY

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_MAIN}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class WordFile:
    """A document, opened."""

    content: bytes

    @cached_property
    def parts(self) -> Mapping[str, bytes]:
        """What it consists of, by names."""
        with ZipFile(io.BytesIO(self.content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def xml(self, name: str) -> ET.Element:
        """A part of it."""
        return ET.fromstring(self.parts[name])  # noqa: S314 - our own

    @cached_property
    def main(self) -> ET.Element:
        """Its text."""
        return self.xml("word/document.xml")

    @cached_property
    def edges(self) -> Mapping[str, ET.Element]:
        """What stands over and under its pages, by the ids by which sections name it."""
        return {
            relation: self.xml(f"word/{target}")
            for relation, (target, kind) in self.relations("document").items()
            if kind in {"header", "footer"}
        }

    def relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Where a part leads and how that is called, by ids."""
        found = self.xml(f"word/_rels/{part}.xml.rels").iter(_RELATION)
        return {
            each.attrib["Id"]: (each.attrib["Target"], each.attrib["Type"].rpartition("/")[2])
            for each in found
        }

    @cached_property
    def paragraphs(self) -> list[str]:
        """What its paragraphs say."""
        return [text_of(each) for each in self.main.iter(f"{W}p")]

    @cached_property
    def text(self) -> str:
        """What it says, pictures told by what stands for them."""
        told = [each.attrib.get("descr", "") for each in self.main.iter(DRAWN)]
        edges = [text_of(each) for edge in self.edges.values() for each in edge.iter(f"{W}p")]
        return "\n".join((*self.paragraphs, *told, *edges))

    @cached_property
    def fields(self) -> list[str]:
        """What its fields work out."""
        return [each.text or "" for each in self.main.iter(f"{W}instrText")]

    def values(self, tag: str, attribute: str) -> list[str]:
        """What elements of its text say in an attribute, where they have it."""
        found = (each.attrib.get(f"{W}{attribute}") for each in self.main.iter(f"{W}{tag}"))
        return [each for each in found if each is not None]

    def styled(self, style: str) -> list[str]:
        """What the paragraphs of a style say."""
        return [text_of(each) for each in self.main.iter(f"{W}p") if style_of(each) == style]

    def media(self, relation: str) -> bytes:
        """A picture."""
        return self.parts[f"word/{self.relations('document')[relation][0]}"]


def text_of(element: ET.Element) -> str:
    """The words in an element, lines and columns as characters."""
    said = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        each.text or "" if each.tag == f"{W}t" else said.get(each.tag, "") for each in element.iter()
    )


def style_of(paragraph: ET.Element) -> str:
    """The style of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.attrib[f"{W}val"]


def word_of(
    manual: Manual,
    authored: Authored | None = None,
    procedures: tuple[str, ...] | None = None,
    charts: bool = False,
) -> WordFile:
    """A manual as a Word document.

    Args:
        manual: the manual.
        authored: the documents written by hand.
        procedures: the ids of those that are wanted; by default the whole manual.
        charts: whether its charts are drawn, which takes a while.
    """
    authored = authored or Authored()
    drawn = draw_charts(manual, procedures) if charts else {}
    book = open_book(Indexes(manual, SHOWCASE_DAY), drawn)
    printed = printed_manual(book, authored, procedures)
    return WordFile(word_document(printed, book.addresses, drawn, authored.documents))


def flow_sheets_of(manual: Manual, procedures: tuple[str, ...] | None = None) -> WordFile:
    """The forms of a manual's procedures with the chart inside a table.

    Args:
        manual: the manual.
        procedures: the ids of those that are wanted; by default all that have steps.
    """
    wanted = [
        each for each in manual.procedures() if each.steps and (procedures is None or each.id in procedures)
    ]
    book = open_book(Indexes(manual, SHOWCASE_DAY))
    return WordFile(flow_sheets_document(book, wanted, {}))
