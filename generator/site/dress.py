"""The theme's own styles and scripts: which there are, in their order, and where they stand on a site."""

from collections.abc import Sequence

FOLDER = "assets/khumue"


def in_theme(names: Sequence[str]) -> tuple[str, ...]:
    """The uris of files of the theme."""
    return tuple(f"{FOLDER}/{name}" for name in names)


STYLES = in_theme(
    (
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
)
"""What every page has; later ones go before earlier ones."""

SCRIPTS = in_theme(
    (
        "manual.js",
        "arrival.js",
        "terms.js",
        "overdue.js",
        "learning-store.js",
        "learning-path.js",
        "learning-bar.js",
        "self-check.js",
    )
)

CHART_STYLES = f"{FOLDER}/charts.css"
"""The one of `STYLES` that belongs to the charts' own room."""
