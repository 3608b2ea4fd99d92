"""Word documents as tests read them: what stands in them, and what is wrong with how they are put together."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
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
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblDescription",
    "trPr": "cantSplit trHeight tblHeader",
    "tcPr": "tcW gridSpan shd tcMar vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType vAlign",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
}
"""The children that elements have here, in the order in which ISO/IEC 29500-1 wants them; Word refuses others."""


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


def faults(file: WordFile) -> list[str]:
    """What a program could stumble over in how a document is put together."""
    return [*_of_package(file), *_of_places(file), *_of_order(file), *_of_tables(file)]


def _of_package(file: WordFile) -> Iterator[str]:
    types = file.xml("[Content_Types].xml")
    named = {each.attrib["PartName"].removeprefix("/") for each in types.iter(f"{_TYPES}Override")}
    suffixes = {each.attrib["Extension"] for each in types.iter(f"{_TYPES}Default")}
    parts = [name for name in file.parts if name != "[Content_Types].xml"]
    yield from (
        f"no type for {each}" for each in parts if each not in named and suffix_of(each) not in suffixes
    )
    yield from (f"type for nothing: {each}" for each in named if each not in file.parts)
    relations = file.relations("document")
    for relation, (target, kind) in relations.items():
        if kind != "hyperlink" and f"word/{target}" not in file.parts:
            yield f"{relation} leads to nothing"
    used = [value for each in file.main.iter() for key, value in each.attrib.items() if key.startswith(R)]
    yield from (f"no relation {each}" for each in used if each not in relations)
    styles = {each.attrib[f"{W}styleId"] for each in file.xml("word/styles.xml").iter(f"{W}style")}
    lists = {each.attrib[f"{W}numId"] for each in file.xml("word/numbering.xml").iter(f"{W}num")}
    for tag, known in (("pStyle", styles), ("rStyle", styles), ("tblStyle", styles), ("numId", lists)):
        yield from (f"{tag} {each} is none" for each in file.values(tag, "val") if each not in known)


def suffix_of(name: str) -> str:
    """How the name of a part ends."""
    return name.rpartition(".")[2]


def _of_places(file: WordFile) -> Iterator[str]:
    names = file.values("bookmarkStart", "name")
    for what, found in (
        ("bookmark", names),
        ("bookmark's id", file.values("bookmarkStart", "id")),
        ("picture's id", [each.attrib["id"] for each in file.main.iter(DRAWN)]),
    ):
        yield from (f"{what} twice: {each}" for each in set(found) if found.count(each) > 1)
    yield from (
        f"bookmark {each}" for each in names if len(each) > 40 or not each.removeprefix("_").isalnum()
    )
    fields = [text.split() for text in file.fields]
    asked = [words[1] for words in fields if words[0] == "PAGEREF"]
    places = (*file.values("hyperlink", "anchor"), *asked)
    yield from (f"no place {each}" for each in places if each not in names)
    depth = 0
    for kind in file.values("fldChar", "fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        if depth < 0:
            yield "a field ends before it begins"
    if depth:
        yield "a field does not end"


def _of_order(file: WordFile) -> Iterator[str]:
    for part in (
        file.main,
        *file.edges.values(),
        file.xml("word/styles.xml"),
        file.xml("word/numbering.xml"),
    ):
        for name, order in ORDER.items():
            places = {f"{W}{each}": at for at, each in enumerate(order.split())}
            for element in part.iter(f"{W}{name}"):
                yield from (f"{each.tag} in {name}" for each in element if each.tag not in places)
                found = [places.get(each.tag, 0) for each in element]
                if any(one > other for one, other in pairwise(found)):
                    yield f"order in {name}: {[each.tag.removeprefix(W) for each in element]}"


def _of_tables(file: WordFile) -> Iterator[str]:
    for table in file.main.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [each.find(f"{W}tcPr/{W}gridSpan") for each in row.findall(f"{W}tc")]
            if sum(1 if each is None else int(each.attrib[f"{W}val"]) for each in spans) != columns:
                yield "a row does not fill its table"
    yield from (
        "a cell without a paragraph at its end"
        for cell in file.main.iter(f"{W}tc")
        if cell[-1].tag != f"{W}p"
    )
    body = next(iter(file.main))
    yield from ("two tables become one" for one, other in pairwise(body) if one.tag == other.tag == f"{W}tbl")
    if body[-1].tag != f"{W}sectPr":
        yield "no section at the end"
