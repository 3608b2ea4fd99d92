"""What a program could stumble over in a Word document: its package, ids, relations, tables, the order of its elements.

The order is data, `wordprocessingml.yml`; the standard's own schemas are no part of the project.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

from tests.support.word import DRAWN, R, W, WordFile

SEQUENCES = Path(__file__).with_name("wordprocessingml.yml")
ANYTHING = "…"
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
}
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


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
    """What stands otherwise than the standard has it, or is not known to be in it."""
    known = _sequences()
    for part in (name for name in file.parts if name.startswith("word/") and name.endswith(".xml")):
        for element in file.xml(part).iter():
            name, children = _name(element), [_name(each) for each in element]
            if children and name not in known:
                yield f"{part}: {name} with {children} is in no list of wordprocessingml.yml"
            elif children and not _is_in_order(children, known[name]):
                yield f"{part}: {name} has {children}"


def _is_in_order(children: Sequence[str], sequence: Sequence[Collection[str]]) -> bool:
    """Whether children stand as a sequence has them."""
    at = 0
    for child in children:
        sign = child if any(child in each for each in sequence) else ANYTHING
        at = next((place for place in range(at, len(sequence)) if sign in sequence[place]), len(sequence))
        if at == len(sequence):
            return False
    return True


@cache
def _sequences() -> Mapping[str, Sequence[Collection[str]]]:
    said = yaml.safe_load(SEQUENCES.read_text("utf-8"))
    return {name: [each.split("|") for each in sequence.split()] for name, sequence in said.items()}


def _name(element: ET.Element) -> str:
    """With the prefix that is usual."""
    namespace, _, name = element.tag.removeprefix("{").rpartition("}")
    return f"{PREFIXES[namespace]}:{name}"


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
