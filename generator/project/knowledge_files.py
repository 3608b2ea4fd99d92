"""The items of knowledge among the documents: which files are read, and which only look like items.

All editions share `docs/knowledge/`, an edition's own stand in `docs/editions/<edition>/knowledge/`. Pictures and other
attachments may stand beside the items and in folders there; a Markdown file anywhere else in it would be shown as a
page that nothing leads to, so that it is told.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.diagnostics import found
from generator.model import IDENTIFIER_PATTERN, Namespace, is_reserved, to_identifier
from generator.problems import Problem
from generator.project.copies import copied, names_meant, original_of
from generator.project.documents import FileKind
from generator.project.folders import Found, beginning_of, entries_in, is_text, misnamed, unopened
from generator.storage import files_below, is_folder

DOCS_FOLDER = "docs"
"""The folder of the pages that are written by hand."""
DOCS_OF_EDITIONS = "editions"
KNOWLEDGE_FOLDER = "knowledge"
ITEM_SUFFIX = ".md"
_NAMED_LIKE_AN_ITEM = re.compile(r"\.(?:md|markdown|mdown|mkd|txt|ya?ml)\b", re.IGNORECASE)


def knowledge_folder(edition: str = "") -> str:
    """The folder of the items of knowledge that all editions share, or of those of one, from the project's root."""
    return (
        f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/{edition}/{KNOWLEDGE_FOLDER}"
        if edition
        else f"{DOCS_FOLDER}/{KNOWLEDGE_FOLDER}"
    )


def looks_like_an_item(name: str) -> bool:
    """Whether a file that stands among the items of knowledge is meant as one."""
    return _NAMED_LIKE_AN_ITEM.search(name) is not None


def knowledge_files(root: Path, problems: list[Problem]) -> Iterator[Found]:
    """List the items of knowledge of a project.

    Args:
        root: the folder that holds `docs/`.
        problems: to which is added what is wrong with the names and places of files.

    Yields:
        The files to read, those that all editions share first.
    """
    yield from _in_knowledge(root, "", problems)
    editions = f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}"
    for entry in entries_in(root, editions, problems) if is_folder(root, editions) else ():
        if entry.is_dir(follow_symlinks=False) and is_text(entry.name):
            yield from _in_knowledge(root, entry.name, problems)


def _in_knowledge(root: Path, edition: str, problems: list[Problem]) -> Iterator[Found]:
    """The items in one folder of knowledge; there need be no such folder."""
    folder = knowledge_folder(edition)
    if (root / folder).is_symlink():
        problems.append(found("unexpected-file", beginning_of(folder), "link", name=KNOWLEDGE_FOLDER))
    elif is_folder(root, folder):
        for entry in entries_in(root, folder, problems):
            if looks_like_an_item(entry.name) or not is_text(entry.name) or entry.is_symlink():
                yield from _item(f"{folder}/{entry.name}", entry, edition, problems)
            elif entry.is_dir():
                problems.extend(_items_too_deep(root, f"{folder}/{entry.name}"))


def _item(file: str, entry: "os.DirEntry[str]", edition: str, problems: list[Problem]) -> Iterator[Found]:
    """The item that a file is; none, and a problem, when it only looks like one."""
    name = Path(entry.name)
    problem = unopened(file, entry)
    is_well_named = name.suffix == ITEM_SUFFIX and IDENTIFIER_PATTERN.fullmatch(name.stem)
    if problem is None and not is_well_named:
        rule = "bad-file-name" if name.suffix == ITEM_SUFFIX else "unexpected-file"
        problem = copied(rule, file, entry, names_meant(entry.name, ITEM_SUFFIX))
    if problem is None and name.suffix != ITEM_SUFFIX:
        stem = _NAMED_LIKE_AN_ITEM.split(entry.name)[0]
        suggestion = (to_identifier(original_of(stem)) or stem) + ITEM_SUFFIX
        problem = found(
            "unexpected-file", beginning_of(file), "knowledge-suffix", name=entry.name, suggestion=suggestion
        )
    elif problem is None and is_reserved(name.stem.lower(), Namespace.KNOWLEDGE):
        problem = found("reserved-name", beginning_of(file), "knowledge", name=name.stem, file=entry.name)
    if problem is not None:
        problems.append(problem)
        return
    if not IDENTIFIER_PATTERN.fullmatch(name.stem):
        suggestion = to_identifier(original_of(name.stem))
        problems.append(misnamed(file, name.stem, ITEM_SUFFIX, suggestion, "knowledge"))
    yield Found(file, FileKind.KNOWLEDGE, name.stem, edition=edition)


def _items_too_deep(root: Path, folder: str) -> Iterator[Problem]:
    """`unexpected-file`: the Markdown files in a folder beside the items."""
    with suppress(OSError):  # a folder that cannot be read
        for file in files_below(root, folder):
            if file.lower().endswith(ITEM_SUFFIX) and is_text(file):
                name = file.rpartition("/")[2]
                yield found("unexpected-file", beginning_of(file), "knowledge-folder", name=name)
