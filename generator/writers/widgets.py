"""The templates of what only HTML can say: one file each in ``html/``, given a view and what writes its parts.

`write` gives inline parts, `link` the address of a target, `script` that of a script, `labels` the words of the
interface, `attributes` those of an element.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment

from generator.document import Target
from generator.html_templates import html_templates
from generator.words import words_of
from generator.writers.inline_html import InlineHtml, attributes

FOLDER = Path(__file__).parent / "html"
WIDGET_SCRIPTS = (
    "learning-path.js",
    "matrix.js",
    "my-reading.js",
    "reading-later.js",
    "reading-lists.js",
    "reading.js",
    "self-check.js",
    "who-read.js",
)
"""The scripts that stand where a widget needs them, and on no other page."""
WIDGET_STYLES = ("reading.css",)
"""The style sheets of which the same is true."""


def widget_script(name: str) -> str:
    """The uri of one of `WIDGET_SCRIPTS` or `WIDGET_STYLES`."""
    return f"assets/khumue/{name}"


class Widgets:
    """Renders the templates that every site has, and those of a site's own."""

    def __init__(self, *own: Path) -> None:
        """Take the folders of a site's own."""
        self._environment = _environment((*own, FOLDER))

    def render(
        self, template: str, view: Mapping[str, object], write: InlineHtml, link: Callable[[Target], str]
    ) -> str:
        """One piece of HTML.

        Args:
            template: the file's name without its suffix.
            view: what it shows.
            write: writes inline parts.
            link: gives the address of a target, from the page.
        """

        def script(name: str) -> str:
            return link(Target(widget_script(name)))

        made = self._environment.get_template(f"{template}.html.jinja")
        return made.render(write=write, link=link, script=script, labels=words_of("document"), **view)


@cache
def _environment(folders: tuple[Path, ...]) -> Environment:
    """The templates of some folders."""
    made = html_templates(*folders)
    made.globals["attributes"] = attributes
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made
