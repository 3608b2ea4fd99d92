"""Rules about what attached files hold: nothing, a pointer to the file, a page of an error, a file of another kind."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import DocsFile
from generator.storage import read_beginning
from generator.yamltext import SourceText

_ENOUGH = 512
_POINTER = b"version https://git-lfs.github.com/spec/"
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<script")
_BEGINNINGS = {
    b"%PDF-": "pdf",
    b"\x89PNG\r\n\x1a\n": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"PK\x03\x04": "packed",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "office",
    b"MZ": "program",
    b"\x7fELF": "program",
}
"""How files begin, and what they are."""
_HOLDS = {
    **dict.fromkeys(("pdf",), ("pdf",)),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp", "avif", "bmp"), ("picture",)),
    **dict.fromkeys(("doc", "xls", "ppt"), ("office", "packed")),
    **dict.fromkeys(("docx", "xlsx", "pptx", "dotx", "xltx", "ppsx"), ("packed", "office")),
    **dict.fromkeys(("odt", "ods", "odp", "zip", "epub"), ("packed",)),
}
"""What files of a kind may be; a workbook with a password is packed in the old way."""


def attached_content(facts: ProjectFacts) -> Iterator[Problem]:
    """`attached-content` of files that are published as they are."""
    for each in facts.project.published:
        if not each.is_page and not each.is_item and (variant := _fault(facts, each)):
            name = PurePosixPath(each.uri).name
            yield found("attached-content", SourceText(each.file, "").place(0), variant, name=name)


def _fault(facts: ProjectFacts, each: DocsFile) -> str | None:
    """What is wrong with what a file holds, as the name of a wording."""
    kind = PurePosixPath(each.uri).suffix.lower().removeprefix(".")
    if not each.size:
        return "empty" if kind in (*_HOLDS, "svg") else None
    try:
        beginning = read_beginning(facts.project.root, each.file, _ENOUGH)
    except OSError:
        return None  # told when the files were listed
    if beginning.startswith(_POINTER):
        return "pointer"
    if kind not in _HOLDS:
        return None
    if beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_PAGES):
        return "page"
    holds = next((said for sign, said in _BEGINNINGS.items() if beginning.startswith(sign)), None)
    return "other" if holds is not None and holds not in _HOLDS[kind] else None
