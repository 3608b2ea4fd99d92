"""What programs that read PDFs find in one: pdfium (Chrome), pypdf, and in an audit poppler and pdf.js (Firefox)."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from pypdf import PdfReader

from tests.support.auditing import IN_FULL

PDFJS = Path(__file__).parents[2] / "scripts" / "pdfjs"


def texts_in(pdf: bytes, folder: Path) -> Iterator[tuple[str, str]]:
    """The text that each reader finds, by its name.

    Args:
        pdf: the document.
        folder: for what readers need as files.
    """
    yield "pypdf", "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    document = pdfium.PdfDocument(pdf)
    yield "pdfium", "\n".join(page.get_textpage().get_text_range() for page in document)
    if IN_FULL:
        file = folder / "read.pdf"
        file.write_bytes(pdf)
        yield from _of_programs(file, folder)


def _of_programs(file: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Those that are no packages of Python, where they are on this machine."""
    if poppler := shutil.which("pdftotext"):
        yield "poppler", _said(poppler, "-raw", str(file), "-")
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        tool = Path(shutil.copytree(PDFJS, folder / "pdfjs", dirs_exist_ok=True))
        if not (tool / "node_modules").exists():
            subprocess.run([npm, "install", "--silent", "--no-audit"], cwd=tool, check=True)
        yield "pdf.js", _said(node, str(tool / "read_text.cjs"), str(file))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def without_spaces(text: str) -> str:
    """A text without spaces and line ends: where a line of a page ends is nobody's letter."""
    return "".join(text.split())


def pages_without_spaces(pdf: bytes) -> list[str]:
    """What each page of a document says, without spaces."""
    return [without_spaces(each.extract_text()) for each in PdfReader(BytesIO(pdf)).pages]
