"""What the pages wear: which styles and scripts there are, in their order, joined to one file of each kind."""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.charts import chart_styles, dark_chart_styles
from generator.data_files import data_text
from generator.diff import comparison_styles
from generator.minifying import minified_script, minified_styles
from generator.site.place import STYLE_SHEET

SCRIPT = "assets/khumue/khumue.js"
"""The uri of the script of every page."""
STYLES = (
    "fonts.css",
    "colours.css",
    "icons.css",
    "frame.css",
    "pages.css",
    "home.css",
    "steps.css",
    "offices.css",
    "roles.css",
    "terms.css",
    "currency.css",
    "knowledge.css",
    "phone.css",
    "learning.css",
    "learning-bar.css",
    "self-check.css",
    "charts.css",
    "print.css",
)
"""What every page has; later ones go before earlier ones."""
SCRIPTS = (
    "manual.js",
    "arrival.js",
    "terms.js",
    "overdue.js",
    "learning-store.js",
    "learning-path.js",
    "learning-bar.js",
    "self-check.js",
)
_HERE = Path(__file__).parent
_OF_OTHER_ROOMS: dict[str, Callable[[], str]] = {
    "charts.css": lambda: chart_styles() + dark_chart_styles(),
    "compare.css": comparison_styles,
}
"""Styles that belong to other rooms, since charts and comparisons stand outside sites too."""


def dress(styles: Sequence[str] = (), scripts: Sequence[str] = ()) -> dict[str, str]:
    """The style sheet and the script of a site, by uri.

    Args:
        styles: the names of the styles that its pages have beside `STYLES`.
        scripts: likewise of scripts.
    """
    return {
        STYLE_SHEET: minified_styles("".join(source_of_style(name) for name in (*STYLES, *styles))),
        SCRIPT: minified_script("".join(_text("scripts", name) for name in (*SCRIPTS, *scripts))),
    }


def source_of_style(name: str) -> str:
    """A style sheet as it is written."""
    foreign = _OF_OTHER_ROOMS.get(name)
    return foreign() if foreign else _text("styles", name)


def _text(folder: str, name: str) -> str:
    return data_text(_HERE / folder / name)
