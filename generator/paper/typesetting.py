"""Sets a book with Typst, in this process, from the templates and from what is handed over: nothing else is read."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast

import typst

from generator.data_files import data_text
from generator.paper.letters import FONTS
from generator.paper.nodes import Node

TEMPLATES = Path(__file__).parent / "templates"
MAIN = "book.typ"
STANDARDS = ["ua-1", "a-2u"]
"""PDF/UA-1, for everyone, and PDF/A-2u, for archives: the tool refuses what does not keep to them."""


class TypesettingError(Exception):
    """A book cannot be set; what the tool says of it."""


def typeset(book: Node, files: Mapping[str, bytes], made: datetime, main: str = MAIN) -> bytes:
    """A book as PDF, whose texts are still in the letters of the print fonts.

    Args:
        book: what the templates read.
        files: pictures by the names under which the book names them.
        made: when it counts as made.
        main: the template with which the tool begins.

    Raises:
        TypesettingError: when the tool refuses it.
    """
    compiled = cast(
        "Callable[..., bytes]", typst.compile
    )  # which takes files by their names, as its types do not say
    content = json.dumps(book, ensure_ascii=False).encode("utf-8")
    inputs = {**_templates(), **files, "main.typ": _template(main), "book.json": content}
    try:
        pdf: bytes = compiled(
            inputs,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=int(made.astimezone(UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise TypesettingError(str(error)) from error
    return pdf


@cache
def _templates() -> Mapping[str, bytes]:
    """What the templates with which the tool begins share."""
    return {name: _template(name) for name in ("inlines.typ", "charts.typ", "blocks.typ", "pages.typ")}


@cache
def _template(name: str) -> bytes:
    return data_text(TEMPLATES / name).encode("utf-8")
