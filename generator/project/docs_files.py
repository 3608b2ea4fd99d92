"""What a site publishes as it was written: the files of `docs/`, and links of the file system that lead elsewhere.

MkDocs follows every link. Here one is followed only where it leads to something else of the project that is no secret
of its keepers (nothing that begins with a dot), and not in a circle; of all others only the name is told.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import found
from generator.problems import Problem
from generator.project.folders import beginning_of, is_text
from generator.project.knowledge_files import (
    DOCS_FOLDER,
    DOCS_OF_EDITIONS,
    ITEM_SUFFIX,
    KNOWLEDGE_FOLDER,
    knowledge_folder,
)

PAGE_SUFFIXES = (ITEM_SUFFIX, ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of the files of which MkDocs makes pages."""
HIDDEN = "."
"""How the names begin of what is never published."""


@dataclass(frozen=True, slots=True)
class DocsFile:
    """A file that is published.

    Attributes:
        file: its path from the project's root, with forward slashes.
        uri: where it stands among the documents of an edition: ``about/foreword.md``.
        edition: the edition whose own it is; empty when all share it.
        size: in bytes.
    """

    file: str
    uri: str
    edition: str
    size: int

    @property
    def is_page(self) -> bool:
        """Whether a page is made of it."""
        return self.uri.endswith(PAGE_SUFFIXES)

    @property
    def is_item(self) -> bool:
        """Whether it stands where items of knowledge stand, and so is read as one, or told."""
        return self.is_page and self.uri.rpartition("/")[0] == KNOWLEDGE_FOLDER


def docs_files(root: Path, problems: list[Problem]) -> Iterator[DocsFile]:
    """List what is published of `docs/`, by path.

    Args:
        root: the project's root; there need be no `docs/` in it.
        problems: to which is added what cannot be published as it stands.
    """
    top = root / DOCS_FOLDER
    if top.is_symlink():
        problems.append(found("bad-file-link", beginning_of(DOCS_FOLDER), "outside", name=DOCS_FOLDER))
    elif top.is_dir():
        yield from _Walk(root.resolve(), problems).folder(top, DOCS_FOLDER, (top.resolve(),))


class _Walk:
    """A walk through the documents.

    Attributes:
        root: the project's root, without links in it.
        problems: what was found.
    """

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self.root, self.problems = root, problems

    def folder(
        self, folder: Path, path: str, above: tuple[Path, ...], is_linked: bool = False
    ) -> Iterator[DocsFile]:
        """What stands in a folder; `above` are the folders that it stands in, itself included."""
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as failure:
            self.problems.append(found("unreadable", beginning_of(path), reason=failure.strerror))
            return
        for entry in entries:
            file = f"{path}/{entry.name}"
            if not entry.name.startswith(HIDDEN) and self._is_publishable(file, entry, above, is_linked):
                yield from self._entry(file, entry, above, is_linked)

    def _entry(
        self, file: str, entry: "os.DirEntry[str]", above: tuple[Path, ...], is_linked: bool
    ) -> Iterator[DocsFile]:
        """What an entry that may be opened brings."""
        if entry.is_dir():
            place = Path(entry.path).resolve()
            yield from self.folder(Path(entry.path), file, (*above, place), is_linked or entry.is_symlink())
            return
        uri, edition = _stands_at(file)
        yield DocsFile(file, uri, edition, entry.stat().st_size)

    def _is_publishable(
        self, file: str, entry: "os.DirEntry[str]", above: tuple[Path, ...], is_linked: bool
    ) -> bool:
        """Whether an entry may be opened and published; why not is told."""
        if not is_text(file):
            readable = os.fsencode(file).decode("utf-8", errors="replace")
            name = readable.rpartition("/")[2]
            self.problems.append(found("bad-file-name", beginning_of(readable), "docs", name=name))
            return False
        if entry.is_symlink():
            variant = self._fault_of_link(Path(entry.path), above, is_linked)
            if variant is not None:
                if not _is_told_as_item(file):
                    self.problems.append(found("bad-file-link", beginning_of(file), variant, name=entry.name))
                return False
        mode = entry.stat().st_mode
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            self.problems.append(found("unexpected-file", beginning_of(file), "special", name=entry.name))
            return False
        if not os.access(entry.path, os.R_OK):
            reason = os.strerror(13)
            self.problems.append(found("unreadable", beginning_of(file), reason=reason))
            return False
        return True

    def _fault_of_link(self, link: Path, above: tuple[Path, ...], is_linked: bool) -> str | None:
        """What is wrong with a link of the file system, as the name of a wording; None when it may be followed."""
        try:
            target = link.resolve(strict=True)
        except FileNotFoundError:
            return "nowhere"
        except (OSError, RuntimeError):
            return "circle"
        inside = target.parts[len(self.root.parts) :]
        if not target.is_relative_to(self.root) or any(part.startswith(HIDDEN) for part in inside):
            return "outside"
        is_circle = any(each == target or each.is_relative_to(target) for each in above)
        return "circle" if is_circle or (is_linked and target.is_dir()) else None


def _stands_at(file: str) -> tuple[str, str]:
    """Where a file stands among the documents, and the edition whose own it is."""
    match file.split("/", 3):
        case [_, folder, edition, inner] if folder == DOCS_OF_EDITIONS:
            return inner, edition
    return file.partition("/")[2], ""


def _is_told_as_item(file: str) -> bool:
    """Whether an entry is the folder of the items of knowledge or stands in it: every link there is told already."""
    folder = knowledge_folder(_stands_at(file)[1])
    return file == folder or file.rpartition("/")[0] == folder
