"""Draw the sign of the sites as pictures: phones that keep a site beside their programs show no SVG.

Run it (``python -m scripts.build_icons``) when ``favicon.svg`` changes; its results are committed.
"""

import re
import sys
from pathlib import Path

from generator.site.identity import ICON, SIZES, TOUCH_ICON
from generator.writers.rasters import png_of

THEME = Path(__file__).resolve().parent.parent / "generator" / "site" / "theme"
SIGN = THEME / "assets" / "khumue" / "favicon.svg"


def icons() -> dict[str, bytes]:
    """The pictures, by their uris."""
    uris = {ICON.format(size=size): size for size in SIZES} | {TOUCH_ICON: 180}
    drawn = {uri: png_of(_as_wide(size)) for uri, size in uris.items()}
    return {uri: picture for uri, picture in drawn.items() if picture is not None}


def _as_wide(size: int) -> str:
    """The sign, so many px wide and high."""
    return re.sub(
        r"<svg ", f'<svg width="{size}" height="{size}" ', SIGN.read_text(encoding="utf-8"), count=1
    )


def main() -> None:
    """Write them."""
    pictures = icons()
    if not pictures:
        sys.exit("the library that draws pictures is missing")
    for uri, picture in pictures.items():
        (THEME / uri).write_bytes(picture)


if __name__ == "__main__":
    main()
