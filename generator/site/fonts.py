"""Where the letters of the house stand, for pages that are not of a site but look like it."""

from pathlib import Path

FONTS_FOLDER = Path(__file__).parent / "theme" / "assets" / "fonts"
"""The folder of the letters, as files for the web."""
