"""The templates of pages that stand alone, without the site's theme: everything is escaped, every name is given."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template


@cache
def lone_template(name: str) -> Template:
    """A template beside this file, by its name."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,
    )
    return environment.get_template(name)
