"""Sets pages with Typst, in this process, from the templates and from what is handed over: nothing else is read.

What it reads stands in a folder of its own while it does: in memory it takes texts only, and no picture made of dots.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import typst

from generator.data_files import data_bytes, data_paths, data_text
from generator.paper.destinations import Place
from generator.paper.letters import FONTS
from generator.paper.nodes import Node
from generator.storage import temporary_folder, write_file

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS = ["ua-1", "a-2u"]
"""PDF/UA-1, for everyone, and PDF/A-2u, for archives: the tool refuses what does not keep to them."""
_MAIN = "main.typ"
"""The name of the template with which the tool begins."""
_PLACES = "<khumue-places>"
"""How templates tell where the places are that links lead to."""
_TIGHT, _SHORT = "tight.json", "<khumue-short>"
"""The file that tells the templates what to set a little tighter, and how they tell what that is: what would else end
with a few lines or a single row on a page."""
_TIGHTEST, _APART = 3, 4
"""With charts as small as can be read; not tighter, but with what ends it together (`blocks.typ`)."""
_TRIAL = b"""#set document(title: "-")
#image(read("picture", encoding: none), alt: "-")"""
"""A document of one picture, which tells whether it can be set: the tool looks at what it is, not at its name."""
_FONTS_OF_BOOK = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}


@dataclass(frozen=True, slots=True)
class SetPages:
    """What the tool made.

    Attributes:
        pdf: the pages.
        first: the number of the page with which the book itself begins, behind its front matter.
        places: the places that links lead to, by the numbers that links have for them.
    """

    pdf: bytes
    first: int
    places: Mapping[int, Place]


class TypesettingError(Exception):
    """Pages cannot be set; what the tool says of it."""


def typeset(template: str, content: Node, files: Mapping[str, bytes], made: datetime) -> SetPages:
    """Pages as PDF, whose texts are still in the letters of the print fonts.

    Args:
        template: the template that sets them.
        content: what it reads, as ``book.json``.
        files: pictures by the names under which the content names them.
        made: when they count as made.

    Raises:
        TypesettingError: when the tool refuses them.
    """
    templates = {_MAIN if name == template else name: text for name, text in _templates().items()}
    inputs = {**templates, **files, "book.json": _written(content)}
    with _laid_out(inputs) as folder:
        _tighten(folder)
        told = _told(folder, _PLACES)  # takes no time: the tool remembers what it set last
        pdf = _compiled(folder, made)
    first, places = (told[0]["first"], told[0]["places"]) if told else (1, [])
    return SetPages(pdf, first, {number: Place(*place) for number, *place in places})


def reason_not_shown(picture: bytes) -> str:
    """Why a picture cannot stand on a page, as the tool says it; empty when it is of a kind it knows, and whole."""
    with _laid_out({_MAIN: _TRIAL, "picture": picture}) as folder:
        try:
            _compiled(folder, datetime(2000, 1, 1, tzinfo=UTC))
        except TypesettingError as error:
            return str(error)
        return ""


@contextmanager
def _laid_out(inputs: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds these files and nothing else."""
    with temporary_folder() as folder:
        for name, content in inputs.items():
            write_file(folder, name, content)
        yield folder


def _compiled(folder: Path, made: datetime) -> bytes:
    """What the tool makes of a folder.

    Raises:
        TypesettingError: when it refuses what is there.
    """
    compiled = cast("Callable[..., bytes]", typst.compile)  # its types know no answer without a file
    try:
        return compiled(
            str(folder / _MAIN),
            root=str(folder),
            **_FONTS_OF_BOOK,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=int(made.astimezone(UTC).timestamp()),
        )
    except (
        RuntimeError
    ) as error:  # also what is no `TypstError`: where it cannot quote a file, it says only that
        raise TypesettingError(str(error).replace(str(folder), "")) from error


def _tighten(folder: Path) -> None:
    """Have what ends with a few lines or a single row on a page set tighter, where it then no longer does.

    What stays alone gets more of what is before it.
    """
    _mark_tight(folder, {})
    left = found = _short(folder)
    tight: dict[str, int] = {}
    for tighter in (None, _TIGHTEST):
        if left:
            wanted = {run: tighter or each["level"] for run, each in left.items()}
            _mark_tight(folder, tight | wanted)
            left = _short(folder)
            tight |= {run: level for run, level in wanted.items() if run not in left}
    apart = [name for run in left for name in (run, *found[run]["lone"])]
    _mark_tight(folder, tight | dict.fromkeys(apart, _APART))


def _mark_tight(folder: Path, levels: Mapping[str, int]) -> None:
    write_file(folder, _TIGHT, json.dumps(levels).encode())


def _short(folder: Path) -> dict[str, dict[str, Any]]:
    """What ends with a few lines or a single row on a page, by its number, with what the templates tell of it."""
    return {str(each["run"]): each for each in _told(folder, _SHORT)}


def _told(folder: Path, label: str) -> list[dict[str, Any]]:
    """What the templates tell under a label.

    What hinders the setting is told when it is set, by the tool's own error, which says more.
    """
    found = cast("Callable[..., str]", typst.query)
    try:
        told: list[dict[str, Any]] = json.loads(
            found(str(folder / _MAIN), label, field="value", root=str(folder), **_FONTS_OF_BOOK)
        )
    except RuntimeError:
        return []
    return told


def fingerprint(template: str, content: Node, files: Mapping[str, bytes]) -> str:
    """What is the same for two documents exactly when they differ in nothing but the day on which they are made."""
    digest = sha256(f"{template} {version('typst')} {version('pikepdf')}".encode())
    for name, part in sorted({**_templates(), **_fonts(), **files, "book.json": _written(content)}.items()):
        digest.update(f"{name} {len(part)}\n".encode())
        digest.update(part)
    return digest.hexdigest()


def _written(content: Node) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8")


@cache
def _templates() -> Mapping[str, bytes]:
    return {path.name: data_text(path).encode("utf-8") for path in data_paths(TEMPLATES, "*.typ")}


@cache
def _fonts() -> Mapping[str, bytes]:
    return {path.name: data_bytes(path) for path in data_paths(FONTS, "*.ttf")}
