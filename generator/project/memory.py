"""What files said when they were read before: a file that still says the same is not read again.

A preview reads a project again after every edit; of a thousand files one has changed.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from generator.problems import Problem
from generator.project.docs_files import DocsFile
from generator.project.documents import ProjectFile
from generator.project.folders import Found
from generator.project.written_pages import WrittenPage, page_of, read_page
from generator.storage import bytes_there


class _Place(Protocol):
    """Which file something is."""

    @property
    def file(self) -> str:
        """Its path from the project's root."""


Place = TypeVar("Place", bound=_Place)
Read = TypeVar("Read")


@dataclass(slots=True)
class ReadBefore(Generic[Place, Read]):
    """Files of one project as they were read last, by path."""

    _known: dict[str, tuple[Place, bytes, Read, list[Problem]]] = field(default_factory=dict)

    def recall(self, each: Place, content: bytes) -> tuple[Read, list[Problem]] | None:
        """A file that was found as the same and says the same as before, with what was wrong with it; else None."""
        known = self._known.get(each.file)
        if known is None or known[:2] != (each, content):
            return None
        return known[2], list(known[3])

    def keep(self, each: Place, content: bytes, read: Read, problems: list[Problem]) -> None:
        """Remember a file as it was read."""
        self._known[each.file] = each, content, read, list(problems)


@dataclass(slots=True)
class FileMemory:
    """What the files of one project said.

    Attributes:
        documents: those of which a manual is made.
        pages: those written by hand.
    """

    documents: ReadBefore[Found, ProjectFile] = field(default_factory=ReadBefore)
    pages: ReadBefore[DocsFile, WrittenPage] = field(default_factory=ReadBefore)


def read_page_once(
    root: Path, each: DocsFile, memory: FileMemory | None
) -> tuple[WrittenPage, list[Problem]]:
    """Read a page that is written by hand, unless it is remembered; see `read_page`."""
    content = bytes_there(root, each.file) if memory is not None else None
    if memory is None or content is None:
        return read_page(root, each)
    if known := memory.pages.recall(each, content):
        return known
    page, problems = page_of(each, content)
    memory.pages.keep(each, content, page, problems)
    return page, problems
