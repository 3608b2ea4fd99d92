"""By what a PDF that this program printed is known, and which print it is: its keywords say so."""

from io import BytesIO

from pikepdf import PdfError
from pikepdf import open as open_pdf

MARK = "khumue"
"""The first keyword of what is printed; the second says which print it is."""


def print_of(pdf: bytes) -> str | None:
    """Which print a PDF is (`generator.paper.typesetting.fingerprint`); None of what was not printed here."""
    try:
        with open_pdf(BytesIO(pdf)) as document:
            mark, _, fingerprint = str(document.docinfo.get("/Keywords", "")).partition(", ")
    except (PdfError, ValueError):
        return None
    return fingerprint if mark == MARK else None


def is_print(pdf: bytes) -> bool:
    """Whether this program printed a PDF."""
    return print_of(pdf) is not None


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with open_pdf(BytesIO(pdf)) as document:
        return len(document.pages)
