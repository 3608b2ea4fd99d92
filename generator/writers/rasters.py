"""Draws an SVG as a PNG, in the site's typeface, where the library for it is installed and can do so.

Whoever asks must do without: a picture is never worth a build. The same SVG gives the same bytes.
"""

from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

_PACKAGE, _LIBRARY = "resvg-py", "resvg_py"
FONTS = tuple(Path(__file__).parent / "fonts" / f"sarabun-{weight}.ttf" for weight in (400, 700))
"""The typeface; its family is called `FAMILY`. They are those of the site, as the library reads them."""
FAMILY = "Sarabun"
_TRIAL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><text y="8" font-size="8">{}</text></svg>'
)
_KEPT = 200
"""How many pictures a process remembers: the editions of a manual have most in common."""


@cache
def can_draw() -> bool:
    """Whether pictures can be drawn here, texts included."""
    if find_spec(_LIBRARY) is None or not all(font.is_file() for font in FONTS):
        return False
    with_text, without = (png_of(_TRIAL.format(text)) for text in ("\u0e01", ""))
    return None not in {with_text, without} and with_text != without


@cache
def drawn_by() -> str:
    """What names the program that draws: another may give other bytes."""
    return f"{_PACKAGE} {version(_PACKAGE)}"


@lru_cache(maxsize=_KEPT)
def png_of(svg: str) -> bytes | None:
    """A picture; None where it cannot be drawn.

    Args:
        svg: a document that loads nothing.
    """
    fonts = [str(font) for font in FONTS]
    try:
        picture: bytes = import_module(_LIBRARY).svg_to_bytes(
            svg_string=svg, skip_system_fonts=True, font_files=fonts, font_family=FAMILY
        )
    except (ImportError, ValueError, OSError, RuntimeError):
        return None
    return picture
