"""What the pages wear: which styles and scripts there are, in their order, joined to as few files as possible.

Every page has one style sheet, one for paper, and one script. What only some widgets need are scripts of their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.charts import chart_styles, dark_chart_styles, role_styles
from generator.data_files import data_text
from generator.minifying import minified_script, minified_styles
from generator.site.paper import apart
from generator.site.place import STYLE_SHEET
from generator.site.spread_selectors import spread_selectors
from generator.writers import FLOW_SHEETS, MOVED_SCRIPT, WIDGET_SCRIPTS, WIDGET_STYLES, widget_script

SCRIPT = "assets/khumue/khumue.js"
"""The uri of the script of every page."""
EARLY_SCRIPT = "assets/khumue/early.js"
"""The uri of what runs before the theme's script."""
LETTERS_SHEET = "assets/khumue/letters.css"
"""The uri of the styles that say where the letters are."""
FONTS = ("assets/fonts/sarabun-400.woff2", "assets/fonts/sarabun-700.woff2")
"""The uris of the letters that every page shows."""
PAPER_SHEET = "assets/khumue/paper.css"
"""The uri of the style sheet that every page has for paper."""
SHEETS: Mapping[str, str] = {STYLE_SHEET: "", PAPER_SHEET: "print"}
"""The style sheets of every page, and for which media each is."""
WORN: Mapping[str, object] = {"sheets": SHEETS, "fonts": FONTS, "script": SCRIPT}
"""What templates need to know of all this."""
LETTERS = "letters.css"
"""The source of `LETTERS_SHEET`."""
CHARTS = "charts.css"
"""The styles of another room, since charts stand outside sites too."""
STYLES = (
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
    "agenda.css",
    "records.css",
    "parts.css",
    "knowledge.css",
    "phone.css",
    "open.css",
    "rich.css",
    "learning.css",
    "learning-bar.css",
    "self-check.css",
    CHARTS,
    "print.css",
)
"""What every page has; later ones go before earlier ones."""
FLOW_STYLES: Mapping[str, str] = {"light": "flow-table.css", "dark": "flow-table-dark.css"}
"""What the pages with a chart inside a table have, which stand by themselves (`FLOW_SHEETS`)."""
MOVED = "moved.js"
"""The source of `MOVED_SCRIPT`, which only pages have that lead on."""
EARLY_SCRIPTS = ("svg-links.js", "style-sheets.js", "former.js")
"""What every page has before the theme's script."""
SCRIPTS = (
    "manual.js",
    "frame.js",
    "spoken.js",
    "scrolling.js",
    "arrival.js",
    "letters.js",
    "steps.js",
    "terms.js",
    "days.js",
    "learning-store.js",
    "learning-bar.js",
)
"""What every page has."""
JOINED: Mapping[str, tuple[str, ...]] = {
    "reading.js": ("reading-words.js", "reading-store.js", "reading-changes.js", "reading.js"),
    "who-read.js": ("reading-words.js", "who-read.js"),
}
"""The scripts of widgets that have several sources, and these; each other is its own."""
EDITION_SCRIPTS = ("remember-edition.js",)
"""What the pages of every edition have beside `SCRIPTS` that is built beside a portal."""
_HERE = Path(__file__).parent


def dress(styles: str = "", scripts: Sequence[str] = ()) -> dict[str, str]:
    """The style sheets and the scripts of a site, by uri.

    Args:
        styles: what its pages have after `STYLES`, as it is written.
        scripts: the names of the scripts that they have after `SCRIPTS`.
    """
    everywhere, on_paper = apart("".join(map(source_of_style, STYLES)) + styles)
    return {
        LETTERS_SHEET: minified_styles(source_of_style(LETTERS)),
        STYLE_SHEET: minified_styles(spread_selectors(everywhere)),
        PAPER_SHEET: minified_styles(on_paper),
        FLOW_SHEETS["light"]: minified_styles(
            source_of_style(LETTERS) + source_of_style(FLOW_STYLES["light"])
        ),
        FLOW_SHEETS["dark"]: minified_styles(dark_chart_styles() + source_of_style(FLOW_STYLES["dark"])),
        EARLY_SCRIPT: _script(EARLY_SCRIPTS),
        SCRIPT: _script((*SCRIPTS, *scripts)),
        MOVED_SCRIPT: _script((MOVED,)),
        **{widget_script(name): _script(JOINED.get(name, (name,))) for name in WIDGET_SCRIPTS},
        **{widget_script(name): minified_styles(source_of_style(name)) for name in WIDGET_STYLES},
    }


def _script(names: Iterable[str]) -> str:
    """Some scripts as one."""
    return minified_script("".join(_text("scripts", name) for name in names))


def source_of_style(name: str) -> str:
    """A style sheet as it is written."""
    return chart_styles() + dark_chart_styles() + role_styles() if name == CHARTS else _text("styles", name)


def _text(folder: str, name: str) -> str:
    return data_text(_HERE / folder / name)
