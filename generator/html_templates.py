"""The templates of what we write in HTML and SVG: everything is escaped, and a name that nobody gives is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def html_templates(*folders: Path, keeps_end: bool = False) -> Environment:
    """The templates of some folders, read once: files of ours, which do not change while a command runs.

    Args:
        folders: where they stand; what several have, the first gives.
        keeps_end: whether the line feed at the end of a template is a part of what it makes.
    """
    return Environment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keeps_end,
        auto_reload=False,
    )
