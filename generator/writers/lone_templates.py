"""The templates of pages that stand alone, without the site's theme: everything is escaped, every name is given."""

from functools import cache
from pathlib import Path

from jinja2 import Template

from generator.html_templates import html_templates


@cache
def lone_template(name: str) -> Template:
    """A template beside this file, by its name."""
    return html_templates(Path(__file__).parent).get_template(name)
