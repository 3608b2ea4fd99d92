"""Writes an export of a manual into a folder: the one door of this room for ``khumue export``."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.charts import draw_charts
from generator.document import Authored
from generator.indexes import Indexes
from generator.model import Manual, build_day
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import DOCUMENTS, markdown_files

Export = Callable[[Indexes, Authored], Mapping[str, bytes]]
"""Makes the files of an export, by path; of documents written by hand it takes what it holds."""


def export_files(manual: Manual, shape: str, directory: Path, authored: Authored | None = None) -> int:
    """Write a manual in one of the shapes.

    Args:
        manual: the manual.
        shape: one of `EXPORTS`.
        directory: where to write; made when missing. Files of the same names are replaced, others stay.
        authored: the documents written by hand, which ``markdown`` holds too.

    Returns:
        How many files were written.
    """
    files = EXPORTS[shape](Indexes(manual, build_day()), authored or Authored())
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(files)


def _as_data(indexes: Indexes, _authored: Authored) -> Mapping[str, bytes]:
    return _encoded(manual_files(indexes.manual, draw_charts(indexes.manual, overviews=indexes.overviews)))


def _as_markdown(indexes: Indexes, authored: Authored) -> Mapping[str, bytes]:
    charts = draw_charts(indexes.manual, overviews=indexes.overviews)
    documents = {f"{DOCUMENTS}/{uri}": content for uri, content in authored.documents.items()}
    return documents | _encoded(markdown_files(indexes, charts, authored.navigation))


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode("utf-8") for name, text in texts.items()}


EXPORTS: Mapping[str, Export] = {"json": _as_data, "markdown": _as_markdown}
"""The shapes of an export; a new one is one line."""
