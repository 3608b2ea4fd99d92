"""What a site publishes as it was written: the files of `docs/`, and links of the file system that lead elsewhere.

MkDocs follows every link. Here one is followed only where it leads to something else of the project that is no secret
of its keepers (nothing that begins with a dot), and not in a circle; of all others only the name is told.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.diagnostics import found
from generator.problems import Problem
from generator.project.folders import beginning_of, is_left_alone, is_text
from generator.project.knowledge_files import (
    DOCS_FOLDER,
    DOCS_OF_EDITIONS,
    ITEM_SUFFIX,
    KNOWLEDGE_FOLDER,
    knowledge_folder,
    looks_like_an_item,
)
from generator.storage import entries, is_folder, reason_of_failure, why_unreadable
from generator.yamltext import has_unseen

PAGE_SUFFIXES = (ITEM_SUFFIX, ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings of the files of which MkDocs makes pages."""
CIRCLE = "circle"
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
        """Whether it stands where items of knowledge stand and looks like one, and so is read as one, or told."""
        folder, _, name = self.uri.rpartition("/")
        is_deeper = folder.startswith(f"{KNOWLEDGE_FOLDER}/") and name.lower().endswith(ITEM_SUFFIX)
        return is_deeper or (folder == KNOWLEDGE_FOLDER and looks_like_an_item(name))


def published_files(
    root: Path, problems: list[Problem], leaves_out: Callable[[DocsFile], bool]
) -> Iterator[DocsFile]:
    """List what is published of `docs/`, by path.

    Args:
        root: the project's root; there need be no `docs/` in it.
        problems: to which is added what cannot be published as it stands.
        leaves_out: whether a file is not published; the engine still walks every folder.
    """
    top = root / DOCS_FOLDER
    if top.is_symlink():
        problems.append(found("bad-file-link", beginning_of(DOCS_FOLDER), "outside", name=DOCS_FOLDER))
    elif is_folder(root, DOCS_FOLDER):
        yield from _Walk(root.resolve(), problems, leaves_out).folder(DOCS_FOLDER, (top.resolve(),))


@dataclass
class _Walk:
    """A walk through the documents.

    Attributes:
        root: the project's root, without links in it.
        problems: what was found.
        leaves_out: whether a file is not published.
    """

    root: Path
    problems: list[Problem]
    leaves_out: Callable[[DocsFile], bool]

    def folder(self, path: str, above: tuple[Path, ...], is_linked: bool = False) -> Iterator[DocsFile]:
        """What stands in a folder; `above` are the folders that it stands in, itself included."""
        try:
            listed = entries(self.root, path)
        except OSError as failure:
            self.problems.append(found("unreadable", beginning_of(path), reason=reason_of_failure(failure)))
            return
        for entry in listed:
            file = f"{path}/{entry.name}"
            fault = (
                fault_of_link(self.root, Path(entry.path), above, is_linked) if entry.is_symlink() else None
            )
            if not is_text(file) or "\\" in entry.name or has_unseen(entry.name):
                self.problems.append(_unusable_name(file))
            elif fault is None and entry.is_dir():
                below = (*above, Path(entry.path).resolve())
                yield from self.folder(file, below, is_linked or entry.is_symlink())
            elif fault == CIRCLE or not (is_left_alone(entry.name) or self.leaves_out(described(file))):
                yield from self._file(file, entry, fault)

    def _file(self, file: str, entry: "os.DirEntry[str]", fault: str | None) -> Iterator[DocsFile]:
        """The file that an entry is; none, and a problem, when it cannot be opened."""
        place = beginning_of(file)
        if fault is not None:
            if not _is_told_as_item(file):
                self.problems.append(found("bad-file-link", place, fault, name=entry.name))
        elif not entry.is_file():
            self.problems.append(found("unexpected-file", place, "special", name=entry.name))
        elif reason := why_unreadable(self.root, file):
            self.problems.append(found("unreadable", place, reason=reason))
        else:
            yield replace(described(file), size=entry.stat().st_size)


def fault_of_link(root: Path, link: Path, above: Iterable[Path], is_linked: bool = False) -> str | None:
    """What is wrong with a link of the file system, as the name of a wording; None when it may be followed.

    Args:
        root: the project's root, without links in it.
        link: the link.
        above: the folders that it stands in, without links in them.
        is_linked: whether it stands in a folder that is reached by a link.
    """
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return "nowhere"
    except (OSError, RuntimeError):
        return CIRCLE
    inside = target.parts[len(root.parts) :]
    if not target.is_relative_to(root) or any(part.startswith(HIDDEN) for part in inside):
        return "outside"
    is_circle = any(each.is_relative_to(target) for each in above)
    return CIRCLE if is_circle or (is_linked and target.is_dir()) else None


def _unusable_name(file: str) -> Problem:
    """`bad-file-name`: a name that is no text, or holds what other systems part folders with."""
    readable = os.fsencode(file).decode("utf-8", errors="replace")
    name = readable.rpartition("/")[2]
    code = has_unseen(name) if is_text(file) else None
    variant = ("docs-unseen" if code else "docs-sign") if is_text(file) else "docs"
    return found("bad-file-name", beginning_of(readable), variant, name=name, code=code)


def described(file: str) -> DocsFile:
    """A file as what it is by its place, of no size yet."""
    uri, edition = _stands_at(file)
    return DocsFile(file, uri, edition, 0)


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
