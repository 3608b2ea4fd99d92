"""Writes an export of a manual into a folder: the one door of this room for ``khumue export``."""

from collections.abc import Mapping
from pathlib import Path

from generator.charts import draw_charts
from generator.model.manual import Manual
from generator.printing.export_json import manual_files
from generator.printing.export_markdown import markdown_files
from generator.reading.today import build_day


def export_files(manual: Manual, shape: str, directory: Path) -> int:
    """Write a manual in one of the shapes.

    Args:
        manual: the manual.
        shape: ``json`` or ``markdown``.
        directory: where to write; made when missing. Files of the same names are replaced, others stay.

    Returns:
        How many files were written.
    """
    charts = draw_charts(manual)
    files: Mapping[str, str] = (
        manual_files(manual, charts) if shape == "json" else markdown_files(manual, charts, build_day())
    )
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(files)
