"""Writes an export of a manual into a folder: the one door of this room for ``khumue export``."""

from pathlib import Path

from generator.charts import draw_charts
from generator.document.authored import Authored
from generator.indexes.role_overviews import role_overviews
from generator.model.manual import Manual
from generator.model.today import build_day
from generator.writers.export_json import manual_files
from generator.writers.export_markdown import DOCUMENTS, markdown_files


def export_files(manual: Manual, shape: str, directory: Path, authored: Authored | None = None) -> int:
    """Write a manual in one of the shapes.

    Args:
        manual: the manual.
        shape: ``json`` or ``markdown``.
        directory: where to write; made when missing. Files of the same names are replaced, others stay.
        authored: the documents written by hand, which ``markdown`` holds too.

    Returns:
        How many files were written.
    """
    charts = draw_charts(manual, overviews=role_overviews(manual))
    if shape == "json":
        texts, documents = manual_files(manual, charts), dict[str, bytes]()
    else:
        known = authored or Authored()
        texts = dict(markdown_files(manual, charts, build_day(), known.navigation))
        documents = {f"{DOCUMENTS}/{uri}": content for uri, content in known.documents.items()}
    files = documents | {name: text.encode("utf-8") for name, text in texts.items()}
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return len(files)
