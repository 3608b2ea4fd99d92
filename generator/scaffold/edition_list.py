"""Put a procedure into an edition's list by adding lines to the author's file, and changing nothing else in it.

Lines are added only where it is plain how the author writes lists, and only when the file then says exactly what
it said before and the new procedure; otherwise the author is told what to add.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.project import (
    EDITIONS_FOLDER,
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
    FileKind,
    Project,
    ProjectFile,
    default_edition,
)
from generator.scaffold.lines import lines_of, with_lines, without_end
from generator.storage import read_bytes
from generator.yamltext import (
    MappingNode,
    ScalarNode,
    SequenceNode,
    YamlData,
    YamlNode,
    compose,
    decode,
    to_data,
)

_PROCEDURE_LINE_PATTERN = re.compile(r"( *- +)([\"']?)([a-z0-9-]+)\2 *(?: #.*)?")
_AREA_LINE_PATTERN = re.compile(r"( *)-( +)\S.*")


@dataclass(frozen=True, slots=True)
class Placement:
    """How a procedure comes to stand in an edition.

    Attributes:
        file: the edition's file relative to the root, with forward slashes.
        lines: the lines that put it there, without line ends; none when it stands there already.
        new_content: the file with these lines in it; None when the author has to add them.
    """

    file: str
    lines: tuple[str, ...] = ()
    new_content: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    """How an author writes the areas of an edition.

    Attributes:
        area: the indentation of an area's dash, and the spaces after it.
        procedure: the indentation of a procedure's dash, the dash, and the spaces after it.
    """

    area: tuple[str, str] = ("  ", " ")
    procedure: str = "      - "

    def lines(self, area: str | None, identifier: str) -> tuple[str, ...]:
        """The lines of a procedure, and of the area that it is the first procedure of, if one is given."""
        item = f"{self.procedure}{identifier}"
        if area is None:
            return (item,)
        indent, gap = self.area
        return (f"{indent}-{gap}id: {area}", f"{indent} {gap}procedures:", item)


def plan_placement(
    root: Path, project: Project, area: str, identifier: str, edition: str | None = None
) -> Placement:
    """Find out how to put a procedure at the end of its area in an edition; writes nothing.

    Args:
        root: the project's root.
        project: its files, read.
        area: the id of the area.
        identifier: the id of the procedure.
        edition: the id of the edition; by default the one that the settings name.

    Returns:
        What to add to which file; an area that the edition lacks becomes its last.
    """
    edition = edition or default_edition(project)
    document = project.document(FileKind.EDITION, edition) if edition else None
    if document is None:
        file = f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/{edition or '…'}{YAML_SUFFIX}"
        return Placement(file, _Style().lines(area, identifier))
    areas = _items(document.root, "areas")
    known = next((each for each in areas if _text_at(each, "id") == area), None)
    if any(_text_of(each) == identifier for each in _items(known, "procedures")):
        return Placement(document.source.file)
    new_area = None if known else area
    content = read_bytes(root, document.source.file)
    neighbour = known or (areas[-1] if areas else None)
    style, line_number = _style_at(document, content, neighbour)
    lines = style.lines(new_area, identifier)
    new_content = _with_lines(content, line_number, lines) if line_number is not None else None
    if new_content is not None and not _adds_only(document, new_content, area, identifier):
        new_content = None
    return Placement(document.source.file, lines, new_content)


def _style_at(document: ProjectFile, content: bytes, area: YamlNode | None) -> tuple[_Style, int | None]:
    """How an area is written, and the number of the line of its last procedure; None when that is not plain."""
    procedures = _items(area, "procedures")
    lines = lines_of(content)
    if area is None or not procedures or lines is None:
        return _Style(), None
    last = procedures[-1]
    line_number = document.source.line_number(last.start)
    area_line = _AREA_LINE_PATTERN.fullmatch(without_end(lines[document.source.line_number(area.start) - 1]))
    procedure_line = _PROCEDURE_LINE_PATTERN.fullmatch(without_end(lines[line_number - 1]))
    if not area_line or not procedure_line or procedure_line[3] != _text_of(last):
        return _Style(), None
    return _Style((area_line[1], area_line[2]), procedure_line[1]), line_number


def _with_lines(content: bytes, line_number: int, added: tuple[str, ...]) -> bytes | None:
    """A file's content with lines after one of its lines."""
    lines = lines_of(content)
    return None if lines is None else "".join(with_lines(lines, line_number, added)).encode("utf-8")


def _adds_only(document: ProjectFile, new_content: bytes, area: str, identifier: str) -> bool:
    """Whether a new content of an edition's file says what the old one says, and the procedure last in its area."""
    source, problems = decode(document.source.file, new_content)
    composition = compose(source, source.text)
    if (
        problems
        or composition.problems
        or composition.failure
        or composition.root is None
        or document.root is None
    ):
        return False
    said, says = to_data(document.root), to_data(composition.root)
    return says == _with_procedure(said, area, identifier)


def _with_procedure(data: YamlData, area: str, identifier: str) -> YamlData | None:
    """What an edition's file says, with a procedure at the end of an area; None when it is not shaped like one."""
    areas = data.get("areas") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(areas, list):
        return None
    new_areas: list[YamlData] = []
    found = False
    for each in areas:
        procedures = each.get("procedures") if isinstance(each, dict) else None
        if isinstance(each, dict) and isinstance(procedures, list) and each.get("id") == area and not found:
            new_areas.append({**each, "procedures": [*procedures, identifier]})
            found = True
        else:
            new_areas.append(each)
    if not found:
        new_areas.append({"id": area, "procedures": [identifier]})
    return {**data, "areas": new_areas}


def _items(node: YamlNode | None, key: str) -> list[YamlNode]:
    """The items of the list under a key of a mapping; none when there is no such list."""
    value = node.entries[key][1] if isinstance(node, MappingNode) and key in node.entries else None
    return value.items if isinstance(value, SequenceNode) else []


def _text_at(node: YamlNode, key: str) -> str | None:
    """The text under a key of a mapping."""
    return _text_of(node.entries[key][1]) if isinstance(node, MappingNode) and key in node.entries else None


def _text_of(node: YamlNode) -> str | None:
    """The text of a scalar, without spaces around it."""
    return node.value.strip() if isinstance(node, ScalarNode) else None
