"""Writes an export of a manual into a folder: the door of this room for ``khumue export json`` and ``markdown``."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.charts import draw_charts
from generator.document import Authored
from generator.indexes import Indexes
from generator.model import Manual, speaking_as
from generator.storage import (
    NotOursError,
    entries,
    is_file,
    is_folder,
    made_before,
    note_of,
    write_together,
)
from generator.today import build_day
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import DOCUMENTS, markdown_files

MARK = ".khumue-export"
"""The file by which a folder is known into which a manual was exported; it names what was."""

Export = Callable[[Indexes, Callable[[], Authored]], Mapping[str, bytes]]
"""Makes the files of an export, by path; it asks for the documents written by hand if it holds them too."""


def export_files(
    manual: Manual,
    shape: str,
    directory: Path,
    authored: Callable[[], Authored] = Authored,
    is_forced: bool = False,
) -> int:
    """Write a manual in one of the shapes.

    Args:
        manual: the manual.
        shape: one of `EXPORTS`.
        directory: where to write; made when missing. Files of the same names are replaced, all or none; others stay.
        authored: gives the documents written by hand, for shapes that hold them too.
        is_forced: whether files that no export wrote may be replaced too.

    Returns:
        How many files were written.

    Raises:
        NotOursError: when a file of that name stands there that no export wrote; then nothing is written.
        OSError: when there is no room or right to write them.
    """
    with speaking_as(manual.settings):
        files = EXPORTS[shape](Indexes(manual, build_day()), authored)
    made = made_before(directory, MARK) or frozenset()
    others = [each for each in files if each not in made and os.path.lexists(directory / each)]
    if others and not is_forced:
        raise NotOursError(others)
    write_together(directory, {**files, MARK: note_of({*made, *files})})
    return len(files)


def not_exported(directory: Path) -> list[str]:
    """What stands in a folder that holds no export: its names, in order; nothing where an export was written before."""
    if not is_folder(directory, "") or is_file(directory, MARK):
        return []
    return [each.name for each in entries(directory, "")]


def _as_data(indexes: Indexes, _authored: Callable[[], Authored]) -> Mapping[str, bytes]:
    return _encoded(manual_files(indexes.manual, draw_charts(indexes.manual, overviews=indexes.overviews)))


def _as_markdown(indexes: Indexes, authored: Callable[[], Authored]) -> Mapping[str, bytes]:
    by_hand = authored()
    charts = draw_charts(indexes.manual, None, indexes.overviews, indexes.segmenter, indexes.graphs)
    documents = {f"{DOCUMENTS}/{uri}": content for uri, content in by_hand.documents.items()}
    return documents | _encoded(markdown_files(indexes, charts, by_hand))


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode("utf-8") for name, text in texts.items()}


EXPORTS: Mapping[str, Export] = {"json": _as_data, "markdown": _as_markdown}
"""The shapes of an export; a new one is one line, and its line in the words of the command, which offers it."""
