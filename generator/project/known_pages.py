"""Which pages there are: those written by hand in ``docs/``, and those that are made of what the files say.

The pages that are made are data (``manual_pages.json``), as the room that makes them comes later.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generator.data_files import read_json_data
from generator.model import IDENTIFIER_PATTERN
from generator.project.documents import CATALOGUE_OF, FileKind, ProjectFile
from generator.project.knowledge_files import DOCS_FOLDER, DOCS_OF_EDITIONS, ITEM_SUFFIX
from generator.project.project import Project
from generator.storage import files_below
from generator.storage import is_file as is_file_of

_DATA = Path(__file__).parent / "manual_pages.json"
_OF_FILES = {"knowledge": FileKind.KNOWLEDGE, "path": FileKind.PATH, "area": FileKind.AREA}


def is_page(project: Project, page: str, editions: Iterable[str]) -> bool:
    """Whether one of some editions can have a page.

    Args:
        project: all files.
        page: its path as in ``docs/``: ``about/introduction.md``.
        editions: their ids.
    """
    if not is_page_path(page):
        return False
    every = tuple(editions)
    return page in single_pages() or any(
        _is_written(project.root, page, each) or is_made(project, page, each) for each in every
    )


def is_page_path(page: str) -> bool:
    """Whether a text is the path of a page below ``docs/``, and leads nowhere out of it."""
    parts = page.split("/")
    is_inside = all(part not in ("", ".", "..") for part in parts) and parts[0] != DOCS_OF_EDITIONS
    return is_inside and page.endswith(ITEM_SUFFIX) and not any(sign in page for sign in "\\:\0")


def procedure_of_page(project: Project, page: str, edition: str) -> str | None:
    """The procedure whose page in an edition a path names; None when it names another page."""
    area, _, name = page.removesuffix(ITEM_SUFFIX).partition("/")
    return name if project.document(FileKind.PROCEDURE, name, area, edition) is not None else None


def pages_like(project: Project, editions: Iterable[str]) -> Iterator[str]:
    """The pages that a slip may have meant: those made of catalogues and files, and those written by hand."""
    yield from single_pages()
    for edition in editions:
        yield from _of_entries(project, edition)
        for folder in _folders(edition):
            paths = (each.removeprefix(f"{folder}/") for each in files_below(project.root, folder))
            yield from (each for each in paths if is_page_path(each))


def is_made(project: Project, page: str, edition: str) -> bool:
    """Whether a page is one that the manual of an edition makes, or will make once it has such a thing to show."""
    return (
        page in single_pages()
        or procedure_of_page(project, page, edition) is not None
        or _is_of_an_entry(project, page, edition)
    )


def is_made_file(project: Project, file: str, edition: str) -> bool:
    """Whether a file that is no page is one that is put on every site, or stands in a folder of such files."""
    made = _pages()
    is_of_sites = file in made["files_of_sites"] or file.startswith(tuple(made["folders"]))
    return is_of_sites or may_be_written(project, file, edition)


def may_be_written(project: Project, file: str, edition: str) -> bool:
    """Whether a file is one that is made of the manual of an edition, if that has what the file tells."""
    return (
        file in _pages()["files"]
        or _is_of_an_entry(project, file, edition, "files_of_entries")
        or any(
            file.endswith(ending)
            and procedure_of_page(project, f"{file.removesuffix(ending)}{ITEM_SUFFIX}", edition) is not None
            for ending in _pages()["files_of_procedures"]
        )
    )


def single_pages() -> frozenset[str]:
    """The pages that every manual may have once."""
    return frozenset(_pages()["single"])


def patterns_of(sort: str) -> tuple[str, ...]:
    """How the pages of the entries of one sort, and the files beside these, are called: ``roles/{id}.md``."""
    return tuple(
        pattern
        for among in ("entries", "files_of_entries")
        for each, pattern in _patterns(among)
        if each == sort
    )


def _is_written(root: Path, file: str, edition: str) -> bool:
    """Whether a page or another file is put there by hand, for all editions or for one."""
    return any(is_file_of(root, f"{folder}/{file}") for folder in _folders(edition))


def _folders(edition: str) -> tuple[str, ...]:
    """The folders in which the pages of an edition are written by hand, from the project's root."""
    own = f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/{edition}"
    return (DOCS_FOLDER, own) if IDENTIFIER_PATTERN.fullmatch(edition) else (DOCS_FOLDER,)


def _is_of_an_entry(project: Project, page: str, edition: str, among: str = "entries") -> bool:
    """Whether a page is that of an entry of a catalogue, an area, an item of knowledge or a learning path."""
    for sort, pattern in _patterns(among):
        before, _, after = pattern.partition("{id}")
        if page.startswith(before) and page.endswith(after):
            identifier = page[len(before) : len(page) - len(after)]
            kind = _OF_FILES.get(sort)
            is_there = (
                project.document(kind, identifier, edition=edition) is not None
                if kind is not None
                else identifier in _keys(project.only(CATALOGUE_OF[sort]))
            )
            if is_there:
                return True
    return False


def _of_entries(project: Project, edition: str) -> Iterator[str]:
    """The pages of all of these."""
    named: dict[str, Iterable[str]] = {
        **{sort: _keys(project.only(kind)) for sort, kind in CATALOGUE_OF.items()},
        **{sort: [each.id for each in project.known_to(edition, kind)] for sort, kind in _OF_FILES.items()},
    }
    for sort, pattern in _patterns("entries"):
        yield from (pattern.format(id=identifier) for identifier in named[sort])


def _patterns(among: str) -> list[tuple[str, str]]:
    """How the pages of entries, or the files beside these, are called, each with what it is an entry of."""
    return [(sort, pattern) for sort, patterns in _pages()[among].items() for pattern in patterns]


def _keys(document: ProjectFile | None) -> Collection[str]:
    """The ids of the entries of a catalogue file."""
    return document.data.keys() if document is not None and isinstance(document.data, dict) else ()


@cache
def _pages() -> dict[str, Any]:
    """The pages that are made."""
    content: dict[str, Any] = read_json_data(_DATA)
    return content
