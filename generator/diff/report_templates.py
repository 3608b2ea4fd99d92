"""How templates of reports are read: everything authored is escaped, and a name that nobody gives is an error."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def report_environment(folder: Path, **known: object) -> Environment:
    """The templates of a report.

    Args:
        folder: where they stand.
        known: what all of them may name.
    """
    made = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals |= known
    return made
